"""The checker printed on the page of certificates: short, and it accepts and refuses what ours does."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from reassign.check.certificate import _formulate, _objective
from reassign.check.levels import receive
from reassign.check.linear import pair, part_of
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import Question, settle
from reassign.domain.instance import Instance
from reassign.domain.plan import Plan, Proof
from reassign.domain.policy import Policy
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance, member, ordered
from tests.properties.instances import instances
from tests.properties.planner import placements_of, rosters_of

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "certificate.md"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def printed() -> str:
    """The one block of Python of the page."""
    (block,) = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    return str(block)


def refuses(question: Question, plan: Plan, certificate: Mapping[str, Any]) -> bool:
    """Whether the printed checker refuses any component, given the rows."""
    names: dict[str, Any] = {"math": math}
    exec(compile(printed(), str(PAGE), "exec"), names)  # noqa: S102 - our own page
    levels = reported_levels(question)
    received = receive(question, placements_of(plan))
    for component in certificate["components"]:
        part = part_of(question, tuple(sorted(component["members"])), tuple(sorted(component["branches"])))
        boxes, named = _formulate(question, levels, part)
        objectives = [_objective(question, level, part, received) for level in levels]
        choices = {
            member: tuple(pair(member, branch) for branch in question.candidates(member)) for member in part.members
        }
        rows, sides = [], []
        for key in map(tuple, component["rows"]):
            row = named.get(key)
            told = objectives[key[1]].gain if key[0] == "level" else {}
            rows.append(told if row is None else row.coefficients)
            lower, upper = (None, None) if row is None else (row.lower, row.upper)
            sides.append((-math.inf if lower is None else lower, math.inf if upper is None else upper))
        gains = [objective.gain for objective in objectives]
        try:
            names["check"](component, (choices, boxes, sides), rows, gains, [goal.reached for goal in objectives])
        except (AssertionError, KeyError, OverflowError):
            return True
    return False


def test_it_has_at_most_sixty_lines() -> None:
    assert sum(bool(line.strip()) for line in printed().splitlines()) <= 60


@settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(instances())
def test_it_accepts_our_certificates_and_refuses_a_better_value(asked: Instance) -> None:
    plan = make_plan(asked)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)
    assume(all(level.proof is Proof.CERTIFICATE for level in plan.levels))
    question = settle(rosters_of(asked, asked.members, asked.branches), asked.policy, asked.seed)
    certificate: dict[str, Any] = copy.deepcopy(dict(plan.certificate))
    assert not refuses(question, plan, certificate)
    certificate["components"][0]["stages"][0]["value"] += 1
    assert refuses(question, plan, certificate)


def ward(seed: int) -> Instance:
    """A ward whose members have two fields each: its relaxation is often fractional."""
    random = Random(seed)
    fields = ("a", "b", "c", "d", "e")
    branches = [branch(f"b{index}", needs=tuple(random.sample(fields, 2))) for index in range(random.randint(4, 8))]
    members = [
        member(f"m{index:02}", fields=tuple(random.sample(fields, 2)), committee_eligible=random.random() < 0.4)
        for index in range(random.randint(len(branches), 3 * len(branches)))
    ]
    table = {person.id: {place.id: random.randint(0, 50) for place in branches} for person in members}
    policy = Policy(order=ordered("needs", "balance", "distance"), is_order_given=True)
    return instance(members, branches, policy=policy, distances=table)


def fractional(asked: Instance) -> tuple[Question, Plan, dict[str, Any]]:
    """What a ward asks, its plan, and a certificate to spoil."""
    plan = make_plan(asked)
    assert isinstance(plan, Plan)
    question = settle(rosters_of(asked, asked.members, asked.branches), asked.policy, asked.seed)
    return question, plan, copy.deepcopy(dict(plan.certificate))


def test_it_follows_cuts() -> None:
    cuts = 0
    for asked in map(ward, range(40)):
        question, plan, certificate = fractional(asked)
        assert not refuses(question, plan, certificate)
        stages = [stage for part in certificate["components"] for stage in part["stages"] if "cuts" in stage]
        cuts += len(stages)
        for stage in stages:
            whole = copy.deepcopy(stage["cuts"])
            stage["cuts"][-1]["multipliers"] = [0] * len(whole[-1]["multipliers"])
            stage["cuts"][-1]["members"] = {}
            assert refuses(question, plan, certificate)
            stage["cuts"] = whole
    assert cuts


def test_it_follows_trees_of_splits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reassign.solve.strengthen.violated_cuts", lambda *_: [])
    trees = 0
    for asked in map(ward, range(40)):
        question, plan, certificate = fractional(asked)
        assert not refuses(question, plan, certificate)
        grown = [stage for part in certificate["components"] for stage in part["stages"] if stage["tree"]]
        trees += len(grown)
        for stage in grown:
            whole, stage["tree"] = stage["tree"], {}
            assert refuses(question, plan, certificate)
            stage["tree"] = whole
    assert trees


@pytest.mark.parametrize(
    "key", ["split", "narrow", "multipliers", "denominator", "weights", "value", "cuts", "members", "up"]
)
def test_the_page_names_every_part_that_it_reads(key: str) -> None:
    assert f'"{key}"' in PAGE.read_text(encoding="utf-8").replace(printed(), "")
