"""What can be decided apart is split; what a rule couples stays together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pytest

from reassign.domain.instance import Instance
from reassign.domain.policy import Policy
from reassign.domain.roster import Member
from reassign.model.component import split
from reassign.model.distance import MISSING
from tests.builders import branch, instance, member, ordered
from tests.unit.model.linear import only, pairs_of

BRANCHES = (branch("b1", "P1"), branch("b2", "P2"))


def parts(asked: Instance) -> list[tuple[list[str], list[str]]]:
    """Members and branches of each component."""
    return [
        ([person.id for person in component.members], [place.id for place in component.branches])
        for component in split(asked)
    ]


APART = [(["m1"], ["b1"]), (["m2"], ["b2"])]
COUPLED = [(["m1", "m2"], ["b1", "b2"])]


@pytest.mark.parametrize(
    ("first", "second", "policy", "expected"),
    [
        pytest.param(member("m1", "P1"), member("m2", "P2"), Policy(), APART, id="units fall apart"),
        pytest.param(
            member("m1", "P1"), member("m2", "P2"), Policy(scope="any"), COUPLED, id="any branch couples everybody"
        ),
        pytest.param(
            member("m1", "P1", together=("x",)), member("m2", "P2", together=("x",)), Policy(), COUPLED, id="together"
        ),
        pytest.param(member("m1", "P1", apart=("x",)), member("m2", "P2", apart=("x",)), Policy(), COUPLED, id="apart"),
        pytest.param(
            member("m1", "P1", together=("x",)),
            member("m2", "P2", apart=("x",)),
            Policy(),
            APART,
            id="one word as two kinds of label",
        ),
        pytest.param(
            member("m1", "P1", current_branch_id="b1"),
            member("m2", "P2", current_branch_id="b2"),
            Policy(max_moves=1),
            COUPLED,
            id="a limit on moves",
        ),
        pytest.param(
            member("m1", "P1", current_branch_id="b1"),
            member("m2", "P2"),
            Policy(max_moves=1),
            APART,
            id="a joiner is outside the limit on moves",
        ),
    ],
)
def test_what_couples(
    first: Member, second: Member, policy: Policy, expected: list[tuple[list[str], list[str]]]
) -> None:
    assert parts(instance([first, second], BRANCHES, policy=policy)) == expected


def test_a_pin_couples_across_units_and_is_the_only_candidate() -> None:
    asked = instance([member("m1", "P1"), member("m2", "P2")], BRANCHES, pins={"m1": "b2"})
    assert parts(asked) == [(["m1", "m2"], ["b2"]), ([], ["b1"])]
    assert pairs_of(split(asked)[0]) == [("m1", "b2"), ("m2", "b2")]


def test_exclusions_take_candidates_away_and_can_split() -> None:
    asked = instance(
        [member("m1", excluded_branch_ids=("b2",)), member("m2")],
        [branch("b1"), branch("b2")],
        forbids=[("m2", "b1")],
    )
    assert parts(asked) == APART


def test_a_pin_wins_over_an_exclusion() -> None:
    asked = instance([member("m1", excluded_branch_ids=("b1",))], [branch("b1")], pins={"m1": "b1"})
    assert pairs_of(only(asked)) == [("m1", "b1")]


TABLE: Mapping[str, Mapping[str, int]] = {"m1": {"b1": 5}, "m2": {}}


def test_a_missing_distance_is_no_candidate_where_the_policy_forbids_it() -> None:
    people = [member("m1"), member("m2")]
    places = [branch("b1"), branch("b2")]
    asked = instance(people, places, policy=Policy(distance_missing="forbidden"), distances=TABLE, pins={"m2": "b1"})
    component = split(asked)[0]
    assert pairs_of(component) == [("m1", "b1"), ("m2", "b1")]
    assert component.distance.tolist() == [5, MISSING]


@pytest.mark.parametrize(
    "scope", [pytest.param("unit", id="elsewhere-in-the-scope"), pytest.param("any", id="within-the-scope")]
)
def test_a_pair_that_is_given_besides_needs_no_distance(scope: Literal["unit", "any"]) -> None:
    asked = instance(
        members=[member("m1")],
        branches=[branch("b1"), branch("b2", "P2")],
        distances={},
        policy=Policy(scope=scope, distance_missing="forbidden"),
    )
    assert [pairs_of(part) for part in split(asked, [("m1", "b2")]) if part.pairs] == [[("m1", "b2")]]


def test_a_missing_distance_is_a_candidate_where_it_counts_zero() -> None:
    asked = instance(
        [member("m1")],
        [branch("b1"), branch("b2")],
        policy=Policy(order=ordered("distance")),
        distances=TABLE,
    )
    component = only(asked)
    assert pairs_of(component) == [("m1", "b1"), ("m1", "b2")]
    assert component.distance.tolist() == [5, MISSING]


def test_a_member_without_candidates_is_a_component_of_its_own() -> None:
    assert parts(instance([member("m1", "P9")], [branch("b1")])) == [(["m1"], []), ([], ["b1"])]


def test_columns_by_member_and_by_branch() -> None:
    component = only(instance([member("m1"), member("m2", excluded_branch_ids=("b2",))], [branch("b1"), branch("b2")]))
    assert [(person.id, columns.tolist()) for person, columns in component.by_member()] == [("m1", [0, 1]), ("m2", [2])]
    assert [(place.id, columns.tolist()) for place, columns in component.by_branch()] == [("b1", [0, 2]), ("b2", [1])]
