"""The unit of a branch: its cell, else a section line, else what the title, the sheet or the file says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reassign.domain.findings import Finding, Severity
from reassign.domain.place_names import bare_key, unit_key
from reassign.domain.vietnamese import tidy
from reassign.readers.cells.notes import Notes
from reassign.readers.places.told_units import ToldUnit, in_title_case
from reassign.readers.tables.header_words import branch_headings
from reassign.readers.tables.headers import missing_column
from reassign.readers.tables.rows import Entries
from reassign.readers.tables.tables import Table


class BranchUnits:
    """The units of the whole branch roster, each in one spelling.

    Spellings of one unit, such as ``P.4`` and ``Phường 4``, are one: the one that most rows have, so that the order
    of the rows does not matter.
    """

    def __init__(self, parts: Iterable[Entries]) -> None:
        counted: dict[str, Counter[str]] = {}
        for entries in parts:
            column = entries.columns.get("unit")
            if column is None:
                continue
            for row in entries.rows:
                text = tidy(entries.grid.text(row, column))
                if text:
                    counted.setdefault(unit_key(text), Counter())[text] += 1
        self._spellings = {
            key: min(spellings, key=lambda text: (-spellings[text], text)) for key, spellings in counted.items()
        }

    def spelling(self, text: str) -> str:
        """A unit in the spelling of the roster; a name with and one without its kind are one unit."""
        key = unit_key(text)
        if key in self._spellings:
            return self._spellings[key]
        bare = bare_key(key)
        if bare != key and bare in self._spellings and not bare.isdigit():
            return self._spellings[bare]
        return self._spellings.setdefault(key, text)


class RowUnits:
    """Reads the unit of one row of branches after another."""

    def __init__(self, entries: Entries, notes: Notes, units: BranchUnits, told: ToldUnit | None, table: Table) -> None:
        self._entries = entries
        self._notes = notes
        self._units = units
        self._told = told
        self._told_rows = 0
        if entries.rows and not ("unit" in entries.columns or told is not None or entries.unit_lines):
            notes.add(missing_column(table.grid, table.header, ("unit",), branch_headings()))

    def read(self, row: int) -> str:
        """The unit of a row; empty if it has none, which is then noted."""
        column = self._entries.columns.get("unit")
        text = tidy(self._entries.grid.text(row, column)) if column is not None else ""
        if text:
            return self._units.spelling(text)
        line = self._entries.unit_lines.get(row)
        if line is not None:
            return self._units.spelling(in_title_case(line.text))
        if column is None and self._told is not None:
            self._told_rows += 1
            return self._units.spelling(self._told.unit)
        if column is not None or self._entries.unit_lines:
            self._notes.error("R016", row, "unit")
        return ""

    def note_totals(self) -> None:
        """Say for how many rows the unit was taken from a title, a sheet or a file."""
        told = self._told
        if told is not None and self._told_rows:
            parameters: dict[str, str | int] = {"unit": told.unit, "count": self._told_rows}
            self._notes.add(Finding("R101", Severity.WARNING, told.address, told.text, parameters))
