"""``plan`` with several policies: a plan by each, side by side, all files or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reassign.cli.main import run
from tests.journeys.test_compare import BALANCED, BRANCHES, MEMBERS, POLICY

TIGHT = "[limits]\nmin = 2\nmax = 2\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    (tmp_path / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (tmp_path / "reassign.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "wide.toml").write_text('name = "Rộng"\n[priorities]\norder = ["residence"]\n', encoding="utf-8")
    (tmp_path / "less.toml").write_text(BALANCED, encoding="utf-8")
    (tmp_path / "tight.toml").write_text(TIGHT, encoding="utf-8")
    return tmp_path


def names(case: Path) -> set[str]:
    return {path.name for path in case.iterdir()}


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_each_policy_has_its_files_and_the_comparison_stands_beside_them(case: Path) -> None:
    before = names(case)
    arguments = ["plan", "-q", "--policy", "wide.toml", "--policy", "less.toml", "-o", "p.json", "-o", "p.xlsx"]
    assert run(arguments, {}, case) == 0
    assert names(case) - before == {
        "p-wide.json",
        "p-less.json",
        "p-compare.json",
        "p-wide.xlsx",
        "p-less.xlsx",
        "p-compare.xlsx",
    }
    assert run(["verify", "p-wide.json"], {}, case) == 0
    assert run(["verify", "p-less.xlsx"], {}, case) == 0
    assert [plan["file"] for plan in json.loads((case / "p-compare.json").read_text("utf-8"))["plans"]] == [
        "wide.toml",
        "less.toml",
    ]


def test_a_plan_by_several_policies_is_the_plan_by_each(case: Path) -> None:
    assert run(["plan", "-q", "--policy", "wide.toml", "--policy", "less.toml", "-o", "p.json"], {}, case) == 0
    assert run(["plan", "-q", "--policy", "less.toml", "-o", "alone.json"], {}, case) == 0
    assert (case / "p-less.json").read_bytes() == (case / "alone.json").read_bytes()


def test_one_document_holds_plans_and_comparison(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = names(case)
    assert run(["plan", "--json", "--policy", "wide.toml", "--policy", "less.toml"], {}, case) == 0
    document = printed(capsys)
    assert [(plan["policy"], plan["name"], plan["plan"]["status"]) for plan in document["plans"]] == [
        ("wide.toml", "wide", "optimal"),
        ("less.toml", "less", "optimal"),
    ]
    assert [(move["from"], move["to"]) for move in document["comparison"]["moves"]] == [("b1", "b2")]
    assert names(case) == before


def test_the_exit_code_is_the_worst_and_the_possible_plans_are_written(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["plan", "--json", "--policy", "wide.toml", "--policy", "tight.toml", "-o", "p.json"]
    assert run(arguments, {}, case) == 4
    document = printed(capsys)
    assert [plan["plan"]["status"] for plan in document["plans"]] == ["optimal", "infeasible"]
    assert document["comparison"] is None
    assert (case / "p-wide.json").exists()
    assert not (case / "p-tight.json").exists()


def test_a_case_of_its_own_brings_its_rosters(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "whole").mkdir()
    (case / "whole" / "branches.csv").write_text("id,name,unit,areas\nb9,Chi bộ chung,P1,KP 1;KP 2\n", encoding="utf-8")
    inputs = '[inputs]\nmembers = "../members.csv"\nbranches = "branches.csv"\n'
    (case / "whole" / "reassign.toml").write_text(inputs + '[policy]\nname = "Chung"\n', encoding="utf-8")
    assert run(["plan", "--json", "--policy", ".", "--policy", "whole", "-o", "p.json"], {}, case) == 0
    document = printed(capsys)
    assert [len(plan["plan"]["branches"]) for plan in document["plans"]] == [2, 1]
    assert len(document["comparison"]["moves"]) == 3
    assert document["comparison"]["plans"][1]["name"] == "Chung"
    assert (case / "p-whole.json").exists()
    assert run(["verify", "p-whole.json"], {}, case) == 0


def test_keeping_and_dissolving_the_office_branch_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sample", "giong-trom-2014", "case", "--format", "csv", "-q"], {}, tmp_path) == 0
    capsys.readouterr()
    assert run(["plan", "--json", "--policy", ".", "--policy", "dissolve"], {}, tmp_path / "case") == 0
    comparison = printed(capsys)["comparison"]
    assert [plan["branches"] for plan in comparison["plans"]] == [22, 118]
    assert comparison["plans"][0]["moved"] == 0
    assert len(comparison["moves"]) == 279
    assert {move["outcome"] for move in comparison["moves"]} <= {"gains", "loses", "even"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--policy", "wide.toml", "--policy", "wide.toml"], 2, id="a policy twice"),
        pytest.param(["--policy", "wide.toml", "--policy", "./wide.toml"], 2, id="a policy twice, spelled otherwise"),
        pytest.param(["--policy", "wide.toml", "--policy", "none.toml"], 2, id="no such policy"),
        pytest.param(["--policy", "wide.toml", "--policy", "bad.toml"], 2, id="a policy with an unknown key"),
        pytest.param(["--policy", "wide.toml", "--policy", "empty"], 2, id="a folder without a case"),
        pytest.param(["--policy", "wide.toml", "--policy", "less.toml", "-o", "p.txt"], 2, id="unknown ending"),
        pytest.param(
            ["--policy", "wide.toml", "--policy", "less.toml", "-o", "p.json", "-o", "p.json"], 2, id="output twice"
        ),
        pytest.param(["--policy", "wide.toml", "--policy", "less.toml", "-o", "p.csv", "-q"], 6, id="an output exists"),
        pytest.param(
            ["--policy", "wide.toml", "--policy", "less.toml", "--members", "gone.csv"], 3, id="no such roster"
        ),
    ],
)
def test_what_is_refused_writes_nothing(case: Path, arguments: list[str], code: int) -> None:
    (case / "bad.toml").write_text("[limit]\nmax = 2\n", encoding="utf-8")
    (case / "empty").mkdir()
    (case / "p-less.csv").write_text("old", encoding="utf-8")
    before = names(case)
    assert run(["plan", *arguments], {}, case) == code
    assert names(case) == before
    assert (case / "p-less.csv").read_text("utf-8") == "old"


def test_policies_of_one_name_are_told_apart_by_their_folders(case: Path) -> None:
    for folder in ("x", "y"):
        (case / folder).mkdir()
        (case / folder / "p.toml").write_text(TIGHT.replace("min = 2", "min = 1"), encoding="utf-8")
    assert run(["plan", "-q", "--policy", "x/p.toml", "--policy", "y/p.toml", "-o", "o.json"], {}, case) == 0
    assert {"o-x-p.json", "o-y-p.json"} <= names(case)


def test_people_read_figures_and_comparison(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["plan", "--dry-run", "--lang", "vi", "--policy", "tight.toml", "--policy", "wide.toml"]
    assert run([*arguments, "--policy", "less.toml"], {"COLUMNS": "120"}, case) == 4
    told = capsys.readouterr().out
    for words in ("tight.toml", "Không có phương án", "wide.toml: Rộng", "B so với A: 1 người ở chi bộ khác"):
        assert words in told


@pytest.mark.parametrize(
    ("flags", "environment"),
    [
        pytest.param(["--members", "fewer.csv"], {}, id="flag"),
        pytest.param([], {"REASSIGN_MEMBERS": "fewer.csv"}, id="variable"),
    ],
)
def test_files_that_are_named_are_meant_from_where_the_command_runs(
    case: Path, flags: list[str], environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Also for a case in a folder of its own, which has no such file."""
    (case / "fewer.csv").write_text("".join(MEMBERS.splitlines(keepends=True)[:3]), encoding="utf-8")
    other = case / "other"
    other.mkdir()
    (other / "reassign.toml").write_text(POLICY.replace('"members.csv"', '"../members.csv"'), encoding="utf-8")
    (other / "branches.csv").write_text(BRANCHES, encoding="utf-8")

    assert run(["plan", "--json", "--policy", "wide.toml", "--policy", "other", *flags], environment, case) == 0
    assert [len(plan["plan"]["placements"]) for plan in printed(capsys)["plans"]] == [2, 2]
