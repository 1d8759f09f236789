from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from reassign.readers.grids.grid import Kind
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import Source


def written(folder: Path, name: str, data: bytes) -> Source:
    (folder / name).write_bytes(data)
    return Source(folder / name, name)


def workbook(values: dict[str, Any], options: dict[str, Any] | None = None) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, options or {}) as book:
        sheet = book.add_worksheet("Tờ 1")
        date = book.add_format({"num_format": "dd/mm/yyyy"})
        for cell, value in values.items():
            if isinstance(value, datetime.date):
                sheet.write_datetime(cell, value, date)
            else:
                sheet.write(cell, value)
    return target.getvalue()


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return target.getvalue()


def code(source: Source) -> str:
    sheets = read_grids(source)
    assert sheets.grids == ()
    (finding,) = sheets.findings
    return finding.code


def test_cells_become_text_that_remembers_its_kind(tmp_path: Path) -> None:
    values = {"B2": 1.0, "C2": 0.5, "D2": True, "E2": datetime.date(1999, 2, 3), "F2": 12345678901234567}

    (grid,) = read_grids(written(tmp_path, "a.xlsx", workbook(values))).grids

    assert list(grid.rows[1][:5]) == ["", "1", "0.5", "TRUE", "1999-02-03"]
    assert grid.kinds[1, 1] is Kind.NUMBER
    assert grid.kinds[1, 3] is Kind.BOOLEAN
    assert grid.kinds[1, 4] is Kind.DATE
    assert grid.kinds[1, 5] is Kind.LONG_NUMBER
    assert grid.address(1, 2).cell == "C2"


def test_dates_of_1904_workbooks_are_the_same_days(tmp_path: Path) -> None:
    data = workbook({"A1": datetime.date(1999, 2, 3)}, {"date_1904": True})

    (grid,) = read_grids(written(tmp_path, "a.xlsx", data)).grids

    assert grid.text(0, 0) == "1999-02-03"


def test_error_cells_and_formulas_without_value_are_not_empty_cells(tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    data = workbook({"A1": "x", "B1": "y", "C1": "z"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(sheet)
    xml = xml.replace(b'<c r="B1" t="s"><v>1</v></c>', b'<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>').replace(
        b'<c r="C1" t="s"><v>2</v></c>', b'<c r="C1"><f>A1</f></c>'
    )

    (grid,) = read_grids(written(tmp_path, "a.xlsx", repacked(data, {sheet: xml}))).grids

    assert grid.text(0, 1) == "#DIV/0!"
    assert grid.kinds == {(0, 1): Kind.ERROR, (0, 2): Kind.EMPTY_FORMULA}


def test_a_cell_far_away_is_refused_before_it_is_read(tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    data = workbook({"A1": "x"})
    far = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">'
        b'<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )

    assert code(written(tmp_path, "a.xlsx", repacked(data, {sheet: far}))) == "R083"


@pytest.mark.parametrize(
    ("part", "content", "expected"),
    [
        pytest.param("xl/bomb.xml", b" " * 3_000_000, "R080", id="unusual ratio"),
        pytest.param("xl/entity.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "R081", id="entities"),
        pytest.param("../outside.xml", b"<a/>", "R082", id="a path that leads outside"),
        pytest.param("XL/workbook.xml", b"<a/>", "R082", id="a part that stands twice"),
    ],
)
def test_dangerous_archives_are_refused(tmp_path: Path, part: str, content: bytes, expected: str) -> None:
    assert code(written(tmp_path, "a.xlsx", repacked(workbook({"A1": "x"}), {part: content}))) == expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.csv", b"", "R004", id="empty"),
        pytest.param("a.csv", b"%PDF-1.7", "R006", id="a document"),
        pytest.param("a.csv", workbook({"A1": "x"}), "R005", id="a workbook called csv"),
        pytest.param("a.xlsx", b"id,name\n", "R005", id="text called xlsx"),
        pytest.param("~$a.xlsx", b"x", "R007", id="a lock file"),
        pytest.param("a.xlsx", workbook({"A1": "x"})[:800], "R009", id="truncated"),
        pytest.param("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "R009", id="an empty container"),
        pytest.param(
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "R008",
            id="a password",
        ),
        pytest.param("a.csv", b'a,b\n1,"2\n3,4\n', "R072", id="unclosed quote"),
        pytest.param("a.csv", b"a\x00b,c\n", "R071", id="a NUL"),
    ],
)
def test_files_that_are_no_rosters(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert code(written(tmp_path, name, data)) == expected


def test_a_missing_file_is_told_with_its_neighbour(tmp_path: Path) -> None:
    written(tmp_path, "members.csv", b"x")

    (finding,) = read_grids(Source(tmp_path / "member.csv", "member.csv")).findings

    assert (finding.code, finding.suggestions) == ("R001", ("members.csv",))
    assert code(Source(tmp_path, "folder")) == "R002"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("mã;tên\n1;Lê, An\n".encode(), id="semicolons"),
        pytest.param("mã\ttên\r\n1\tLê, An\r\n".encode(), id="tabs"),
        pytest.param('mã,tên\r1,"Lê, An"\r'.encode(), id="CR only"),
        pytest.param("\ufeffmã;tên\n1;Lê, An\n".encode(), id="a byte order mark"),
        pytest.param("mã;tên\n1;Lê, An\n".encode("utf-16"), id="UTF-16"),
        pytest.param('"mã","tên"\n1,"Lê, An"\n'.encode(), id="quotes"),
    ],
)
def test_texts_are_read_whatever_their_dress(tmp_path: Path, data: bytes) -> None:
    (grid,) = read_grids(written(tmp_path, "a.csv", data)).grids

    assert [list(row) for row in grid.rows] == [["mã", "tên"], ["1", "Lê, An"]]


def test_a_separator_line_counts_as_a_line(tmp_path: Path) -> None:
    (grid,) = read_grids(written(tmp_path, "a.csv", b"sep=|\na|b\n1|2\n")).grids

    assert [list(row) for row in grid.rows] == [["a", "b"], ["1", "2"]]
    assert grid.address(1, 0).cell == "A3"


def test_rows_are_counted_in_lines_even_after_a_cell_of_several(tmp_path: Path) -> None:
    (grid,) = read_grids(written(tmp_path, "a.csv", b'a,b\n"1\n2",3\n4,5\n')).grids

    assert grid.address(2, 0).cell == "A4"
