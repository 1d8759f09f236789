"""The unit that a member belongs to: the cell, else what stands above, else the only one there is."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.findings import Finding, Severity
from reassign.domain.vietnamese import tidy
from reassign.readers.cells.notes import Notes
from reassign.readers.places.places import FoundUnit, Places
from reassign.readers.places.told_units import ToldUnit, nearly_told
from reassign.readers.tables.rows import Entries
from reassign.readers.tables.sections import Section
from reassign.readers.tables.tables import Table


class MemberUnits:
    """Reads the units of the entries: from their cells, a section line above them, the title of the list."""

    def __init__(
        self,
        entries: Entries,
        notes: Notes,
        places: Places,
        told: ToldUnit | None,
        table: Table,
        *,
        has_roster: bool,
    ) -> None:
        self._entries = entries
        self._notes = notes
        self._places = places
        self._told = told
        self._has_roster = has_roster
        self._has_column = entries.has("unit")
        self._lines: dict[int, str] = {}
        self._names: dict[str, FoundUnit] = {}
        self._merged: dict[str, tuple[int, int]] = {}
        self._told_rows = 0
        units = places.units.names
        self._only = units[0] if len(units) == 1 else ""
        is_told = "unit" in entries.columns or told is not None or self._only or entries.unit_lines
        if has_roster and entries.rows and not is_told:
            # One error for the file, not one for each row.
            notes.error("R056", table.header.row, "", "", nearly_told(table, places) or units[:3])

    def read(self) -> Sequence[str]:
        """The unit of every entry in the spelling of the branch roster; empty if it has none, which is then noted."""
        texts = self._entries.column("unit").map(tidy)
        look = self._places.unit if self._has_roster else FoundUnit
        self._names = {text: look(text) for text in dict.fromkeys(texts) if text}
        # Most cells name a unit of the roster, and there is nothing to say about it.
        plainly = {text: found.name for text, found in self._names.items() if not found.code}
        return [
            plainly[text] if text in plainly else self._unit(row, text)
            for row, text in zip(self._entries.rows, texts, strict=True)
        ]

    def note_totals(self) -> None:
        """Say for how many rows the unit was taken from a title, a sheet or a file, or has become another one."""
        told = self._told
        if told is not None and self._told_rows and told.unit != self._only:
            parameters: dict[str, str | int] = {"unit": told.unit, "count": self._told_rows}
            self._notes.add(Finding("R101", Severity.WARNING, told.address, told.text, parameters))
        for text, (count, row) in self._merged.items():
            found = self._names[text]
            self._notes.warning("R113", row, "unit", text, count=count, unit=found.name, date=found.since)

    def _unit(self, row: int, text: str) -> str:
        if text:
            return self._doubtful(row, text)
        line = self._entries.unit_lines.get(row)
        if line is not None:
            return self._by_line(line)
        if self._told is not None and not self._has_column and not self._entries.unit_lines:
            self._told_rows += 1
            return self._told.unit
        if self._only:
            return self._only
        if "unit" in self._entries.columns or (self._entries.unit_lines and self._has_roster):
            self._notes.error("R016", row, "unit")
        return ""

    def _doubtful(self, row: int, text: str) -> str:
        found = self._names[text]
        if found.code == "R113":
            count, first = self._merged.get(text, (0, row))
            self._merged[text] = count + 1, first
        else:
            self._notes.error(found.code, row, "unit", text, found.near, unit=found.name, date=found.since)
        return found.name

    def _by_line(self, line: Section) -> str:
        """The unit of a section line; what names none is noted once, not for each row below it."""
        if not self._has_roster:
            return line.text
        if line.row not in self._lines:
            found = self._places.unit(line.text)
            if found.code:
                severity = Severity.WARNING if found.code == "R113" else Severity.ERROR
                address = self._entries.grid.address(line.row, line.column)
                parameters: dict[str, str | int] = {"count": 1, "unit": found.name, "date": found.since}
                self._notes.add(Finding(found.code, severity, address, line.text, parameters, found.near))
            self._lines[line.row] = found.name
        return self._lines[line.row]
