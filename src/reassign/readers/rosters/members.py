"""The member roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold, tidy
from reassign.readers.cells import values
from reassign.readers.cells.ids import note_twins, read_id
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.positions import read_position
from reassign.readers.cells.values import Memory, composed
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.homes import Homes
from reassign.readers.places.places import Places, home_district
from reassign.readers.rosters.member_context import MemberContext
from reassign.readers.rosters.member_references import MemberReferences
from reassign.readers.tables.header_words import BIRTH_DATE_FEMALE, BIRTH_DATE_MALE, member_headings
from reassign.readers.tables.rows import Entries, broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import read_table

REQUIRED = (("name",),)
IDENTIFYING = ("id", "name", "card_number")


@dataclass(frozen=True, slots=True)
class MemberReading:
    """The member roster as read.

    Attributes:
        file: The file; None if it could not be read.
        members: The members in the order of the file.
        columns: Names of the columns carried through.
        findings: Everything that is wrong with it.
    """

    file: FileBytes | None
    members: tuple[Member, ...]
    columns: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_members(source: Source, context: MemberContext) -> MemberReading:
    """Read the member roster against the branch roster.

    Args:
        source: File and perhaps sheet.
        context: Branches, lineage, policy and aliases.
    """
    reading = read_table(source, member_headings(), REQUIRED, context.aliases.columns)
    if reading.table is None:
        return MemberReading(reading.file, (), (), reading.findings)
    table = reading.table
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, IDENTIFYING)
    members = _Members(entries, notes, context, table.header.row).read()
    findings = [*reading.findings, *broken_cells(table, entries), *ragged_findings(table, entries), *notes.findings]
    if not entries.rows:
        address = table.grid.address(table.header.row)
        findings.append(Finding("R023", Severity.ERROR, address, "", {"role": "members"}))
    return MemberReading(reading.file, members, entries.names, tuple(findings))


class _Members:
    """One pass over the rows."""

    def __init__(self, entries: Entries, notes: Notes, context: MemberContext, header_row: int) -> None:
        self._entries = entries
        self._grid = entries.grid
        self._columns = entries.columns
        self._notes = notes
        self._context = context
        self._header_row = header_row
        self._tidy = Memory(tidy)
        self._composed = Memory(composed)
        self._folded = Memory(fold)
        self._dates = Memory(values.date)
        self._sexes = Memory(values.sex)
        self._statuses = Memory(values.status)
        self._answers = Memory(values.yes_or_no)
        self._lists = Memory(values.parts)
        self._labels = Memory(values.parts_at_commas)
        home = home_district(context.policy.name)
        places = Places(context.branches, context.aliases.unit, context.aliases.area, home)
        self._places = places
        self._homes = Homes(entries, notes, places, context.policy.residence_basis)
        self._references = MemberReferences(notes, places, context)
        self._has_id = entries.has("id")
        self._only_unit = self._single_unit()
        self._seen: dict[str, int] = {}

    def read(self) -> tuple[Member, ...]:
        """Every member; rows without identity or unit are noted and left out."""
        people: dict[tuple[str, str], int] = {}
        found: list[Member] = []
        for row in self._entries.rows:
            member = self._member(row)
            if member is None:
                continue
            self._note_namesake(member, row, people)
            found.append(member)
        note_twins(self._seen.items(), "id" if self._has_id else "card_number", self._notes)
        self._homes.note_districts()
        return tuple(found)

    def _is_repeated(self, row: int, identity: str) -> bool:
        """Whether an earlier row has the identity; noted even where the row is unusable for other reasons."""
        if not identity:
            return False
        if identity not in self._seen:
            self._seen[identity] = row
            return False
        key = self._identity_key(row)
        self._notes.error("R031", row, key, identity, cell=self._notes.cell(self._seen[identity], key))
        return True

    def _identity_key(self, row: int) -> str:
        if self._has_id:
            return "id"
        return "card_number" if self._text(row, "card_number").strip() else "name"

    def _note_namesake(self, member: Member, row: int, people: dict[tuple[str, str], int]) -> None:
        person = self._folded[member.name], member.birth_date
        if member.birth_date and person in people:
            other = self._notes.cell(people[person], "name")
            self._notes.warning("R037", row, "name", member.name, cell=other, birth_date=member.birth_date)
        people.setdefault(person, row)

    def _text(self, row: int, key: str) -> str:
        column = self._columns.get(key)
        if column is None:
            return ""
        cells = self._grid.rows[row]
        return cells[column] if column < len(cells) else ""

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
            date = self._parsed(row, key, self._dates)
            if (birth and date and birth != date) or (sex and sex != meant):
                self._notes.error("R055", row, key, self._text(row, key).strip())
                continue
            birth, sex = date or birth, meant
        return birth, sex

    def _member(self, row: int) -> Member | None:
        name = self._tidy[self._text(row, "name")]
        if not name:
            self._notes.error("R032", row, "name")
        birth, sex = self._birth(row)
        identity = self._identity(row, name, birth)
        is_repeated = self._is_repeated(row, identity)
        unit = self._unit(row)
        joined = self._parsed(row, "joined", self._dates)
        official = self._parsed(row, "official_date", self._dates)
        flags = {key: self._is(row, key) for key in ("key_cadre", "committee_eligible", "exempt")}
        latitude, longitude = read_position(self._text(row, "latitude"), self._text(row, "longitude"), row, self._notes)
        home = self._homes.read(row)
        references = self._references
        pinned = references.pinned(row, self._text(row, "pinned_branch"), unit)
        excluded = references.excluded(row, self._text(row, "excluded_branches"), unit, pinned)
        current = self._tidy[self._text(row, "current_branch")]
        if not identity or is_repeated or not unit or not name:
            return None
        return Member(
            id=identity,
            name=name,
            unit=unit,
            address=self._grid.address(row),
            birth_date=birth,
            sex=sex,
            ethnicity=self._tidy[self._text(row, "ethnicity")],
            joined=joined,
            official_date=official,
            card_number=self._composed[self._text(row, "card_number")],
            status=self._status(row, joined, official),
            post=self._tidy[self._text(row, "post")],
            organisation=self._tidy[self._text(row, "organisation")],
            registered_residence=self._composed[self._text(row, "registered_residence")],
            current_residence=self._composed[self._text(row, "current_residence")],
            residence_unit=home.unit,
            residence_area=home.area,
            fields=references.fields(row, self._lists[self._text(row, "fields")]),
            in_charge_of=references.in_charge_of(row, self._labels[self._text(row, "in_charge_of")], unit),
            key_cadre=flags["key_cadre"],
            committee_eligible=flags["committee_eligible"],
            eligible_posts=self._labels[self._text(row, "eligible_posts")],
            exempt=flags["exempt"],
            current_branch=current,
            current_branch_id=references.origin(current, unit),
            pinned_branch_id=pinned,
            excluded_branch_ids=excluded,
            together=self._labels[self._text(row, "together")],
            apart=self._labels[self._text(row, "apart")],
            latitude=latitude,
            longitude=longitude,
            note=self._composed[self._text(row, "note")],
            cells=self._entries.cells(row),
        )

    def _identity(self, row: int, name: str, birth: str) -> str:
        """The id; in a list without ids the card number, else name and birth date."""
        if self._has_id:
            identity = read_id(self._grid, row, "id", self._columns["id"], self._notes)
            if not identity and not self._text(row, "id").strip():
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
        if official or "official_date" not in self._columns:
            return "official"
        return "probationary" if joined else "official"

    def _single_unit(self) -> str:
        """The unit of everybody when no column says it and the branch roster has only one."""
        units = self._places.units.names
        if "unit" in self._columns:
            return ""
        if len(units) == 1:
            return units[0]
        if self._context.branches:
            # One error for the file, not one for each row.
            self._notes.error("R056", self._header_row, "", "", units[:3])
        return ""

    def _unit(self, row: int) -> str:
        if self._only_unit:
            return self._only_unit
        if "unit" not in self._columns:
            return ""
        text = self._tidy[self._text(row, "unit")]
        if not text:
            if len(self._places.units.names) == 1:
                return self._places.units.names[0]
            self._notes.error("R016", row, "unit")
            return ""
        if not self._context.branches:
            return text
        match = self._places.units.match(text)
        if match.name is None:
            code = "R019" if match.is_ambiguous else "R010"
            self._notes.error(code, row, "unit", text, self._places.units.near(text))
        return match.name or ""
