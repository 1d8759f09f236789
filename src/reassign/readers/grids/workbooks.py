"""Workbooks (xlsx, xls, ods) → grids."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.apart import read_apart
from reassign.readers.grids.archive import MOST_CELLS_IN_ALL, Scan, scan_archive
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid, Kind

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_EXACT = 1e15
"""From here on a spreadsheet number may have lost digits."""


def read_workbook(file: FileBytes) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Every worksheet of a workbook, hidden ones too, in the order of the workbook.

    A workbook whose text shows that its reader can come to no harm is read here, any other by a process of its own.
    """
    if file.kind != "xlsx":
        return read_apart(file)
    scan, findings = scan_archive(file)
    if scan is None:
        return (), findings
    return _read(file, scan) if scan.is_plain else read_apart(file)


def read_here(file: FileBytes) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Every worksheet of a workbook, read by this process, which a bad workbook can abort."""
    scan, findings = scan_archive(file) if file.kind in ("xlsx", "ods") else (Scan(), ())
    if scan is None:
        return (), findings
    return _read(file, scan)


def _read(file: FileBytes, scan: Scan) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    address = CellAddress(file.source.name)
    try:
        grids, cells = _sheets(file, scan)
    except (KeyboardInterrupt, SystemExit):
        raise
    # A panic inside the library derives from BaseException; it says that the file is broken, not that we are.
    except BaseException as error:  # noqa: BLE001
        if isinstance(error, MemoryError):
            return (), (Finding("R084", Severity.ERROR, address, file.source.name),)
        code = "R008" if type(error).__name__ == "PasswordError" else "R009"
        return (), (Finding(code, Severity.ERROR, address, file.source.name),)
    if cells > MOST_CELLS_IN_ALL:
        return (), (Finding("R083", Severity.ERROR, address, file.source.name, {"cells": cells}),)
    return grids, ()


def _sheets(file: FileBytes, scan: Scan) -> tuple[tuple[Grid, ...], int]:
    """The worksheets and how many cells they have; no more sheets once these are too many."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    grids: list[Grid] = []
    cells = 0
    with CalamineWorkbook.from_filelike(io.BytesIO(file.data)) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet and cells <= MOST_CELLS_IN_ALL:
                is_visible = sheet.visible == SheetVisibleEnum.Visible
                grids.append(_grid(file, book, sheet.name, scan, is_visible=is_visible))
                cells += sum(map(len, grids[-1].rows))
    return tuple(grids), cells


def _grid(file: FileBytes, book: CalamineWorkbook, name: str, scan: Scan, *, is_visible: bool) -> Grid:
    sheet = book.get_sheet_by_name(name)
    values: Sequence[Sequence[Any]] = sheet.to_python(skip_empty_area=False)
    marks = scan.marks.get(scan.parts.get(name, ""), {})
    rows, kinds = _texts(values)
    if marks:
        rows = _marked(rows, kinds, marks)
    merged = scan.merged.get(scan.parts.get(name, "") if file.kind == "xlsx" else name, ())
    if file.kind == "xls":
        merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    return Grid(file.source.name, name, rows, kinds, is_visible=is_visible, merged=merged)


def _texts(values: Sequence[Sequence[Any]]) -> tuple[list[Sequence[str]], dict[tuple[int, int], Kind]]:
    """Values as text, and the kinds of those that were none. Rows of text alone are taken as they are."""
    kinds: dict[tuple[int, int], Kind] = {}
    rows: list[Sequence[str]] = []
    only_text = {str}
    for number, row in enumerate(values):
        if set(map(type, row)) <= only_text:
            rows.append(row)
            continue
        texts = list(row)
        for column, value in enumerate(row):
            if type(value) is str:
                continue
            if type(value) is float and -_EXACT < value < _EXACT and value.is_integer():
                texts[column], kinds[number, column] = str(int(value)), Kind.NUMBER
            else:
                texts[column], kinds[number, column] = _text(value)
        rows.append(texts)
    return rows, kinds


def _text(value: Any) -> tuple[str, Kind]:
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), Kind.BOOLEAN
    if isinstance(value, int):
        return str(value), Kind.NUMBER if abs(value) < _EXACT else Kind.LONG_NUMBER
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat(), Kind.DATE
        return value.isoformat(" "), Kind.DATE
    if isinstance(value, datetime.date):
        return value.isoformat(), Kind.DATE
    return str(value), Kind.TIME


def _number(value: float) -> tuple[str, Kind]:
    if not math.isfinite(value):
        return str(value), Kind.ERROR
    if abs(value) >= _EXACT:
        return repr(value), Kind.LONG_NUMBER
    return (str(int(value)) if value.is_integer() else repr(value)), Kind.NUMBER


def _marked(
    rows: list[Sequence[str]],
    kinds: dict[tuple[int, int], Kind],
    marks: Mapping[tuple[int, int], tuple[Kind, str]],
) -> list[Sequence[str]]:
    """The rows with error cells and formulas without a value, which the library shows as empty."""
    changed: list[list[str]] = [list(row) for row in rows]
    for (row, column), (kind, text) in marks.items():
        while len(changed) <= row:
            changed.append([])
        changed[row].extend([""] * (column + 1 - len(changed[row])))
        if not changed[row][column]:
            changed[row][column] = text
            kinds[row, column] = kind
    return list(changed)
