"""Numbers of pairs, distances or lots: a long table, or a matrix with members down and branches across."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.values import Memory, whole_number
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import Source
from reassign.readers.tables.header_words import distance_headings, lot_headings
from reassign.readers.tables.headers import find_header
from reassign.readers.tables.tables import named_grids, read_table

GREATEST_LOT = 2**20 - 1


@dataclass(frozen=True, slots=True)
class DistanceReading:
    """The distances as read, by member id and branch id; None if there is no usable table."""

    file: FileBytes | None
    distances: Mapping[str, Mapping[str, int]] | None
    findings: tuple[Finding, ...]


def read_distances(
    source: Source, members: Container[str], branches: Mapping[str, object], columns: Mapping[str, str]
) -> DistanceReading:
    """Read distances: non-negative whole numbers of any unit; an absent pair is missing.

    Args:
        source: File and perhaps sheet.
        members: Ids of the members.
        branches: Ids of the branches.
        columns: The officer's own headings.
    """
    sheets = read_grids(source)
    if not sheets.is_read:
        return DistanceReading(sheets.file, None, sheets.findings)
    grids, findings = named_grids(source, sheets.grids)
    if not grids:
        return DistanceReading(sheets.file, None, findings)
    grid = grids[0]
    header = find_header(grid, distance_headings(), columns)
    table = _Pairs(grid, members, branches, "distance", None)
    if header is not None and set(header.keys) >= {"member", "branch", "distance"}:
        table.read_long(header.columns(), header.first_row)
    else:
        table.read_matrix()
    return DistanceReading(sheets.file, table.numbers, (*sheets.findings, *table.findings))


def read_lots(
    source: Source, members: Container[str], branches: Mapping[str, object], columns: Mapping[str, str]
) -> DistanceReading:
    """Read lots that were drawn elsewhere, ``member, branch, lot``: whole numbers from 0 to 2^20 - 1.

    Args:
        source: File and perhaps sheet.
        members: Ids of the members.
        branches: Ids of the branches.
        columns: The officer's own headings.
    """
    reading = read_table(source, lot_headings(), (("member",), ("branch",), ("lot",)), columns)
    if reading.table is None:
        return DistanceReading(reading.file, None, reading.findings)
    table = _Pairs(reading.table.grid, members, branches, "lot", GREATEST_LOT)
    table.read_long(reading.table.header.columns(), reading.table.header.first_row)
    return DistanceReading(reading.file, table.numbers, (*reading.findings, *table.findings))


class _Pairs:
    """One pass over a sheet.

    Attributes:
        numbers: What was read, by member id and branch id.
        findings: What is wrong with it.
    """

    def __init__(
        self, grid: Grid, members: Container[str], branches: Mapping[str, object], key: str, greatest: int | None
    ) -> None:
        self._grid = grid
        self._members = members
        self._branches = branches
        self._key = key
        self._greatest = greatest
        self._whole = Memory(whole_number)
        self._unknown: dict[str, CellAddress] = {}
        self.numbers: dict[str, dict[str, int]] = {}
        self.findings: list[Finding] = []

    def read_long(self, columns: Mapping[str, int], first_row: int) -> None:
        """One row per pair."""
        for row in range(first_row, len(self._grid.rows)):
            member, branch, text = (
                self._grid.text(row, columns[key]).strip() for key in ("member", "branch", self._key)
            )
            if not (member or branch or text):
                continue
            is_known = self._is_member(member, row, columns["member"])
            if self._is_branch(branch, row, columns["branch"]) and is_known:
                self._put(member, branch, text, row, columns[self._key])

    def read_matrix(self) -> None:
        """Member ids in the first column, branch ids in the first row that is not empty."""
        top = next((row for row, cells in enumerate(self._grid.rows) if any(cells[1:])), None)
        if top is None:
            self.findings.append(Finding("R020", Severity.ERROR, self._grid.whole(), "", {"key": "distance"}))
            return
        heads = [cell.strip() for cell in self._grid.rows[top]]
        places = [
            (column, branch)
            for column, branch in enumerate(heads)
            if column and branch and self._is_branch(branch, top, column)
        ]
        for row in range(top + 1, len(self._grid.rows)):
            cells = self._grid.rows[row]
            member = cells[0].strip() if cells else ""
            if not any(cells) or not self._is_member(member, row, 0):
                continue
            for column, branch in places:
                if column < len(cells):
                    self._put(member, branch, cells[column], row, column)

    def _put(self, member: str, branch: str, text: str, row: int, column: int) -> None:
        number, code = self._whole[text]
        if number is not None and self._greatest is not None and number > self._greatest:
            parameters = {"limit": self._greatest}
            self.findings.append(
                Finding("R165", Severity.ERROR, self._grid.address(row, column), text.strip(), parameters)
            )
        elif code:
            self.findings.append(Finding(code, Severity.ERROR, self._grid.address(row, column), text.strip()))
        elif number is not None:
            known = self.numbers.setdefault(member, {})
            if known.setdefault(branch, number) != number:
                parameters = {"other": known[branch]}
                address = self._grid.address(row, column)
                self.findings.append(Finding("R063", Severity.ERROR, address, text.strip(), parameters))

    def _is_member(self, member: str, row: int, column: int) -> bool:
        """Whether the member is in the roster; a table may know more members than this roster has."""
        if member in self._members:
            return True
        if member not in self._unknown:
            address = self._unknown[member] = self._grid.address(row, column)
            self.findings.append(Finding("R065", Severity.WARNING, address, member))
        return False

    def _is_branch(self, branch: str, row: int, column: int) -> bool:
        if branch in self._branches:
            return True
        if branch not in self._unknown:
            address = self._unknown[branch] = self._grid.address(row, column)
            near = nearest(branch, tuple(self._branches))
            self.findings.append(Finding("R018", Severity.ERROR, address, branch, {}, near))
        return False
