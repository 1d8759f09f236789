from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from reassign.domain.errors import OutputError
from reassign.domain.plan_workbook import (
    HIDDEN_SHEET,
    KEY_BRANCH_COLUMN,
    KEY_DOCUMENT,
    KEY_HEADER_ROW,
    KEY_MEMBER_COLUMN,
    KEY_PIN_COLUMN,
    KEY_SEAL,
    KEY_SHEET,
    LIST_SHEET,
    branch_labels,
    seal,
)
from reassign.domain.roster import Holiday
from reassign.writers.json.plan import plan_document
from reassign.writers.workbook.page import lines_of
from reassign.writers.workbook.render import render_workbook
from tests.builders import branch
from tests.unit.writers.hostile import HOSTILE, hostile_report

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from reassign.domain.language import Language
    from reassign.domain.report import Report

SHEETS = {
    "vi": [
        *("Phương án", "Theo chi bộ", "Trước và sau", "Thay đổi", "Cần xem xét", "Liên hệ nơi cư trú", "Thời hạn"),
        *("Nhiệm vụ", "Tổng hợp"),
    ],
    "en": [
        *("Plan", "Branches", "Before and after", "Changes", "To decide", "Residence contact", "Deadlines"),
        *("Tasks", "Summary"),
    ],
}


@pytest.fixture
def workbook(report: Report) -> Workbook:
    return read(report)


def read(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_workbook(report, None)))


def column(sheet: Worksheet, header: str, header_row: int) -> list[object]:
    """Cells below a heading."""
    for cell in sheet[header_row]:
        if cell.value == header:
            return [row[0].value for row in sheet.iter_rows(header_row + 1, None, cell.column, cell.column)]
    raise KeyError(header)


def hidden(workbook: Workbook) -> dict[str, str]:
    """Texts of the hidden sheet by key, chunks of one key joined."""
    texts: dict[str, str] = {}
    for key, value in workbook[HIDDEN_SHEET].iter_rows(values_only=True):
        texts[str(key)] = texts.get(str(key), "") + str(value)
    return texts


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_sheets_are_named_in_the_language_of_the_report(report: Report, language: Language) -> None:
    workbook = read(replace(report, language=language))
    assert workbook.sheetnames == [*SHEETS[language], LIST_SHEET, HIDDEN_SHEET]
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "visible"] == SHEETS[language]


def test_no_cell_is_a_formula(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render_workbook(report, None))) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert all(b"<f>" not in archive.read(name) and b"hyperlink" not in archive.read(name) for name in sheets)


