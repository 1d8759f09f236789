"""Where a member lives: the residence columns, else the written address."""

from __future__ import annotations

from typing import Literal

from reassign.domain.vietnamese import tidy
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import Memory, composed
from reassign.readers.places.places import Places, Residence
from reassign.readers.tables.rows import Entries

NOWHERE = Residence()


class Homes:
    """Reads the residence of one row after another.

    ``residence_unit`` and ``residence_area`` win over the written address that the policy chooses.
    """

    def __init__(self, entries: Entries, notes: Notes, places: Places, basis: Literal["registered", "current"]) -> None:
        self._grid = entries.grid
        self._notes = notes
        self._places = places
        self._columns = entries.columns
        self._address_key = f"{basis}_residence"
        keys = ("residence_unit", "residence_area", self._address_key)
        self._has_residence = any(key in entries.columns for key in keys)
        self._tidy = Memory(tidy)
        self._composed = Memory(composed)
        self._resembling = Memory(places.resembles)
        self._districts: dict[str, list[tuple[int, str]]] = {}

    def read(self, row: int) -> Residence:
        """The residence of a row; what is doubtful is noted."""
        if not self._has_residence:
            return NOWHERE
        unit, area = self._text(row, "residence_unit"), self._text(row, "residence_area")
        if unit:
            return self._by_columns(row, unit, area)
        address = self._composed[self._raw(row, self._address_key)]
        home = self._places.parse(address) if address else NOWHERE
        if area and home.is_home:
            return self._by_columns(row, home.unit, area)
        self._note_address(row, address, home)
        if home.district and home.is_home:
            self._districts.setdefault(home.district, []).append((row, address))
        return home

    def note_districts(self) -> None:
        """Warn about addresses in a unit of the roster that name different districts: one of them is another place."""
        if len(self._districts) < 2:
            return
        names = tuple(sorted(self._districts))
        for rows in self._districts.values():
            for row, address in rows:
                self._notes.warning("R017", row, self._address_key, address, count=len(names))

    def _raw(self, row: int, key: str) -> str:
        column = self._columns.get(key)
        return "" if column is None else self._grid.text(row, column)

    def _text(self, row: int, key: str) -> str:
        return self._tidy[self._raw(row, key)]

    def _by_columns(self, row: int, unit: str, area: str) -> Residence:
        match = self._places.units.match(unit)
        if match.is_ambiguous:
            self._notes.error("R019", row, "residence_unit", unit, match.candidates)
            return NOWHERE
        if match.name is None:
            resembling = self._resembling[unit]
            if resembling:
                self._notes.warning("R011", row, "residence_unit", unit, resembling)
            return Residence(unit, area)
        if not area:
            return Residence(match.name, is_home=True)
        found = self._places.area(match.name, area)
        if found.name is None:
            code = "R019" if found.is_ambiguous else "R012"
            near = self._places.near_areas(match.name, area)
            self._notes.error(code, row, "residence_area", area, near, unit=match.name)
        return Residence(match.name, found.name or "", is_home=True)

    def _note_address(self, row: int, address: str, home: Residence) -> None:
        key = self._address_key if self._address_key in self._columns else "residence_unit"
        if not home.unit:
            code = "R019" if home.near else "R014"
            self._notes.warning(code, row, key, address, home.near)
        elif home.unknown_area:
            self._notes.warning("R013", row, key, home.unknown_area, home.near, unit=home.unit)
        elif not home.is_home and self._resembling[home.unit]:
            self._notes.warning("R011", row, key, home.unit, self._resembling[home.unit])
