"""Rosters spread over sheets and files: one plan, every file named in it, and the plan still opens."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from reassign.cli.main import run

BRANCHES = """id,name,unit,areas
b1,Chi bộ 1,Bến Nghé,Khu phố 1
b2,Chi bộ 2,Đa Kao,Khu phố 2
"""
BEN_NGHE = "Mã,Họ và tên,Ngày sinh\nm1,Nguyễn An,1975\nm2,Lê Bình,1980\n"
DA_KAO = "ĐẢNG ỦY PHƯỜNG ĐA KAO,,\n,,\nHọ và tên,Mã đảng viên,Lĩnh vực\nTrần Cúc,m3,y tế\n"
CASE = '[inputs]\nmembers = "members"\nbranches = "branches.csv"\n'


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Two wards with a list each, laid out differently, one of which says its ward by its name."""
    (tmp_path / "members").mkdir()
    for name, text in (
        ("branches.csv", BRANCHES),
        ("reassign.toml", CASE),
        ("members/Phường Bến Nghé.csv", BEN_NGHE),
        ("members/danh sách.csv", DA_KAO),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def findings(
    folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, list[tuple[str, str, str]]]:
    code = run([*arguments, "--json"], {}, folder)
    found = json.loads(capsys.readouterr().out)["findings"]
    return code, [(finding["code"], finding["file"], finding["cell"]) for finding in found]


def document(path: Path) -> Mapping[str, list[Mapping[str, str]]]:
    loaded: Mapping[str, list[Mapping[str, str]]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def test_a_folder_is_one_roster_and_every_file_of_it_an_input(case: Path) -> None:
    assert run(["plan", "-o", "plan.json", "-q"], {}, case) == 0

    plan = document(case / "plan.json")
    assert [(file["role"], file["file"]) for file in plan["inputs"]] == [
        ("members", "members/danh sách.csv"),
        ("members", "members/Phường Bến Nghé.csv"),
        ("branches", "branches.csv"),
    ]
    assert [(one["member"], one["branch"]) for one in plan["placements"]] == [("m1", "b1"), ("m2", "b1"), ("m3", "b2")]
    assert run(["verify", "plan.json", "-q"], {}, case) == 0


def test_columns_of_all_files_are_carried_through(case: Path) -> None:
    assert run(["plan", "-o", "plan.csv", "-q"], {}, case) == 0

    lines = (case / "plan.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(",fields,birth_date")
    assert [line.rpartition(",tasks")[2].split(",")[-2:] for line in lines[1:]] == [
        ["", "1975"],
        ["", "1980"],
        ["y tế", ""],
    ]


def test_where_the_ward_was_taken_from_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(case, capsys, "check") == (
        0,
        [("R101", "members/Phường Bến Nghé.csv", ""), ("R101", "members/danh sách.csv", "A1")],
    )


def test_one_person_in_two_files_is_named_with_both_cells(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "members" / "danh sách.csv").write_text(DA_KAO.replace("m3", "m1"), encoding="utf-8")

    assert run(["check", "--json", "--lang", "en"], {}, case) == 3
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["code"], one["file"], one["cell"], one["message"]) for one in found if one["severity"] == "error"] == [
        ("R031", "members/Phường Bến Nghé.csv", "A2", "“m1” stands already in members/danh sách.csv!B4")
    ]


def test_what_is_no_roster_is_left_out_and_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "members" / "~$danh sách.xlsx").write_text("x", encoding="utf-8")
    (case / "members" / "công văn.docx").write_text("x", encoding="utf-8")
    (case / "members" / ".hidden").write_text("x", encoding="utf-8")

    code, found = findings(case, capsys, "check")

    assert code == 0
    assert [(name, cell) for told, name, cell in found if told == "R103"] == [
        ("members/công văn.docx", ""),
        ("members/~$danh sách.xlsx", ""),
    ]


def test_an_empty_folder_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "empty").mkdir()

    assert findings(case, capsys, "check", "--members", "empty") == (3, [("R105", "empty", "")])


@pytest.mark.parametrize("change", ["changed", "added", "removed"])
def test_a_plan_does_not_open_when_its_folder_has_changed(
    change: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", "-o", "plan.json", "-q"], {}, case) == 0
    list_of_da_kao = case / "members" / "danh sách.csv"
    if change == "changed":
        list_of_da_kao.write_text(DA_KAO + "Lê Dung,m4,\n", encoding="utf-8")
    elif change == "added":
        (case / "members" / "thêm.csv").write_text("Mã,Họ và tên,Phường\nm9,Lê Dung,Đa Kao\n", encoding="utf-8")
    else:
        list_of_da_kao.unlink()
    capsys.readouterr()

    assert run(["verify", "plan.json"], {}, case) == 3
    told = capsys.readouterr().err
    assert ("R001" if change == "removed" else "R090") in told


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    page.write_string(row, column, cell)


def test_one_sheet_for_each_ward_is_one_roster(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = ("Mã", "Họ và tên")
    sheets = {
        "Bến Nghé": (head, ("m1", "An")),
        "P. Đa Kao": (head, ("m2", "Bình")),
        "Tổng hợp": (("Số lượng",), ("2",)),
    }
    workbook(case / "members.xlsx", sheets)

    assert findings(case, capsys, "check", "--members", "members.xlsx") == (
        0,
        [("R101", "members.xlsx", ""), ("R101", "members.xlsx", ""), ("R102", "members.xlsx", "")],
    )


def test_sheets_that_do_not_say_their_ward_are_asked_about(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = ("Mã", "Họ và tên", "Phường")
    sheets = {"Sheet1": (head, ("m1", "An", "Đa Kao")), "Sheet2": (head, ("m2", "Bình", "Bến Nghé"))}
    workbook(case / "members.xlsx", sheets)

    assert findings(case, capsys, "check", "--members", "members.xlsx") == (3, [("R024", "members.xlsx", "")])
    assert findings(case, capsys, "check", "--members", "members.xlsx#*") == (0, [])
    assert findings(case, capsys, "check", "--members", "members.xlsx#Sheet1") == (0, [])


def test_a_plan_knows_the_sheet_that_was_asked_for(case: Path) -> None:
    head = ("Mã", "Họ và tên", "Phường")
    sheets = {
        "Sheet1": (head, ("m1", "An", "Đa Kao")),
        "Sheet2": (head, ("m2", "Bình", "Bến Nghé"), ("m3", "Cúc", "Đa Kao")),
    }
    workbook(case / "members.xlsx", sheets)

    assert run(["plan", "--members", "members.xlsx#Sheet2", "-o", "plan.json", "-q"], {}, case) == 0
    assert document(case / "plan.json")["inputs"][0]["sheet"] == "Sheet2"
    assert run(["verify", "plan.json", "-q"], {}, case) == 0


def test_a_roster_of_branches_may_have_section_lines_too(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (
        ("STT", "Tên chi bộ", "Khu phố"),
        ("I", "PHƯỜNG BẾN NGHÉ", ""),
        ("1", "Chi bộ 1", "Khu phố 1"),
        ("II", "PHƯỜNG ĐA KAO", ""),
        ("1", "Chi bộ 2", "Khu phố 2"),
    )
    workbook(case / "branches.xlsx", {"Chi bộ": rows})

    code, found = findings(case, capsys, "check", "--branches", "branches.xlsx")

    assert code == 0
    assert [cell for told, name, cell in found if name == "branches.xlsx"] == ["2", "4"]
