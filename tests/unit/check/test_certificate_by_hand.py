"""Certificates small enough to write by hand: one member before two branches, most proofs without a single row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from reassign.check.certificate import CertificateResult, Failure, check_certificate
from reassign.check.levels import receive
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import Question, settle
from reassign.domain.plan import Proof
from reassign.domain.policy import Limits, Policy
from reassign.domain.roster import Branch, Member
from tests.builders import branch, member, ordered, rosters

PROVED, SOLVER, NONE = Proof.CERTIFICATE, Proof.SOLVER, Proof.NONE
B1, B2 = ["pair", "m1", "b1"], ["pair", "m1", "b2"]


def ask(
    *order: str | Mapping[str, int], people: Sequence[Member] = (), places: Sequence[Branch] = (), **policy: Any
) -> Question:
    """By default m1, who lives in b1 and is in charge of b2: residence 2 or 1, in_charge 0 or 1."""
    people = people or [member("m1", residence_unit="P1", residence_area="b1", in_charge_of=("b2",))]
    told = {"limits": Limits(0, None), "order": ordered(*order), "is_order_given": True, **policy}
    return settle(rosters(people, places or [branch("b1"), branch("b2")]), Policy(**told), 0)


def stage(levels: Sequence[int], weights: Sequence[int], value: int, **others: Any) -> dict[str, Any]:
    """A stage that is proved without rows, unless said otherwise."""
    bare = {"proof": "certificate", "denominator": 1, "multipliers": [], "tree": None}
    return {"levels": list(levels), "weights": list(weights), "value": value, **bare, **others}


def component(
    *stages: dict[str, Any],
    members: Sequence[str] = ("m1",),
    branches: Sequence[str] = ("b1", "b2"),
    rows: Sequence[Sequence[str | int]] = (),
) -> dict[str, Any]:
    return {
        "members": list(members),
        "branches": list(branches),
        "rows": [list(row) for row in rows],
        "stages": list(stages),
    }


def check(question: Question, chosen: Mapping[str, str], *components: dict[str, Any]) -> CertificateResult:
    document = {"format": 1, "components": list(components)}
    return check_certificate(question, reported_levels(question), receive(question, chosen), document)


def whys(question: Question, chosen: Mapping[str, str], *components: dict[str, Any]) -> list[str]:
    return [failure.why for failure in check(question, chosen, *components).failures]


def draw(question: Question, place: str, level: int = 2) -> dict[str, Any]:
    """The stage of the draw when only one place is left."""
    return stage([level], [1], -question.lot("m1", place))


def test_each_stage_builds_on_what_the_stages_before_left_open() -> None:
    question = ask("residence", "in_charge")
    honest = component(stage([0], [1], 2), stage([1], [1], 0), draw(question, "b1"))
    assert check(question, {"m1": "b1"}, honest) == CertificateResult((PROVED, PROVED, PROVED), ())


def test_a_worse_plan_is_not_proved_and_neither_is_what_comes_after() -> None:
    question = ask("in_charge", "residence")
    first, second = stage([0], [1], 1), stage([1], [1], 1)
    assert check(question, {"m1": "b2"}, component(first, second, draw(question, "b2"))).failures == ()
    # b1 is worse in charge; the region that is left is never empty of it, for no stage settled it.
    lie = component(stage([0], [1], 0), stage([1], [1], 2), draw(question, "b1"))
    assert check(question, {"m1": "b1"}, lie).failures == (Failure(0, (0, 1, 2), "bound"),)


def test_what_was_settled_before_a_failure_stays_proved() -> None:
    question = ask("residence", "in_charge")
    spoiled = component(stage([0], [1], 2), stage([1], [1], 5), draw(question, "b1"))
    assert check(question, {"m1": "b1"}, spoiled).failures == (Failure(0, (1, 2), "value"),)


@pytest.mark.parametrize(
    ("weights", "value", "expected"),
    [
        pytest.param([2, 1], 4, [], id="above what lies below"),
        pytest.param([1, 1], 2, ["weights"], id="no more than what lies below"),
        pytest.param([2, 0], 4, ["weights"], id="a level of no weight"),
        pytest.param([2], 4, ["weights"], id="a weight is missing"),
        pytest.param([2, 1, 1], 4, ["weights"], id="a weight too many"),
        pytest.param([2, 1], 5, ["value"], id="another value"),
        pytest.param([2, 1], 3, ["value"], id="a lower value"),
    ],
)
def test_levels_that_are_settled_together_are_weighted_so_that_none_is_traded(
    weights: list[int], value: int, expected: list[str]
) -> None:
    question = ask("residence", "in_charge")
    assert whys(question, {"m1": "b1"}, component(stage([0, 1], weights, value), draw(question, "b1"))) == expected


def test_three_levels_need_the_sum_of_what_lies_below() -> None:
    question = ask(
        "residence", "in_charge", "distance", people=[member("m1", residence_unit="P1", residence_area="b1")]
    )
    assert whys(question, {"m1": "b1"}, component(stage([0, 1, 2], [1, 1, 1], 2), draw(question, "b1", 3))) == []
    lives = ask(
        "residence",
        "in_charge",
        "committee",
        people=[member("m1", residence_unit="P1", residence_area="b1", in_charge_of=("b2",), committee_eligible=True)],
        places=[branch("b1"), branch("b2", committee_vacancies=1)],
    )
    # Committee varies by 1, in charge by 1 with weight 2: together 3.
    for weights, expected in (([3, 2, 1], ["weights"]), ([4, 2, 1], [])):
        # The multiplier says that the seat of b2 is filled by m1 or not at all.
        told = component(
            stage([0, 1, 2], weights, 2 * weights[0], multipliers=[-1]),
            {**draw(lives, "b1", 3), "multipliers": [0]},
            rows=[["link", "committee", "b2"]],
        )
        assert whys(lives, {"m1": "b1"}, told) == expected


def test_what_is_settled_does_not_vary_any_more() -> None:
    question = ask(
        "residence",
        "in_charge",
        "continuity",
        people=[member("m1", residence_unit="P1", residence_area="b1", in_charge_of=("b2",), current_branch_id="b2")],
    )
    assert (
        whys(question, {"m1": "b1"}, component(stage([0], [1], 2), stage([1, 2], [1, 1], 0), draw(question, "b1", 3)))
        == []
    )


@pytest.mark.parametrize(
    ("weight", "expected"), [pytest.param(5, ["weights"], id="as much"), pytest.param(6, [], id="more")]
)
def test_columns_beside_the_pairs_vary_too(weight: int, expected: list[str]) -> None:
    # The need of b2 is worth 5; to live in b1 is worth 1 more than in b2.
    question = ask(
        "residence",
        "needs",
        people=[member("m1", residence_unit="P1", residence_area="b1", fields=("a",))],
        places=[branch("b1"), branch("b2", needs=("a",))],
        needs_weights={"a": 5},
    )
    proof = component(
        stage([0, 1], [weight, 1], 2 * weight, multipliers=[-5]),
        {**draw(question, "b1"), "multipliers": [0]},
        rows=[["link", "needs", "b2", "a"]],
    )
    assert whys(question, {"m1": "b1"}, proof) == expected


def test_a_column_that_an_earlier_stage_settled_does_not_vary() -> None:
    question = ask(
        "residence",
        "in_charge",
        "balance",
        people=[member("m1", residence_unit="P1", residence_area="b1")],
        places=[branch("b1")],
    )
    # With 1 on the link the step of balance gains 1 of the 2: without it the plan would lose, so it is taken.
    first = stage([0], [1], 2, multipliers=[1])
    second = stage([1, 2], [1, 1], -1, multipliers=[0])
    last = {**draw(question, "b1", 3), "multipliers": [0]}
    told = component(first, second, last, branches=("b1",), rows=[["link", "balance", "b1"]])
    assert check(question, {"m1": "b1"}, told) == CertificateResult((PROVED,) * 4, ())
    unsettled = component({**first, "multipliers": [0]}, second, branches=("b1",), rows=[["link", "balance", "b1"]])
    assert whys(question, {"m1": "b1"}, unsettled) == ["weights"]


def test_what_a_solver_says_is_taken_and_what_a_certificate_says_is_priced() -> None:
    # The worse of two places, b1: 1 where 2 can be had. Its lot is the smaller one.
    question = ask("residence", people=[member("m1", residence_unit="P1", residence_area="b2")])
    assert question.lot("m1", "b1") < question.lot("m1", "b2")
    for proof, expected in (
        ("certificate", CertificateResult((PROVED, PROVED), (Failure(0, (0, 1), "bound"),))),
        ("solver", CertificateResult((SOLVER, PROVED), ())),
        ("none", CertificateResult((NONE, NONE), ())),
    ):
        told = component(stage([0], [1], 1, proof=proof), draw(question, "b1", 1))
        assert check(question, {"m1": "b1"}, told) == expected


def two_parts() -> Question:
    """Two wards, a member and a branch each; everything is settled from the start."""
    return ask("residence", people=[member("m1"), member("m2", "P2")], places=[branch("b1"), branch("b2", "P2")])


def parts(question: Question, *changes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Honest components of ``two_parts``, the stages of residence changed in each."""
    return [
        component(
            {**stage([0], [1], 0), **change},
            stage([1], [1], -question.lot(f"m{number}", f"b{number}")),
            members=(f"m{number}",),
            branches=(f"b{number}",),
        )
        for number, change in enumerate(changes, 1)
    ]


