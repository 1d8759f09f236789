"""The plan workflow trusts no solver: what the checker refuses is never written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reassign.domain.errors import InternalError
from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible, Placement, Plan
from reassign.domain.progress import NoProgress
from reassign.readers.policy.case import CaseFlags, read_case
from reassign.workflows import plan as workflow
from reassign.workflows.steps import solving

MEMBERS = "id,name,unit\nm1,An,P1\nm2,Bình,P1\n"
BRANCHES = "id,name,unit,max\nb1,Một,P1,1\nb2,Hai,P1,1\n"


def request_in(folder: Path) -> workflow.PlanRequest:
    (folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
    (folder / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    flags = CaseFlags(files={"members": "members.csv", "branches": "branches.csv"})
    settings = read_case(folder, flags, {}, "en")
    return workflow.PlanRequest(settings, (folder / "plan.json",), is_dry_run=False, is_forced=False, language="en")


def everybody_in_one_branch(placement: Placement) -> Placement:
    return replace(placement, branch="b1")


def test_a_plan_is_written(tmp_path: Path) -> None:
    outcome = workflow.run_plan(request_in(tmp_path), NoProgress())
    assert outcome.written == (tmp_path / "plan.json",)
    assert outcome.report is not None


@pytest.mark.parametrize("fault", ["limits", "value"])
def test_what_the_checker_refuses_is_not_written(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = solving.make_plan

    def lie(instance: Instance, **_options: object) -> Plan | Infeasible:
        made = make(instance, time_limit=None)
        assert isinstance(made, Plan)
        if fault == "limits":
            return replace(made, placements=tuple(everybody_in_one_branch(item) for item in made.placements))
        return replace(made, levels=tuple(replace(level, value=level.value + 1) for level in made.levels))

    monkeypatch.setattr(solving, "make_plan", lie)
    with pytest.raises(InternalError, match="plan-refused"):
        workflow.run_plan(request_in(tmp_path), NoProgress())
    assert not (tmp_path / "plan.json").exists()
