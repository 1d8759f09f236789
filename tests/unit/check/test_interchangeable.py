"""Who could swap places at no loss above the draw: judged pair by pair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from reassign.check.interchange import check_interchangeable
from reassign.check.levels import receive
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import settle
from reassign.domain.plan import Placement, Plan
from reassign.domain.policy import Limits, MemberFilter, Policy, Quota
from reassign.domain.roster import Branch, Member
from tests.builders import branch, member, ordered, rosters

TWO = (branch("b1"), branch("b2"))


def partners(
    people: Mapping[str, tuple[Member, str]], places: tuple[Branch, ...] = TWO, **policy: Any
) -> dict[str, list[str]]:
    """Found by asking the checker about every possible claim: whom each member may name."""
    settled = Policy(**{"limits": Limits(0, None), "is_order_given": True, "order": ordered("needs"), **policy})
    question = settle(rosters([person for person, _ in people.values()], places), settled, 0)
    chosen = {name: place for name, (_, place) in people.items()}
    received = receive(question, chosen)
    levels = reported_levels(question)

    def is_right(name: str, others: tuple[str, ...]) -> bool:
        placements = tuple(Placement(name, chosen[name], interchangeable_with=others) for name in [name])
        plan = Plan("optimal", (), placements, ())
        return not list(check_interchangeable(question, plan, levels, chosen, received))

    found: dict[str, list[str]] = {}
    for name in chosen:
        others = sorted(set(chosen) - {name})
        subsets = [
            tuple(each for bit, each in enumerate(others) if mask >> bit & 1) for mask in range(2 ** len(others))
        ]
        right = [subset for subset in subsets if is_right(name, subset)]
        assert len(right) == 1
        found[name] = list(right[0])
    return found


def placed(*people: tuple[Member, str]) -> dict[str, tuple[Member, str]]:
    return {person.id: (person, place) for person, place in people}


def test_equals_in_different_branches_may_swap_and_those_of_one_branch_have_nothing_to_swap() -> None:
    people = placed((member("m1"), "b1"), (member("m2"), "b2"), (member("m3"), "b2"))
    assert partners(people) == {"m1": ["m2", "m3"], "m2": ["m1"], "m3": ["m1"]}


@pytest.mark.parametrize(
    ("one", "policy"),
    [
        pytest.param(member("m1", excluded_branch_ids=("b2",)), {}, id="a place that is ruled out"),
        pytest.param(member("m1", pinned_branch_id="b1"), {}, id="a pin"),
        pytest.param(
            member("m1", residence_unit="P1", residence_area="b1"), {"order": ordered("residence")}, id="a home"
        ),
        pytest.param(
            member("m1", current_branch_id="b1", key_cadre=True),
            {"protect": MemberFilter((("key_cadre", True),))},
            id="protection",
        ),
        pytest.param(member("m1", current_branch_id="b1"), {"max_moves": 0}, id="the number of moves"),
        pytest.param(
            member("m1", key_cadre=True),
            {"quotas": (Quota(MemberFilter((("key_cadre", True),)), ("b1",), min=1),)},
            id="a quota",
        ),
    ],
)
def test_a_swap_that_costs_something_or_breaks_a_rule_is_none(one: Member, policy: dict[str, Any]) -> None:
    for people in (placed((one, "b1"), (member("m2"), "b2")), placed((member("m0"), "b2"), (one, "b1"))):
        assert set(map(tuple, partners(people, **policy).values())) == {()}


@pytest.mark.parametrize(
    ("order", "is_free"),
    [
        pytest.param(("distance",), False, id="a longer way"),
        pytest.param(("balance",), True, id="nobody asks for ways"),
        pytest.param(({"distance": 0, "needs": 1},), True, id="ways have no weight"),
        pytest.param(({"distance": 1, "balance": 1},), False, id="ways beside balance"),
    ],
)
def test_only_what_the_policy_asks_for_costs_something(order: tuple[Any, ...], is_free: bool) -> None:
    people = placed(
        (member("m1", latitude=0.0, longitude=0.0), "b1"), (member("m2", latitude=0.0, longitude=1.0), "b2")
    )
    places = (branch("b1", latitude=0.0, longitude=0.0), branch("b2", latitude=0.0, longitude=1.0))
    assert (partners(people, places, order=ordered(*order))["m1"] == ["m2"]) is is_free


def test_a_swap_that_gains_is_free_as_well() -> None:
    # Both live where the other is placed.
    people = placed(
        (member("m1", residence_unit="P1", residence_area="b2"), "b1"),
        (member("m2", residence_unit="P1", residence_area="b1"), "b2"),
    )
    assert partners(people, order=ordered("residence"))["m1"] == ["m2"]


def test_what_is_lost_in_one_branch_may_be_won_in_the_other() -> None:
    places = (branch("b1", needs=("a",)), branch("b2", needs=("a",)))
    one, other = (member("m1", fields=("a",)), "b1"), (member("m2"), "b2")
    assert partners(placed(one, other), places) == {"m1": ["m2"], "m2": ["m1"]}
    alone = (branch("b1", needs=("a",)), branch("b2"))
    assert partners(placed(one, other), alone) == {"m1": [], "m2": []}


def test_groups_stay_together_and_apart() -> None:
    together = placed(
        (member("m1", together=("x",)), "b1"), (member("m2", together=("x",)), "b1"), (member("m3"), "b2")
    )
    assert partners(together) == {"m1": [], "m2": [], "m3": []}
    apart = placed((member("m1", apart=("x",)), "b1"), (member("m2", apart=("x",)), "b2"), (member("m3"), "b2"))
    assert partners(apart) == {"m1": ["m2"], "m2": ["m1"], "m3": []}


def test_three_branches_and_a_branch_without_members() -> None:
    people = placed((member("m1"), "b1"), (member("m2"), "b2"), (member("m3", excluded_branch_ids=("b1",)), "b3"))
    places = (branch("b0"), *TWO, branch("b3"))
    assert partners(people, places) == {"m1": ["m2"], "m2": ["m1", "m3"], "m3": ["m2"]}
