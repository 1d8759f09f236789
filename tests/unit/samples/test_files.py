from __future__ import annotations

import csv
import io
import itertools
import tomllib
import unicodedata
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.samples.catalog import SAMPLES
from reassign.samples.files import RosterFormat, sample_files

COMMITTED = Path(__file__).parents[3] / "data" / "samples"
SMALL = {sample.description.name: sample for sample in SAMPLES if sample.description.name != "thanh-pho"}
AS_XLSX = {"quan-1-2019", "phu-nhuan-2020"}


def rows_of(content: bytes) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


@pytest.mark.parametrize("name", SMALL)
def test_committed_files_are_those_of_seed_0(name: str) -> None:
    drawn = sample_files(SMALL[name].draw(0), "xlsx" if name in AS_XLSX else "csv")
    kept = {path.relative_to(COMMITTED / name).as_posix(): path for path in (COMMITTED / name).rglob("*.*")}

    assert kept.keys() == drawn.keys()
    assert [path for path, content in drawn.items() if kept[path].read_bytes() != content] == []


@pytest.mark.parametrize("roster_format", ["csv", "xlsx"])
def test_the_seed_decides_every_byte(roster_format: RosterFormat) -> None:
    draw = SMALL["quan-1-2019"].draw

    first = sample_files(draw(7), roster_format)

    assert sample_files(draw(7), roster_format) == first
    assert sample_files(draw(8), roster_format)[f"members.{roster_format}"] != first[f"members.{roster_format}"]


@pytest.mark.parametrize("roster_format", ["csv", "xlsx"])
@pytest.mark.parametrize("name", SMALL)
def test_every_input_of_a_case_is_there(name: str, roster_format: RosterFormat) -> None:
    files = sample_files(SMALL[name].draw(0), roster_format)

    for path in (Path(file) for file in files if file.endswith("reassign.toml")):
        case = tomllib.loads(files[path.as_posix()].decode())
        named = [*case["inputs"].values(), *([case["policy"]] if isinstance(case["policy"], str) else [])]
        for file in named:
            place = path.parent.parent / file[3:] if file.startswith("../") else path.parent / file
            assert place.as_posix() in files


def test_csv_has_exactly_the_canonical_columns_and_plain_line_ends() -> None:
    files = sample_files(SMALL["hoc-mon-2020"].draw(0), "csv")

    for file, keys in {"members.csv": MEMBER_KEYS, "branches.csv": BRANCH_KEYS}.items():
        table = list(csv.reader(io.StringIO(files[file].decode(), newline=""), strict=True))
        assert tuple(table[0]) == keys
        assert {len(row) for row in table} == {len(keys)}
        assert b"\r" not in files[file]


def test_a_clean_workbook_has_one_header_row_and_ids_as_text() -> None:
    header, first, *others = rows_of(sample_files(SMALL["quan-1-2019"].draw(0), "xlsx")["members.xlsx"])

    assert header[:3] == ["Mã", "Họ và tên", "Ngày sinh"]
    assert first[0] == "001001"
    assert len(others) == 192


def test_the_officers_workbook_has_titles_a_merged_header_and_signatures() -> None:
    rows = rows_of(sample_files(SMALL["phu-nhuan-2020"].draw(0), "xlsx")["members.xlsx"])
    texts = [[str(cell) for cell in row if cell != ""] for row in rows]

    assert texts[0] == ["QUẬN ỦY PHÚ NHUẬN", "ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert texts[5][:4] == ["STT", "Họ và tên", "Ngày sinh", "Dân tộc"]
    assert texts[6] == ["Nam", "Nữ", "Hộ khẩu thường trú", "Nơi ở hiện nay"]
    assert texts[7] == ["PHƯỜNG 1"]
    assert ["Tổng cộng: 223 đảng viên"] in texts
    assert texts[-1] == ["(ký tên, đóng dấu)"]


def test_the_officers_workbook_mixes_composed_and_decomposed_names_and_counts_from_1_again() -> None:
    rows = rows_of(sample_files(SMALL["phu-nhuan-2020"].draw(0), "xlsx")["members.xlsx"])
    people = [row for row in rows if str(row[0]).isdigit()]

    assert len(people) == 223
    assert {unicodedata.is_normalized("NFC", str(row[1])) for row in people} == {True, False}
    assert sum(1 for row in people if row[0] == "1") == 15
    assert all((row[2] == "") != (row[3] == "") for row in people)


def test_workbooks_name_no_author_and_repeat_the_unit_in_each_row() -> None:
    workbook = sample_files(SMALL["phu-nhuan-2020"].draw(0), "xlsx")["members.xlsx"]
    people = [row for row in rows_of(workbook) if str(row[0]).isdigit()]

    assert b"<dc:creator></dc:creator>" in workbook
    assert len({key for key, _ in itertools.groupby(str(row[9]) for row in people)}) == 15
