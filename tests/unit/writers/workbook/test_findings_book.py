"""The workbook of a check shows the officer's own cells, the wrong ones marked, and nothing of it is alive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import pytest

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.sheet_copy import CopiedCell, SheetCopy
from reassign.writers.workbook import findings_book
from reassign.writers.workbook.findings_book import render_findings

RED = "FFFFC7CE"
YELLOW = "FFFFEB9C"


def copied(
    *rows: Sequence[CopiedCell], file: str = "members.xlsx", sheet: str = "Tổ 4", numbers: Sequence[int] = ()
) -> SheetCopy:
    return SheetCopy(file, sheet, rows, numbers or range(1, len(rows) + 1))


def found(
    cell: tuple[int, int], code: str = "R043", severity: Severity = Severity.ERROR, sheet: str = "Tổ 4"
) -> Finding:
    return Finding(code, severity, CellAddress("members.xlsx", sheet, *cell), "31/02/1980", {}, ("28/02/1980",))


def opened(findings: Sequence[Finding], *copies: SheetCopy) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render_findings(findings, copies, "en")))


def test_the_list_stands_in_front_and_links_to_the_cell() -> None:
    book = opened([found((2, 3))], copied(["id"], ["m1", "", "31/02/1980"]))

    assert book.sheetnames == ["Findings", "Tổ 4"]
    row = [cell.value for cell in book["Findings"][5]]
    assert row[:7] == [1, "Error", "R043", "members.xlsx", "Tổ 4", "C2", "31/02/1980"]
    assert row[7:] == ["“31/02/1980” is not a date", "28/02/1980", "Correct the date."]
    assert book["Findings"]["F5"].hyperlink.location == "'Tổ 4'!C2"


def test_a_wrong_cell_is_coloured_and_says_what_is_wrong_and_how_to_mend_it() -> None:
    cell = opened([found((2, 3))], copied(["id"], ["m1", "", "31/02/1980"]))["Tổ 4"]["C2"]

    assert cell.value == "31/02/1980"
    assert cell.fill.fgColor.rgb == RED
    assert cell.comment.text == (
        "Error R043: “31/02/1980” is not a date\nDid you mean: 28/02/1980?\nTo mend it: Correct the date."
    )


def test_an_error_outshines_a_warning_of_the_same_cell_and_both_are_told() -> None:
    both = [found((1, 1), severity=Severity.ERROR), found((1, 1), "R054", Severity.WARNING)]
    cell = opened(both, copied(["x"]))["Tổ 4"]["A1"]

    assert cell.fill.fgColor.rgb == RED
    assert "R043" in cell.comment.text
    assert "Warning R054" in cell.comment.text


def test_a_finding_about_a_row_marks_its_filled_cells_and_notes_the_first() -> None:
    sheet = opened([found((1, 0), severity=Severity.WARNING)], copied(["", "An", "", "KP 1"]))["Tổ 4"]

    assert [sheet.cell(1, column).fill.fgColor.rgb for column in (2, 4)] == [YELLOW, YELLOW]
    assert sheet["B1"].comment is not None
    assert sheet["D1"].comment is None


def test_values_stay_what_they_were() -> None:
    sheet = opened([], copied(["0012", 12, 2.5, True, date(1975, 3, 2), "=1+1", "https://example.org"]))["Tổ 4"]

    values = [cell.value for cell in sheet[1]]
    assert values[:4] == ["0012", 12, 2.5, True]
    assert values[4].date() == date(1975, 3, 2)
    assert values[5:] == ["=1+1", "https://example.org"]
    assert {cell.data_type for cell in sheet[1]} == {"s", "n", "b", "d"}


def test_rows_of_a_text_file_stand_at_the_line_that_findings_name() -> None:
    sheet = opened([], copied(["id"], ["m1"], ["m2"], sheet="", numbers=[1, 2, 5]))["members"]

    assert [sheet.cell(row, 1).value for row in range(1, 6)] == ["id", "m1", None, None, "m2"]


def test_merged_cells_stay_merged_and_are_marked_at_their_first_cell() -> None:
    copy = SheetCopy("members.xlsx", "Tổ 4", [["An", ""], ["", ""]], [1, 2], [(1, 1, 2, 2)])
    sheet = opened([found((2, 2))], copy)["Tổ 4"]

    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:B2"]
    assert sheet["A1"].comment is not None
    assert sheet["A1"].fill.fgColor.rgb == RED


def test_nothing_in_the_workbook_is_a_formula_or_an_outer_link() -> None:
    hostile = '=HYPERLINK("http://x")'
    finding = Finding("R043", Severity.ERROR, CellAddress("=cmd.xlsx", hostile, 1, 1), hostile, {}, (hostile,))
    content = render_findings([finding], [SheetCopy("=cmd.xlsx", hostile, [[hostile]], [1])], "vi")

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        outer = [name for name in package.namelist() if b"http://x" in package.read(name)]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert all(name == "xl/sharedStrings.xml" or "comments" in name for name in outer)


def test_characters_that_xml_cannot_hold_are_shown_in_the_list_and_the_notes() -> None:
    finding = Finding("R043", Severity.ERROR, CellAddress("members.xlsx", "Tổ 4", 1, 1), "a\x00\x1b\ufffe")
    book = opened([finding], copied(["a\x1b"]))

    assert book["Findings"]["G5"].value == r"a\u{0}\u{1b}\u{fffe}"
    assert r"\u{1b}" in book["Tổ 4"]["A1"].comment.text


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param([("a.xlsx", "Tổ 1"), ("a.xlsx", "Tổ 2")], ["Tổ 1", "Tổ 2"], id="one file"),
        pytest.param([("a.xlsx", "Tổ"), ("b.csv", "")], ["a Tổ", "b"], id="several files"),
        pytest.param([("p/a.csv", ""), ("q/a.csv", ""), ("r/A.csv", "")], ["a", "a (2)", "A (3)"], id="same name"),
        pytest.param([("findings.csv", "")], ["findings (2)"], id="the name of the list"),
        pytest.param([("history.csv", "")], ["history (2)"], id="a name that Excel keeps for itself"),
        pytest.param([("a[1]:b*?.csv", "")], ["a-1--b--"], id="forbidden characters"),
        pytest.param([("đ" * 40 + ".csv", ""), ("đ" * 41 + ".csv", "")], ["đ" * 31, "đ" * 27 + " (2)"], id="long"),
    ],
)
def test_sheets_have_names_that_every_program_takes(files: list[tuple[str, str]], names: list[str]) -> None:
    book = opened([], *[copied(["x"], file=file, sheet=sheet) for file, sheet in files])

    assert book.sheetnames[1:] == names


def test_the_same_findings_give_the_same_bytes() -> None:
    copy = copied(["id", 1], ["m1", 2.5])

    assert render_findings([found((2, 1))], [copy], "vi") == render_findings([found((2, 1))], [copy], "vi")


def test_no_findings_are_said_to_be_none() -> None:
    assert opened([], copied(["x"]))["Findings"]["A2"].value == "No errors, no warnings."


def test_only_so_many_cells_are_links_and_those_of_files_alone_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_book, "_MOST_LINKS", 2)
    nowhere = Finding("R001", Severity.ERROR, CellAddress("members.xlsx"), "members.xlsx")
    findings = [nowhere, *(found((row, 3)) for row in (2, 3, 4))]
    listed = opened(findings, copied(["id"], *(["m", "", "x"] for _ in range(3))))["Findings"]
    assert [listed.cell(row, 6).hyperlink is not None for row in range(5, 9)] == [False, True, False, False]


def test_a_sheet_with_an_apostrophe_is_linked() -> None:
    copy = copied(["id"], ["m1", "", "x"], sheet="Tổ '4")
    listed = opened([found((2, 3), sheet="Tổ '4")], copy)["Findings"]
    assert listed["F5"].hyperlink.location == "'Tổ ''4'!C2"


@pytest.mark.parametrize(
    ("merged", "kept"),
    [
        pytest.param([(1, 1, 2, 2)], ["A1:B2"], id="over empty cells"),
        pytest.param([(1, 1, 1, 1)], [], id="a single cell"),
        pytest.param([(1, 1, 3, 1)], [], id="over something"),
        pytest.param([(1, 1, 2, 2), (2, 2, 2, 3)], ["A1:B2"], id="over another"),
        pytest.param([(1, 1, 1, 2), (2, 1, 2, 2)], ["A1:B1", "A2:B2"], id="side by side"),
    ],
)
def test_what_was_merged_is_merged_unless_it_hides_something(
    merged: Sequence[tuple[int, int, int, int]], kept: list[str]
) -> None:
    rows = (["x", "", ""], ["", "", ""], ["y", "", "z"])
    copy = SheetCopy("members.xlsx", "Tổ 4", rows, range(1, 4), merged)
    sheet = opened([found((3, 3))], copy)["Tổ 4"]
    assert sorted(str(each) for each in sheet.merged_cells.ranges) == kept
    assert (sheet["A1"].value, sheet["A3"].value) == ("x", "y")
