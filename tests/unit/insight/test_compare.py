"""Two plans of five members, made by hand: every difference is one a reader can see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.check.question import Question, settle
from reassign.domain.comparison import Effect
from reassign.domain.plan import BranchLoad, LevelResult, Placement, Plan, Proof
from reassign.domain.policy import Policy
from reassign.domain.roster import InputFile, Rosters
from reassign.insight.compare import Subject, compare
from tests.builders import branch, member, ordered, rosters

POLICY = Policy(name="Thử", order=ordered("residence", "in_charge", "distance"), is_order_given=True)
PEOPLE = rosters(
    [
        member("m1", name="Trần An", residence_unit="P1", residence_area="KP 1"),
        member("m2", name="Lê Bình", residence_unit="P1", residence_area="KP 2", in_charge_of=("b1",)),
        member("m3", name="Vũ Cúc", residence_unit="P9"),
    ],
    [branch("b1", name="Chi bộ 1", areas=("KP 1",)), branch("b2", name="Chi bộ 2", areas=("KP 2",))],
    distances={"m1": {"b1": 5, "b2": 8}, "m2": {"b1": 9, "b2": 4}, "m3": {"b1": 7, "b2": 7}},
)
LEVEL = LevelResult(("residence",), "max", 4, 4, Proof.CERTIFICATE)
DRAW = LevelResult(("draw",), "min", 10, 10, Proof.CERTIFICATE)


def subject(
    file: str,
    places: dict[str, str],
    *,
    policy: Policy = POLICY,
    document: dict[str, object] | None = None,
    read: Rosters | None = PEOPLE,
    seed: int = 0,
    levels: tuple[LevelResult, ...] = (LEVEL, DRAW),
    inputs: tuple[InputFile, ...] = (),
) -> Subject:
    received = {place: sum(one == place for one in places.values()) for place in ("b1", "b2")}
    plan = Plan(
        "optimal",
        levels,
        tuple(Placement(name, place) for name, place in sorted(places.items(), key=lambda one: (one[1], one[0]))),
        tuple(BranchLoad(place, count, 1, 7) for place, count in received.items()),
    )
    names = {("member", person.id): (person.name, "P1") for person in PEOPLE.members}
    names |= {("branch", place.id): (place.name, "P1") for place in PEOPLE.branches}
    question: Question | None = None if read is None else settle(read, policy, seed)
    return Subject(file, plan, policy, document or {"limits": {"max": 7}}, seed, inputs, names, question)


BEFORE = subject("a.json", {"m1": "b1", "m2": "b1", "m3": "b2"})
AFTER = subject("b.json", {"m1": "b2", "m2": "b2", "m3": "b1"})


def test_a_plan_equals_itself() -> None:
    same = compare([BEFORE, replace(BEFORE, file="copy.json")])
    assert same.is_same
    assert not same.differences


def test_whoever_is_elsewhere_is_named_with_both_branches() -> None:
    assert [(change.name, change.before_name, change.after_name) for change in compare([BEFORE, AFTER]).changes] == [
        ("Trần An", "Chi bộ 1", "Chi bộ 2"),
        ("Lê Bình", "Chi bộ 1", "Chi bộ 2"),
        ("Vũ Cúc", "Chi bộ 2", "Chi bộ 1"),
    ]


def test_the_first_priority_that_differs_decides_who_gains() -> None:
    found = {change.member: (change.outcome, change.effects) for change in compare([BEFORE, AFTER]).changes}
    assert found == {
        "m1": ("loses", (Effect("residence", 2, 1), Effect("distance", 5, 8))),
        "m2": ("gains", (Effect("residence", 1, 2), Effect("in_charge", 1, 0), Effect("distance", 9, 4))),
        "m3": ("even", ()),
    }


def test_another_order_of_priorities_may_turn_a_gain_into_a_loss() -> None:
    policy = replace(POLICY, order=ordered("in_charge", "residence"))
    first = subject("a.json", {"m1": "b1", "m2": "b1", "m3": "b2"}, policy=policy)
    other = subject("b.json", {"m1": "b1", "m2": "b2", "m3": "b2"}, policy=policy)
    assert [change.outcome for change in compare([first, other]).changes] == ["loses"]


def test_without_rosters_nobody_is_said_to_gain() -> None:
    comparison = compare([BEFORE, replace(AFTER, question=None)])
    assert {change.outcome for change in comparison.changes} == {None}
    assert [plan.is_measured for plan in comparison.plans] == [True, False]


def test_a_level_that_a_plan_does_not_order_is_measured() -> None:
    other = replace(AFTER, plan=replace(AFTER.plan, levels=(DRAW,)), policy=replace(POLICY, order=()))
    residence, draw = compare([BEFORE, other]).levels
    assert (residence.names, residence.values, residence.is_ordered) == (("residence",), (4, 3), (True, False))
    assert (draw.names, draw.is_ordered) == (("draw",), (True, True))


def test_a_level_that_cannot_be_measured_is_left_open() -> None:
    other = replace(AFTER, plan=replace(AFTER.plan, levels=(DRAW,)), question=None)
    assert compare([BEFORE, other]).levels[0].values == (4, None)


def test_who_came_and_who_left() -> None:
    fewer = subject("b.json", {"m1": "b1", "m3": "b2"})
    (left,) = compare([BEFORE, fewer]).passages
    (joined,) = compare([fewer, BEFORE]).passages
    assert (left.member, left.branch_name, left.has_joined) == ("m2", "Chi bộ 1", False)
    assert (joined.member, joined.branch_name, joined.has_joined) == ("m2", "Chi bộ 1", True)


def test_loads_of_every_branch_of_every_plan() -> None:
    comparison = compare([BEFORE, AFTER, BEFORE])
    assert [(load.branch, load.received) for load in comparison.loads] == [("b1", (2, 1, 2)), ("b2", (1, 2, 1))]


def test_a_branch_that_one_plan_does_not_know() -> None:
    alone = replace(AFTER.plan, branches=AFTER.plan.branches[:1])
    comparison = compare([BEFORE, replace(AFTER, plan=alone)])
    assert [(load.branch, load.received) for load in comparison.loads] == [("b1", (2, 1)), ("b2", (1, None))]


FILE = InputFile("members", "members.csv", "a" * 64)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        pytest.param(subject("b.json", {}, seed=7), [("seed", (0, 7))], id="seed"),
        pytest.param(
            subject("b.json", {}, document={"limits": {"max": "none"}}),
            [("policy.limits.max", (7, "none"))],
            id="limit",
        ),
        pytest.param(
            subject("b.json", {}, document={"limits": {"max": 7}, "quota": [{"min": 1}]}),
            [("policy.quota", (None, '[{"min": 1}]'))],
            id="a list as a whole",
        ),
        pytest.param(
            subject("b.json", {}, document={"limits": {"max": True}}),
            [("policy.limits.max", (7, True))],
            id="true is no number",
        ),
        pytest.param(
            subject("b.json", {}, inputs=(FILE,)),
            [("inputs.members", (None, "members.csv (aaaaaaaa)"))],
            id="a file of its own",
        ),
    ],
)
def test_what_was_asked_differently(other: Subject, told: list[tuple[str, object]]) -> None:
    differences = compare([subject("a.json", {}), other]).differences
    assert [(one.key, one.values) for one in differences] == told


def test_files_with_the_same_bytes_are_the_same_wherever_they_lie() -> None:
    moved = replace(FILE, path="../members.csv")
    first, other = subject("a.json", {}, inputs=(FILE,)), subject("b.json", {}, inputs=(moved,))
    assert compare([first, other]).differences == ()