PLACES = {"m1": "b1", "m2": "b2"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("certificate", "certificate", (PROVED, PROVED), id="both"),
        pytest.param("solver", "certificate", (SOLVER, PROVED), id="first"),
        pytest.param("certificate", "solver", (SOLVER, PROVED), id="second"),
        pytest.param("none", "solver", (NONE, NONE), id="none is weaker than the solver"),
        pytest.param("solver", "none", (NONE, NONE), id="in any order"),
    ],
)
def test_the_weakest_proof_of_all_components_counts(one: str, other: str, expected: tuple[Proof, ...]) -> None:
    question = two_parts()
    result = check(question, PLACES, *parts(question, {"proof": one}, {"proof": other}))
    assert result == CertificateResult(expected, ())


@pytest.mark.parametrize("short", [pytest.param(0, id="first"), pytest.param(1, id="second")])
def test_levels_that_a_component_did_not_reach_are_not_proved(short: int) -> None:
    question = two_parts()
    found = parts(question, {}, {})
    found[short]["stages"].pop()
    assert check(question, PLACES, *found) == CertificateResult((PROVED, NONE), ())


def test_every_component_that_fails_is_named() -> None:
    question = two_parts()
    wrong = check(question, PLACES, *parts(question, {"levels": [1]}, {"value": 1}))
    assert wrong.failures == (Failure(0, (), "levels"), Failure(1, (0, 1), "value"))
    wrong = check(question, PLACES, *parts(question, {"value": 1}, {"levels": [1]}))
    assert wrong.failures == (Failure(0, (0, 1), "value"), Failure(1, (), "levels"))


