"""Certificates with several stages, trees and components: honest ones hold, and each kind of lie is named."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from reassign.check.certificate import check_certificate
from reassign.check.levels import receive
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import settle
from reassign.domain.instance import Instance
from reassign.domain.plan import Plan, Proof
from reassign.domain.policy import Limits, Policy
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance, member, ordered
from tests.properties.planner import placements_of, rosters_of


def ward(seed: int) -> Instance:
    """A ward whose members have two fields each, some of them to be kept apart or together."""
    random = Random(seed)
    fields = ("a", "b", "c", "d", "e")
    branches = [branch(f"b{index}", needs=tuple(random.sample(fields, 2))) for index in range(random.randint(4, 7))]
    members = [
        member(
            f"m{index:02}",
            fields=tuple(random.sample(fields, 2)),
            apart=("x",) if index < 3 else (),
            together=("y",) if index in {4, 5} else (),
        )
        for index in range(3 * len(branches))
    ]
    table = {person.id: {place.id: random.randint(0, 50) for place in branches} for person in members}
    policy = Policy(order=ordered("needs", "balance", "distance"), is_order_given=True)
    return instance(members, branches, policy=policy, distances=table)


def failures(asked: Instance, change: Callable[[dict[str, Any]], None] = lambda _: None) -> list[tuple[int, str]]:
    """Component and cause where the changed certificate of the plan does not hold."""
    plan = make_plan(asked)
    assert isinstance(plan, Plan)
    assert all(level.proof is Proof.CERTIFICATE for level in plan.levels)
    question = settle(rosters_of(asked, asked.members, asked.branches), asked.policy, asked.seed)
    certificate: dict[str, Any] = copy.deepcopy(dict(plan.certificate))
    change(certificate)
    result = check_certificate(question, reported_levels(question), receive(question, placements_of(plan)), certificate)
    return [(failure.component, failure.why) for failure in result.failures]


def test_trees_hold_and_an_empty_leaf_in_their_place_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reassign.solve.strengthen.violated_cuts", lambda *_: [])
    found = 0

    def cut(certificate: dict[str, Any]) -> None:
        nonlocal found
        for stage in certificate["components"][0]["stages"]:
            if stage["tree"]:
                stage["tree"] = {}
                found += 1

    for seed in range(20):
        asked, before = ward(seed), found
        assert failures(asked) == []
        assert failures(asked, cut) == ([(0, "bound")] if found > before else [])
    assert found


CUT_SEED = 17
"""A ward whose level of needs is proved with cuts."""


def cuts(certificate: dict[str, Any]) -> list[dict[str, Any]]:
    """The cuts of the first component."""
    return [cut for stage in certificate["components"][0]["stages"] for cut in stage.get("cuts", [])]


def _spoil_last(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda certificate: cuts(certificate)[-1].update(values)


def _forget_rows(certificate: dict[str, Any]) -> None:
    last = cuts(certificate)[-1]
    last["multipliers"] = [0] * len(last["multipliers"])


def _rename(certificate: dict[str, Any]) -> None:
    rows = certificate["components"][0]["rows"]
    rows[rows.index(["cut", 0])] = ["cut", len(rows)]


def _use_itself(certificate: dict[str, Any]) -> None:
    cuts(certificate)[0]["multipliers"][certificate["components"][0]["rows"].index(["cut", 0])] = 1


def _use_missing_side(certificate: dict[str, Any]) -> None:
    """Links of needs have no upper side."""
    rows = certificate["components"][0]["rows"]
    place = next(place for place, row in enumerate(rows) if row[:2] == ["link", "needs"])
    cuts(certificate)[0]["multipliers"][place] = 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param(lambda _: None, None, id="honest"),
        pytest.param(_forget_rows, "bound", id="a cut of nothing but members"),
        pytest.param(_spoil_last(members={"nobody": 1}), "cut", id="a member of no component"),
        pytest.param(_spoil_last(up=[["pair", "m00", "nowhere"]]), "cut", id="a column of no component"),
        pytest.param(_rename, "cut", id="a cut without its row"),
        pytest.param(_use_itself, "side", id="a cut built on itself"),
        pytest.param(_use_missing_side, "side", id="a side that is not there"),
    ],
)
def test_cuts_hold_and_each_lie_about_them_is_named(change: Callable[[dict[str, Any]], None], why: str | None) -> None:
    plan = make_plan(ward(CUT_SEED))
    assert isinstance(plan, Plan)
    assert cuts(dict(plan.certificate))
    assert failures(ward(CUT_SEED), change) == ([] if why is None else [(0, why)])


def test_the_row_of_a_level_may_not_be_used_by_a_cut_before_it_is_settled() -> None:
    def use_draw(certificate: dict[str, Any]) -> None:
        component = certificate["components"][0]
        component["rows"].append(["level", 3])
        for stage in component["stages"]:
            stage["multipliers"].append(0)
        for cut in cuts(certificate):
            cut["multipliers"].append(1)

    assert failures(ward(CUT_SEED), use_draw) == [(0, "unsettled")]


def two_wards() -> Instance:
    """Two components of two members and two branches each."""
    members = [member(f"m{index}", f"P{index % 2}") for index in range(4)]
    branches = [branch(f"b{index}", f"P{index % 2}") for index in range(4)]
    table = {
        person.id: {place.id: 10 * int(person.id[1]) + int(place.id[1]) for place in branches} for person in members
    }
    policy = Policy(limits=Limits(1, 1), order=ordered("distance", "balance"), is_order_given=True)
    return instance(members, branches, policy=policy, distances=table)


def stages(certificate: dict[str, Any]) -> list[dict[str, Any]]:
    found = certificate["components"][0]["stages"]
    assert isinstance(found, list)
    return found


def spoil_weights(certificate: dict[str, Any]) -> None:
    stages(certificate)[0]["weights"][0] = 0


def spoil_value(certificate: dict[str, Any]) -> None:
    stages(certificate)[0]["value"] += 1


def spoil_levels(certificate: dict[str, Any]) -> None:
    stages(certificate)[0]["levels"].reverse()
    stages(certificate)[0]["levels"].append(0)


def invent_row(certificate: dict[str, Any]) -> None:
    certificate["components"][0]["rows"].append(["branch_quota", "b9"])
    for stage in stages(certificate):
        stage["multipliers"].append(0)


def lean_on_what_is_to_be_proved(certificate: dict[str, Any]) -> None:
    certificate["components"][0]["rows"] = [["level", 0]]
    for stage in stages(certificate):
        stage["multipliers"] = [1]


def merge(certificate: dict[str, Any]) -> None:
    certificate["components"][0]["members"] += certificate["components"].pop()["members"]


def mix(certificate: dict[str, Any]) -> None:
    one, other = certificate["components"]
    one["members"], other["members"] = other["members"], one["members"]


def repeat(certificate: dict[str, Any]) -> None:
    certificate["components"].append(certificate["components"][0])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(spoil_weights, (0, "weights"), id="weights"),
        pytest.param(spoil_value, (0, "value"), id="value"),
        pytest.param(spoil_levels, (0, "levels"), id="levels"),
        pytest.param(invent_row, (0, "row"), id="a row that no rule has"),
        pytest.param(lean_on_what_is_to_be_proved, (0, "unsettled"), id="a level by itself"),
        pytest.param(merge, (-1, "partition"), id="branches left out"),
        pytest.param(mix, (-1, "partition"), id="candidates across"),
        pytest.param(repeat, (-1, "partition"), id="a component twice"),
        pytest.param(lambda certificate: certificate.update(format=3), (-1, "format"), id="format"),
        pytest.param(lambda certificate: certificate.update(format=True), (-1, "integer"), id="true is no number"),
        pytest.param(lambda certificate: certificate.pop("components"), (-1, "keys"), id="key"),
        pytest.param(lambda certificate: stages(certificate)[0].update(proof="faith"), (-1, "proof"), id="proof"),
        pytest.param(lambda certificate: stages(certificate)[0].update(denominator=0), (-1, "multipliers"), id="zero"),
        pytest.param(lambda certificate: stages(certificate)[0].update(tree=[]), (-1, "tree"), id="tree"),
    ],
)
def test_a_lie_is_named(change: Callable[[dict[str, Any]], None], expected: tuple[int, str]) -> None:
    assert failures(two_wards()) == []
    assert failures(two_wards(), change) == [expected]


def test_a_tree_too_deep_to_follow_is_refused() -> None:
    def grow(certificate: dict[str, Any]) -> None:
        tree: dict[str, Any] = {}
        for _ in range(700):
            tree = {"split": ["pair", "m0", "b0"], "at": 0, "low": tree, "high": {}}
        stages(certificate)[0]["tree"] = tree

    assert failures(two_wards(), grow) == [(-1, "tree")]