def test_a_name_like_a_formula_stays_a_text(workbook: Workbook) -> None:
    names = column(workbook["Phương án"], "Họ và tên", 6)
    assert names[:4] == ["Nguyễn Văn An", "=1+2", "Trần Thị Ánh", "Lê Đức"]
    assert {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_the_table_is_named_by_its_own_cells(workbook: Workbook) -> None:
    sheet = workbook["Phương án"]
    table = sheet.tables["reassign_plan"]
    assert table.ref == "A6:S10"
    assert table.column_names == [cell.value for cell in sheet[6]]


def test_dates_stand_in_the_column_of_the_sex(workbook: Workbook) -> None:
    sheet = workbook["Phương án"]
    assert column(sheet, "Ngày sinh (nam)", 6)[:4] == ["02/03/1975", None, None, "1990"]
    assert column(sheet, "Ngày sinh (nữ)", 6)[:4] == [None, None, None, None]


def test_one_unknown_sex_puts_all_dates_in_one_column(report: Report) -> None:
    members = (replace(report.instance.members[0], sex=""), *report.instance.members[1:])
    sheet = read(replace(report, instance=replace(report.instance, members=members)))["Phương án"]
    assert column(sheet, "Ngày sinh", 6)[:4] == ["02/03/1975", None, None, "1990"]
    assert column(sheet, "Giới tính", 6)[:4] == [None, "Nữ", "Nữ", "Nam"]


def test_the_columns_of_the_roster_are_carried_through(workbook: Workbook) -> None:
    assert column(workbook["Phương án"], "=Ghi chú riêng", 6)[:4] == ["=1+2", None, "+84 9", "x"]


def test_a_dropdown_offers_the_branches_of_the_members_unit(workbook: Workbook) -> None:
    offered = {
        str(validation.sqref): validation.formula1
        for validation in workbook["Phương án"].data_validations.dataValidation
    }
    assert offered == {"L7:L9": "'_lists'!$A$1:$A$2", "L10": "'_lists'!$A$3:$A$3", "M7:M10": '"x"'}
    assert list(workbook[LIST_SHEET].values) == [("Khu phố 1", "b1"), ("Khu phố 2", "b2"), ("Khu phố 1", "b3")]


def test_an_excluded_branch_is_not_offered(report: Report) -> None:
    excluding = replace(report.instance, exclusions=frozenset({("m3", "b1")}))
    workbook = read(replace(report, instance=excluding))
    labels = [row[0] for row in workbook[LIST_SHEET].values]
    assert labels == ["Khu phố 1", "Khu phố 2", "Khu phố 2", "Khu phố 1"]


def test_the_hidden_sheet_leads_to_the_cells_that_can_be_edited(workbook: Workbook) -> None:
    texts = hidden(workbook)
    sheet = workbook[texts[KEY_SHEET]]
    member, place, pin = (int(texts[key]) for key in (KEY_MEMBER_COLUMN, KEY_BRANCH_COLUMN, KEY_PIN_COLUMN))
    top = int(texts[KEY_HEADER_ROW]) + 1
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(top, top + 3)]
    edits = [(row[member - 1], row[place - 1], row[pin - 1]) for row in rows]
    assert edits == [
        ("m1", "Khu phố 1", ""),
        ("m2", "Khu phố 2", "x"),
        ("m3", "Khu phố 2", ""),
        ("m4", "Khu phố 1", ""),
    ]
    assert texts[KEY_SEAL] == seal(edits) == seal(reversed(edits))
    assert texts[KEY_SEAL] != seal([("m1", "Khu phố 2", ""), *edits[1:]])


def test_the_hidden_sheet_holds_the_whole_plan_however_long(report: Report) -> None:
    long = replace(report, plan=replace(report.plan, certificate={"duals": ["𝔻" * 40_000]}))
    assert json.loads(hidden(read(long))[KEY_DOCUMENT]) == plan_document(long, None)


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render_workbook(report, None) == render_workbook(report, None)


def test_the_properties_name_the_day_of_the_plan_and_nobody(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render_workbook(report, None))) as archive:
        properties = archive.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in properties
    assert "2019-05-16T00:00:00Z" in properties


def test_loads_stand_against_their_limits_before_and_after(workbook: Workbook) -> None:
    sheet = workbook["Theo chi bộ"]
    assert column(sheet, "Nhận về", 3) == [1, 2, 1]
    assert column(sheet, "Tối đa", 3) == [7, "không", 7]
    # Branch b1 has 31, receives m1 and loses m3.
    assert column(sheet, "Đảng viên trước", 3) == [31, None, None]
    assert column(sheet, "Đảng viên sau", 3) == [31, None, None]
    assert column(sheet, "Lưu ý", 3) == [
        "dưới 3 chính thức\ntừ 30 đảng viên trở lên",
        "bí thư: =1+2",
        None,
    ]


def test_changes_are_the_members_who_move(workbook: Workbook) -> None:
    sheet = workbook["Thay đổi"]
    assert column(sheet, "Họ và tên", 3) == ["Trần Thị Ánh"]
    assert column(sheet, "Chi bộ đi", 3) == ["Khu phố 1"]


def test_points_to_decide_name_the_cell_but_no_folder_of_the_machine(workbook: Workbook) -> None:
    sheet = workbook["Cần xem xét"]
    assert column(sheet, "Đối tượng", 3) == ["=1+2 (m2) → Khu phố 2", "cả phương án", "=x"]
    assert column(sheet, "Vị trí trong tệp", 3) == ["members.csv", None, "members.csv!B3"]


def test_the_contact_list_holds_everybody_who_is_not_placed_at_home(workbook: Workbook) -> None:
    sheet = workbook["Liên hệ nơi cư trú"]
    assert column(sheet, "Mã", 3) == ["m1", "m2", "m3", "m4"]
    assert column(sheet, "Lý do", 3) == ["chưa rõ địa bàn cư trú", *["chưa rõ nơi cư trú"] * 3]