def test_a_stage_settles_at_least_one_level() -> None:
    question = two_parts()
    one, other = parts(question, {}, {})
    one["stages"].insert(0, stage([], [], 0))
    assert check(question, PLACES, one, other).failures == (Failure(0, (0, 1), "weights"),)


def test_after_a_placement_that_no_rule_allows_nothing_is_left_to_prove() -> None:
    people = [member("m1", residence_unit="P1", residence_area="b1", excluded_branch_ids=("b1",))]
    question = ask("residence", "in_charge", people=people)
    # 2 for b1, where the rules leave only b2 with 1.
    assert check(question, {"m1": "b1"}, component(stage([0], [1], 2), stage([1], [1], 0))).failures == (
        Failure(0, (1, 2), "weights"),
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(["level", 0], [], id="a level that is settled"),
        pytest.param(["level", 1], ["unsettled"], id="the level itself"),
        pytest.param(["level", 2], ["unsettled"], id="a level below"),
        pytest.param(["level", 3], ["row"], id="no such level"),
        pytest.param(["level", -1], ["row"], id="counted from the end"),
        pytest.param(["level", "0"], ["row"], id="no number"),
        pytest.param(["level", 0, 0], ["row"], id="too long"),
        pytest.param(["cut", 0, 0], ["row"], id="a cut that is too long"),
        pytest.param(["cut", 0], ["side"], id="a cut that nobody derives"),
        pytest.param(["residence", 0], ["row"], id="no row at all"),
    ],
)
def test_levels_are_rows_once_they_are_settled(row: list[str | int], expected: list[str]) -> None:
    question = ask("residence", "in_charge")
    stages = [stage([0], [1], 2), stage([1], [1], 0, multipliers=[1]), draw(question, "b1")]
    for each in (stages[0], stages[2]):
        each["multipliers"] = [0]
    assert whys(question, {"m1": "b1"}, component(*stages, rows=[row])) == expected


def test_a_member_who_could_go_to_another_component_belongs_to_it_too() -> None:
    question = ask("residence")
    told = [
        component(stage([0], [1], 2), branches=("b1",)),
        component(stage([0], [1], 0), members=(), branches=("b2",)),
    ]
    assert check(question, {"m1": "b1"}, *told) == CertificateResult((NONE, NONE), (Failure(-1, (), "partition"),))


