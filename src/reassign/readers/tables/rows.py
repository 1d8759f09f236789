"""Which rows of a table are entries, and which are titles, sections, totals or signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from reassign.domain.findings import Finding, Severity
from reassign.domain.vietnamese import plain
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import Memory, composed
from reassign.readers.grids.grid import Grid, Kind
from reassign.readers.tables.headers import column_names
from reassign.readers.tables.sections import MOST_CELLS_OF_A_SECTION, Section, section_of
from reassign.readers.tables.tables import Table

_BELOW = (
    *("tong cong", "tong so", "cong", "nguoi lap", "t/m", "tm.", "tm ", "k/t", "kt.", "bi thu", "pho bi thu"),
    *("(ky", "ky ten", "xac nhan", "ngay ", "danh sach nay", "lap bieu", "nguoi kiem tra", "noi nhan", "total"),
)
"""How totals and signature blocks begin."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a table.

    Attributes:
        grid: The sheet.
        columns: Zero-based column by canonical key.
        rows: Zero-based rows of the entries.
        carried: Zero-based columns to carry through.
        names: Their names.
        texts: Text to store by text as read.
        unit_lines: The section line that says the unit of a row, by zero-based row.
        branch_lines: Likewise the branch.
    """

    grid: Grid
    columns: Mapping[str, int]
    rows: Sequence[int]
    carried: tuple[int, ...]
    names: tuple[str, ...]
    texts: Mapping[str, str]
    unit_lines: Mapping[int, Section] = field(default_factory=dict)
    branch_lines: Mapping[int, Section] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether any entry fills the column ``key``."""
        column = self.columns.get(key)
        return column is not None and any(self.grid.text(row, column).strip() for row in self.rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """The text of the columns carried through."""
        cells, texts = self.grid.rows[row], self.texts
        width = len(cells)
        if len(self.carried) > 1 and self.carried[-1] < width:
            # Columns are carried in their order, so that the last one tells that all are there.
            return tuple(map(texts.__getitem__, itemgetter(*self.carried)(cells)))
        return tuple(texts[cells[column]] if column < width else "" for column in self.carried)


def find_entries(table: Table, notes: Notes, identifying: Sequence[str], *, names_branches: bool = False) -> Entries:
    """The rows below the header that are entries; whatever else holds text there is noted.

    Args:
        table: The table.
        notes: Where to note what is left out.
        identifying: Keys of the columns of which an entry fills at least one.
        names_branches: Whether a section line may name a branch.
    """
    table = replace(table, grid=_without_merges(table, notes, identifying))
    grid, header = table.grid, table.header
    columns = header.columns()
    sorting = _Sorting(table, identifying, names_branches=names_branches)
    for number in range(header.first_row, len(grid.rows)):
        if any(grid.rows[number]):
            sorting.add(number, grid.rows[number])
    used = _used_columns([grid.rows[number] for number in sorting.rows])
    _note_others(table, notes, sorting)
    _note_spellings(grid, sorting.rows, columns, notes)
    carried = column_names(header, used)
    return Entries(
        grid,
        columns,
        sorting.rows,
        tuple(column for column, _ in carried),
        tuple(name for _, name in carried),
        Memory(composed),
        sorting.unit_lines,
        sorting.branch_lines,
    )


def _used_columns(rows: Sequence[Sequence[str]]) -> list[bool]:
    """Whether any of the rows has text in a column; after a few rows only those are looked at that have none yet."""
    width = max(map(len, rows), default=0)
    waiting = list(range(width))
    for row in rows:
        if not waiting:
            break
        found = [column for column in waiting if column < len(row) and row[column]]
        if found:
            waiting = [column for column in waiting if column not in found]
    return [column not in waiting for column in range(width)]


class _Sorting:
    """Tells entries from section lines and from everything else, one row after another."""

    def __init__(self, table: Table, identifying: Sequence[str], *, names_branches: bool) -> None:
        columns = table.header.columns()
        self._wanted = [columns[key] for key in identifying if key in columns]
        self._guarded = [columns[key] for key in ("id", "card_number") if key in columns]
        self._identity = columns.get("id", -1)
        self._names_branches = names_branches
        self._unit: Section | None = None
        self._branch: Section | None = None
        self._is_below = False
        self.rows: list[int] = []
        self.others: list[int] = []
        self.lines: dict[int, Section] = {}
        self.unit_lines: dict[int, Section] = {}
        self.branch_lines: dict[int, Section] = {}

    def add(self, number: int, row: Sequence[str]) -> None:
        """Take the next row that is not empty."""
        # A section line has at most four cells, so most rows need no second look.
        section = None
        if sum(map(bool, row)) <= MOST_CELLS_OF_A_SECTION:
            section = section_of(row, number, self._guarded, names_branches=self._names_branches)
        if section is not None:
            self._take_section(number, section)
        elif self._is_entry(row):
            self.rows.append(number)
            if self._unit is not None:
                self.unit_lines[number] = self._unit
            if self._branch is not None:
                self.branch_lines[number] = self._branch
            return
        if any(cell and not cell.isspace() for cell in row):
            self.others.append(number)
            self._is_below = self._is_below or any(plain(cell).startswith(_BELOW) for cell in row if cell)

    def _take_section(self, number: int, section: Section) -> None:
        self.lines[number] = section
        self._is_below = False
        if section.kind == "unit":
            self._unit, self._branch = section, None
        elif section.kind == "branch":
            self._branch = section

    def _is_entry(self, row: Sequence[str]) -> bool:
        width = len(row)
        if not any(column < width and row[column] for column in self._wanted):
            return False
        if sum(map(bool, map(str.strip, row))) > 2:
            return True
        filled = [column for column, cell in enumerate(row) if cell and not cell.isspace()]
        # A row with at most two cells is a total or a signature, or below one the name of who signs.
        texts = [plain(row[column]) for column in filled]
        if not filled or any(text.startswith(_BELOW) for text in texts):
            return False
        return not self._is_below or (self._identity in filled and any(map(str.isdigit, row[self._identity])))


def _without_merges(table: Table, notes: Notes, identifying: Sequence[str]) -> Grid:
    """The grid with the value of merged cells in each of their rows, as the eye reads them."""
    grid, header = table.grid, table.header
    rows: list[Sequence[str]] | None = None
    for top, column, bottom, right in grid.merged:
        if top < header.first_row or bottom == top or column >= len(header.keys):
            continue
        last = min(bottom, len(grid.rows) - 1)
        value = grid.text(top, column) if top < len(grid.rows) else ""
        if not value.strip() or not any(_says_else(grid, row, column, right) for row in range(top, last + 1)):
            continue
        key = header.keys[column]
        area = f"{grid.address(top, column).cell}:{grid.address(bottom, right).cell}"
        if key in identifying:
            notes.error("R106", top, key, value.strip(), range=area)
            continue
        notes.warning("R104", top, key, value.strip(), range=area)
        rows = list(grid.rows) if rows is None else rows
        for number in range(top + 1, last + 1):
            cells = list(rows[number])
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = value
            rows[number] = cells
    return grid if rows is None else replace(grid, rows=rows)


def _says_else(grid: Grid, row: int, first: int, last: int) -> bool:
    """Whether a row holds anything outside the columns of merged cells."""
    return any(cell and not cell.isspace() for column, cell in enumerate(grid.rows[row]) if not first <= column <= last)


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_ODD = re.compile("[\u0300-\u036f\u00d0\u00f0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def _note_spellings(grid: Grid, rows: Sequence[int], columns: Mapping[str, int], notes: Notes) -> None:
    """Count letters written in an odd way, which are read as ordinary ones; control characters are errors.

    Ids are looked at where they are read, since nothing in them is changed.
    """
    exact = {columns[key] for key in ("id", "card_number") if key in columns}
    keys = {column: key for key, column in columns.items()}
    odd: list[tuple[int, int]] = []
    for number in rows:
        row = grid.rows[number]
        joined = "\n".join(row)
        if joined.isascii() and joined.replace("\n", "").isprintable():
            continue
        if _CONTROL.search(joined):
            for column, cell in enumerate(row):
                match = _CONTROL.search(cell)
                if match and column not in exact:
                    mark = f"U+{ord(match.group()):04X}"
                    notes.error("R122", number, keys.get(column, ""), composed(cell), character=mark)
        if _ODD.search(joined):
            odd += [(number, column) for column, cell in enumerate(row) if column not in exact and _ODD.search(cell)]
    if odd:
        row_number, column = odd[0]
        value = composed(grid.text(row_number, column))
        notes.warning("R123", row_number, keys.get(column, ""), value, count=len(odd))


def ragged_findings(table: Table, entries: Entries) -> tuple[Finding, ...]:
    """Rows of a text file that have more or fewer cells than the header."""
    grid = table.grid
    if grid.lines is None:
        return ()
    findings: list[Finding] = []
    width = len(table.header.keys)
    for row in entries.rows:
        cells = grid.rows[row]
        if len(cells) == width:
            continue
        if any(cells[width:]) or len(cells) < width:
            parameters = {"cells": len(cells), "width": width}
            severity = Severity.ERROR if len(cells) > width else Severity.WARNING
            findings.append(Finding("R073", severity, grid.address(row), "", parameters))
    return tuple(findings)


def broken_cells(table: Table, entries: Entries) -> tuple[Finding, ...]:
    """Error cells and formulas without a value in the entries; in an unknown column they are only a warning."""
    rows = frozenset(entries.rows)
    known = frozenset(entries.columns.values())
    codes = {Kind.ERROR: "R050", Kind.EMPTY_FORMULA: "R051"}
    findings: list[Finding] = []
    for (row, column), kind in table.grid.kinds.items():
        code = codes.get(kind)
        if code is not None and row in rows:
            severity = Severity.ERROR if column in known else Severity.WARNING
            value = table.grid.text(row, column)
            findings.append(Finding(code, severity, table.grid.address(row, column), value))
    return tuple(findings)


def _note_others(table: Table, notes: Notes, sorting: _Sorting) -> None:
    """Say which rows are left out: sections between entries, doubtful rows anywhere.

    Totals and signatures below the last entry are what every list ends with; only rows that could be
    an entry with its name lost are worth a word there.
    """
    lines = sorting.lines
    last = sorting.rows[-1] if sorting.rows else -1
    known = [column for key, column in table.header.columns().items() if key != "note"]
    for number in sorting.others:
        row = table.grid.rows[number]
        filled = [cell for cell in row if cell and not cell.isspace()]
        in_known = sum(1 for column in known if column < len(row) and row[column] and not row[column].isspace())
        text = composed(filled[0])[:80]
        is_signature = any(plain(cell).startswith(_BELOW) for cell in filled)
        if number in lines:
            if number < last:
                section = lines[number]
                notes.warning("R027", number, "", composed(table.grid.text(number, section.column))[:80])
        elif (
            in_known >= 2 and not is_signature and (number < last or not _is_after_signature(table.grid, number, last))
        ):
            notes.warning("R026", number, "", text)
        elif number < last:
            notes.warning("R027", number, "", text)


def _is_after_signature(grid: Grid, number: int, last: int) -> bool:
    """Whether a total or signature stands between the last entry and a row."""
    return any(plain(cell).startswith(_BELOW) for row in grid.rows[last + 1 : number] for cell in row if cell)
