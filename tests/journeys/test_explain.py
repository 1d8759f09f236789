"""``explain`` on a folder: one member, one branch, everybody, the whole plan, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reassign.cli.main import run
from reassign.writers.json.schemas.registry import DOCUMENTS

MEMBERS = """\
id,name,birth_date,unit,residence_unit,residence_area,fields,pinned_branch
m1,Nguyễn Văn An,1975-03-02,P1,P1,KP 1,môi trường,
m2,Trần Thị Bình,1980-01-01,P1,P1,KP 2,,
m3,Lê Cúc,1990-05-05,P1,P1,KP 2,,
m4,Lê Cúc,1985-06-06,P1,P1,KP 3,,b3
"""
BRANCHES = """\
id,name,unit,areas,needs
b1,Chi bộ 1,P1,KP 1,
b2,Chi bộ 2,P1,KP 2,môi trường
b3,Chi bộ 3,P1,KP 3,
"""
POLICY = """\
[inputs]
members = "members.csv"
branches = "branches.csv"
[policy.limits]
max = 2
[policy.priorities]
order = ["residence", "needs"]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    (tmp_path / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (tmp_path / "reassign.toml").write_text(POLICY, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json", "-o", "plan.xlsx"], {}, tmp_path) == 0
    return tmp_path


def answered(case: Path, capsys: pytest.CaptureFixture[str], *words: str, schema: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["explain", *words, "--json"], {}, case) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    DOCUMENTS[schema].model_validate(document)
    return document


@pytest.mark.parametrize("plan", ["plan.json", "plan.xlsx"])
def test_a_member_is_explained_with_exactly_these_keys(
    case: Path, capsys: pytest.CaptureFixture[str], plan: str
) -> None:
    document = answered(case, capsys, plan, "m1", schema="explanation")
    assert list(document) == ["schema_version", "member", "branch", "reasons", "interchangeable_with", "alternatives"]
    assert (document["member"], document["branch"], document["reasons"]) == ("m1", "b1", ["residence_area"])
    assert [each["branch"] for each in document["alternatives"]] == ["b2", "b3"]
    first, second = document["alternatives"]
    assert list(first) == ["branch", "feasible", "levels", "first_loss", "moves", "conflict"]
    assert first["levels"][0] == {"names": ["residence"], "here": 8, "there": 6}
    assert first["levels"][-1]["names"] == ["draw"]
    assert first["first_loss"] == {"names": ["residence"], "by": 2}
    assert [(move["from"], move["to"]) for move in first["moves"]] == [("b2", "b1")]
    assert second["feasible"] is True


def test_an_impossible_place_says_which_rule(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "reassign.toml").write_text(POLICY.replace("max = 2", "max = 1\n[policy.limits.branch.b2]\nmax = 2"))
    assert run(["plan", "-q", "-o", "tight.json"], {}, case) == 0
    document = answered(case, capsys, "tight.json", "m1", "--branch", "b3", schema="explanation")
    (only,) = document["alternatives"]
    assert (only["branch"], only["feasible"], only["levels"], only["first_loss"]) == ("b3", False, [], None)
    assert only["conflict"]["kind"] == "too_many_members"
    assert only["conflict"]["branches"] == ["b3"]
    assert (only["conflict"]["need"], only["conflict"]["have"]) == (2, 1)


def test_a_pinned_member_has_no_alternatives_and_says_why(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(case, capsys, "plan.json", "m4", schema="explanation")["alternatives"] == []
    (other,) = answered(case, capsys, "plan.json", "m4", "--branch", "Chi bộ 1", schema="explanation")["alternatives"]
    assert other["conflict"]["rules"] == ["pin"]
    assert run(["explain", "plan.json", "m4", "--lang", "vi"], {}, case) == 0
    assert "Đã chỉ định trước về Chi bộ 3" in capsys.readouterr().out


def test_everybody_at_once(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = answered(case, capsys, "plan.json", "--all", schema="explanations")
    one = answered(case, capsys, "plan.json", "m1", schema="explanation")
    assert [each["member"] for each in document["explanations"]] == ["m1", "m2", "m3", "m4"]
    del one["schema_version"]
    assert document["explanations"][0] == one


def test_the_bottlenecks_of_a_plan(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = answered(case, capsys, "plan.json", schema="bottlenecks")
    assert [each["branch"] for each in document["full"]] == ["b2"]
    assert [each["branch"] for each in document["starved"]] == ["b1", "b3"]
    (need,) = document["needs"]
    assert (need["branch"], need["field"]) == ("b2", "môi trường")
    assert [(cover["member"], cover["first_loss"]) for cover in need["covers"]] == [
        ("m1", {"names": ["residence"], "by": 2})
    ]
    assert {(each["what"], each["branch"], each["from"], each["to"]) for each in document["relaxations"]} == {
        ("max", "b2", 2, 3),
        ("min", "b1", 1, 0),
        ("min", "b3", 1, 0),
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(
            ["m1"], "Đồng chí Nguyễn Văn An được phân công về Chi bộ 1; căn cứ: cư trú tại địa bàn.", id="why"
        ),
        pytest.param(
            ["m1", "--branch", "chi bộ 2"], "Nếu về Chi bộ 2 thì mất 2 ở mức “Gần nơi cư trú” (8 còn 6)", id="if"
        ),
        pytest.param(["m1", "--branch", "b1"], "Chi bộ 1 chính là nơi đã được phân công.", id="already-there"),
        pytest.param(["--all"], "Nơi khác ít thiệt nhất", id="all"),
        pytest.param([], "Nguyễn Văn An (đang ở Chi bộ 1): mất 2", id="bottlenecks"),
    ],
)
def test_it_can_be_said_aloud(case: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str) -> None:
    capsys.readouterr()
    assert run(["explain", "plan.json", *words, "--lang", "vi"], {"COLUMNS": "200"}, case) == 0
    assert told in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "key", "told"),
    [
        pytest.param(["Nguyen Van An"], "explain-member-unknown", "Nguyễn Văn An (m1, 02/03/1975, P1)", id="member"),
        pytest.param([""], "explain-member-unknown", "“”", id="nobody-named"),
        pytest.param(["Lê Cúc"], "explain-member-several", "m3, 05/05/1990", id="several"),
        pytest.param(["m1", "--branch", "Chi bo 2"], "explain-branch-unknown", "Chi bộ 2 (b2, P1)", id="branch"),
        pytest.param(["--branch", "b1"], "explain-branch-alone", "--branch", id="branch-of-nobody"),
        pytest.param(["m1", "--all"], "explain-one-or-all", "--all", id="one-or-all"),
        pytest.param(["m1", "--time-limit", "0"], "time-limit", "0", id="no-time"),
    ],
)
def test_what_is_asked_wrongly_is_refused(
    case: Path, capsys: pytest.CaptureFixture[str], words: list[str], key: str, told: str
) -> None:
    capsys.readouterr()
    assert run(["explain", "plan.json", *words, "--json"], {}, case) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["key"] == key
    assert told in error["message"]


def test_a_plan_whose_rosters_have_changed_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "members.csv").write_text(MEMBERS.replace("KP 1", "KP 2"), encoding="utf-8")
    capsys.readouterr()
    assert run(["explain", "plan.json", "m1", "--json"], {}, case) == 3
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]] == ["R090"]


def test_a_plan_without_its_policy_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads((case / "plan.json").read_text(encoding="utf-8"))
    del document["policy"]
    (case / "bare.json").write_text(json.dumps(document), encoding="utf-8")
    (case / "reassign.toml").unlink()
    for plan in ("bare.json", "plan.json"):
        capsys.readouterr()
        assert run(["explain", plan, "m1", "--json"], {}, case) == 3


def test_a_plan_that_breaks_a_rule_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (case / "plan.json").read_text(encoding="utf-8")
    (case / "wrong.json").write_text(text.replace('"branch": "b1"', '"branch": "b2"', 1), encoding="utf-8")
    capsys.readouterr()
    assert run(["explain", "wrong.json", "m1", "--json"], {}, case) == 3
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]] == ["R091"]


def test_a_workbook_that_was_edited_by_hand_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(case / "plan.xlsx")
    sheet = book.worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Chi bộ 1")
    cell.value = "Chi bộ 2"
    book.save(case / "edited.xlsx")
    capsys.readouterr()
    assert run(["explain", "edited.xlsx", "m1", "--json"], {}, case) == 3
    assert "R069" in {each["code"] for each in json.loads(capsys.readouterr().out)["findings"]}
