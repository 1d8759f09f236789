"""Every document that a command prints is as ``reassign schema`` describes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reassign.cli.main import run
from reassign.readers.plans.plan_schema import PlanDocument
from reassign.workflows.schema import schema_names
from reassign.writers.json.schemas.registry import DOCUMENTS

MEMBERS = (
    "id,name,unit,residence_unit,residence_area,fields,current_branch\n"
    "m1,Nguyễn An,Đa Kao,Đa Kao,KP 1,y tế,b2\nm2,Trần Bình,Đa Kao,,,,b2\n"
)
BRANCHES = (
    "id,name,unit,areas,needs,committee_vacancies\nb1,Chi bộ 1,Đa Kao,KP 1,y tế;an ninh,1\nb2,Chi bộ 2,Đa Kao,KP 2,,\n"
)
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[policy]\nname = "Thử"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with a plan, the same case with more room, and one that has no plan."""
    for name, members, case in (
        ("case", MEMBERS, CASE),
        ("wide", MEMBERS, CASE + "[policy.limits]\nmin = 0\n"),
        ("tight", MEMBERS, CASE + "[policy.limits]\nmin = 2\n"),
        ("wrong", MEMBERS.replace("m2,", "m1,").replace("KP 1", "KP 9"), CASE),
        ("odd", MEMBERS, CASE + "[policy.limit]\nmin = 2\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "members.csv").write_text(members, encoding="utf-8")
        (tmp_path / name / "branches.csv").write_text(BRANCHES, encoding="utf-8")
        (tmp_path / name / "reassign.toml").write_text(case, encoding="utf-8")
    for name in ("case", "wide"):
        run(["plan", "-o", "plan.json", "-q"], {}, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("place", "arguments", "code", "document"),
    [
        pytest.param("case", ["check", "--json"], 0, "findings", id="nothing found"),
        pytest.param("wrong", ["check", "--json"], 3, "findings", id="something found"),
        pytest.param("wrong", ["plan", "--json"], 3, "error", id="bad input"),
        pytest.param("odd", ["plan", "--json"], 2, "error", id="bad policy"),
        pytest.param("case", ["plan", "--nonsense", "--json"], 2, "error", id="bad usage"),
        pytest.param("tight", ["plan", "--json"], 4, "infeasible", id="no plan"),
        pytest.param("case", ["verify", "plan.json", "--json"], 0, "verification", id="right"),
        pytest.param(".", ["compare", "case/plan.json", "wide/plan.json", "--json"], 0, "comparison", id="compared"),
        pytest.param("case", ["sweep", "limits.max", "1..3", "--json"], 0, "sweep", id="swept"),
        pytest.param(".", ["batch", ".", "-o", "out", "--json"], 2, "batch", id="batch"),
    ],
)
def test_what_is_printed_is_described(
    folder: Path, place: str, arguments: list[str], code: int, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(arguments, {}, folder / place) == code
    printed = capsys.readouterr().out
    texts = printed.splitlines()[:-1] if document == "batch" else [printed]
    assert texts
    for text in texts:
        DOCUMENTS[document].model_validate_json(text)


def test_the_plan_is_described(folder: Path) -> None:
    PlanDocument.model_validate_json((folder / "case/plan.json").read_text(encoding="utf-8"))


def test_a_key_that_is_not_described_is_refused() -> None:
    with pytest.raises(ValueError, match="surprise"):
        DOCUMENTS["curve"].model_validate_json('{"schema_version": 1, "curve": [], "surprise": 1}')


def test_these_are_the_documents_that_scripts_may_rely_on() -> None:
    assert schema_names() == (
        *("case", "policy", "plan", "findings", "error", "infeasible", "verification", "comparison", "sweep", "curve"),
        *("explanation", "explanations", "bottlenecks", "batch"),
    )


def test_every_name_has_a_schema_of_its_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["schema"], {}, tmp_path) == 0
    names = capsys.readouterr().out.split()
    assert tuple(names) == schema_names()
    for name in names:
        assert run(["schema", name], {}, tmp_path) == 0
        described = json.loads(capsys.readouterr().out)
        assert described["$schema"].endswith("2020-12/schema")
        assert described["additionalProperties"] is False
        assert described["properties"]


def test_an_unknown_name_is_answered_with_every_name_there_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["schema", "pln", "--lang", "en"], {}, tmp_path) == 2
    told = capsys.readouterr().err
    assert [name for name in schema_names() if f" {name}" not in told] == []