def test_cuts_are_counted_through_all_stages() -> None:
    # Each cut is the sum of nothing, 0 <= 0, and may be priced only once it is derived.
    question = ask("residence", "in_charge")
    nothing = {"denominator": 1, "multipliers": [0, 0], "members": {}, "up": []}
    stages = [
        stage([0], [1], 2, multipliers=[1, 0], cuts=[nothing]),
        stage([1], [1], 0, multipliers=[1, 1], cuts=[nothing]),
        {**draw(question, "b1"), "multipliers": [0, 0]},
    ]
    document = {"format": 2, "components": [component(*stages, rows=[["cut", 0], ["cut", 1]])]}
    received = receive(question, {"m1": "b1"})
    assert check_certificate(question, reported_levels(question), received, document).failures == ()
    stages[0]["multipliers"] = [1, 1]
    document = {"format": 2, "components": [component(*stages, rows=[["cut", 0], ["cut", 1]])]}
    assert [
        each.why for each in check_certificate(question, reported_levels(question), received, document).failures
    ] == ["side"]


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param({"denominator": 1, "multipliers": [1]}, id="leaf"),
        pytest.param({"narrow": [{"denominator": 1, "multipliers": [1]}]}, id="narrowing"),
        pytest.param(
            {"split": B1, "at": 0, "low": {"denominator": 1, "multipliers": [1]}, "high": {}}, id="below a split"
        ),
        pytest.param(
            {"split": B1, "at": 0, "low": {}, "high": {"denominator": 1, "multipliers": [1]}}, id="above a split"
        ),
    ],
)
def test_nowhere_in_a_tree_is_a_level_used_before_it_is_settled(tree: dict[str, Any]) -> None:
    question = ask("residence", "in_charge")
    stages = [stage([0], [1], 2, multipliers=[0], tree=tree)]
    assert whys(question, {"m1": "b1"}, component(*stages, rows=[["level", 1]])) == ["unsettled"]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(None, [], id="own multipliers"),
        pytest.param({"denominator": 3, "multipliers": []}, [], id="leaf"),
        pytest.param({}, ["bound"], id="an empty leaf where something is left"),
        pytest.param({"narrow": [{"denominator": 1, "multipliers": []}]}, [], id="nothing better is left"),
        pytest.param(
            {
                "split": B1,
                "at": 0,
                "low": {"denominator": 1, "multipliers": []},
                "high": {"denominator": 1, "multipliers": []},
            },
            [],
            id="both halves",
        ),
        pytest.param(
            {"split": B1, "at": 0, "low": {}, "high": {"denominator": 1, "multipliers": []}}, ["bound"], id="low"
        ),
        pytest.param(
            {"split": B1, "at": 0, "low": {"denominator": 1, "multipliers": []}, "high": {}}, ["bound"], id="high"
        ),
        pytest.param({"split": B1, "at": 1, "low": {}, "high": {}}, ["split"], id="no such value"),
    ],
)
def test_a_tree_proves_a_level_when_every_leaf_does(tree: dict[str, Any] | None, expected: list[str]) -> None:
    question = ask("residence")
    proof = component(stage([0], [1], 2, tree=tree), draw(question, "b1", 1))
    assert whys(question, {"m1": "b1"}, proof) == expected


def test_a_leaf_that_allows_one_better_point_proves_nothing() -> None:
    # Narrowing asks what is left at 1 more than the value: b1, for the plan takes b2.
    question = ask("residence")
    tree = {"narrow": [{"denominator": 1, "multipliers": []}]}
    assert whys(question, {"m1": "b2"}, component(stage([0], [1], 1, tree=tree))) == ["bound"]


@pytest.mark.parametrize(
    ("order", "value", "chosen", "expected"),
    [
        pytest.param({"needs": 0, "in_charge": 1}, 1, "b2", [], id="the weight is zero"),
        pytest.param({"in_charge": 1, "needs": 0}, 1, "b2", [], id="zero comes last"),
        pytest.param({"residence": 0, "needs": 1}, 0, "b2", ["bound"], id="a column after a zero"),
        pytest.param({"residence": 1, "in_charge": 3}, 4, "b2", [], id="two priorities on one pair"),
        pytest.param({"residence": 3, "in_charge": 1}, 6, "b1", [], id="weighted otherwise"),
        pytest.param({"residence": 1, "in_charge": 3}, 2, "b1", ["bound"], id="the worse place"),
        pytest.param({"needs": 2, "in_charge": 1}, 2, "b1", ["bound"], id="a need has weight but no row ties it"),
        pytest.param({"balance": 1, "in_charge": 1}, 0, "b2", [], id="the sum of squares is lost"),
    ],
)
def test_a_weighted_level_adds_up_what_its_priorities_gain(
    order: dict[str, int], value: int, chosen: str, expected: list[str]
) -> None:
    question = ask(
        order,
        people=[member("m1", residence_unit="P1", residence_area="b1", in_charge_of=("b2",), fields=("a",))],
        places=[branch("b1", needs=("a",), max=1), branch("b2", max=1)],
    )
    # Balance: one step of gain −1 in each branch, which the links of both branches force.
    rows = [["link", "balance", "b1"], ["link", "balance", "b2"]] if "balance" in order else []
    own = [1] * len(rows)
    proof = component(stage([0], [1], value, multipliers=own), rows=rows)
    assert whys(question, {"m1": chosen}, proof) == expected


