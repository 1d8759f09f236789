"""Scripts rely on the numbers; the page names each of them and no other."""

from __future__ import annotations

import re
from pathlib import Path

from reassign.domain import exit_codes

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "exit-codes.md"


def test_the_page_lists_every_exit_code_and_no_other() -> None:
    known = sorted(value for value in vars(exit_codes).values() if isinstance(value, int))
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)]
    assert listed == known == [0, 1, 2, 3, 4, 5, 6, 70, 130]
