"""What can be read and is hardly meant: names with signs of a program in them, days that are still to come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from reassign.readers.cells.notes import Notes
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
    """Warn about names that no person has, and about births and admissions after the day of the plan.

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
    if effective is None:
        return
    today = effective.isoformat()
    for key, days in (("birth_date", births), ("joined", joined)):
        if max(days, default="") > today[:4]:
            for row, day in zip(entries.rows, days, strict=True):
                if day > today[: len(day)]:
                    notes.warning(
                        "R170", row, key, "/".join(reversed(day.split("-"))), date=effective.strftime("%d/%m/%Y")
                    )