def test_the_summary_says_how_sure_each_level_is(workbook: Workbook) -> None:
    rows = list(workbook["Tổng hợp"].iter_rows(values_only=True))
    needs, draw = (next(row for row in rows if row[0] == name) for name in ("Lĩnh vực được bổ sung", "Bốc thăm"))
    assert [cell for cell in needs if cell is not None][1:] == [
        *(1, 1, "lĩnh vực, theo trọng số", "Tốt nhất; có chứng cứ để người khác kiểm tra lại")
    ]
    assert [cell for cell in draw if cell is not None][1:] == [
        *(90, 80, "tổng các số thăm", "Hết thời gian; có thể còn tốt hơn, nhiều nhất là 10")
    ]


def test_every_printed_sheet_is_a4_landscape_with_its_header_on_each_page(workbook: Workbook) -> None:
    for sheet in workbook:
        if sheet.sheet_state == "visible":
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape"), sheet.title
            # Of two tables with other headings none may stand over both.
            assert (sheet.print_title_rows is None) == (sheet.title == "Nhiệm vụ"), sheet.title


def test_a_text_that_no_cell_can_hold_is_refused_not_cut(report: Report) -> None:
    members = (replace(report.instance.members[0], note="x" * 40_000), *report.instance.members[1:])
    with pytest.raises(OutputError) as error:
        render_workbook(replace(report, instance=replace(report.instance, members=members)), None)
    assert (error.value.key, error.value.parameters) == ("output-sheet-full", {"sheet": "Phương án", "row": 7})


@pytest.mark.parametrize(
    ("is_across_units", "labels"),
    [
        pytest.param(False, ["KP 1", "KP 1", "KP 2 [c]", "KP 2 [d]"], id="within-units"),
        pytest.param(True, ["KP 1 (P1)", "KP 1 (P2)", "KP 2 [c]", "KP 2 [d]"], id="across-units"),
    ],
)
def test_branches_of_one_name_are_told_apart(labels: list[str], *, is_across_units: bool) -> None:
    places = [branch("a", name="KP 1"), branch("b", "P2", name="KP 1")]
    places += [branch("c", name="KP 2"), branch("d", name="KP 2")]
    assert list(branch_labels(places, is_across_units=is_across_units).values()) == labels


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", 1, id="empty"),
        pytest.param("mười hai", 1, id="fits"),
        pytest.param("mười hai ba", 2, id="breaks-between-words"),
        pytest.param("a\nb", 2, id="line-break"),
        pytest.param("x" * 21, 3, id="long-word"),
    ],
)
def test_lines_of_a_text_in_ten_letters(text: str, lines: int) -> None:
    assert lines_of(text, 10) == lines


def test_figures_before_and_after(workbook: Workbook) -> None:
    sheet = workbook["Trước và sau"]
    assert column(sheet, "Chính thức trước", 3) == [2, None, None]
    assert column(sheet, "Dự bị trước", 3) == [29, None, None]
    assert column(sheet, "Dự bị sau", 3) == [29, None, None]
    assert column(sheet, "Miễn sinh hoạt sau", 3) == [0, 0, 1]
    assert column(sheet, "Nữ", 3) == [0, 2, 0]
    # On 16 May 2019 the member born in 1990 is 29, the one born on 2 March 1975 is 44.
    # Of those whom the second branch receives no birth date is known, so that nothing is counted.
    assert column(sheet, "Dưới 40 tuổi", 3) == [0, None, 1]


def test_the_summary_says_once_what_is_not_known(workbook: Workbook) -> None:
    told = [str(row[0]) for row in workbook["Tổng hợp"].iter_rows(values_only=True) if row[0]]
    assert [text for text in told if text.startswith("Chưa đủ dữ liệu")] == [
        "Chưa đủ dữ liệu: 2 chi bộ không ghi số đảng viên hiện có.",
        "Chưa đủ dữ liệu: 2 chi bộ không ghi số chính thức hiện có.",
        "Chưa đủ dữ liệu: 4 người không rõ chính thức hay dự bị, không tính vào cả hai.",
        "Chưa đủ dữ liệu: 2 người không có ngày sinh, không tính là dưới 40 tuổi.",
        "Chưa đủ dữ liệu: 4 người không ghi dân tộc, không tính là dân tộc thiểu số.",
    ]


