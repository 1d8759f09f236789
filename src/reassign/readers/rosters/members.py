"""The member roster."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import tidy
from reassign.readers.cells import values
from reassign.readers.cells.ids import is_absent, read_id, shortened
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.positions import read_position
from reassign.readers.cells.values import Memory
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.crosswalk import Crosswalk
from reassign.readers.places.homes import Homes, residence_findings
from reassign.readers.places.places import Places, home_district
from reassign.readers.places.told_units import told_unit
from reassign.readers.rosters.joined import joined
from reassign.readers.rosters.member_context import MemberContext
from reassign.readers.rosters.member_references import MemberReferences
from reassign.readers.rosters.member_units import MemberUnits
from reassign.readers.rosters.people import People
from reassign.readers.tables.header_words import (
    BIRTH_DATE_FEMALE,
    BIRTH_DATE_MALE,
    JOINED_AND_OFFICIAL,
    member_headings,
)
from reassign.readers.tables.rows import Entries, broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import Table, TableShape, read_tables

REQUIRED = (("name",),)
IDENTIFYING = ("id", "name", "card_number")


@dataclass(frozen=True, slots=True)
class MemberReading:
    """The member roster as read.

    Attributes:
        files: The files that could be read.
        members: The members in the order of files, sheets and rows.
        columns: Names of the columns carried through.
        findings: Everything that is wrong with it.
    """

    files: tuple[FileBytes, ...]
    members: tuple[Member, ...]
    columns: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_members(source: Source, context: MemberContext, apart: Collection[Path] = ()) -> MemberReading:
    """Read the member roster against the branch roster.

    Args:
        source: File or folder, and perhaps a sheet.
        context: Branches, lineage, policy and aliases.
        apart: Files of the folder that are other inputs.
    """
    home = home_district(context.policy.name)
    units = [branch.unit for branch in context.branches]
    crosswalk = Crosswalk(context.changes, units, context.policy.effective, home)
    places = Places(context.branches, context.aliases.unit, context.aliases.area, home, crosswalk)

    def unit(table: Table) -> str:
        told = told_unit(table, places.units)
        return told.unit if told is not None else ""

    reading = read_tables(source, TableShape(member_headings(), REQUIRED, context.aliases.columns), unit, apart)
    people = People()
    parts = [_read_table(table, context, places, people) for table in reading.tables]
    members, columns = joined([(part.members, part.columns) for part in parts])
    findings = (*reading.findings, *(finding for part in parts for finding in part.findings), *people.findings())
    return MemberReading(reading.files, members, columns, findings)


def _read_table(table: Table, context: MemberContext, places: Places, people: People) -> MemberReading:
    """The members of one sheet."""
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, IDENTIFYING, names_branches=True)
    told = told_unit(table, places.units)
    units = MemberUnits(entries, notes, places, told, table, has_roster=bool(context.branches))
    members = _Members(entries, notes, context, places, people, units).read()
    findings = [*broken_cells(table, entries), *ragged_findings(table, entries), *notes.findings]
    findings += residence_findings(table, context.policy)
    if not entries.rows:
        address = table.grid.address(table.header.row)
        findings.append(Finding("R023", Severity.ERROR, address, "", {"role": "members"}))
    return MemberReading((), members, entries.names, tuple(findings))


class _Members:
    """One pass over the rows."""

    def __init__(
        self,
        entries: Entries,
        notes: Notes,
        context: MemberContext,
        places: Places,
        people: People,
        units: MemberUnits,
    ) -> None:
        self._entries = entries
        self._grid = entries.grid
        self._columns = entries.columns
        self._keys = tuple(entries.columns)
        self._width = max(entries.columns.values(), default=-1) + 1
        self._at = -1
        self._here: Mapping[str, str] = {}
        self._places_of_keys = {key: column + 1 for key, column in entries.columns.items()}
        self._notes = notes
        self._context = context
        self._tidy = Memory(tidy)
        self._composed = entries.texts
        self._dates = Memory(values.date)
        self._pairs_of_dates = Memory(values.two_dates)
        self._sexes = Memory(values.sex)
        self._statuses = Memory(values.status)
        self._answers = Memory(values.yes_or_no)
        self._lists = Memory(values.parts)
        self._labels = Memory(values.parts_at_commas)
        self._places = places
        self._people = people
        self._homes = Homes(entries, notes, places, context.policy.residence_basis)
        self._references = MemberReferences(notes, places, context)
        self._units = units
        self._has_id = entries.has("id")
        identity = "id" if self._has_id else "card_number"
        column = self._columns.get(identity)
        self._shortened = {} if column is None else shortened(self._grid, entries.rows, column)

    def read(self) -> tuple[Member, ...]:
        """Every member; rows without identity or unit are noted and left out."""
        found: list[Member] = []
        for row in self._entries.rows:
            member = self._member(row)
            if member is None:
                continue
            self._people.add(member, self._notes, row)
            found.append(member)
        self._homes.note_totals()
        self._units.note_totals()
        return tuple(found)

    def _identity_key(self, row: int) -> str:
        if self._has_id:
            return "id"
        return "card_number" if self._text(row, "card_number").strip() else "name"

    def _row(self, row: int) -> Mapping[str, str]:
        """Text by key of the row's known columns; the last row is kept, for it is asked again and again."""
        if row != self._at:
            cells = self._grid.rows[row]
            if len(cells) >= self._width:
                self._here = dict(zip(self._keys, [cells[column] for column in self._columns.values()], strict=True))
            else:
                known = self._columns.items()
                self._here = {key: cells[column] if column < len(cells) else "" for key, column in known}
            self._at = row
        return self._here

    def _text(self, row: int, key: str) -> str:
        return self._row(row).get(key, "")

    def _parsed(self, row: int, key: str, parse: Mapping[str, tuple[str, str]]) -> str:
        text = self._text(row, key)
        if not text:
            return ""
        value, code = parse[text]
        if code:
            self._notes.error(code, row, key, text.strip())
        return value

    def _is(self, row: int, key: str) -> bool:
        text = self._text(row, key)
        if not text:
            return False
        value, code = self._answers[text]
        if code:
            self._notes.error(code, row, key, text.strip())
        return value

    def _birth(self, row: int) -> tuple[str, str]:
        """Birth date and sex; lists often have one birth date column for men and one for women."""
        birth = self._parsed(row, "birth_date", self._dates)
        sex = self._parsed(row, "sex", self._sexes)
        for key, meant in ((BIRTH_DATE_MALE, "male"), (BIRTH_DATE_FEMALE, "female")):
            if key not in self._columns or not self._text(row, key).strip():
                continue
            # Under "Nam" and "Nữ" stand birth dates, or a cross for the sex alone.
            is_cross = values.yes_or_no(self._text(row, key)) == (True, "")
            date = "" if is_cross else self._parsed(row, key, self._dates)
            if (birth and date and birth != date) or (sex and sex != meant):
                self._notes.error("R055", row, key, self._text(row, key).strip())
                continue
            birth, sex = date or birth, meant
        return birth, sex

    def _member(self, row: int) -> Member | None:
        text = self._row(row).get
        name = self._tidy[text("name", "")]
        if not name:
            self._notes.error("R032", row, "name")
        birth, sex = self._birth(row)
        identity = self._identity(row, name, birth)
        is_repeated = self._people.is_repeated(identity, self._notes, row, self._identity_key(row))
        unit = self._units.read(row)
        joined, official = self._membership(row)
        flags = {key: self._is(row, key) for key in ("key_cadre", "committee_eligible", "exempt")}
        latitude, longitude = read_position(text("latitude", ""), text("longitude", ""), row, self._notes)
        home = self._homes.read(row, unit)
        references = self._references
        pinned = references.pinned(row, text("pinned_branch", ""), unit)
        excluded = references.excluded(row, text("excluded_branches", ""), unit, pinned)
        current = self._tidy[text("current_branch", "")] or self._branch_line(row)
        if not identity or is_repeated or not unit or not name:
            return None
        return Member(
            columns=self._places_of_keys,
            id=identity,
            name=name,
            unit=unit,
            address=self._grid.address(row),
            birth_date=birth,
            sex=sex,
            ethnicity=self._tidy[text("ethnicity", "")],
            joined=joined,
            official_date=official,
            card_number=self._composed[text("card_number", "")],
            status=self._status(row, joined, official),
            post=self._tidy[text("post", "")],
            organisation=self._tidy[text("organisation", "")],
            registered_residence=self._composed[text("registered_residence", "")],
            current_residence=self._composed[text("current_residence", "")],
            residence_unit=home.unit,
            residence_area=home.area,
            fields=references.fields(row, self._lists[text("fields", "")]),
            in_charge_of=references.in_charge_of(row, self._labels[text("in_charge_of", "")], unit),
            key_cadre=flags["key_cadre"],
            committee_eligible=flags["committee_eligible"],
            eligible_posts=self._labels[text("eligible_posts", "")],
            exempt=flags["exempt"],
            current_branch=current,
            current_branch_id=references.origin(current, unit),
            pinned_branch_id=pinned,
            excluded_branch_ids=excluded,
            together=self._labels[text("together", "")],
            apart=self._labels[text("apart", "")],
            latitude=latitude,
            longitude=longitude,
            note=self._composed[text("note", "")],
            cells=self._entries.cells(row),
        )

    def _branch_line(self, row: int) -> str:
        """The branch that a section line above the row names."""
        line = self._entries.branch_lines.get(row)
        return line.text if line is not None else ""

    def _membership(self, row: int) -> tuple[str, str]:
        """Days of admission and of becoming official; lists often have both in one cell."""
        for key in (JOINED_AND_OFFICIAL, "joined", "official_date"):
            text = self._text(row, key)
            both = self._pairs_of_dates[text] if text else None
            if both is None:
                continue
            others = [other for other in ("joined", "official_date") if other != key]
            if any(self._text(row, other).strip() for other in others):
                self._notes.error("R043", row, key, text.strip())
                return "", ""
            return both
        combined = self._parsed(row, JOINED_AND_OFFICIAL, self._dates)
        joined = self._parsed(row, "joined", self._dates)
        return joined or combined, self._parsed(row, "official_date", self._dates)

    def _identity(self, row: int, name: str, birth: str) -> str:
        """The id; in a list without ids the card number, else name and birth date."""
        for key in ("id",) if self._has_id else ("card_number",):
            if row in self._shortened:
                self._notes.error("R120", row, key, self._text(row, key).strip(), width=self._shortened[row])
                return ""
        if self._has_id:
            identity = read_id(self._grid, row, "id", self._columns["id"], self._notes)
            if is_absent(self._grid, row, self._columns["id"]):
                self._notes.error("R030", row, "id", "", name=name)
            return identity
        if self._text(row, "card_number").strip():
            return read_id(self._grid, row, "card_number", self._columns["card_number"], self._notes)
        if name and birth:
            return f"{name}|{birth}"
        if name:
            self._notes.error("R039", row, "name", name)
        return ""

    def _status(self, row: int, joined: str, official: str) -> str:
        """The status column, else what the dates say: with an official day official, without probationary."""
        if "status" in self._columns:
            status = self._parsed(row, "status", self._statuses)
            if status:
                return status
        is_told = "official_date" in self._columns or JOINED_AND_OFFICIAL in self._columns
        if official or not is_told:
            return "official"
        return "probationary" if joined else "official"
