"""The oracle itself, against numbers worked out by hand."""

from __future__ import annotations

import pytest

from reassign.domain.policy import BranchLimit, Limits, MemberFilter, Policy, Quota
from reassign.domain.roster import Branch, Member
from tests.builders import branch, instance, member, ordered
from tests.properties.oracle import (
    best,
    best_task_score,
    feasible_plans,
    interchangeable,
    is_in_charge,
    known_distance,
    lot,
    most_filled,
)

FREE = Limits(min=0, max=None)
"""No limits at all."""


def value_of(name: str, members: list[Member], branches: list[Branch], policy: Policy | None = None) -> int:
    """Best value of one priority alone."""
    policy = policy or Policy(limits=FREE, order=ordered(name), is_order_given=True)
    result = best(instance(members, branches, policy=policy))
    assert result is not None
    assert result.levels[0].names == (name,)
    return result.values[0]


def test_draw_is_the_first_twenty_bits_of_the_digest() -> None:
    # printf '0|m1|b1' | sha256sum → 29086…
    assert lot(0, "m1", "b1") == 0x29086


def test_one_member_and_two_branches_with_minimum_one_is_infeasible() -> None:
    assert best(instance([member("m1")], [branch("b1"), branch("b2")])) is None


def test_two_members_in_two_branches_with_minimum_one_have_two_plans() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1"), branch("b2")])
    assert [dict(plan) for plan in feasible_plans(asked)] == [{"m1": "b1", "m2": "b2"}, {"m1": "b2", "m2": "b1"}]


@pytest.mark.parametrize(
    ("limits", "place", "plans"),
    [
        pytest.param(Limits(1, 1), branch("b1"), 0, id="policy"),
        pytest.param(Limits(1, 1), branch("b1", max=2), 1, id="row-wins-over-policy"),
        pytest.param(
            Limits(1, 1, {"b1": BranchLimit(max=2)}), branch("b1", max=1), 1, id="policy-branch-wins-over-row"
        ),
        pytest.param(
            Limits(1, 1, {"b1": BranchLimit(is_unlimited=True)}), branch("b1", max=1), 1, id="branch-unlimited"
        ),
        pytest.param(Limits(1, None), branch("b1"), 1, id="no-maximum"),
        pytest.param(Limits(1, None), branch("b1", max=1), 0, id="row-maximum-without-policy-maximum"),
        pytest.param(Limits(3, 7), branch("b1"), 0, id="minimum"),
        pytest.param(Limits(3, 7), branch("b1", min=2), 1, id="row-minimum"),
    ],
)
def test_limits(limits: Limits, place: Branch, plans: int) -> None:
    asked = instance([member("m1"), member("m2")], [place], policy=Policy(limits=limits))
    assert len(list(feasible_plans(asked))) == plans


def test_scope_pins_and_exclusions_decide_the_candidates() -> None:
    members = [member("m1"), member("m2", excluded_branch_ids=("b1",)), member("m3", "P2", pinned_branch_id="b1")]
    branches = [branch("b1"), branch("b2"), branch("b3", "P2")]
    plans = list(feasible_plans(instance(members, branches, policy=Policy(limits=FREE))))
    assert [tuple(plan.values()) for plan in plans] == [("b1", "b2", "b1"), ("b2", "b2", "b1")]


def test_together_and_apart_bind_every_pair_that_shares_a_label() -> None:
    members = [
        member("m1", together=("x",)),
        member("m2", together=("x", "y"), apart=("z",)),
        member("m3", apart=("z",)),
    ]
    plans = list(feasible_plans(instance(members, [branch("b1"), branch("b2")], policy=Policy(limits=FREE))))
    assert [tuple(plan.values()) for plan in plans] == [("b1", "b1", "b2"), ("b2", "b2", "b1")]


def test_quota_counts_the_matching_members_of_each_branch() -> None:
    official = MemberFilter((("status", "official"),))
    policy = Policy(limits=FREE, quotas=(Quota(official, "all", min=1),))
    members = [member("m1", status="official"), member("m2", status="official"), member("m3", status="probationary")]
    asked = instance(members, [branch("b1"), branch("b2")], policy=policy)
    assert {plan["m1"] != plan["m2"] for plan in feasible_plans(asked)} == {True}


