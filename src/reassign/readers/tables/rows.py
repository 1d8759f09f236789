"""Which rows of a table are entries, and which are titles, sections, totals or signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.findings import Finding, Severity
from reassign.domain.vietnamese import plain
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import Memory, composed
from reassign.readers.grids.grid import Grid, Kind
from reassign.readers.tables.headers import column_names
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
    """

    grid: Grid
    columns: Mapping[str, int]
    rows: Sequence[int]
    carried: tuple[int, ...]
    names: tuple[str, ...]
    texts: Mapping[str, str]

    def has(self, key: str) -> bool:
        """Whether any entry fills the column ``key``."""
        column = self.columns.get(key)
        return column is not None and any(self.grid.text(row, column).strip() for row in self.rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """The text of the columns carried through."""
        cells, texts = self.grid.rows[row], self.texts
        width = len(cells)
        return tuple(texts[cells[column]] if column < width else "" for column in self.carried)


def find_entries(table: Table, notes: Notes, identifying: Sequence[str]) -> Entries:
    """The rows below the header that are entries; whatever else holds text there is noted.

    Args:
        table: The table.
        notes: Where to note what is left out.
        identifying: Keys of the columns of which an entry fills at least one.
    """
    grid, header = table.grid, table.header
    columns = header.columns()
    wanted = [columns[key] for key in identifying if key in columns]
    names = [columns[key] for key in ("name",) if key in columns]
    used = [False] * max((len(row) for row in grid.rows), default=0)
    rows: list[int] = []
    others: list[int] = []
    identity = columns.get("id", -1)
    is_below = False
    for number in range(header.first_row, len(grid.rows)):
        row = grid.rows[number]
        width = len(row)
        if not any(row):
            continue
        if any(column < width and row[column] for column in wanted):
            filled = [column for column, cell in enumerate(row) if cell and not cell.isspace()]
            # Below a total or a signature a row with little in it is the name of who signs.
            if len(filled) > 2 or (
                not _is_line(row, filled, wanted, names) and not (is_below and identity not in filled)
            ):
                rows.append(number)
                continue
        if any(cell and not cell.isspace() for cell in row):
            others.append(number)
            is_below = is_below or any(plain(cell).startswith(_BELOW) for cell in row if cell)
    for number in rows:
        for column, cell in enumerate(grid.rows[number]):
            if cell:
                used[column] = True
    _note_others(table, notes, rows, others)
    carried = column_names(header, used)
    return Entries(
        grid,
        columns,
        rows,
        tuple(column for column, _ in carried),
        tuple(name for _, name in carried),
        Memory(composed),
    )


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


def _is_line(row: Sequence[str], filled: Sequence[int], wanted: Sequence[int], names: Sequence[int]) -> bool:
    """Whether a row with at most two cells is a total, a signature or the heading of a section."""
    if not filled:
        return True
    texts = [plain(row[column]) for column in filled]
    if any(text.startswith(_BELOW) for text in texts):
        return True
    is_only_name = len(filled) == 1 and filled[0] in names and len(wanted) > 1
    return is_only_name and texts[0].startswith(("chi bo ", "phuong ", "xa ", "khu pho "))


def _note_others(table: Table, notes: Notes, rows: Sequence[int], others: Sequence[int]) -> None:
    """Say which rows are left out: sections between entries, doubtful rows anywhere.

    Totals and signatures below the last entry are what every list ends with; only rows that could be
    an entry with its name lost are worth a word there.
    """
    last = rows[-1] if rows else -1
    known = [column for key, column in table.header.columns().items() if key != "note"]
    for number in others:
        row = table.grid.rows[number]
        filled = [cell for cell in row if cell and not cell.isspace()]
        in_known = sum(1 for column in known if column < len(row) and row[column] and not row[column].isspace())
        text = composed(filled[0])[:80]
        is_signature = any(plain(cell).startswith(_BELOW) for cell in filled)
        if in_known >= 2 and not is_signature and (number < last or not _is_after_signature(table.grid, number, last)):
            notes.warning("R026", number, "", text)
        elif number < last:
            notes.warning("R027", number, "", text)


def _is_after_signature(grid: Grid, number: int, last: int) -> bool:
    """Whether a total or signature stands between the last entry and a row."""
    return any(plain(cell).startswith(_BELOW) for row in grid.rows[last + 1 : number] for cell in row if cell)
