"""Names of sheets that every spreadsheet program accepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from reassign.domain.sheet_copy import SheetCopy
from reassign.domain.visible import visible

LONGEST_NAME = 31
"""Characters that a sheet name may have (counted as UTF-16, as Excel does)."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = frozenset({"history"})


def copy_names(copies: Sequence[SheetCopy], taken: Iterable[str]) -> tuple[str, ...]:
    """A name for each copied sheet: that of the sheet, or of its file if it has none or shares it.

    Args:
        copies: The sheets.
        taken: Names of other sheets of the workbook.
    """
    files = {copy.file for copy in copies}
    used = {name.casefold() for name in taken} | _RESERVED
    names: list[str] = []
    for copy in copies:
        stem = PurePath(copy.file).stem
        wishes = [copy.sheet] if copy.sheet and len(files) == 1 else []
        wishes.append(f"{stem} {copy.sheet}".strip())
        name = next((name for wish in wishes if (name := _short(wish)).casefold() not in used), "")
        number = 2
        while not name:
            numbered = _short(wishes[-1], f" ({number})")
            name = "" if numbered.casefold() in used else numbered
            number += 1
        used.add(name.casefold())
        names.append(name)
    return tuple(names)


def _short(text: str, suffix: str = "") -> str:
    """The text without what sheet names may not hold, cut so that the suffix fits behind it."""
    tidy = " ".join(visible(_FORBIDDEN.sub("-", text)).split()).strip("' ") or "-"
    room = LONGEST_NAME - len(suffix)
    while len(tidy.encode("utf-16-le")) // 2 > room:
        tidy = tidy[:-1]
    return tidy.rstrip("' ") + suffix
