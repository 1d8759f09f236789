"""Rosters with one thing wrong: exact codes, cells and exit codes, nothing written, old files as they were."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
import xlsxwriter

from reassign.cli.main import run

Cell: TypeAlias = str | float | bool | datetime.date | None
Rows: TypeAlias = Sequence[Sequence[Cell]]
Told: TypeAlias = list[tuple[str, str]]

BRANCHES: Rows = (
    ("id", "name", "unit", "areas"),
    ("b1", "Chi bộ Khu phố 1", "Bến Nghé", "Khu phố 1"),
    ("b2", "Chi bộ Khu phố 2", "Bến Nghé", "Khu phố 2"),
    ("b3", "Chi bộ Bình Ân", "Đa Kao", "Bình Ân"),
)
HEAD = ("id", "name", "unit")
AN = ("m1", "Nguyễn An", "Bến Nghé")
BINH = ("m2", "Trần Bình", "Bến Nghé")
CUC = ("m3", "Lê Cúc", "Đa Kao")
PEOPLE = (AN, BINH, CUC)


def write(path: Path, rows: Rows, merged: Sequence[tuple[int, int, int, int]] = (), *, is_1904: bool = False) -> None:
    """One sheet; a text that begins with ``=`` is a formula that was never calculated."""
    with xlsxwriter.Workbook(str(path), {"date_1904": is_1904}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page = book.add_worksheet("Danh sách")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    if cell.startswith("="):
                        page.write_formula(row, column, cell, None, "#REF!" if "REF" in cell else "")
                    else:
                        page.write_string(row, column, cell)
                elif isinstance(cell, bool):
                    page.write_boolean(row, column, cell)
                elif isinstance(cell, datetime.date):
                    page.write_datetime(row, column, datetime.datetime.combine(cell, datetime.time()), day)
                elif cell is not None:
                    page.write_number(row, column, cell)
        for top, left, bottom, right in merged:
            page.merge_range(top, left, bottom, right, rows[top][left])


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, Told, Mapping[str, int]]:
    """Exit code, codes with cells in reading order, and how much was read."""
    files = ["--members", "members.xlsx", "--branches", "branches.xlsx"]
    code = run(["check", *files, "--json", "--lang", "vi"], {}, folder)
    document = json.loads(capsys.readouterr().out)
    return code, [(finding["code"], finding["cell"]) for finding in document["findings"]], document["counts"]


def with_column(heading: str, *values: Cell) -> Rows:
    """The three people with one column more."""
    padded = (*values, *(None for _ in range(3 - len(values))))
    return ((*HEAD, heading), *((*person, value) for person, value in zip(PEOPLE, padded, strict=True)))


def with_place(latitude: Cell, longitude: Cell) -> Rows:
    """The three people, the first of them with coordinates."""
    return ((*HEAD, "latitude", "longitude"), (*AN, latitude, longitude), BINH, CUC)


def with_id(*ids: Cell) -> Rows:
    """The three people under other ids."""
    return (HEAD, *((identity, *person[1:]) for identity, person in zip(ids, PEOPLE, strict=True)))


SHAPES = [
    pytest.param((("a", "b"), ("c", "d")), [("R020", "")], 0, id="no header"),
    pytest.param(((*HEAD, "Họ và tên"), (*AN, "Nguyễn An")), [("R022", "D1")], 1, id="duplicate header"),
    pytest.param((("id", "Họ tênn", "unit"), *PEOPLE), [("R021", "1")], 0, id="missing column"),
    pytest.param((HEAD,), [("R023", "1")], 0, id="header only"),
]
GOOD_SHAPES = [
    pytest.param(
        (("ĐẢNG BỘ QUẬN 1", None, "ĐẢNG CỘNG SẢN VIỆT NAM"), ("DANH SÁCH ĐẢNG VIÊN",), (), HEAD, *PEOPLE),
        [],
        id="title rows above",
    ),
    pytest.param(
        (
            ("Mã", "Họ và tên", "Ngày sinh", None, "Phường"),
            (None, None, "Nam", "Nữ", None),
            ("m1", "Nguyễn An", "1975", None, "Bến Nghé"),
            ("m2", "Trần Bình", "2/1980", None, "Bến Nghé"),
            ("m3", "Lê Cúc", None, "03/02/1990", "Đa Kao"),
        ),
        [],
        id="header of two lines with merged cells",
    ),
    pytest.param(
        (
            HEAD,
            *PEOPLE,
            (None, "Tổng cộng: 3 đảng viên"),
            (),
            ("Người lập", None, "BÍ THƯ"),
            ("Trần Văn Ký", None, "Lê Văn Đóng"),
        ),
        [],
        id="totals and signature below",
    ),
    pytest.param((HEAD, AN, (), BINH, (None, " ", None), CUC), [], id="blank rows inside"),
    pytest.param(
        (
            ("STT", "Mã", "Họ và tên"),
            ("I", None, "Phường Bến Nghé"),
            (1.0, "m1", "Nguyễn An"),
            (2.0, "m2", "Trần Bình"),
            (None, None, "II. PHƯỜNG ĐA KAO (1 đồng chí)"),
            (1.0, "m3", "Lê Cúc"),
        ),
        [("R027", "2"), ("R027", "5")],
        id="section lines with the ward, numbers restarting",
    ),
    pytest.param(
        (("DANH SÁCH PHƯỜNG ĐA KAO",), ("Mã", "Họ và tên"), ("m1", "A"), ("m2", "B"), ("m3", "C")),
        [("R101", "A1")],
        id="unit in the title",
    ),
]


@pytest.mark.parametrize(("rows", "told", "members"), SHAPES)
def test_a_roster_of_bad_shape_is_refused(
    rows: Rows, told: Told, members: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "members.xlsx", rows)
    write(tmp_path / "branches.xlsx", BRANCHES)

    code, found, counts = check(tmp_path, capsys)

    assert (code, found, counts.get("members", 0)) == (3, told, members)


@pytest.mark.parametrize(("rows", "told"), GOOD_SHAPES)
def test_a_roster_of_any_usual_shape_is_read(
    rows: Rows, told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "members.xlsx", rows)
    write(tmp_path / "branches.xlsx", BRANCHES)

    assert check(tmp_path, capsys) == (0, told, {"members": 3, "branches": 3, "units": 2})


def test_merged_cells_count_for_each_of_their_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "members.xlsx", (HEAD, AN, ("m2", "Trần Bình", None), CUC), [(1, 2, 2, 2)])
    write(tmp_path / "branches.xlsx", BRANCHES)

    assert check(tmp_path, capsys)[:2] == (0, [("R104", "C2")])


def test_a_merged_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "members.xlsx", (HEAD, AN, ("m2", None, "Đa Kao"), CUC), [(1, 1, 2, 1)])
    write(tmp_path / "branches.xlsx", BRANCHES)

    code, told, _ = check(tmp_path, capsys)

    assert code == 3
    assert ("R106", "B2") in told


def test_two_hundred_thousand_styled_empty_rows_are_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "members.xlsx"), {"constant_memory": True}) as book:
        frame = book.add_format({"border": 1})
        page = book.add_worksheet()
        for row, cells in enumerate((HEAD, *PEOPLE)):
            for column, cell in enumerate(cells):
                page.write_string(row, column, cell)
        for row in range(4, 200_004):
            page.write_blank(row, 0, None, frame)
    write(tmp_path / "branches.xlsx", BRANCHES)

    assert check(tmp_path, capsys) == (0, [], {"members": 3, "branches": 3, "units": 2})


MEMBER_CELLS = [
    pytest.param(with_id("m1", None, "m3"), [("R030", "A3")], id="empty id"),
    pytest.param(with_id("m1", "m2", "m1"), [("R031", "A4")], id="duplicate id"),
    pytest.param(with_id("m1", "m2", "m\u200b3"), [("R033", "A4")], id="zero-width in an id"),
    pytest.param(with_id("001", "002", 3.0), [("R120", "A4")], id="lost leading zeros"),
    pytest.param(with_id("m1", "m2", 7.9e16), [("R035", "A4")], id="7.9E+16 as a number"),
    pytest.param(with_id("m1", "m2", "7.9E+16"), [("R035", "A4")], id="7.9E+16 as text"),
    pytest.param(with_id("m1", "m2", datetime.date(2019, 12, 1)), [("R036", "A4")], id="1-12 as a date"),
    pytest.param(with_id("m1", "m2", True), [("R036", "A4")], id="boolean id"),
    pytest.param(with_id("m1", "m2", "=#REF!"), [("R050", "A4")], id="#REF! in an id"),
    pytest.param(with_id("m1", "m2", "=A1&B1"), [("R051", "A4")], id="formula without value"),
    pytest.param(with_column("latitude", 106.7), [("R053", "2")], id="one coordinate alone"),
    pytest.param(with_place(106.7, 10.8), [("R047", "D2")], id="coordinates swapped"),
    pytest.param(with_place(95.0, 106.7), [("R046", "D2")], id="a latitude beyond the pole"),
    pytest.param(with_place("NaN", 106.7), [("R045", "D2")], id="NaN"),
    pytest.param(with_column("Ngày sinh", "31/02/1975"), [("R043", "D2")], id="no such day"),
    pytest.param(with_column("Ngày sinh", 27428.0), [("R043", "D2")], id="a date that lost its format"),
    pytest.param(with_column("note", "a\x07b"), [("R122", "D2")], id="control character"),
    pytest.param(
        ((*HEAD, "residence_unit", "residence_area"), (*AN, "Đa Kao", "Bình An")),
        [("R012", "E2")],
        id="an area with other diacritics",
    ),
    pytest.param((HEAD, (*AN[:2], "Phường Bên Nghé")), [("R010", "C2")], id="a unit with other diacritics"),
]
GOOD_CELLS = [
    pytest.param(with_id("m1", "m2", "M1"), [("R034", "A4")], id="ids that differ in case"),
    pytest.param(with_id("m 1", "m2", "m1"), [("R034", "A4")], id="ids that differ in a space"),
    pytest.param(with_id("m1", "m2", " m3"), [("R038", "A4")], id="a space around an id"),
    pytest.param(with_id("AN1", "m2", "\u0410N1"), [("R034", "A4")], id="a Cyrillic twin"),
    pytest.param(with_id("01E5", "1-12", "0012"), [], id="01E5, 1-12 and 0012 as text"),
    pytest.param(with_id("m1", "m2", 124.0), [], id="a whole number as id"),
    pytest.param(
        ((*HEAD, "Ngày sinh"), (*AN, "1975"), ("m9", *AN[1:], "1975"), (*CUC, None)),
        [("R037", "B3")],
        id="the same person under two ids",
    ),
    pytest.param(with_column("Số thẻ đảng", "79.1", "79.1"), [("R121", "D3")], id="a card number under two ids"),
    pytest.param(with_column("Linh vực phụ trachs", "x"), [("R100", "D1")], id="misspelt optional heading"),
    pytest.param(with_column("Nơi ở hiện nay", "KP1"), [("R110", "D1")], id="residence of the other basis"),
    pytest.param(
        with_column("Hộ khẩu thường trú", "KP.1"), [("R111", "D2"), ("R117", "D3"), ("R117", "D4")], id="bare KP.1"
    ),
    pytest.param(
        with_column("residence_area", None, None, "Bình An"),
        [("R117", "2"), ("R117", "3"), ("R013", "D4")],
        id="an unknown area without a unit",
    ),
    pytest.param(
        with_column("residence_unit", "P.BN"), [("R011", "D2"), ("R117", "D3"), ("R117", "D4")], id="initials of a unit"
    ),
    pytest.param(
        with_column("residence_unit", "Phường Sài Gòn", "Q", "Q"),
        [("R116", "D2")],
        id="a unit made later of old ones",
    ),
    pytest.param(with_place("10,7769", "106,7009"), [], id="coordinates with a decimal comma"),
    pytest.param(with_column("note", "\u00d0inh"), [("R123", "D2")], id="a foreign letter for Đ"),
]
BRANCH_CELLS = [
    pytest.param(("min", -1.0), [("R041", "E2")], id="negative min"),
    pytest.param(("max", 2.5), [("R040", "E2")], id="fractional max"),
    pytest.param(("max", True), [("R040", "E2")], id="a truth value as max"),
    pytest.param(("max", "ba"), [("R040", "E2")], id="max in words"),
]


@pytest.mark.parametrize(("rows", "told"), MEMBER_CELLS)
def test_a_bad_cell_stops_and_writes_nothing(
    rows: Rows, told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "members.xlsx", rows)
    write(tmp_path / "branches.xlsx", BRANCHES)
    (tmp_path / "plan.json").write_text("old", encoding="utf-8")

    assert check(tmp_path, capsys)[:2] == (3, told)

    files = ["--members", "members.xlsx", "--branches", "branches.xlsx"]
    assert run(["plan", *files, "-o", "plan.json", "--force"], {}, tmp_path) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["branches.xlsx", "members.xlsx", "plan.json"]
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(("rows", "told"), GOOD_CELLS)
def test_a_doubtful_cell_is_told_and_read(
    rows: Rows, told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "members.xlsx", rows)
    write(tmp_path / "branches.xlsx", BRANCHES)

    assert check(tmp_path, capsys) == (0, told, {"members": 3, "branches": 3, "units": 2})


@pytest.mark.parametrize(("column", "told"), BRANCH_CELLS)
def test_a_bad_limit_stops(
    column: tuple[str, Cell], told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heading, value = column
    write(tmp_path / "members.xlsx", (HEAD, *PEOPLE))
    write(tmp_path / "branches.xlsx", ((*BRANCHES[0], heading), (*BRANCHES[1], value), *BRANCHES[2:]))

    assert check(tmp_path, capsys)[:2] == (3, told)


def test_a_minimum_above_the_maximum_stops(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "members.xlsx", (HEAD, *PEOPLE))
    write(tmp_path / "branches.xlsx", ((*BRANCHES[0], "min", "max"), (*BRANCHES[1], 3.0, 2.0), *BRANCHES[2:]))

    assert check(tmp_path, capsys)[:2] == (3, [("R042", "F2")])


def test_two_branches_of_one_name_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "members.xlsx", (HEAD, *PEOPLE))
    write(tmp_path / "branches.xlsx", (*BRANCHES, ("b4", "Chi bộ Bình Ân", "Đa Kao", "Bình Tân")))

    assert check(tmp_path, capsys)[:2] == (0, [("R114", "B5")])


def test_days_of_a_workbook_that_counts_from_1904(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: Rows = (
        ("name", "unit", "birth_date"),
        ("An", "Đa Kao", datetime.date(1975, 3, 2)),
        ("An", "Đa Kao", "2/3/1975"),
    )
    write(tmp_path / "members.xlsx", rows, is_1904=True)
    write(tmp_path / "branches.xlsx", BRANCHES)

    assert check(tmp_path, capsys)[:2] == (3, [("R031", "A3")])


NEW_BRANCHES: Rows = (
    ("id", "name", "unit", "areas"),
    ("b1", "Chi bộ 1", "Phường Sài Gòn", "Khu phố 1"),
    ("b2", "Chi bộ 2", "Phường Tân Định", "Khu phố 2"),
)
OLD_WARDS = [
    pytest.param("unit", "Phường Bến Nghé", 0, [("R113", "C2")], (), id="a member's ward that went into one"),
    pytest.param("unit", "Đa Kao", 3, [("R112", "C2")], ("Phường Sài Gòn", "Phường Tân Định"), id="divided"),
    pytest.param(
        "registered_residence",
        "12 Mai Thị Lựu, P. Đa Kao, Quận 1",
        0,
        [("R112", "D2")],
        ("Phường Sài Gòn", "Phường Tân Định"),
        id="an address in a divided ward",
    ),
    pytest.param("residence_unit", "P. Bến Nghé, Q.1", 0, [("R113", "D2")], (), id="a residence that went into one"),
]


@pytest.mark.parametrize(("heading", "value", "code", "told", "candidates"), OLD_WARDS)
def test_an_old_ward_is_never_settled_in_silence(
    heading: str,
    value: str,
    code: int,
    told: Told,
    candidates: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    is_unit = heading == "unit"
    row = ("m1", "An", value) if is_unit else ("m1", "An", "Sài Gòn", value)
    write(tmp_path / "members.xlsx", (HEAD if is_unit else (*HEAD, heading), row))
    write(tmp_path / "branches.xlsx", NEW_BRANCHES)

    files = ["--members", "members.xlsx", "--branches", "branches.xlsx"]
    assert run(["check", *files, "--json", "--lang", "vi"], {}, tmp_path) == code
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["cell"]) for finding in found] == told
    assert tuple(found[0]["suggestions"]) == candidates


def test_an_own_crosswalk_says_where_an_area_belongs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "crosswalk.csv").write_text(
        "old_unit,old_district,old_area,new_unit,valid_from,share\n"
        "Đa Kao,Quận 1,,Sài Gòn,2025-07-01,part\n"
        "Đa Kao,Quận 1,,Tân Định,2025-07-01,part\n"
        "Đa Kao,Quận 1,Khu phố 2,Tân Định,2025-07-01,part\n",
        encoding="utf-8",
    )
    write(tmp_path / "members.xlsx", ((*HEAD, "HKTT"), ("m1", "An", "Sài Gòn", "KP.2, P. Đa Kao, Quận 1")))
    write(tmp_path / "branches.xlsx", NEW_BRANCHES)

    files = ["--members", "members.xlsx", "--branches", "branches.xlsx", "--crosswalk", "crosswalk.csv"]
    assert run(["check", *files, "--json"], {}, tmp_path) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["cell"]) for finding in found] == [("R113", "D2")]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        pytest.param("Đa Kao,,Sài Gòn,sắp tới,part", "D2", id="no day"),
        pytest.param("Đa Kao,,Sài Gòn,2025-07-01,nửa", "E2", id="no share"),
        pytest.param("Đa Kao,,,2025-07-01,whole", "C2", id="no new unit"),
    ],
)
def test_a_bad_line_of_a_crosswalk_stops(
    row: str, cell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"old_unit,old_district,new_unit,valid_from,share\n{row}\n"
    (tmp_path / "crosswalk.csv").write_text(text, encoding="utf-8")
    write(tmp_path / "members.xlsx", (HEAD, *PEOPLE))
    write(tmp_path / "branches.xlsx", BRANCHES)

    files = ["--members", "members.xlsx", "--branches", "branches.xlsx", "--crosswalk", "crosswalk.csv"]
    assert run(["check", *files, "--json"], {}, tmp_path) == 3
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["cell"]) for finding in found] == [("R115", cell)]