def test_young_members_are_not_counted_without_a_date(report: Report) -> None:
    policy = replace(report.instance.policy, effective=None)
    undated = replace(report, instance=replace(report.instance, policy=policy))

    assert column(read(undated)["Trước và sau"], "Dưới 40 tuổi", 3) == [None, None, None]
    assert column(read(undated)["Thời hạn"], "Bắt đầu chuyển chậm nhất", 4) == [None] * 4


def test_terms_are_working_days_from_the_date_of_the_plan(report: Report) -> None:
    holiday = Holiday(datetime.date(2019, 6, 3), "nghỉ bù")
    free = replace(report, rosters=replace(report.rosters, holidays=(holiday,)))

    assert column(read(report)["Thời hạn"], "Nộp giấy giới thiệu chậm nhất", 4) == ["27/06/2019"] * 4
    assert column(read(free)["Thời hạn"], "Nộp giấy giới thiệu chậm nhất", 4) == ["28/06/2019"] * 4


def test_only_holidays_within_the_terms_are_counted(report: Report) -> None:
    days = (datetime.date(2019, 4, 30), datetime.date(2019, 6, 3), datetime.date(2026, 2, 17))
    free = replace(report, rosters=replace(report.rosters, holidays=tuple(Holiday(day, "nghỉ") for day in days)))

    said = {str(cell.value) for row in read(free)["Thời hạn"].iter_rows() for cell in row}
    assert [text for text in said if "và 1 ngày nghỉ lễ" in text]


def test_bytes_do_not_depend_on_the_library_that_deflates(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render_workbook(report, None))) as package:
        parts = package.infolist()

    assert {part.compress_type for part in parts} == {zipfile.ZIP_STORED}
    assert {(part.date_time, part.create_system) for part in parts} == {((1980, 1, 1, 0, 0, 0), 3)}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(report: Report, name: str) -> None:
    book = read(hostile_report(report, name))

    for sheet in book.worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "inlineStr"}, sheet.title
        assert not sheet._hyperlinks


def test_those_who_leave_a_dissolved_branch_are_listed_and_counted(report: Report) -> None:
    everybody = tuple(
        replace(each, current_branch="Chi bộ cơ quan", current_branch_id=None) for each in report.instance.members
    )
    placements = tuple(replace(each, from_branch=None, has_moved=False) for each in report.plan.placements)
    dissolved = replace(
        report,
        instance=replace(report.instance, members=everybody),
        plan=replace(report.plan, placements=placements),
    )
    book = read(dissolved)

    assert column(book["Thay đổi"], "Chi bộ đi", 3) == ["Chi bộ cơ quan"] * 4
    said = " ".join(str(cell.value) for row in book["Tổng hợp"].iter_rows() for cell in row)
    assert "4 rời nơi đang sinh hoạt, 0 chuyển giữa các chi bộ trong danh sách" in said


def test_the_charts_of_one_unit_show_its_branches(report: Report) -> None:
    plan = replace(report.plan, branches=report.plan.branches[:2], placements=report.plan.placements[:3])
    instance = replace(report.instance, members=report.instance.members[:3], branches=report.instance.branches[:2])
    with zipfile.ZipFile(io.BytesIO(render_workbook(replace(report, plan=plan, instance=instance), None))) as package:
        charts = [package.read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2)]

    assert [re.findall(r"<c:f>'Trước và sau'!\$C\$(\d+):\$C\$(\d+)</c:f>", chart)[0] for chart in charts] == [
        ("4", "5"),
        ("4", "5"),
    ]


def test_a_printed_column_is_no_wider_than_its_texts(report: Report) -> None:
    sheet = read(report)["Phương án"]
    places = {str(cell.value): cell.column for cell in sheet[6]}
    spans = sheet.column_dimensions.values()

    def width(heading: str) -> float:
        (found,) = (float(span.width) for span in spans if span.min <= places[heading] <= span.max)
        return found

    # Nobody has a post; "Chỉ định trước; lĩnh vực còn hạn chế: môi trường" stands in one line or two.
    assert width("Chức vụ") < 10
    assert width("Căn cứ phân công") > 24
