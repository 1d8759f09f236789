"""Every lie that a plan can tell about one small ward is named, with the member and branch it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

import pytest

from reassign.check.check_answer import check_answer
from reassign.check.check_plan import check_plan
from reassign.check.result import Violation
from reassign.domain.plan import Placement, Plan, Proof, ReviewItem
from reassign.domain.policy import Limits, Policy
from reassign.domain.roster import Member, Rosters
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance_of, member, ordered, rosters

Change: TypeAlias = Callable[[Plan], Plan]

READ = rosters(
    [
        member(
            "m1",
            fields=("a", "b"),
            in_charge_of=("b1",),
            residence_unit="P1",
            residence_area="b1",
            committee_eligible=True,
            eligible_posts=("p",),
        ),
        member("m2", fields=("b",), current_branch_id="b1", residence_unit="P1", key_cadre=True),
        member("m3", fields=("c",), exempt=True, pinned_branch_id="b1", current_branch="Văn phòng"),
        member(
            "m4",
            residence_unit="P1",
            residence_area="b2",
            current_branch_id="b2",
            eligible_posts=("p",),
            committee_eligible=True,
        ),
        member("m5", residence_unit="P1", residence_area="b2", current_branch_id="b2", fields=("b",)),
    ],
    [
        branch("b1", needs=("a", "b", "c"), special=True, committee_vacancies=1, vacant_posts=("p",), max=3),
        branch("b2", needs=("b",), min=2),
    ],
)
POLICY = Policy(limits=Limits(1, 7))


@pytest.fixture(scope="module")
def honest() -> Plan:
    """m1, m2 and m3 go to b1, m4 and m5 to b2; m1 answers for a, m2 and m5 for b, and nobody for c."""
    plan = make_plan(instance_of(READ, POLICY))
    assert isinstance(plan, Plan)
    return plan


def named(plan: Plan) -> list[tuple[str, str, str]]:
    """Code, member and branch of what the checker finds."""
    return [(found.code, found.member, found.branch) for found in check_plan(READ, POLICY, plan, 0).violations]


def placed(name: str, **values: Any) -> Change:
    """The placement of one member changed."""
    return lambda plan: replace(
        plan, placements=tuple(replace(each, **values) if each.member == name else each for each in plan.placements)
    )


def loaded(name: str, **values: Any) -> Change:
    """What is told about one branch changed."""
    return lambda plan: replace(
        plan, branches=tuple(replace(each, **values) if each.branch == name else each for each in plan.branches)
    )


def levelled(name: str, **values: Any) -> Change:
    """One level changed."""
    return lambda plan: replace(
        plan, levels=tuple(replace(each, **values) if each.names == (name,) else each for each in plan.levels)
    )


def reviewed(*items: ReviewItem) -> Change:
    """Another review list."""
    return lambda plan: replace(plan, review=items)


def all_of(*changes: Change) -> Change:
    """One change after the other."""

    def change(plan: Plan) -> Plan:
        for each in changes:
            plan = each(plan)
        return plan

    return change


def test_an_honest_plan_is_right_and_every_level_is_checked(honest: Plan) -> None:
    result = check_plan(READ, POLICY, honest, 0)
    assert result.is_ok
    assert [(level.names, level.value, level.bound, level.proof, level.is_checked) for level in result.levels] == [
        (level.names, level.value, level.value, Proof.CERTIFICATE, True) for level in honest.levels
    ]
    assert check_answer(READ, POLICY, honest, 0) == ()


UNKNOWN = ReviewItem("residence_unknown", "m3", "b1")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(placed("m1", is_pinned=True), ("pinned_mark", "m1", "b1"), id="a pin that is none"),
        pytest.param(placed("m3", is_pinned=False), ("pinned_mark", "m3", "b1"), id="a pin hidden"),
        pytest.param(placed("m4", has_moved=True), ("moved_mark", "m4", "b2"), id="a move that is none"),
        pytest.param(placed("m3", from_branch="b2"), ("from_branch", "m3", "b1"), id="another origin"),
        pytest.param(placed("m1", from_branch="b2"), ("from_branch", "m1", "b1"), id="an origin invented"),
        pytest.param(
            placed("m4", interchangeable_with=("m5",), reasons=("residence_area", "continuity", "draw")),
            ("interchangeable", "m4", "b2"),
            id="a swap invented",
        ),
        pytest.param(
            placed("m2", tasks=(), reasons=("special", "residence_unit", "continuity")),
            ("tasks", "m2", "b1"),
            id="a task forgotten",
        ),
        pytest.param(placed("m2", tasks=("b", "b")), ("tasks", "m2", "b1"), id="a task twice"),
        pytest.param(
            placed("m2", tasks=("a",), reasons=("special", "residence_unit", "need:a", "continuity")),
            ("tasks", "m2", "b1"),
            id="the task of another",
        ),
        pytest.param(
            placed("m3", tasks=("c",), reasons=("pinned", "need:c")),
            ("tasks", "m3", "b1"),
            id="a task that the branch gives nobody",
        ),
        pytest.param(loaded("b1", received=2), ("load", "", "b1"), id="received"),
        pytest.param(loaded("b1", min=0), ("load", "", "b1"), id="minimum"),
        pytest.param(loaded("b2", max=8), ("load", "", "b2"), id="maximum"),
        pytest.param(loaded("b2", max=None), ("load", "", "b2"), id="no maximum"),
        pytest.param(
            loaded("b1", committee_candidates=()), ("committee_candidates", "", "b1"), id="candidate left out"
        ),
        pytest.param(
            loaded("b2", committee_candidates=("m4",)),
            ("committee_candidates", "", "b2"),
            id="candidate without a seat",
        ),
        pytest.param(loaded("b1", uncovered=()), ("uncovered", "", "b1"), id="a lacking field hidden"),
        pytest.param(loaded("b2", uncovered=("b",)), ("uncovered", "", "b2"), id="a lacking field invented"),
        pytest.param(reviewed(), ("review_item", "m3", "b1"), id="nothing to decide"),
        pytest.param(reviewed(UNKNOWN, UNKNOWN), ("review_item", "m3", "b1"), id="to be decided twice"),
        pytest.param(
            reviewed(UNKNOWN, ReviewItem("minimum_missed", "", "b2")),
            ("review_item", "", "b2"),
            id="to decide invented",
        ),
        pytest.param(lambda plan: replace(plan, status="feasible"), ("status", "", ""), id="less than it is"),
        pytest.param(levelled("residence", value=8, bound=8), ("level_value", "", ""), id="value"),
        pytest.param(levelled("residence", bound=8), ("level_bound", "", ""), id="a proved bound beyond the value"),
        pytest.param(levelled("residence", bound=6), ("level_bound", "", ""), id="a bound that the value passes"),
        pytest.param(levelled("balance", bound=12), ("level_bound", "", ""), id="a proved bound below the value"),
        pytest.param(levelled("balance", bound=14), ("level_bound", "", ""), id="a bound that the value undercuts"),
        pytest.param(levelled("needs", proof=Proof.SOLVER), ("level_proof", "", ""), id="proof"),
        pytest.param(
            lambda plan: replace(plan, branches=plan.branches[::-1]), ("branch_list", "", ""), id="order of branches"
        ),
        pytest.param(
            lambda plan: replace(plan, branches=plan.branches[:1]), ("branch_list", "", ""), id="a branch less"
        ),
        pytest.param(
            lambda plan: replace(plan, placements=plan.placements[::-1]),
            ("placement_order", "", ""),
            id="order of members",
        ),
        pytest.param(lambda plan: replace(plan, levels=plan.levels[1:]), ("level_list", "", ""), id="a level less"),
        pytest.param(
            lambda plan: replace(plan, levels=(*plan.levels[1::-1], *plan.levels[2:])),
            ("level_list", "", ""),
            id="levels",
        ),
        pytest.param(levelled("needs", sense="min"), ("level_list", "", ""), id="sense"),
    ],
)
def test_a_lie_is_named_and_nothing_else(honest: Plan, change: Change, expected: tuple[str, str, str]) -> None:
    assert named(change(honest)) == [expected]


@pytest.mark.parametrize(
    ("covered", "owner", "tasks", "code"),
    [
        pytest.param({"a": "m1", "b": "m1"}, "m1", ("a", "b"), "task_spread", id="one with all"),
        pytest.param({"a": "m1", "b": "m3"}, "m3", ("b",), "covered", id="somebody without the field"),
        pytest.param({"a": "m1", "b": "m2", "c": "m3"}, "m3", ("c",), "covered", id="the exempt"),
        pytest.param({"a": "m1"}, "m1", ("a",), "covered", id="a covered need left out"),
    ],
)
def test_who_answers_for_a_need_has_the_field_and_no_more_tasks_than_needed(
    honest: Plan, covered: dict[str, str], owner: str, tasks: tuple[str, ...], code: str
) -> None:
    change = all_of(loaded("b1", covered=covered), placed(owner, tasks=tasks))
    assert (code, "", "b1") in named(change(honest))


@pytest.mark.parametrize(
    "posts",
    [
        pytest.param({}, id="nobody, though somebody could"),
        pytest.param({"p": ("m2",)}, id="somebody not eligible"),
        pytest.param({"p": ("m4",)}, id="somebody of another branch"),
        pytest.param({"p": ("m1", "m1")}, id="more than there are vacancies"),
        pytest.param({"q": ("m1",)}, id="a post that is not vacant"),
    ],
)
def test_posts_are_held_by_eligible_members_as_many_as_can_be(honest: Plan, posts: dict[str, tuple[str, ...]]) -> None:
    assert ("posts_held", "", "b1") in named(loaded("b1", posts=posts)(honest))


@pytest.mark.parametrize(
    ("who", "reasons", "is_right"),
    [
        pytest.param("m1", ("in_charge", "residence_area", "need:a", "committee", "post:p"), True, id="all in order"),
        pytest.param(
            "m1",
            ("in_charge", "residence_area", "need:a", "committee", "post:p", "balance"),
            True,
            id="and a comparison",
        ),
        pytest.param("m1", ("residence_area", "in_charge", "need:a", "committee", "post:p"), False, id="another order"),
        pytest.param("m1", ("in_charge", "residence_area", "need:a", "committee"), False, id="one is missing"),
        pytest.param("m1", ("in_charge", "residence_unit", "need:a", "committee", "post:p"), False, id="unit for area"),
        pytest.param("m2", ("residence_unit", "need:b", "continuity"), False, id="a special branch untold"),
        pytest.param("m2", ("special", "residence_unit", "need:b", "continuity", "draw"), False, id="a needless draw"),
        pytest.param("m2", ("special", "special", "residence_unit", "need:b", "continuity"), False, id="twice"),
        pytest.param("m3", ("pinned", "balance"), True, id="a pin and a comparison"),
        pytest.param("m3", ("balance", "pinned"), False, id="a pin comes first"),
        pytest.param("m3", ("balance",), False, id="a pin untold"),
        pytest.param("m3", ("pinned", "minimum"), False, id="a minimum that is surpassed"),
        pytest.param("m4", ("residence_area", "continuity", "minimum"), True, id="a minimum that is just met"),
        pytest.param("m4", ("residence_area", "continuity", "minimum", "distance"), True, id="two comparisons"),
        pytest.param("m4", ("residence_area", "continuity", "distance", "balance"), False, id="balance comes before"),
        pytest.param("m4", ("residence_area", "continuity", "distance", "minimum"), False, id="in the order of levels"),
        pytest.param("m4", ("residence_area", "minimum", "continuity"), False, id="balance after continuity"),
        pytest.param("m4", ("residence_area", "continuity", "luck"), False, id="unheard of"),
    ],
)
def test_reasons_are_all_that_hold_in_the_order_of_the_policy(
    honest: Plan, who: str, reasons: tuple[str, ...], is_right: bool
) -> None:
    place = "b1" if who < "m4" else "b2"
    assert named(placed(who, reasons=reasons)(honest)) == ([] if is_right else [("reasons", who, place)])


def one_ward(*people: Member, **first: Any) -> tuple[Rosters, Policy, Plan]:
    """These members before two branches with no minimum; the first one as told."""
    read = rosters(people, [branch("b1", **first), branch("b2")])
    policy = Policy(limits=Limits(0, 7))
    plan = make_plan(instance_of(read, policy))
    assert isinstance(plan, Plan)
    return read, policy, plan


def reasons_told(read: Rosters, policy: Policy, plan: Plan, who: str, *reasons: str) -> list[str]:
    """What is said of other reasons for one placement."""
    return [each.code for each in check_plan(read, policy, placed(who, reasons=reasons)(plan), 0).violations]


def test_where_nothing_else_holds_the_draw_is_the_reason_though_nobody_could_swap() -> None:
    read, policy, plan = one_ward(member("m1"))
    assert reasons_told(read, policy, plan, "m1", "draw") == []
    assert reasons_told(read, policy, plan, "m1") == ["reasons"]


def test_a_minimum_of_one_is_a_reason_for_the_only_member() -> None:
    read, policy, plan = one_ward(member("m1", pinned_branch_id="b1"), min=1)
    assert reasons_told(read, policy, plan, "m1", "pinned", "minimum") == []


def test_a_key_cadre_is_special_only_where_the_branch_is() -> None:
    read, policy, plan = one_ward(member("m1", key_cadre=True, pinned_branch_id="b2"), special=True)
    assert reasons_told(read, policy, plan, "m1", "pinned") == []
    assert reasons_told(read, policy, plan, "m1", "pinned", "special") == ["reasons"]


def test_a_pin_comes_before_the_first_priority_and_the_draw_after_the_last() -> None:
    read, policy, plan = one_ward(member("m1", pinned_branch_id="b1", in_charge_of=("b1",)))
    assert reasons_told(read, policy, plan, "m1", "pinned", "in_charge") == []
    assert reasons_told(read, policy, plan, "m1", "in_charge", "pinned") == ["reasons"]
    people = [member(name, latitude=1.0, longitude=1.0) for name in ("m1", "m2")]
    read, policy, plan = one_ward(*people, latitude=1.0, longitude=1.0)
    assert reasons_told(read, policy, plan, "m1", "distance", "draw") == []
    assert reasons_told(read, policy, plan, "m1", "draw", "distance") == ["reasons"]


def test_a_plan_with_one_level_without_proof_is_not_optimal(honest: Plan) -> None:
    assert named(levelled("draw", proof=Proof.NONE)(honest)) == [("level_proof", "", ""), ("status", "", "")]


@pytest.mark.parametrize(
    "posts",
    [
        pytest.param({"p": ("m1", "m2")}, id="more holders than vacancies of one post"),
        pytest.param({"q": ("m1", "m1")}, id="one holder twice"),
        pytest.param({"p": ("m1",), "q": ("m1", "m2")}, id="one holder of two posts"),
    ],
)
def test_a_member_holds_one_post_and_a_vacancy_has_one_holder(posts: dict[str, tuple[str, ...]]) -> None:
    people = [member(name, pinned_branch_id="b1", eligible_posts=("p", "q")) for name in ("m1", "m2")]
    read, policy, plan = one_ward(*people, vacant_posts=("p", "q", "q"))
    codes = [each.code for each in check_plan(read, policy, loaded("b1", posts=posts)(plan), 0).violations]
    assert "posts_held" in codes
    fine = check_plan(read, policy, loaded("b1", posts={"q": ("m1", "m2")})(plan), 0).violations
    assert "posts_held" not in [each.code for each in fine]


@pytest.mark.parametrize(
    ("placements", "expected"),
    [
        pytest.param({"m1": "b9"}, [("unknown_branch", "m1", "b9")], id="unknown branch"),
        pytest.param({"m1": None}, [("not_placed", "m1", "")], id="nobody"),
        pytest.param({"m9": "b1"}, [("unknown_member", "m9", "")], id="unknown member"),
    ],
)
def test_a_plan_without_everybody_in_one_branch_is_not_judged_further(
    honest: Plan, placements: dict[str, str | None], expected: list[tuple[str, str, str]]
) -> None:
    places = {**{each.member: each.branch for each in honest.placements}, **placements}
    found = [Placement(person, place) for person, place in places.items() if place is not None]
    changed = replace(honest, placements=tuple(found))
    assert named(changed) == expected
    assert check_plan(READ, POLICY, changed, 0).levels == ()
    assert [(each.code, each.member, each.branch) for each in check_answer(READ, POLICY, changed, 0)] == expected


def test_a_member_placed_twice_is_named_once(honest: Plan) -> None:
    changed = replace(honest, placements=(honest.placements[0], *honest.placements))
    assert named(changed) == [("placed_twice", "m1", "")]


def test_a_broken_rule_is_named_before_anybody_sees_the_plan(honest: Plan) -> None:
    found = check_answer(READ, POLICY, placed("m5", branch="b1")(honest), 0)
    assert [(each.code, each.branch) for each in found if each.code == "branch_quota"] == [
        ("branch_quota", "b1"),
        ("branch_quota", "b2"),
    ]
    assert Violation("level_value", parameters={"level": "balance", "told": 13, "found": 17}) in found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            levelled("residence", value=6, bound=6),
            Violation("level_value", parameters={"level": "residence", "told": 6, "found": 7}),
            id="value",
        ),
        pytest.param(
            levelled("residence", bound=9),
            Violation("level_bound", parameters={"level": "residence", "told": 9, "found": 7}),
            id="bound",
        ),
        pytest.param(
            levelled("residence", proof=Proof.SOLVER),
            Violation("level_proof", parameters={"level": "residence", "told": "solver", "found": "certificate"}),
            id="proof",
        ),
        pytest.param(
            lambda plan: replace(plan, status="feasible"),
            Violation("status", parameters={"told": "feasible"}),
            id="status",
        ),
        pytest.param(
            reviewed(),
            Violation("review_item", "m3", "b1", {"code": "residence_unknown"}),
            id="review",
        ),
    ],
)
def test_a_violation_says_what_was_told_and_what_was_found(honest: Plan, change: Change, expected: Violation) -> None:
    assert check_plan(READ, POLICY, change(honest), 0).violations == (expected,)


def test_without_a_certificate_the_proofs_of_a_solver_stand_and_are_not_called_checked(honest: Plan) -> None:
    told = replace(honest, certificate={}, levels=tuple(replace(level, proof=Proof.SOLVER) for level in honest.levels))
    result = check_plan(READ, POLICY, told, 0)
    assert (result.violations, {level.is_checked for level in result.levels}) == ((), {False})


def test_one_level_that_claims_a_certificate_is_enough_to_ask_for_it(honest: Plan) -> None:
    levels = [replace(level, proof=Proof.SOLVER) for level in honest.levels]
    told = replace(honest, certificate={}, levels=(honest.levels[0], *levels[1:]))
    assert named(told) == [("certificate", "", "")]
    unclaimed = replace(honest, levels=tuple(levels))
    assert {code for code, _, _ in named(unclaimed)} == {"level_proof"}


def test_without_proof_a_bound_may_lie_beyond_the_value_but_not_on_the_wrong_side(honest: Plan) -> None:
    bare = replace(
        honest,
        status="feasible",
        certificate={},
        levels=tuple(replace(level, proof=Proof.NONE) for level in honest.levels),
    )
    assert named(bare) == []
    assert named(levelled("residence", bound=9)(bare)) == named(levelled("balance", bound=9)(bare)) == []
    for wrong in (levelled("residence", bound=6), levelled("balance", bound=14)):
        assert named(wrong(bare)) == [("level_bound", "", "")]
    assert named(replace(bare, status="optimal")) == [("status", "", "")]


def test_a_certificate_that_fails_names_its_first_level_and_checks_none_of_the_unproved(honest: Plan) -> None:
    document: dict[str, Any] = {**honest.certificate, "components": [dict(each) for each in _components(honest)]}
    stages = [dict(each) for each in document["components"][0]["stages"]]
    stages[-1]["value"] += 1
    document["components"][0]["stages"] = stages
    result = check_plan(READ, POLICY, replace(honest, certificate=document), 0)
    assert result.violations == (
        Violation("certificate", parameters={"level": "draw", "component": 0, "why": "value"}),
    )
    assert [level.is_checked for level in result.levels] == [True] * 8 + [False]
    result = check_plan(READ, POLICY, replace(honest, certificate={"format": 3, "components": []}), 0)
    assert result.violations == (
        Violation("certificate", parameters={"level": "in_charge", "component": -1, "why": "format"}),
    )
    assert not any(level.is_checked for level in result.levels)


def _components(plan: Plan) -> list[dict[str, Any]]:
    found = plan.certificate["components"]
    assert isinstance(found, list | tuple)
    return list(found)


def test_a_weighted_level_is_called_by_all_its_names() -> None:
    policy = Policy(limits=Limits(1, 7), order=ordered({"residence": 2, "needs": 1}), is_order_given=True)
    plan = make_plan(instance_of(READ, policy))
    assert isinstance(plan, Plan)
    wrong = replace(plan, levels=(replace(plan.levels[0], value=0, bound=0), *plan.levels[1:]))
    expected = Violation(
        "level_value", parameters={"level": "residence+needs", "told": 0, "found": plan.levels[0].value}
    )
    assert check_answer(READ, policy, wrong, 0) == (expected,)
    assert check_plan(READ, policy, wrong, 0).violations == (expected,)
    broken = check_plan(READ, policy, replace(plan, certificate={"format": 1}), 0)
    assert [each.parameters["level"] for each in broken.violations] == ["residence+needs"]


def test_a_level_with_a_wrong_value_or_bound_is_not_called_checked(honest: Plan) -> None:
    for change in (levelled("residence", value=6, bound=6), levelled("residence", bound=8)):
        checked = [level.is_checked for level in check_plan(READ, POLICY, change(honest), 0).levels]
        assert checked == [name != "residence" for level in honest.levels for name in level.names]
