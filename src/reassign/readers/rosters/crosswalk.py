"""The crosswalk of old and new units: the officer's file, and the reforms that come with the program."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files

from reassign.domain.findings import Finding
from reassign.domain.place_names import district_key
from reassign.domain.vietnamese import fold, tidy
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import date as read_date
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.crosswalk import SHARES, Change, replaced
from reassign.readers.tables.header_words import crosswalk_headings
from reassign.readers.tables.rows import Entries, find_entries
from reassign.readers.tables.tables import read_table

SHIPPED = "units-of-ho-chi-minh-city.csv"
"""Reforms of the units of Ho Chi Minh City that the samples know; the file names its sources line by line."""

REQUIRED = (("old_unit",), ("new_unit",), ("valid_from",))


@dataclass(frozen=True, slots=True)
class CrosswalkReading:
    """The crosswalk as read.

    Attributes:
        file: The officer's file; None if there is none.
        changes: Its lines and those that come with the program.
        findings: Everything that is wrong with the officer's file.
    """

    file: FileBytes | None
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def read_crosswalk(source: Source | None, columns: Mapping[str, str]) -> CrosswalkReading:
    """Read the officer's crosswalk, if there is one, and add the shipped lines that it says nothing about.

    Args:
        source: The officer's file and perhaps sheet.
        columns: The officer's own headings → canonical key.
    """
    with as_file(files("reassign.readers.rosters").joinpath(SHIPPED)) as path:
        shipped = _read(Source(path, SHIPPED), {}).changes
    if source is None:
        return CrosswalkReading(None, shipped, ())
    own = _read(source, columns)
    return CrosswalkReading(own.file, replaced(shipped, own.changes), own.findings)


def _read(source: Source, columns: Mapping[str, str]) -> CrosswalkReading:
    reading = read_table(source, crosswalk_headings(), REQUIRED, columns)
    if reading.table is None:
        return CrosswalkReading(reading.file, (), reading.findings)
    notes = Notes(reading.table.grid, reading.table.header.columns())
    entries = find_entries(reading.table, notes, ("old_unit", "new_unit"))
    changes = tuple(change for row in entries.rows if (change := _change(entries, row, notes)) is not None)
    return CrosswalkReading(reading.file, changes, (*reading.findings, *notes.findings))


def _change(entries: Entries, row: int, notes: Notes) -> Change | None:
    def text(key: str) -> str:
        column = entries.columns.get(key)
        return "" if column is None else tidy(entries.grid.text(row, column))

    old, new, written = text("old_unit"), text("new_unit"), text("share")
    day, _ = read_date(text("valid_from"))
    share = SHARES.get(fold(written) or "whole")
    for key, value in (("old_unit", old), ("new_unit", new), ("valid_from", day if len(day) == 10 else "")):
        if not value:
            notes.error("R115", row, key, text(key))
            return None
    if share is None:
        notes.error("R115", row, "share", written)
        return None
    district = text("old_district")
    named = district_key(fold(district))
    key = fold(district) if named is None else named
    return Change(old, key, text("old_area"), new, datetime.date.fromisoformat(day), share)
