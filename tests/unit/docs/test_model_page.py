"""The page on the model says which way every priority is better, as the program has it."""

from __future__ import annotations

import re
from pathlib import Path

from reassign.domain.policy import SENSES

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "model.md"


def test_the_page_names_every_priority_with_its_sense_and_no_other() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (most|least) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name: "max" if best == "most" else "min" for name, best in rows} == {
        priority.value: sense for priority, sense in SENSES.items()
    }