def test_max_moves_counts_forced_moves_and_spares_successors_and_joiners() -> None:
    members = [member("m1", current_branch_id="old"), member("m2", current_branch_id="b1"), member("m3")]
    branches = [branch("b1"), branch("b2")]
    policy = Policy(limits=FREE, max_moves=0)
    asked = instance(members, branches, policy=policy, lineage=[("old", "b2")])
    assert [tuple(plan.values()) for plan in feasible_plans(asked)] == [("b2", "b1", "b1"), ("b2", "b1", "b2")]


def test_protected_members_may_not_move() -> None:
    members = [member("m1", key_cadre=True, current_branch_id="b1"), member("m2", current_branch_id="b1")]
    policy = Policy(limits=FREE, protect=MemberFilter((("key_cadre", True),)))
    asked = instance(members, [branch("b1"), branch("b2")], policy=policy)
    assert {plan["m1"] for plan in feasible_plans(asked)} == {"b1"}


@pytest.mark.parametrize(
    ("entry", "unit", "expected"),
    [
        pytest.param("b1", "P2", True, id="id-anywhere"),
        pytest.param("KP 1", "P1", True, id="name-in-own-unit"),
        pytest.param("Ấp A", "P1", True, id="area-in-own-unit"),
        pytest.param("KP 1", "P2", False, id="name-in-another-unit"),
        pytest.param("Ấp B", "P1", False, id="another-area"),
    ],
)
def test_in_charge(entry: str, unit: str, expected: bool) -> None:
    place = branch("b1", "P1", name="KP 1", areas=("Ấp A",))
    assert is_in_charge(member("m1", unit, in_charge_of=(entry,)), place) is expected


def test_special_counts_branches_not_cadres() -> None:
    members = [member("m1", key_cadre=True), member("m2", key_cadre=True)]
    assert value_of("special", members, [branch("b1", special=True)]) == 1


@pytest.mark.parametrize(
    ("unit", "area", "value"),
    [
        pytest.param("P1", "KP 1", 2, id="area"),
        pytest.param("P1", "KP 9", 1, id="unit"),
        pytest.param("P2", "KP 1", 0, id="same-area-name-elsewhere"),
        pytest.param("", "KP 1", 0, id="unknown"),
    ],
)
def test_residence(unit: str, area: str, value: int) -> None:
    place = branch("b1", "P1", areas=("KP 1",))
    assert value_of("residence", [member("m1", residence_unit=unit, residence_area=area)], [place]) == value


def test_needs_weigh_each_covered_field_once_and_ignore_the_exempt() -> None:
    members = [member("m1", fields=("a", "b")), member("m2", fields=("a",)), member("m3", fields=("c",), exempt=True)]
    policy = Policy(limits=FREE, order=ordered("needs"), is_order_given=True, needs_weights={"a": 3})
    assert value_of("needs", members, [branch("b1", needs=("a", "b", "c"))], policy) == 4


def test_committee_is_capped_by_the_vacancies() -> None:
    members = [member(f"m{index}", committee_eligible=index < 3) for index in range(4)]
    assert value_of("committee", members, [branch("b1", committee_vacancies=2)]) == 2


@pytest.mark.parametrize(
    ("vacancies", "eligible", "filled"),
    [
        pytest.param(["s", "t"], [("s", "t"), ("s",)], 2, id="matching-not-greedy"),
        pytest.param(["s", "t"], [("s", "t")], 1, id="one-post-each"),
        pytest.param(["s", "s"], [("s",), ("s",), ("s",)], 2, id="two-of-a-kind"),
    ],
)
def test_posts(vacancies: list[str], eligible: list[tuple[str, ...]], filled: int) -> None:
    members = [member(f"m{index}", eligible_posts=names) for index, names in enumerate(eligible)]
    assert most_filled(vacancies, members) == filled


