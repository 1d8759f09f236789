"""What the papers of a re-plan say about where members are today: the roster's word, not the draft's before it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from reassign.cli.main import run

MEMBERS = """\
id,name,unit,status,residence_unit,residence_area,current_branch
m1,Nguyễn An,Đa Kao,official,Đa Kao,KP 1,Chi bộ cơ quan
m2,Trần Bình,Đa Kao,official,Đa Kao,KP 1,b1
m3,Lê Cúc,Đa Kao,official,Đa Kao,KP 2,Chi bộ cơ quan
m4,Phạm Dung,Đa Kao,official,Đa Kao,KP 2,
"""
BRANCHES = """\
id,name,unit,areas,members_now,officials_now
b1,Chi bộ 1,Đa Kao,KP 1,10,9
b2,Chi bộ 2,Đa Kao,KP 2,20,18
"""
CASE = """\
[inputs]
members = "members.csv"
branches = "branches.csv"
[policy]
effective = 2019-09-02
[output]
language = "vi"
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.xlsx"], {}, tmp_path) == 0
    return tmp_path


def replan(case: Path, old: str, new: str, *more: str) -> None:
    assert run(["replan", old, "-q", "-o", new, *more], {}, case) == 0
    assert run(["verify", "-q", new], {}, case) == 0


def merged(case: Path, plan: str) -> dict[str, dict[str, str]]:
    """Rows of the letter data by member id."""
    assert run(["letters", plan, "-q", "-o", f"papers-{plan}", "--one-file"], {}, case) == 0
    (path,) = (case / f"papers-{plan}").glob("*.csv")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row["Mã"]: row for row in csv.DictReader(stream)}


def words(case: Path, plan: str, paper: str) -> list[str]:
    """Paragraphs and cells of a paper."""
    (path,) = (case / f"papers-{plan}").glob(f"*{paper}*.docx")
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def first_figures(told: list[str]) -> str:
    """Figures before and after of the first branch."""
    return next(word for word in told if word[:1].isdigit() and "→" in word)


def test_a_draft_that_is_replanned_twice_gives_the_papers_of_the_first_plan(case: Path) -> None:
    replan(case, "plan.xlsx", "second.xlsx")
    replan(case, "second.xlsx", "third.xlsx")
    first, third = merged(case, "plan.xlsx"), merged(case, "third.xlsx")
    assert {member: row["Chi bộ đi"] for member, row in third.items()} == {
        "m1": "Chi bộ cơ quan",
        "m2": "Chi bộ 1",
        "m3": "Chi bộ cơ quan",
        # Of whom the roster says nothing, the plan before is taken as carried out.
        "m4": "Chi bộ 2",
    }
    assert [row["Bắt đầu chậm nhất"] != "" for row in third.values()] == [True, False, True, False]
    for heading in ("Chi bộ đi", "Chi bộ đến", "Bắt đầu chậm nhất", "Nộp giấy chậm nhất"):
        assert [third[member][heading] for member in ("m1", "m2", "m3")] == [
            first[member][heading] for member in ("m1", "m2", "m3")
        ]


def test_strengths_before_and_after_count_those_whom_the_draft_did_not_bring_yet(case: Path) -> None:
    merged(case, "plan.xlsx")
    replan(case, "plan.xlsx", "second.xlsx")
    merged(case, "second.xlsx")
    assert first_figures(words(case, "plan.xlsx", "tong-hop")) == "9 → 10"
    assert first_figures(words(case, "second.xlsx", "tong-hop")) == "9 → 10"


def test_once_the_roster_says_that_they_arrived_nobody_is_transferred(case: Path) -> None:
    moved = MEMBERS.replace("1,Chi bộ cơ quan", "1,b1").replace("2,Chi bộ cơ quan", "2,b2")
    (case / "members.csv").write_text(moved, encoding="utf-8")
    replan(case, "plan.xlsx", "second.xlsx")
    rows = merged(case, "second.xlsx")
    assert {row["Chi bộ đi"] for row in rows.values()} == {"Chi bộ 1", "Chi bộ 2"}
    assert {row["Bắt đầu chậm nhất"] for row in rows.values()} == {""}
    assert first_figures(words(case, "second.xlsx", "tong-hop")) == "10 → 10"


def test_a_branch_that_went_into_another_keeps_its_name(case: Path) -> None:
    text = BRANCHES.replace("b2,Chi bộ 2", "b7,Chi bộ 7").replace("b1,Chi bộ 1,Đa Kao,KP 1,10,9\n", "")
    (case / "branches.csv").write_text(text.replace("KP 2", "KP 1;KP 2"), encoding="utf-8")
    (case / "lineage.csv").write_text("from_branch,to_branch\nb1,b7\nb2,b7\n", encoding="utf-8")
    replan(case, "plan.xlsx", "second.xlsx", "--lineage", "lineage.csv")
    rows = merged(case, "second.xlsx")
    assert [row["Chi bộ đi"] for row in rows.values()] == ["Chi bộ cơ quan", "Chi bộ 1", "Chi bộ cơ quan", "Chi bộ 2"]


@pytest.mark.parametrize("kept", ["new.xlsx", "new.json"])
def test_the_page_of_a_plan_that_is_read_back_tells_why_members_move_and_what_edits_cost(case: Path, kept: str) -> None:
    book = openpyxl.load_workbook(case / "plan.xlsx")
    sheet = book.worksheets[0]
    (cell,) = (
        cell for row in sheet.iter_rows() for cell in row if cell.value == "Chi bộ 2" and row[1].value == "Lê Cúc"
    )
    cell.value = "Chi bộ 1"
    book.save(case / "plan.xlsx")
    outputs = [word for name in ("new.xlsx", "new.json", "new.html") for word in ("-o", name)]
    assert run(["replan", "plan.xlsx", "-q", "--curve", *outputs], {}, case) == 0
    assert run(["report", kept, "-q", "-o", "again.html"], {}, case) == 0

    page = (case / "again.html").read_text(encoding="utf-8")
    assert "sửa bằng tay trong sổ phương án" in page
    assert "Lê Cúc: về Chi bộ 1" in page
    assert "curve" in json.loads((case / "new.json").read_text(encoding="utf-8"))
    assert page == (case / "new.html").read_text(encoding="utf-8")


def test_nobody_is_said_to_stay_who_has_to_leave_the_office_branch(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replan(case, "plan.xlsx", "second.xlsx")
    rows = merged(case, "second.xlsx")
    grounds = {member: row["Căn cứ phân công"].partition(";")[0] for member, row in rows.items()}
    assert grounds == {
        "m1": "Giữ như phương án trước",
        "m2": "Giữ nguyên nơi sinh hoạt",
        "m3": "Giữ như phương án trước",
        "m4": "Giữ nguyên nơi sinh hoạt",
    }
    sheet = openpyxl.load_workbook(case / "second.xlsx").worksheets[0]
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Giữ ")]
    assert sorted(text.partition(";")[0] for text in told) == sorted(grounds.values())

    capsys.readouterr()
    assert run(["replan", "second.xlsx", "--dry-run"], {}, case) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("giữ nguyên nơi sinh hoạt") == 2
    assert "Rời nơi đang sinh hoạt: 2, trong đó chuyển giữa các chi bộ trong danh sách: 0" in out
    assert run(["explain", "second.xlsx", "m1"], {}, case) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "giữ như phương án trước" in out
    assert "giữ nguyên nơi sinh hoạt" not in out
