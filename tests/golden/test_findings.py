"""Every folder in ``findings`` holds small rosters and the findings that reading them must give.

``REASSIGN_WRITE_GOLDEN=1`` writes the findings instead of comparing them; look at the difference before keeping it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reassign.domain.policy import Policy
from reassign.messages.finding import say_any_finding
from reassign.messages.findings.registry import ROSTER_FINDINGS
from reassign.readers.grids.sources import RosterSources, Source
from reassign.readers.rosters.rosters import read_rosters

CASES = Path(__file__).with_name("findings")
ROLES = ("members", "branches", "current", "lineage", "pins", "forbids", "distances")


def sources(folder: Path) -> RosterSources:
    found = {role: Source(folder / f"{role}.csv", f"{role}.csv") for role in ROLES if (folder / f"{role}.csv").exists()}
    return RosterSources(**found)


@pytest.mark.parametrize("folder", [pytest.param(folder, id=folder.name) for folder in sorted(CASES.iterdir())])
def test_rosters_give_exactly_these_findings(folder: Path) -> None:
    _, findings = read_rosters(sources(folder), Policy())
    told = [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "file": finding.address.file,
            "cell": finding.address.cell,
            "value": finding.value,
            "message": say_any_finding(finding, "en"),
            "suggestions": list(finding.suggestions),
        }
        for finding in findings
    ]
    expected = folder / "findings.json"
    if os.environ.get("REASSIGN_WRITE_GOLDEN"):
        expected.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert told == json.loads(expected.read_text(encoding="utf-8"))


def test_every_message_has_its_parameters_in_both_languages() -> None:
    for folder in CASES.iterdir():
        for finding in read_rosters(sources(folder), Policy())[1]:
            assert finding.code in ROSTER_FINDINGS
            assert "{" not in say_any_finding(finding, "vi") + say_any_finding(finding, "en")
