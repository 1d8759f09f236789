"""Lists of another shape than a heading line with rows below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.golden.catalogue.cells import READ, REFUSED
from tests.golden.catalogue.entry import Entry, Prepare
from tests.journeys.test_bad_rosters import AN, BRANCHES, CUC, GOOD_SHAPES, HEAD, PEOPLE, SHAPES, Rows, write


def shaped(rows: Rows, merged: Sequence[tuple[int, int, int, int]] = ()) -> Prepare:
    """The members as a workbook of this shape, the branches as they should be."""

    def prepare(folder: Path) -> None:
        write(folder / "members.xlsx", rows, merged)
        write(folder / "branches.xlsx", BRANCHES)

    return prepare


def framed(rows: int) -> Prepare:
    """Three members and so many rows with nothing in them but a frame."""

    def prepare(folder: Path) -> None:
        with xlsxwriter.Workbook(str(folder / "members.xlsx"), {"constant_memory": True}) as book:
            frame = book.add_format({"border": 1})
            page = book.add_worksheet("Danh sách")
            for row, cells in enumerate((HEAD, *PEOPLE)):
                for column, cell in enumerate(cells):
                    page.write_string(row, column, cell)
            for row in range(4, 4 + rows):
                page.write_blank(row, 0, None, frame)
        write(folder / "branches.xlsx", BRANCHES)

    return prepare


def _entry(name: str, prepare: Prepare, exit_code: int, told: Sequence[tuple[str, str]], named: str = "") -> Any:
    places = [f"{code} members.xlsx › Danh sách{f'!{cell}' if cell else ''}" for code, cell in told]
    return pytest.param(Entry(named or name, prepare, exit_code, places, REFUSED if exit_code else READ), id=name)


def _entries() -> Iterator[Any]:
    refused: list[Any] = [(str(each.id), each.values) for each in SHAPES]
    for name, (rows, told, _) in refused:
        yield _entry(name, shaped(rows), 3, told)
    read: list[Any] = [(str(each.id), each.values) for each in GOOD_SHAPES]
    for name, (rows, told) in read:
        yield _entry(name, shaped(rows), 0, told)
    yield _entry(
        "a merged unit",
        shaped((HEAD, AN, ("m2", "Trần Bình", None), CUC), [(1, 2, 2, 2)]),
        0,
        [("R104", "C2")],
        "merged data cells",
    )
    yield _entry(
        "a merged name",
        shaped((HEAD, AN, ("m2", None, "Đa Kao"), CUC), [(1, 1, 2, 1)]),
        3,
        [("R106", "B2"), ("R032", "B3")],
        "merged data cells",
    )
    yield _entry("200,000 styled empty rows", framed(200_000), 0, [])


NAME = "Shape"
ITEMS = (
    *("no header", "duplicate header", "missing column", "title rows above"),
    *("header of two lines with merged cells", "header only", "merged data cells", "totals and signature below"),
    *("blank rows inside", "200,000 styled empty rows"),
)
ENTRIES = list(_entries())
