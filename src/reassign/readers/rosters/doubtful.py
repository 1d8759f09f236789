"""What can be read and is hardly meant: names with signs of a program in them, days that are still to come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from reassign.readers.cells.notes import Notes
from reassign.readers.tables.header_words import BIRTH_DATE_FEMALE, BIRTH_DATE_MALE
from reassign.readers.tables.rows import Entries

_NO_LETTER = re.compile(r"[=+@<>|/\\{}\[\]*$%^~`]")
"""Signs of formulas, paths and markup; brackets, dots, hyphens and figures tell namesakes apart."""


def note_doubts(
    entries: Entries,
    notes: Notes,
    names: Sequence[str],
    births: Sequence[str],
    joined: Sequence[str],
    effective: datetime.date | None,
) -> None:
    """Warn about names that no person has, births after the admission, and days after that of the plan.

    Args:
        entries: The entries of the sheet.
        notes: Where to note it.
        names: Name by entry.
        births: Birth date by entry (ISO 8601 with the precision known).
        joined: Day of admission by entry, likewise.
        effective: Day of the plan; None if it has none.
    """
    if _NO_LETTER.search("\n".join(names)):
        for row, name in zip(entries.rows, names, strict=True):
            sign = _NO_LETTER.search(name)
            if sign is not None:
                notes.warning("R169", row, "name", name, character=sign.group())
    for row, born, day in zip(entries.rows, births, joined, strict=True):
        if born > day and day:
            notes.warning("R171", row, _written(entries, row), _shown(born), joined=_shown(day))
    if effective is not None:
        for key, days in (("", births), ("joined", joined)):
            _note_days_to_come(entries, notes, key, days, effective)


def _note_days_to_come(entries: Entries, notes: Notes, key: str, days: Sequence[str], effective: datetime.date) -> None:
    today, shown = effective.isoformat(), effective.strftime("%d/%m/%Y")
    if max(days, default="") <= today[:4]:
        return
    for row, day in zip(entries.rows, days, strict=True):
        if day > today[: len(day)]:
            notes.warning("R170", row, key or _written(entries, row), _shown(day), date=shown)


def _written(entries: Entries, row: int) -> str:
    """Key of the column in which the birth date of a row stands; lists often have one for each sex."""
    keys = ("birth_date", BIRTH_DATE_MALE, BIRTH_DATE_FEMALE)
    known = [key for key in keys if key in entries.columns]
    return next((key for key in known if entries.grid.text(row, entries.columns[key]).strip()), "birth_date")


def _shown(day: str) -> str:
    return "/".join(reversed(day.split("-")))
