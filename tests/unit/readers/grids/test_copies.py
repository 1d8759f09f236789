"""Sheets are copied as they are, with the kinds of their cells."""

from __future__ import annotations

import datetime
from pathlib import Path

import xlsxwriter

from reassign.readers.grids.copies import _value, copy_sheets
from reassign.readers.grids.grid import Kind
from reassign.readers.grids.sources import RosterSources, Source


def book(path: Path) -> Source:
    with xlsxwriter.Workbook(path) as target:
        first, second, _ = (target.add_worksheet(name) for name in ("Một", "Hai", "Trống"))
        day = target.add_format({"num_format": "dd/mm/yyyy"})
        first.write_row("A1", ["Mã", 7, 0.5, True, False])
        first.write_datetime("F1", datetime.datetime(2019, 5, 16), day)  # noqa: DTZ001
        first.merge_range("A3:B4", "gộp")
        first.write("C4", "cuối")
        # Reaches beyond the last row that holds something.
        first.merge_range("D4:D900", "dài")
        second.write("A1", "x")
    return Source(path, path.name)


def test_a_cell_is_the_value_that_it_held() -> None:
    assert [_value("TRUE", Kind.BOOLEAN), _value("FALSE", Kind.BOOLEAN)] == [True, False]
    assert [_value("7", Kind.NUMBER), _value("0.5", Kind.NUMBER), _value("1e+20", Kind.NUMBER)] == [7, 0.5, 1e20]
    assert str(_value("nan", Kind.NUMBER)) == "nan"
    assert _value("2019-05-16", Kind.DATE) == datetime.date(2019, 5, 16)
    assert _value("2019-05-16 10:00:00", Kind.DATE) == "2019-05-16 10:00:00"
    assert _value("7", None) == "7"


def test_the_sheets_that_were_told_apart_are_copied(tmp_path: Path) -> None:
    source = book(tmp_path / "a.xlsx")
    sources = RosterSources(members=source, branches=source)
    (copy,) = copy_sheets(sources, [("a.xlsx", "Một"), ("a.xlsx", "")])
    assert (copy.file, copy.sheet) == ("a.xlsx", "Một")
    assert list(copy.rows[0]) == ["Mã", 7, 0.5, True, False, datetime.date(2019, 5, 16)]
    assert list(copy.numbers) == [1, 2, 3, 4]
    assert list(copy.merged) == [(3, 1, 4, 2)]


def test_where_no_sheet_was_told_apart_all_that_hold_something_are(tmp_path: Path) -> None:
    source = book(tmp_path / "a.xlsx")
    for places in ([("a.xlsx", "")], [("a.xlsx", "Ba")]):
        assert [copy.sheet for copy in copy_sheets(RosterSources(source, source), places)] == ["Một", "Hai"]
    assert copy_sheets(RosterSources(source, source), [("b.xlsx", "")]) == ()


def test_a_file_of_two_roles_is_copied_once_and_files_of_a_folder_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "wards").mkdir()
    for name in ("b.csv", "a.csv", "c.csv"):
        (tmp_path / "wards" / name).write_text(f"id\n{name}\n", encoding="utf-8")
    folder = Source(tmp_path / "wards", "wards/")
    both = RosterSources(members=folder, branches=folder)
    copies = copy_sheets(both, [("wards/b.csv", ""), ("wards/a.csv", "")])
    assert [(copy.file, copy.rows[1][0]) for copy in copies] == [("wards/a.csv", "a.csv"), ("wards/b.csv", "b.csv")]
    assert list(copies[0].numbers) == [1, 2]