def test_a_level_of_least_distance_gains_by_shorter_ways() -> None:
    read = rosters([member("m1")], [branch("b1"), branch("b2")], distances={"m1": {"b1": 300, "b2": 100}})
    policy = Policy(limits=Limits(0, None), order=ordered("distance"), is_order_given=True)
    question = settle(read, policy, 0)
    assert whys(question, {"m1": "b2"}, component(stage([0], [1], -100))) == []
    assert whys(question, {"m1": "b1"}, component(stage([0], [1], -300))) == ["bound"]


def bare(*split: tuple[Sequence[str], Sequence[str]]) -> list[dict[str, Any]]:
    return [component(members=members, branches=branches) for members, branches in split]


WHOLE = (("m1", "m2", "m3"), ("b1", "b2", "b3"))


@pytest.mark.parametrize(
    ("people", "policy", "split", "expected"),
    [
        pytest.param({}, {}, [WHOLE], [], id="all in one"),
        pytest.param({}, {}, [(("m1", "m2"), ("b1", "b2")), (("m3",), ("b3",))], [], id="by ward"),
        pytest.param(
            {}, {}, [(("m1",), ("b1", "b2")), (("m2", "m3"), ("b3",))], ["partition"], id="a candidate across"
        ),
        pytest.param({}, {}, [(("m1", "m2"), ("b1", "b2", "b3"))], ["partition"], id="a member missing"),
        pytest.param({}, {}, [(("m1", "m2", "m3"), ("b1", "b2", "b3", "b4"))], ["partition"], id="an unknown branch"),
        pytest.param({}, {}, [(("m1", "m2", "m3", "m4"), ("b1", "b2", "b3"))], ["partition"], id="an unknown member"),
        pytest.param({}, {}, [(("m1", "m1", "m2", "m3"), ("b1", "b2", "b3"))], ["partition"], id="a member twice"),
        pytest.param({}, {}, [(("m1", "m2", "m3"), ("b1", "b2", "b3", "b3"))], ["partition"], id="a branch twice"),
        pytest.param({"together": ("x",)}, {}, [WHOLE], [], id="a group in one"),
        pytest.param(
            {"together": ("x",)},
            {},
            [(("m1", "m2"), ("b1", "b2")), (("m3",), ("b3",))],
            ["partition"],
            id="a group across",
        ),
        pytest.param(
            {"current_branch_id": "b9"},
            {"max_moves": 9},
            [(("m1", "m2"), ("b1", "b2")), (("m3",), ("b3",))],
            ["partition"],
            id="movers across a limit",
        ),
        pytest.param(
            {"current_branch_id": "b9"},
            {},
            [(("m1", "m2"), ("b1", "b2")), (("m3",), ("b3",))],
            [],
            id="movers without it",
        ),
        pytest.param({"current_branch_id": "b9"}, {"max_moves": 9}, [WHOLE], [], id="movers in one"),
        pytest.param(
            {"current_branch_id": "b3"},
            {"max_moves": 9},
            [(("m1", "m2"), ("b1", "b2")), (("m3",), ("b3",))],
            [],
            id="who must stay is no mover",
        ),
    ],
)
def test_nothing_ties_members_of_different_components(
    people: dict[str, Any],
    policy: dict[str, Any],
    split: list[tuple[Sequence[str], Sequence[str]]],
    expected: list[str],
) -> None:
    question = ask(
        people=[member("m1", **people), member("m2"), member("m3", "P2", **people)],
        places=[branch("b1"), branch("b2"), branch("b3", "P2")],
        **policy,
    )
    assert whys(question, {"m1": "b1", "m2": "b2", "m3": "b3"}, *bare(*split)) == expected


def test_somebody_who_may_stay_or_move_is_a_mover() -> None:
    question = ask(
        people=[member("m1", current_branch_id="b1"), member("m3", "P2", current_branch_id="b3")],
        places=[branch("b1"), branch("b2"), branch("b3", "P2"), branch("b4", "P2")],
        max_moves=1,
    )
    split = bare((("m1",), ("b1", "b2")), (("m3",), ("b3", "b4")))
    assert check(question, {"m1": "b1", "m3": "b3"}, *split) == CertificateResult(
        (NONE,), (Failure(-1, (), "partition"),)
    )
