"""``check --report``: the officer's own lists come back with the cells marked, whatever the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from reassign.cli.main import run

if TYPE_CHECKING:
    import pytest

MEMBERS = """\
id,name,unit,birth_date,residence_unit,residence_area
m1,Nguyễn An,Đa Kao,31/02/1980,Đa Kao,KP 1
m2,Trần Bình,Đa Cao,1975,Đa Kao,KP 1
"""
GOOD = MEMBERS.replace("31/02", "28/02").replace("Đa Cao", "Đa Kao")
BRANCHES = "id,name,unit,areas\nb1,Chi bộ KP 1,Đa Kao,KP 1\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[output]\nlanguage = "vi"\n'


def write_case(folder: Path, members: str = MEMBERS) -> Path:
    for name, text in (("members.csv", members), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_wrong_cells_are_marked_where_they_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--report", "found.xlsx"], {}, write_case(tmp_path)) == 3
    assert str(tmp_path / "found.xlsx") in capsys.readouterr().out.splitlines()
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    assert book.sheetnames == ["Kết quả kiểm tra", "members", "branches"]
    listed = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=5)]
    assert [(row[1], row[2], row[5]) for row in listed] == [("Lỗi", "R043", "D2"), ("Lỗi", "R010", "C3")]
    assert [cell.coordinate for row in book["members"].iter_rows() for cell in row if cell.comment] == ["D2", "C3"]
    assert "Đa Kao" in book["members"]["C3"].comment.text


def test_a_clean_case_gets_a_report_too(tmp_path: Path) -> None:
    assert run(["check", "-q", "--report", "found.xlsx"], {}, write_case(tmp_path, GOOD)) == 0
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    assert book.worksheets[0]["A2"].value == "Không có lỗi, không có cảnh báo."


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    write_case(tmp_path)
    for name in ("a.xlsx", "b.xlsx"):
        assert run(["check", "-q", "--report", name], {}, tmp_path) == 3
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_an_existing_report_stays_without_force_and_is_kept_with_it(tmp_path: Path) -> None:
    write_case(tmp_path)
    (tmp_path / "found.xlsx").write_text("old", encoding="utf-8")
    assert run(["check", "-q", "--report", "found.xlsx"], {}, tmp_path) == 6
    assert (tmp_path / "found.xlsx").read_text(encoding="utf-8") == "old"
    assert run(["check", "-q", "--report", "found.xlsx", "--force"], {}, tmp_path) == 3
    assert (tmp_path / "found.xlsx.bak").read_text(encoding="utf-8") == "old"


def test_a_dry_run_writes_no_report(tmp_path: Path) -> None:
    assert run(["check", "--dry-run", "--report", "found.xlsx"], {}, write_case(tmp_path)) == 3
    assert not (tmp_path / "found.xlsx").exists()


def test_every_file_of_a_folder_has_its_sheet(tmp_path: Path) -> None:
    write_case(tmp_path)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.csv").write_text(MEMBERS, encoding="utf-8")
    (tmp_path / "lists" / "b.csv").write_text(GOOD.replace("m1", "m3").replace("m2", "m4"), encoding="utf-8")
    assert run(["check", "-q", "--members", "lists", "--report", "found.xlsx"], {}, tmp_path) == 3
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    assert book.sheetnames[1:] == ["a", "b", "branches"]


def test_only_the_sheets_in_use_are_copied(tmp_path: Path) -> None:
    write_case(tmp_path)
    book = openpyxl.Workbook()
    for line in MEMBERS.splitlines():
        book.worksheets[0].append(line.split(","))
    book.create_sheet("Ghi chú riêng").append(["không liên quan"])
    book.save(tmp_path / "members.xlsx")
    assert run(["check", "-q", "--members", "members.xlsx", "--report", "found.xlsx"], {}, tmp_path) == 3
    assert "Ghi chú riêng" not in " ".join(openpyxl.load_workbook(tmp_path / "found.xlsx").sheetnames)


def test_a_roster_that_cannot_be_read_is_listed_without_a_sheet(tmp_path: Path) -> None:
    write_case(tmp_path)
    (tmp_path / "members.csv").unlink()
    assert run(["check", "-q", "--report", "found.xlsx"], {}, tmp_path) == 3
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    assert [sheet.title for sheet in book.worksheets[1:]] == ["branches"]
    assert [cell.value for cell in book.worksheets[0][5]][2:4] == ["R001", "members.csv"]