def test_continuity_counts_successors() -> None:
    members = [member("m1", current_branch_id="old"), member("m2", current_branch_id="b1"), member("m3")]
    policy = Policy(limits=FREE, order=ordered("continuity"), is_order_given=True)
    result = best(instance(members, [branch("b1")], policy=policy, lineage=[("old", "b1")]))
    assert result is not None
    assert result.values[0] == 2


@pytest.mark.parametrize(("count", "value"), [("received", 2), ("total", 26)])
def test_balance(count: str, value: int) -> None:
    policy = Policy(
        limits=Limits(1, 1),
        order=ordered("balance"),
        is_order_given=True,
        balance_count="total" if count == "total" else "received",
    )
    branches = [branch("b1", members_now=4), branch("b2")]
    assert value_of("balance", [member("m1"), member("m2")], branches, policy) == value


def test_distance_is_the_great_circle_in_whole_metres() -> None:
    # One degree of latitude on a sphere of radius 6 371 008.8 m: 6371008.8 · π/180 = 111 195.08 m.
    asked = instance(
        [member("m1", latitude=10.0, longitude=106.0)], [branch("b1", latitude=11.0, longitude=106.0), branch("b2")]
    )
    assert known_distance(asked, asked.members[0], asked.branches[0]) == 111_195
    assert known_distance(asked, asked.members[0], asked.branches[1]) is None


def test_a_distance_table_hides_the_coordinates() -> None:
    asked = instance(
        [member("m1", latitude=10.0, longitude=106.0)],
        [branch("b1", latitude=11.0, longitude=106.0), branch("b2")],
        distances={"m1": {"b2": 5}},
    )
    assert [known_distance(asked, asked.members[0], place) for place in asked.branches] == [None, 5]


def test_a_missing_distance_is_no_candidate_if_the_policy_says_so() -> None:
    policy = Policy(limits=FREE, distance_missing="forbidden")
    asked = instance([member("m1")], [branch("b1"), branch("b2")], policy=policy, distances={"m1": {"b2": 5}})
    assert list(feasible_plans(asked)) == [{"m1": "b2"}]


def test_shortfall_replaces_the_minima() -> None:
    policy = Policy(is_shortfall_allowed=True)
    result = best(instance([member("m1")], [branch("b1", min=2), branch("b2")], policy=policy))
    assert result is not None
    assert result.levels[0].names == ("shortfall",)
    assert result.values[0] == 2


def test_in_a_weighted_level_distance_counts_against() -> None:
    policy = Policy(limits=FREE, order=ordered({"committee": 5, "distance": 2}), is_order_given=True)
    asked = instance(
        [member("m1", committee_eligible=True)],
        [branch("b1", committee_vacancies=1), branch("b2")],
        policy=policy,
        distances={"m1": {"b1": 3, "b2": 1}},
    )
    result = best(asked)
    assert result is not None
    assert (result.levels[0].sense, result.values[0], result.plans) == ("max", -1, ({"m1": "b1"},))


def test_levels_without_data_are_skipped_only_in_the_default_order() -> None:
    members, branches = [member("m1")], [branch("b1")]
    default = best(instance(members, branches))
    assert default is not None
    assert [level.names for level in default.levels] == [("balance",), ("draw",)]
    assert value_of("posts", members, branches) == 0


def test_a_pinned_member_is_interchangeable_with_nobody() -> None:
    members = [member("m1"), member("m2"), member("m3", pinned_branch_id="b1")]
    asked = instance(members, [branch("b1"), branch("b2")], policy=Policy(limits=FREE))
    plan = {"m1": "b1", "m2": "b2", "m3": "b1"}
    assert interchangeable(asked, plan) == {"m1": ("m2",), "m2": ("m1",), "m3": ()}


def test_tasks_go_to_as_many_members_as_possible() -> None:
    members = [member("m1", fields=("a", "b")), member("m2", fields=("b",)), member("m3", fields=("b",), exempt=True)]
    place = branch("b1", needs=("a", "b", "c"))
    asked = instance(members, [place])
    score = best_task_score(asked, {"m1": "b1", "m2": "b1", "m3": "b1"}, place)
    assert score == (-2, 1, lot(0, "m1", "b1") + lot(0, "m2", "b1"))
