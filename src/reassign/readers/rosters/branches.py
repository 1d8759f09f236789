"""The branch roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Aliases
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold, tidy
from reassign.readers.cells.ids import is_absent, read_id, shortened, twins
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.positions import read_position
from reassign.readers.cells.values import Memory, composed, parts, parts_at_commas, whole_number, yes_or_no
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.told_units import told_new_unit
from reassign.readers.rosters.branch_units import BranchUnits, RowUnits
from reassign.readers.rosters.joined import joined
from reassign.readers.tables.header_words import branch_headings
from reassign.readers.tables.rows import Entries, broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import Table, TableShape, read_tables

REQUIRED = (("name", "id"),)


@dataclass(frozen=True, slots=True)
class BranchReading:
    """The branch roster as read.

    Attributes:
        files: The files that could be read.
        branches: The branches in the order of files, sheets and rows.
        columns: Names of the columns carried through.
        findings: Everything that is wrong with it.
    """

    files: tuple[FileBytes, ...]
    branches: tuple[Branch, ...]
    columns: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_branches(source: Source, aliases: Aliases, apart: Collection[Path] = ()) -> BranchReading:
    """Read the branch roster.

    Args:
        source: File or folder, and perhaps a sheet.
        aliases: The officer's own headings and spellings of fields.
        apart: Files of the folder that are other inputs.
    """

    def unit(table: Table) -> str:
        told = told_new_unit(table)
        return told.unit if told is not None else ""

    reading = read_tables(source, TableShape(branch_headings(), REQUIRED, aliases.columns, "unit"), unit, apart)
    several = [_Part(table) for table in reading.tables]
    units = BranchUnits(part.entries for part in several)
    fields: dict[str, str] = {fold(spelling): name for spelling, name in aliases.field_name.items()}
    seen: dict[str, CellAddress] = {}
    counted = Counter(name for part in several for name in part.names_for_ids())
    shared = frozenset(name for name, count in counted.items() if count > 1)
    for part in several:
        part.read(units, fields, seen, shared)
    branches, columns = joined([(part.branches, part.entries.names) for part in several])
    findings = (
        *reading.findings,
        *(finding for part in several for finding in part.findings()),
        *twins(seen, seen.__getitem__),
        *_same_names(several),
    )
    return BranchReading(reading.files, branches, columns, findings)


class _Part:
    """The branches of one sheet."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._notes = Notes(table.grid, table.header.columns())
        self.entries = find_entries(table, self._notes, ("id", "name"))
        self.branches: tuple[Branch, ...] = ()

    def names_for_ids(self) -> Sequence[str]:
        """The names, where nothing else says which branch is meant."""
        return self.entries.column("name").map(tidy) if _identity_key(self.entries) == "name" else ()

    def read(
        self, units: BranchUnits, fields: dict[str, str], seen: dict[str, CellAddress], shared: Collection[str]
    ) -> None:
        """Read the rows, now that the spellings of all units and the names of all branches are known."""
        told = told_new_unit(self._table)
        reader = RowUnits(self.entries, self._notes, units, told, self._table)
        self.branches = _Branches(self.entries, self._notes, fields, reader, seen, shared).read()
        reader.note_totals()

    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the sheet."""
        table, entries = self._table, self.entries
        found = (*broken_cells(table, entries), *ragged_findings(table, entries), *self._notes.findings)
        if entries.rows:
            return found
        address = table.grid.address(table.header.row)
        return (*found, Finding("R023", Severity.ERROR, address, "", {"role": "branches"}))


def _identity_key(entries: Entries) -> str:
    """Key of the column that says which branch a row is about."""
    return "id" if entries.has("id") or "name" not in entries.columns else "name"


def _same_names(parts: Sequence[_Part]) -> Iterator[Finding]:
    """Warn about branches of one unit that have one name: references by name are in doubt."""
    first: dict[tuple[str, str], CellAddress] = {}
    for part in parts:
        column = part.entries.columns.get("name", -1) + 1
        for branch in part.branches:
            here = replace(branch.address, column=column)
            there = first.setdefault((branch.unit, fold(branch.name)), here)
            if there is not here:
                parameters = {"unit": branch.unit, "cell": there.seen_from(here)}
                yield Finding("R114", Severity.WARNING, here, branch.name, parameters)


class _Branches:
    """One pass over the rows."""

    def __init__(
        self,
        entries: Entries,
        notes: Notes,
        fields: dict[str, str],
        units: RowUnits,
        seen: dict[str, CellAddress],
        shared: Collection[str],
    ) -> None:
        self._entries = entries
        self._grid = entries.grid
        self._columns = entries.columns
        self._places_of_keys = {key: column + 1 for key, column in entries.columns.items()}
        self._notes = notes
        self._tidy = Memory(tidy)
        self._composed = Memory(composed)
        self._fields = fields
        self._numbers = Memory(whole_number)
        self._units = units
        self._seen = seen
        self._shared = shared
        self._cells = dict(zip(entries.rows, entries.cells(), strict=True))
        self._identity = _identity_key(entries)
        column = self._columns.get("id")
        self._shortened = (
            {} if column is None or self._identity != "id" else shortened(entries.rows, entries.column("id").texts)
        )

    def read(self) -> tuple[Branch, ...]:
        """Every branch; rows without an identity or unit are noted and left out."""
        found: list[Branch] = []
        for row in self._entries.rows:
            branch = self._branch(row)
            if branch is None:
                continue
            here = self._notes.address(row, self._identity)
            there = self._seen.setdefault(branch.id, here)
            if there is not here:
                self._notes.error("R031", row, self._identity, branch.id, cell=there.seen_from(here))
                continue
            found.append(branch)
        return tuple(found)

    def _text(self, row: int, key: str) -> str:
        column = self._columns.get(key)
        return "" if column is None else self._grid.text(row, column)

    def _number(self, row: int, key: str) -> int | None:
        text = self._text(row, key)
        number, code = self._numbers[text]
        if code:
            self._notes.error(code, row, key, text.strip())
        return number

    def _branch(self, row: int) -> Branch | None:
        name = self._tidy[self._text(row, "name")]
        identity = name
        if row in self._shortened:
            self._notes.error("R120", row, "id", self._text(row, "id").strip(), width=self._shortened[row])
            identity = ""
        elif self._identity == "id":
            identity = read_id(self._grid, row, "id", self._columns["id"], self._notes)
            if is_absent(self._grid, row, self._columns["id"]):
                self._notes.error("R030", row, "id", "", name=name)
        unit = self._units.read(row)
        if self._identity == "name" and name in self._shared:
            # Every ward has its "Khu phố 1": the ward tells them apart, for all of them alike.
            identity = f"{name}|{unit}"
        minimum, maximum = self._number(row, "min"), self._number(row, "max")
        if minimum is not None and maximum is not None and minimum > maximum:
            self._notes.error("R042", row, "max", str(maximum), minimum=minimum, maximum=maximum)
        numbers = {key: self._number(row, key) for key in ("members_now", "officials_now", "committee_size")}
        vacancies = self._vacancies(row, numbers["committee_size"])
        special_text = self._text(row, "special")
        is_special, code = yes_or_no(special_text)
        if code:
            self._notes.error(code, row, "special", special_text.strip())
        latitude, longitude = read_position(self._text(row, "latitude"), self._text(row, "longitude"), row, self._notes)
        if not identity or not unit:
            return None
        return Branch(
            columns=self._places_of_keys,
            id=identity,
            name=name or identity,
            unit=unit,
            address=self._grid.address(row),
            areas=_distinct(parts_at_commas(self._text(row, "areas"))) or (name or identity,),
            kind=self._tidy[self._text(row, "kind")],
            min=minimum,
            max=maximum,
            members_now=numbers["members_now"],
            officials_now=numbers["officials_now"],
            needs=self._needs(row),
            special=is_special,
            committee_size=numbers["committee_size"],
            committee_vacancies=vacancies,
            vacant_posts=parts_at_commas(self._text(row, "vacant_posts")),
            latitude=latitude,
            longitude=longitude,
            note=self._composed[self._text(row, "note")],
            cells=self._cells[row],
        )

    def _vacancies(self, row: int, seats: int | None) -> int:
        """Free seats of the committee."""
        vacancies = self._number(row, "committee_vacancies") or 0
        if seats is not None and vacancies > seats:
            self._notes.warning("R156", row, "committee_vacancies", str(vacancies), seats=seats)
        return vacancies

    def _needs(self, row: int) -> tuple[str, ...]:
        """Needed fields, each in the spelling that came first."""
        return _distinct(
            tuple(self._fields.setdefault(fold(field), field) for field in parts(self._text(row, "needs")))
        )


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def field_spellings(branches: tuple[Branch, ...], aliases: Mapping[str, str]) -> Mapping[str, str]:
    """How the branch roster spells a field, by comparison key; the officer's aliases come first."""
    spellings = {fold(need): need for branch in branches for need in branch.needs}
    for spelling, name in aliases.items():
        spellings[fold(spelling)] = spellings.get(fold(name), name)
    return spellings
