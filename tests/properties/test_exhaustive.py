"""Every instance up to 4 members × 3 branches with distances 0, 1 or 2: a sample always, all of them on demand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.domain.policy import Limits, Policy
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance, member, ordered
from tests.properties.oracle import best
from tests.properties.planner import placements_of, values_of

COSTS = 3
"""Distances are 0, 1 and 2."""

SHAPES = tuple(itertools.product(range(1, 5), range(1, 4), (Limits(1, 7), Limits(0, 2))))
"""Members, branches, limits."""

STRIDE = 2003
"""Step of the sample; prime, so that it meets every distance of every pair."""


def family(stride: int = 1) -> Iterator[Instance]:
    """Every ``stride``-th instance; the distances of a shape are the digits of its running number."""
    skipped = 0
    for count, places, limits in SHAPES:
        total = COSTS ** (count * places)
        for number in range(skipped, total, stride):
            yield numbered(count, places, limits, number)
        skipped = (skipped - total) % stride


def numbered(count: int, places: int, limits: Limits, number: int) -> Instance:
    """The instance with these distances."""
    members = [member(f"m{index}") for index in range(count)]
    branches = [branch(f"b{index}") for index in range(places)]
    table: dict[str, dict[str, int]] = {}
    for person in members:
        for place in branches:
            number, cost = divmod(number, COSTS)
            table.setdefault(person.id, {})[place.id] = cost
    policy = Policy(limits=limits, order=ordered("distance"), is_order_given=True)
    return instance(members, branches, policy=policy, distances=table)


def agree(asked: Instance) -> bool:
    """Whether the planner answers like enumeration."""
    expected, answer = best(asked), make_plan(asked)
    if expected is None or not isinstance(answer, Plan):
        return expected is None and not isinstance(answer, Plan)
    return values_of(answer) == expected.values and placements_of(answer) in expected.plans


def test_a_sample_of_all_small_instances_equals_enumeration() -> None:
    wrong = [asked.distances for asked in family(STRIDE) if not agree(asked)]
    assert wrong == []


def test_all_of_the_smallest_instances_equal_enumeration() -> None:
    smallest = itertools.takewhile(lambda asked: len(asked.members) < 2, family())
    wrong = [asked.distances for asked in smallest if not agree(asked)]
    assert wrong == []


@pytest.mark.exhaustive
def test_all_small_instances_equal_enumeration() -> None:
    wrong = list(itertools.islice((asked.distances for asked in family() if not agree(asked)), 10))
    assert wrong == []
