"""The branch roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Aliases
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold, tidy
from reassign.readers.cells.ids import note_twins, read_id
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.positions import read_position
from reassign.readers.cells.values import Memory, composed, parts, parts_at_commas, whole_number, yes_or_no
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.tables.header_words import branch_headings
from reassign.readers.tables.rows import Entries, broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import Table, read_table

REQUIRED = (("name", "id"), ("unit",))


@dataclass(frozen=True, slots=True)
class BranchReading:
    """The branch roster as read.

    Attributes:
        file: The file; None if it could not be read.
        branches: The branches in the order of the file.
        columns: Names of the columns carried through.
        findings: Everything that is wrong with it.
    """

    file: FileBytes | None
    branches: tuple[Branch, ...]
    columns: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_branches(source: Source, aliases: Aliases) -> BranchReading:
    """Read the branch roster.

    Args:
        source: File and perhaps sheet.
        aliases: The officer's own headings and spellings of fields.
    """
    reading = read_table(source, branch_headings(), REQUIRED, aliases.columns)
    if reading.table is None:
        return BranchReading(reading.file, (), (), reading.findings)
    table = reading.table
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, ("id", "name"))
    branches = _Branches(entries, notes, aliases).read()
    findings = (
        *(*reading.findings, *broken_cells(table, entries), *ragged_findings(table, entries)),
        *(*notes.findings, *_none(table, entries)),
    )
    return BranchReading(reading.file, branches, entries.names, findings)


def _none(table: Table, entries: Entries) -> tuple[Finding, ...]:
    if entries.rows:
        return ()
    return (Finding("R023", Severity.ERROR, table.grid.address(table.header.row), "", {"role": "branches"}),)


class _Branches:
    """One pass over the rows."""

    def __init__(self, entries: Entries, notes: Notes, aliases: Aliases) -> None:
        self._entries = entries
        self._grid = entries.grid
        self._columns = entries.columns
        self._notes = notes
        self._tidy = Memory(tidy)
        self._composed = Memory(composed)
        self._fields: dict[str, str] = {fold(spelling): name for spelling, name in aliases.field_name.items()}
        self._numbers = Memory(whole_number)
        self._units: dict[str, str] = {}
        self._identity = "id" if entries.has("id") or "name" not in entries.columns else "name"

    def read(self) -> tuple[Branch, ...]:
        """Every branch; rows without an identity or unit are noted and left out."""
        rows: dict[str, int] = {}
        found: list[Branch] = []
        for row in self._entries.rows:
            branch = self._branch(row)
            if branch is None:
                continue
            if branch.id in rows:
                key = self._identity
                self._notes.error("R031", row, key, branch.id, cell=self._notes.cell(rows[branch.id], key))
                continue
            rows[branch.id] = row
            found.append(branch)
        note_twins(rows.items(), self._identity, self._notes)
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
        if self._identity == "id":
            identity = read_id(self._grid, row, "id", self._columns["id"], self._notes)
            if not identity and not self._text(row, "id").strip():
                self._notes.error("R030", row, "id", "", name=name)
        unit = self._unit(row)
        minimum, maximum = self._number(row, "min"), self._number(row, "max")
        if minimum is not None and maximum is not None and minimum > maximum:
            self._notes.error("R042", row, "max", str(maximum), minimum=minimum, maximum=maximum)
        numbers = {key: self._number(row, key) for key in ("members_now", "officials_now", "committee_size")}
        vacancies = self._number(row, "committee_vacancies") or 0
        special_text = self._text(row, "special")
        is_special, code = yes_or_no(special_text)
        if code:
            self._notes.error(code, row, "special", special_text.strip())
        latitude, longitude = read_position(self._text(row, "latitude"), self._text(row, "longitude"), row, self._notes)
        if not identity or not unit:
            return None
        return Branch(
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
            cells=self._entries.cells(row),
        )

    def _unit(self, row: int) -> str:
        """The unit in the spelling that the roster used first, so that spellings of one unit are one."""
        text = self._tidy[self._text(row, "unit")]
        if not text:
            if "unit" in self._columns:
                self._notes.error("R016", row, "unit")
            return ""
        return self._units.setdefault(fold(text), text)

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
