"""Where a member lives: the residence columns, else the written address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Policy, Priority
from reassign.domain.vietnamese import tidy
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import Memory
from reassign.readers.places.places import Places, Residence
from reassign.readers.tables.columns import Column
from reassign.readers.tables.header_words import header_key, heading_title
from reassign.readers.tables.rows import Entries
from reassign.readers.tables.tables import Table

NOWHERE = Residence()

_LIVING = re.compile(r"\b(cu tru|thuong tru|tam tru|ho khau|dia chi|noi o|cho o|noi sinh song|address|residence)\b")
"""What a heading says that is about where somebody lives."""


def residence_findings(table: Table, policy: Policy) -> tuple[Finding, ...]:
    """Warn that the column which the policy reads residence from is absent: then nobody is known to live anywhere."""
    if not any(Priority.RESIDENCE in level.names for level in policy.order):
        return ()
    basis = policy.residence_basis
    columns = table.header.columns()
    other: Literal["registered", "current"] = "current" if basis == "registered" else "registered"
    wanted, present = f"{basis}_residence", f"{other}_residence"
    if wanted in columns or "residence_unit" in columns or "residence_area" in columns:
        return ()
    if present not in columns:
        header = table.header
        unread = [
            title
            for key, title in zip(header.keys, header.titles, strict=True)
            if title and not key and _LIVING.search(header_key(title))
        ]
        # A list without such a column simply does not tell residences.
        if not unread:
            return ()
        address = table.grid.address(header.row)
        return (Finding("R118", Severity.WARNING, address, "; ".join(unread), {"column": heading_title(wanted)}),)
    address = table.grid.address(table.header.row, columns[present])
    title = table.header.titles[columns[present]]
    return (Finding("R110", Severity.WARNING, address, title, {"column": heading_title(wanted), "basis": other}),)


class Homes:
    """Reads where the members of a table live.

    ``residence_unit`` and ``residence_area`` win over the written address that the policy chooses.
    """

    def __init__(self, entries: Entries, notes: Notes, places: Places, basis: Literal["registered", "current"]) -> None:
        self._entries = entries
        self._notes = notes
        self._places = places
        self._columns = entries.columns
        self._address_key = f"{basis}_residence"
        keys = ("residence_unit", "residence_area", self._address_key)
        self._has_residence = any(key in entries.columns for key in keys)
        self._resembling = Memory(places.resembles)
        self._units = Memory(places.unit)
        self._districts: dict[str, list[tuple[int, str]]] = {}
        self._bare: list[tuple[int, str, str, str]] = []
        self._merged: dict[tuple[str, str, str], list[tuple[int, str]]] = {}

    def read(self, own: Sequence[str]) -> Sequence[Residence]:
        """The residence of every entry; what is doubtful is noted.

        Args:
            own: Unit of each member, in which an area is looked for that is written without any unit.
        """
        entries = self._entries
        if not self._has_residence:
            return [NOWHERE] * len(entries.rows)
        units, areas = (entries.column(key).map(tidy) for key in ("residence_unit", "residence_area"))
        addresses = entries.stored(self._address_key)
        homes = Column(addresses).map(lambda address: self._places.parse(address) if address else NOWHERE)
        return [
            home if not unit and not area and _is_plain(home) else self._read(row, whose, unit, area, address, home)
            for row, whose, unit, area, address, home in zip(
                entries.rows, own, units, areas, addresses, homes, strict=True
            )
        ]

    def _read(self, row: int, own: str, unit: str, area: str, address: str, home: Residence) -> Residence:
        if unit:
            return self._by_columns(row, unit, area)
        if area and home.is_home:
            return self._by_columns(row, home.unit, area)
        if not home.unit and not home.near and (area or address):
            key = "residence_area" if area else self._address_key
            bare = self._places.parse_within(own, area or address)
            if bare.area:
                self._bare.append((row, key, area or address, own))
                return bare
            if area:
                self._notes.warning("R013", row, key, area, self._places.near_areas(own, area), unit=own)
                return NOWHERE
        self._note_address(row, address, home)
        if home.district and home.is_home:
            self._districts.setdefault(home.district, []).append((row, address))
        return home

    def note_totals(self) -> None:
        """Say what concerns many rows at once.

        Addresses in a unit of the roster that name different districts: one of them is another place. Areas
        written without a unit, and units that have become others, each with the number of rows.
        """
        if len(self._districts) > 1:
            names = tuple(sorted(self._districts))
            for rows in self._districts.values():
                for row, address in rows:
                    self._notes.warning("R017", row, self._address_key, address, count=len(names))
        if self._bare:
            row, key, text, unit = self._bare[0]
            self._notes.warning("R111", row, key, text, unit=unit, count=len(self._bare))
        for (old, unit, since), places in self._merged.items():
            row, key = places[0]
            self._notes.warning("R113", row, key, old, unit=unit, date=since, count=len(places))

    def _by_columns(self, row: int, unit: str, area: str) -> Residence:
        match = self._units[unit]
        name = match.name
        if match.code == "R019":
            self._notes.error("R019", row, "residence_unit", unit, match.near)
            return NOWHERE
        if match.code in ("R112", "R116"):
            self._notes.warning(match.code, row, "residence_unit", unit, match.near, date=match.since)
            return NOWHERE
        if match.code == "R113":
            self._merged.setdefault((unit, name, match.since), []).append((row, "residence_unit"))
        if not name:
            resembling = self._resembling[unit]
            if resembling:
                self._notes.warning("R011", row, "residence_unit", unit, resembling)
            return Residence(unit, area)
        if not area:
            return Residence(name, is_home=True)
        found = self._places.area(name, area)
        if found.name is None:
            code = "R019" if found.is_ambiguous else "R012"
            near = found.candidates or self._places.near_areas(name, area)
            self._notes.error(code, row, "residence_area", area, near, unit=name)
        return Residence(name, found.name or "", is_home=True)

    def _note_address(self, row: int, address: str, home: Residence) -> None:
        key = self._address_key if self._address_key in self._columns else "residence_unit"
        if home.old and not home.unit:
            code = "R116" if home.is_made_of else "R112"
            self._notes.warning(code, row, key, home.old, home.near, date=home.since, address=address)
            return
        if home.old and home.is_home:
            self._merged.setdefault((home.old, home.unit, home.since), []).append((row, key))
        if not home.unit:
            code = "R019" if len(home.near) > 1 else "R014" if address else "R117"
            self._notes.warning(code, row, key, address, home.near)
        elif home.unknown_area:
            self._notes.warning("R013", row, key, home.unknown_area, home.near, unit=home.unit)
        elif not home.is_home and self._resembling[home.unit]:
            self._notes.warning("R011", row, key, home.unit, self._resembling[home.unit])


def _is_plain(home: Residence) -> bool:
    """Whether there is nothing to say about an address, and nothing to remember."""
    return home.is_home and not (home.old or home.unknown_area or home.district)
