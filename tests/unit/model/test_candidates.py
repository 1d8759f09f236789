"""Who can go where."""

from __future__ import annotations

import pytest

from reassign.domain.instance import Instance
from reassign.domain.policy import Policy, Priority, single_level
from reassign.model.candidates import find_candidates
from tests.builders import branch, instance, member

PEOPLE = (member("m1"), member("m2"), member("m3", "P2"))
PLACES = (branch("b1"), branch("b2"), branch("b3", "P2"))
FAR = Policy(distance_missing="forbidden")


def named(asked: Instance, also: tuple[tuple[str, str], ...] = ()) -> list[str]:
    found = find_candidates(asked, also)
    pairs = zip(found.member.tolist(), found.branch.tolist(), strict=True)
    return [f"{asked.members[person].id}-{asked.branches[place].id}" for person, place in pairs]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(instance(PEOPLE, PLACES), "m1-b1 m1-b2 m2-b1 m2-b2 m3-b3", id="branches of the own unit"),
        pytest.param(
            instance(PEOPLE[1:], PLACES, policy=Policy(scope="any")),
            "m2-b1 m2-b2 m2-b3 m3-b1 m3-b2 m3-b3",
            id="all branches",
        ),
        pytest.param(instance(PEOPLE, PLACES, pins={"m1": "b3"}), "m1-b3 m2-b1 m2-b2 m3-b3", id="the pin alone"),
        pytest.param(
            instance(PEOPLE, PLACES, forbids=[("m1", "b2"), ("m3", "b1")]), "m1-b1 m2-b1 m2-b2 m3-b3", id="ruled out"
        ),
        pytest.param(
            instance(PEOPLE, PLACES, policy=FAR, distances={"m1": {"b2": 5}, "m3": {"b3": 0}}),
            "m1-b2 m3-b3",
            id="known distances",
        ),
        pytest.param(
            instance(PEOPLE, PLACES, policy=FAR, pins={"m2": "b1"}, distances={"m1": {"b2": 5}}),
            "m1-b2 m2-b1",
            id="a pin stands without a distance",
        ),
        pytest.param(instance((), PLACES), "", id="no members"),
        pytest.param(instance(PEOPLE, ()), "", id="no branches"),
    ],
)
def test_candidates_are_sorted_by_member_and_branch(asked: Instance, expected: str) -> None:
    assert named(asked) == expected.split()


@pytest.mark.parametrize("also", [("m1", "b2"), ("m1", "b3")])
def test_what_is_asked_for_besides_is_a_candidate_once_whatever_rules_it_out(also: tuple[str, str]) -> None:
    asked = instance(PEOPLE[:1], PLACES, policy=FAR, forbids=[("m1", "b2")], distances={"m1": {"b1": 1}})

    assert named(asked, (also, also)) == ["m1-b1", f"m1-{also[1]}"]


def test_a_pin_to_a_branch_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        find_candidates(instance(PEOPLE, PLACES, pins={"m1": "b9"}))


def test_distances_are_those_of_the_table_where_a_level_asks_for_them() -> None:
    nearest = Policy(order=(single_level(Priority.DISTANCE),))
    table = {"m1": {"b1": 7, "b2": 3}}

    assert find_candidates(instance(PEOPLE[:1], PLACES, policy=nearest, distances=table)).distance.tolist() == [7, 3]
