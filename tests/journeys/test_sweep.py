"""``sweep`` on a folder: a row per value, files, and what is no key or value."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from reassign.cli.main import run
from tests.journeys.test_compare import BRANCHES, MEMBERS, POLICY


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    (tmp_path / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (tmp_path / "reassign.toml").write_text(POLICY, encoding="utf-8")
    return tmp_path


def test_every_value_has_its_plan_or_says_why_there_is_none(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sweep", "limits.max", "1..3", "--json"], {}, case) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["key"], document["current"]) == ("limits.max", 2)
    assert [(point["value"], point["status"]) for point in document["points"]] == [
        (1, "infeasible"),
        (2, "optimal"),
        (3, "optimal"),
    ]
    (conflict,) = document["points"][0]["conflicts"]
    assert (conflict["kind"], conflict["need"], conflict["have"]) == ("too_many_members", 3, 2)
    assert [point["changed"] for point in document["points"]] == [None, None, 0]
    assert document["points"][1]["priorities"][0]["value"] == 6


def test_each_point_is_the_plan_that_a_policy_with_this_value_gives(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sweep", "limits.branch.b1.max", "1,2,none", "--json"], {}, case) == 0
    points = json.loads(capsys.readouterr().out)["points"]
    for point in points:
        written = json.dumps(point["value"])
        (case / "p.toml").write_text(
            f'[limits]\nmax = 2\n[limits.branch.b1]\nmax = {written}\n[priorities]\norder = ["residence"]\n', "utf-8"
        )
        assert run(["plan", "--policy", "p.toml", "--json"], {}, case) == 0
        assert point["priorities"] == json.loads(capsys.readouterr().out)["priorities"]


def test_people_see_a_table_and_a_plot(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sweep", "limits.branch.b1.max", "0..2", "--lang", "vi"], {"COLUMNS": "80"}, case) == 0
    told = capsys.readouterr().out
    for words in ("2* │", "×", "Gần nơi cư trú (càng nhiều càng tốt)", "▁", "█", "5 → 6"):
        assert words in told
    assert max(len(line) for line in told.splitlines() if "│" in line or "┃" in line) <= 80


def test_all_kinds_of_files_are_written(case: Path) -> None:
    outputs = [word for ending in ("xlsx", "csv", "json", "svg") for word in ("-o", f"s.{ending}")]
    assert run(["sweep", "limits.max", "1..4", "-q", *outputs], {}, case) == 0
    assert (case / "s.csv").read_text("utf-8").startswith("value,status,residence,draw,")
    assert json.loads((case / "s.json").read_text("utf-8"))["key"] == "limits.max"
    assert (case / "s.svg").read_text("utf-8").startswith("<svg")
    assert openpyxl.load_workbook(case / "s.xlsx").worksheets[0].cell(4, 1).value == 1
    assert run(["sweep", "limits.max", "1..4", "-q", "-o", "s.csv"], {}, case) == 6


def test_no_value_with_a_plan_ends_like_a_plan_without_one(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sweep", "limits.max", "0..1", "--lang", "en"], {}, case) == 4
    assert "No value has a plan." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["limits.mx", "1..3"], 2, "limits.max", id="a key misspelled"),
        pytest.param(["needs.weights.y tế", "1..3"], 2, "y tế", id="a field nobody needs"),
        pytest.param(["limits.max", "3..1"], 2, "3..1", id="the larger first"),
        pytest.param(["limits.max"], 2, "VALUES", id="no values"),
        pytest.param(["limits.max", "1..3", "-o", "s.txt"], 2, ".svg", id="unknown ending"),
        pytest.param(["limits.max", "1..3", "-o", "members.csv"], 2, "members.csv", id="output is an input"),
        pytest.param(["limits.max", "1..3", "--time-limit", "0"], 2, "--time-limit", id="no time"),
        pytest.param(["limits.max", "1..3", "--members", "gone.csv"], 3, "gone.csv", id="no such roster"),
    ],
)
def test_what_is_refused(
    case: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert run(["sweep", *arguments, "--lang", "en"], {}, case) == code
    assert said in capsys.readouterr().err
