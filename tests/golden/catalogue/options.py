"""Options that cannot be used."""

from __future__ import annotations

import pytest

from tests.golden.catalogue.entry import Entry
from tests.golden.finding_cases import policy

NAME = "Options"
ITEMS = (
    *("unknown command", "output = input", "unsupported extension", "time limit", "conflicting flags"),
    "standard input for a workbook",
)
ENTRIES = [
    pytest.param(Entry("unknown command", policy(), 2, ["usage"], ("plna",)), id="unknown command"),
    pytest.param(
        Entry("output = input", policy(), 2, ["output-is-input"], ("plan", "-o", "members.csv", "--force")),
        id="output = input",
    ),
    pytest.param(
        Entry("unsupported extension", policy(), 2, ["output-extension"], ("plan", "-o", "plan.docx")), id="docx"
    ),
    pytest.param(Entry("time limit", policy(), 2, ["time-limit"], ("plan", "--time-limit", "0")), id="no time"),
    pytest.param(Entry("time limit", policy(), 2, ["time-limit"], ("plan", "--time-limit", "-1")), id="less than none"),
    pytest.param(
        Entry("conflicting flags", policy(), 2, ["interactive-no-terminal"], ("check", "--interactive", "--no-input")),
        id="conflicting flags",
    ),
    pytest.param(
        Entry("standard input for a workbook", policy(), 3, ["R001 -"], ("plan", "--members", "-")), id="a hyphen"
    ),
]
