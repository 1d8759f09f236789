"""``compare`` on a folder: two plans of the same rosters, changed rosters, edited workbooks, what it cannot read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reassign.cli.main import run

MEMBERS = """\
id,name,unit,residence_unit,residence_area
m1,Nguyễn Văn An,P1,P1,KP 1
m2,Trần Thị Bình,P1,P1,KP 2
m3,Lê Cúc,P1,P1,KP 1
"""
BRANCHES = """\
id,name,unit,areas
b1,Chi bộ 1,P1,KP 1
b2,Chi bộ 2,P1,KP 2
"""
POLICY = """\
[inputs]
members = "members.csv"
branches = "branches.csv"
[policy]
name = "Gốc"
[policy.limits]
max = 2
[policy.priorities]
order = ["residence"]
"""
BALANCED = (
    'name = "Khác"\n[limits]\nmax = 1\nmin = 1\n[limits.branch.b2]\nmax = 2\n[priorities]\norder = ["residence"]\n'
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """One plan as JSON and as workbook, and one in which a branch takes fewer."""
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    (tmp_path / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (tmp_path / "reassign.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "other.toml").write_text(BALANCED, encoding="utf-8")
    assert run(["plan", "-q", "-o", "a.json", "-o", "a.xlsx"], {}, tmp_path) == 0
    assert run(["plan", "-q", "--policy", "other.toml", "-o", "b.json"], {}, tmp_path) == 0
    return tmp_path


def compared(case: Path, capsys: pytest.CaptureFixture[str], *plans: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["compare", *plans, "--json"], {}, case) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_who_moved_and_who_lost_by_it(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = compared(case, capsys, "a.json", "b.json")
    assert document["same"] is False
    assert [plan["name"] for plan in document["plans"]] == ["Gốc", "Khác"]
    (move,) = document["moves"]
    assert (move["from"], move["to"], move["outcome"]) == ("b1", "b2", "loses")
    assert move["effects"] == [{"priority": "residence", "before": 2, "after": 1}]
    assert document["levels"][0]["values"] == [6, 5]
    assert {one["key"]: one["values"] for one in document["differences"]} == {
        "policy.name": ["Gốc", "Khác"],
        "policy.limits.max": [2, 1],
        "policy.limits.branch.b2.max": [None, 2],
    }
    assert {load["branch"]: load["received"] for load in document["loads"]} == {"b1": [2, 1], "b2": [1, 2]}


def test_a_workbook_and_the_json_of_one_plan_are_the_same(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = compared(case, capsys, "a.json", "a.xlsx")
    assert document["same"] is True
    assert document["moves"] == document["differences"] == document["findings"] == []


@pytest.mark.parametrize(("other", "code"), [("a.xlsx", 0), ("b.json", 1)])
def test_fail_on_change(case: Path, other: str, code: int) -> None:
    assert run(["compare", "a.json", other, "-q", "--fail-on-change"], {}, case) == code
    assert run(["compare", "a.json", other, "-q"], {}, case) == 0


def test_several_plans_are_held_against_the_first(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = compared(case, capsys, "a.json", "a.xlsx", "b.json")
    assert [move["plan"] for move in document["moves"]] == [2]


def test_changed_rosters_leave_the_gains_open_and_say_so(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "members.csv").write_text(MEMBERS + "m4,Vũ Dũng,P1,P1,KP 2\n", encoding="utf-8")
    assert run(["plan", "-q", "-o", "c.json"], {}, case) == 0
    document = compared(case, capsys, "a.json", "c.json")
    assert [plan["measured"] for plan in document["plans"]] == [False, True]
    assert {move["outcome"] for move in document["moves"]} <= {None}
    assert [one["member"] for one in document["joined"]] == ["m4"]
    assert [finding["code"] for finding in document["findings"]] == ["R090"]
    assert "inputs.members" in [one["key"] for one in document["differences"]]


def test_rosters_that_are_gone_do_not_stop_it(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("members.csv", "branches.csv", "reassign.toml", "other.toml"):
        (case / name).unlink()
    capsys.readouterr()
    assert run(["compare", "a.json", "b.json", "--lang", "vi"], {}, case) == 0
    told = capsys.readouterr()
    assert "Không nói được ai được lợi" in told.err
    assert "Chi bộ 1 → Chi bộ 2" in told.out


def test_people_read_it_in_both_languages(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language, words in (("vi", "bị thiệt: rời địa bàn"), ("en", "loses: leaves the area")):
        capsys.readouterr()
        assert run(["compare", "a.json", "b.json", "--lang", language], {"COLUMNS": "120"}, case) == 0
        assert words in " ".join(capsys.readouterr().out.split())


def test_a_workbook_and_json_are_written(case: Path) -> None:
    assert run(["compare", "a.json", "b.json", "-q", "-o", "c.xlsx", "-o", "c.json"], {}, case) == 0
    assert json.loads((case / "c.json").read_text("utf-8"))["same"] is False
    assert len(openpyxl.load_workbook(case / "c.xlsx").sheetnames) == 3
    assert run(["compare", "a.json", "b.json", "-q", "-o", "c.xlsx"], {}, case) == 6
    assert run(["compare", "a.json", "b.json", "-q", "-o", "c.xlsx", "--force"], {}, case) == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["a.json"], 2, id="one plan"),
        pytest.param([], 2, id="no plan"),
        pytest.param(["a.json", "nowhere.json"], 3, id="no such file"),
        pytest.param(["a.json", "reassign.toml"], 3, id="no plan at all"),
        pytest.param(["a.json", "members.csv"], 3, id="a roster"),
        pytest.param(["a.json", "b.json", "-o", "a.json"], 2, id="output is a plan"),
        pytest.param(["a.json", "b.json", "-o", "c.csv"], 2, id="an ending nothing is written for"),
        pytest.param(["a.json", "b.json", "-o", "c.json", "-o", "c.json"], 2, id="an output twice"),
    ],
)
def test_what_cannot_be_compared(case: Path, arguments: list[str], code: int) -> None:
    before = sorted(path.name for path in case.iterdir())
    assert run(["compare", *arguments], {}, case) == code
    assert sorted(path.name for path in case.iterdir()) == before


def test_a_workbook_edited_by_hand_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(case / "a.xlsx")
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "Chi bộ 2"]
    cells[-1].value = "Chi bộ 1"
    book.save(case / "a.xlsx")
    assert run(["compare", "a.json", "a.xlsx", "--lang", "en"], {}, case) == 3
    assert "R069" in capsys.readouterr().err


def test_a_damaged_plan_never_ends_in_a_crash(case: Path) -> None:
    document = json.loads((case / "b.json").read_text("utf-8"))
    document["placements"][0]["branch"] = "zz"
    document["branches"].pop()
    (case / "d.json").write_text(json.dumps(document), encoding="utf-8")
    assert run(["compare", "a.json", "d.json", "-q"], {}, case) == 0


def test_staying_in_a_successor_is_no_change_of_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = "id,name,unit\nm1,Nguyễn An,P1\nm2,Lê Cúc,P1\n"
    files = {
        "old/members.csv": people,
        "old/branches.csv": "id,name,unit\nb1,Chi bộ 1,P1\nb2,Chi bộ 2,P1\n",
        "old/reassign.toml": '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n',
        "members.csv": people,
        "branches.csv": "id,name,unit\nb3,Chi bộ 1A,P1\nb2,Chi bộ 2,P1\n",
        "lineage.csv": "from_branch,to_branch\nb1,b3\n",
        "reassign.toml": '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
        'lineage = "lineage.csv"\ncurrent = "old/plan.json"\n[policy.limits]\nmax = 5\n',
    }
    (tmp_path / "old").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json"], {}, tmp_path / "old") == 0
    assert run(["plan", "-q", "-o", "plan.json"], {}, tmp_path) == 0
    capsys.readouterr()

    for plans in (["old/plan.json", "plan.json"], ["plan.json", "old/plan.json"]):
        assert run(["compare", *plans, "--json"], {}, tmp_path) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["same"], told["moves"]) == (False, [])
        assert [{one["from"], one["to"]} for one in told["succeeded"]] == [{"b1", "b3"}]
    command = ["compare", "old/plan.json", "plan.json", "--lang", "vi", "-o", "vs.xlsx"]
    assert run(command, {}, tmp_path) == 0
    said = capsys.readouterr().out
    assert "0 người ở chi bộ khác; 1 người ở chi bộ kế thừa chi bộ cũ, không phải đổi chỗ" in said
    # An officer reads what a key means; whoever edits the policy finds the key.
    sheet = openpyxl.load_workbook(tmp_path / "vs.xlsx").worksheets[0]
    keys = [str(row[0].value) for row in sheet.iter_rows()]
    assert "Số nhận về nhiều nhất (limits.max)" in keys
    assert "Tệp: danh sách chi bộ (inputs.branches)" in keys
