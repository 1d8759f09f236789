"""Whatever a workbook does to the library that reads it, the program goes on and names the file."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from reassign.readers.grids.apart import read_apart
from reassign.readers.grids.archive import scan_archive
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.read_grids import Sheets, read_grids
from reassign.readers.grids.sources import Source
from reassign.readers.grids.workbooks import read_here, read_workbook

SHEET = "xl/worksheets/sheet1.xml"
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
FIRST = b'<row r="1"><c r="A1"><v>1</v></c></row>'
END = b"</sheetData></worksheet>"
STRINGS = "xl/sharedStrings.xml"


def workbook() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        pages = [book.add_worksheet(name) for name in ("Tờ 1", "Ẩn")]
        for page in pages:
            page.write_row(0, 0, ["mã", "tên", 1.5, True])
            page.write_formula(1, 0, "=A1", None, "#REF!")
            page.merge_range("A3:B4", "gộp")
        pages[1].hide()
    return target.getvalue()


def spoilt(changes: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
    return target.getvalue()


def file_of(data: bytes, kind: str = "xlsx") -> FileBytes:
    return FileBytes(Source(Path(), f"a.{kind}"), kind, data, "")


def read(folder: Path, data: bytes, name: str = "a.xlsx") -> Sheets:
    (folder / name).write_bytes(data)
    return read_grids(Source(folder / name, name))


def codes(sheets: Sheets) -> list[str]:
    assert sheets.grids == ()
    return [finding.code for finding in sheets.findings]


def test_an_ordinary_workbook_needs_no_other_process() -> None:
    scan, findings = scan_archive(file_of(workbook()))

    assert findings == ()
    assert scan is not None
    assert scan.is_plain


def test_another_process_reads_the_same() -> None:
    here, _ = read_here(file_of(workbook()))
    apart, findings = read_apart(file_of(workbook()))

    assert findings == ()
    assert [(grid.file, grid.sheet, grid.is_visible) for grid in apart] == [
        ("a.xlsx", "Tờ 1", True),
        ("a.xlsx", "Ẩn", False),
    ]
    for one, other in zip(here, apart, strict=True):
        assert [list(row) for row in one.rows] == [list(row) for row in other.rows]
        assert (one.kinds, one.merged) == (other.kinds, other.merged)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", id="single quotes"),
        pytest.param(b'<row r="1048576"><c\tr="XFD1048576"><v>1</v></c></row>', id="a tab"),
        pytest.param(b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>', id="small letters"),
        pytest.param(b'<x:row r="1048576"><x:c\nr="XFD1048576"><v>1</v></x:c></x:row>', id="a prefix"),
        pytest.param(b'<row r="2"><c r="XFD2"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>', id="no place"),
    ],
)
def test_a_far_cell_in_disguise_is_found_by_another_process(tmp_path: Path, cells: bytes) -> None:
    assert codes(read(tmp_path, spoilt({SHEET: START + FIRST + cells + END}))) == ["R084"]


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(b"uniqueCount='99999999999999'", id="single quotes"),
        pytest.param(b'count="1"' + b" " * 3000 + b'uniqueCount="99999999999999"', id="far behind"),
    ],
)
def test_a_false_count_in_disguise_is_found_by_another_process(tmp_path: Path, count: bytes) -> None:
    strings = b"<sst " + count + b"><si><t>x</t></si></sst>"

    assert codes(read(tmp_path, spoilt({STRINGS: strings}))) == ["R084"]


def test_a_sheet_in_an_unusual_place_is_read_by_another_process() -> None:
    relations = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        text = archive.read(relations).replace(b"worksheets/sheet1.xml", b"theme/theme1.xml")

    scan, _ = scan_archive(file_of(spoilt({relations: text, "xl/theme/theme1.xml": START + FIRST + END})))

    assert scan is not None
    assert not scan.is_plain


def test_many_sheets_with_large_boxes_are_refused_together(tmp_path: Path) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for _ in range(8):
            page = book.add_worksheet()
            page.write("A1", 1)
            page.write("ZZ9999", 1)

    assert codes(read(tmp_path, target.getvalue())) == ["R083"]


@pytest.mark.parametrize(
    ("program", "seconds"),
    [
        pytest.param("import os; os.abort()", 10.0, id="it aborts"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", 10.0, id="it is killed"),
        pytest.param("import sys; sys.exit(3)", 10.0, id="it gives up"),
        pytest.param("import time; time.sleep(60)", 0.3, id="it hangs"),
        pytest.param("print('{')", 10.0, id="it says nonsense"),
        pytest.param("print('[]')", 10.0, id="it says something else"),
        pytest.param('print(\'{"grids": [{}], "findings": []}\')', 10.0, id="it says too little"),
    ],
)
def test_the_end_of_the_other_process_is_a_finding(program: str, seconds: float) -> None:
    grids, (finding,) = read_apart(file_of(b"x" * 1_000_000, "xls"), (sys.executable, "-c", program), seconds)

    assert grids == ()
    assert (finding.code, finding.address.file, finding.value) == ("R084", "a.xls", "a.xls")


def test_a_program_that_is_not_there_is_a_finding() -> None:
    _, (finding,) = read_apart(file_of(b"x", "xls"), ("no such program",))

    assert finding.code == "R084"


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_kinds_are_never_read_here(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    asked: list[str] = []

    def noted(file: FileBytes) -> tuple[tuple[()], tuple[()]]:
        asked.append(file.kind)
        return (), ()

    monkeypatch.setattr("reassign.readers.grids.workbooks.read_apart", noted)
    read_workbook(file_of(b"x", kind))

    assert asked == [kind]


def _cells(tail: bytes) -> Callable[[], dict[str, bytes]]:
    return lambda: {SHEET: START + b"".join(b'<c r="A%d" t="e" q="1"%s' % (row, tail) for row in range(100_000)) + END}


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(_cells(b">"), id="cells that never end"),
        pytest.param(_cells(b" "), id="tags that never end"),
        pytest.param(_cells(b"><f "), id="formulas that never end"),
        pytest.param(lambda: {"xl/workbook.xml": b"<sheet " + b"a" * 900_000 + b">"}, id="a word that never ends"),
    ],
)
def test_looking_through_a_file_takes_no_more_than_its_length(
    tmp_path: Path, changes: Callable[[], dict[str, bytes]]
) -> None:
    # Time that grew with the square of the length would be hours here.
    assert codes(read(tmp_path, spoilt(changes()))) == ["R009"]


def test_names_and_cells_stay_off_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    seen: list[Sequence[str]] = []
    run = subprocess.run

    def noted(command: Sequence[str], **options: object) -> object:
        seen.append(command)
        return run(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", noted)
    read_apart(FileBytes(Source(Path("Nguyễn An.xlsx"), "Nguyễn An.xlsx"), "xlsx", workbook(), ""))

    assert seen
    assert all("An" not in word for command in seen for word in command)
