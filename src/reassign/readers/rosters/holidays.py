"""The holiday calendar: days off besides weekends."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reassign.domain.findings import Finding
from reassign.domain.policy import Aliases
from reassign.domain.roster import Holiday
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed, date
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.tables.header_words import holiday_headings
from reassign.readers.tables.rows import broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import read_table

REQUIRED = (("date",),)
_WHOLE_DATE = 10
"""Length of an ISO date with its day."""


@dataclass(frozen=True, slots=True)
class HolidayReading:
    """The calendar as read."""

    file: FileBytes | None
    holidays: tuple[Holiday, ...]
    findings: tuple[Finding, ...]


def read_holidays(source: Source, aliases: Aliases) -> HolidayReading:
    """Read ``date, name``; the name may be absent, a day may stand twice.

    Args:
        source: File and perhaps sheet.
        aliases: The officer's own headings.
    """
    reading = read_table(source, holiday_headings(), REQUIRED, aliases.columns)
    if reading.table is None:
        return HolidayReading(reading.file, (), reading.findings)
    table = reading.table
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, ("date",))
    found: dict[datetime.date, Holiday] = {}
    for row in entries.rows:
        written = table.grid.text(row, entries.columns["date"])
        day, code = date(written)
        if code or len(day) != _WHOLE_DATE:
            notes.error(code or "R043", row, "date", written)
            continue
        name = composed(table.grid.text(row, entries.columns["name"])) if "name" in entries.columns else ""
        when = datetime.date.fromisoformat(day)
        found.setdefault(when, Holiday(when, name.strip()))
    findings = (
        *(*reading.findings, *broken_cells(table, entries), *ragged_findings(table, entries)),
        *notes.findings,
    )
    return HolidayReading(reading.file, tuple(found[when] for when in sorted(found)), findings)
