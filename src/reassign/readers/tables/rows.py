"""Which rows of a table are entries, and which are titles, sections, totals or signatures."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import TypeVar

from reassign.domain.findings import Finding, Severity
from reassign.domain.vietnamese import plain
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed
from reassign.readers.grids.grid import Grid, Kind
from reassign.readers.tables.columns import Column, columns_of, empty_column
from reassign.readers.tables.headers import column_names
from reassign.readers.tables.sections import MOST_CELLS_OF_A_SECTION, Section, section_of
from reassign.readers.tables.tables import Table

Value = TypeVar("Value")

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
        texts: What the entries hold, by zero-based column; columns behind the last cell of all are absent.
        composed: The same in ordinary letters without white space at the ends, as it is to be stored.
        carried: Zero-based columns to carry through.
        names: Their names.
        unit_lines: The section line that says the unit of a row, by zero-based row.
        branch_lines: Likewise the branch.
    """

    grid: Grid
    columns: Mapping[str, int]
    rows: Sequence[int]
    texts: Sequence[Column]
    composed: Sequence[Sequence[str]]
    carried: tuple[int, ...]
    names: tuple[str, ...]
    unit_lines: Mapping[int, Section] = field(default_factory=dict)
    branch_lines: Mapping[int, Section] = field(default_factory=dict)

    def column(self, key: str) -> Column:
        """What the entries hold in the column ``key``; empty texts if there is no such column."""
        column = self.columns.get(key, -1)
        return self.texts[column] if 0 <= column < len(self.texts) else empty_column(len(self.rows))

    def parsed(
        self, key: str, parse: Callable[[str], tuple[Value, str]], notes: Notes, settled: Collection[int] = ()
    ) -> Sequence[Value]:
        """The values of the column ``key``; what is wrong with a cell is noted as an error.

        Args:
            key: The column.
            parse: Gives the value of a text and a code, which is empty if nothing is wrong.
            notes: Where to note it.
            settled: Zero-based rows in which the column does not count.
        """
        values, faults = self.column(key).parsed(parse)
        for number, text, code in faults:
            if self.rows[number] not in settled:
                notes.error(code, self.rows[number], key, text.strip())
        return values

    def stored(self, key: str) -> Sequence[str]:
        """The same as it is to be stored."""
        column = self.columns.get(key, -1)
        return self.composed[column] if 0 <= column < len(self.composed) else [""] * len(self.rows)

    def has(self, key: str) -> bool:
        """Whether any entry fills the column ``key``."""
        return key in self.columns and self.column(key).is_filled()

    def cells(self) -> Sequence[tuple[str, ...]]:
        """The columns carried through, entry by entry, as they are to be stored."""
        nothing = [""] * len(self.rows)
        carried = [self.composed[column] if column < len(self.composed) else nothing for column in self.carried]
        return list(zip(*carried, strict=True)) if carried else [()] * len(self.rows)

    def only(self, chosen: Sequence[bool]) -> Entries:
        """The entries that are chosen."""
        if all(chosen):
            return self
        return replace(
            self,
            rows=list(compress(self.rows, chosen)),
            texts=[Column(list(compress(column.texts, chosen))) for column in self.texts],
            composed=[list(compress(texts, chosen)) for texts in self.composed],
        )


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
        sorting.add(number, grid.rows[number])
    _note_others(table, notes, sorting)
    texts = columns_of([grid.rows[number] for number in sorting.rows])
    _note_spellings(texts, sorting.rows, columns, notes)
    carried = column_names(header, [any(column.different) for column in texts])
    return Entries(
        grid,
        columns,
        sorting.rows,
        texts,
        [column.composed() for column in texts],
        tuple(column for column, _ in carried),
        tuple(name for _, name in carried),
        sorting.unit_lines,
        sorting.branch_lines,
    )


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
        """Take the next row."""
        filled = len(row) - row.count("")
        if not filled:
            return
        # A section line has at most four cells, so most rows need no second look.
        section = None
        if filled <= MOST_CELLS_OF_A_SECTION:
            section = section_of(row, number, self._guarded, names_branches=self._names_branches)
        if section is not None:
            self._take_section(number, section)
        elif self._is_entry(row, filled):
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

    def _is_entry(self, row: Sequence[str], filled_cells: int) -> bool:
        width = len(row)
        if not any(column < width and row[column] for column in self._wanted):
            return False
        if filled_cells - sum(map(str.isspace, row)) > 2:
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


_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
_ODD_LETTERS = "\u0300-\u036f\u00d0\u00f0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_ODD = re.compile(f"[{_ODD_LETTERS}]")
_STRANGE = re.compile(f"[{_CONTROLS}{_ODD_LETTERS}]")


def _note_spellings(texts: Sequence[Column], rows: Sequence[int], columns: Mapping[str, int], notes: Notes) -> None:
    """Count letters written in an odd way, which are read as ordinary ones; control characters are errors.

    Ids are looked at where they are read, since nothing in them is changed.
    """
    keys = {column: key for key, column in columns.items()}
    odd: list[tuple[int, int, str]] = []
    for number, column in enumerate(texts):
        key = keys.get(number, "")
        joined = column.joined()
        if key in ("id", "card_number") or _STRANGE.search(joined) is None:
            continue
        for row, text in zip(rows, column.texts, strict=True):
            match = _CONTROL.search(text)
            if match:
                notes.error("R122", row, key, composed(text), character=f"U+{ord(match.group()):04X}")
            if _ODD.search(text):
                odd.append((row, number, text))
    if odd:
        row, number, text = min(odd)
        notes.warning("R123", row, keys.get(number, ""), composed(text), count=len(odd))


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
