"""Every repair makes a plan possible, no smaller change does, and the least change is never missed: by enumeration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reassign.domain.instance import Instance
from reassign.domain.plan import RepairChange
from reassign.domain.policy import Priority, single_level
from reassign.domain.progress import NoProgress
from reassign.insight.repair import MOST, repairs_of
from reassign.model.component import split
from reassign.solve.clock import Clock
from reassign.solve.solve import Unsolvable, solve
from tests.properties.instances import instances
from tests.properties.oracle import feasible_plans

KINDS = ("min", "max", "pin", "forbid", "quota")
SOME = settings(deadline=None, derandomize=True, max_examples=120, suppress_health_check=[HealthCheck.filter_too_much])
Key: TypeAlias = tuple[str, str, str, int, str]


def knobs(asked: Instance, kinds: frozenset[str]) -> Iterator[tuple[Key, int]]:
    """What may be changed, and by how much at most, read from the question alone."""
    count = len(asked.members)
    for place in asked.branches:
        if "min" in kinds:
            yield ("min", place.id, "", -1, ""), asked.minimum[place.id]
        most = asked.maximum[place.id]
        if "max" in kinds and most is not None:
            yield ("max", place.id, "", -1, ""), max(0, count - most)
    if "pin" in kinds:
        yield from ((("pin", place, person, -1, ""), 1) for person, place in sorted(asked.pins.items()))
    if "forbid" in kinds:
        yield from ((("forbid", place, person, -1, ""), 1) for person, place in sorted(asked.exclusions))
    if "quota" in kinds:
        for index, quota in enumerate(asked.policy.quotas):
            for place in asked.branches:
                if (
                    quota.branches == "all"
                    or (quota.branches == "special" and place.special)
                    or place.id in quota.branches
                ):
                    yield ("quota", place.id, "", index, "min"), quota.min or 0
                    yield ("quota", place.id, "", index, "max"), 0 if quota.max is None else max(0, count - quota.max)


def changed(asked: Instance, amounts: Mapping[Key, int]) -> Instance:
    """The question after changes, quotas split branch by branch."""
    minimum, maximum, pins, exclusions = (
        dict(asked.minimum),
        dict(asked.maximum),
        dict(asked.pins),
        set(asked.exclusions),
    )
    for (what, place, person, _, _), amount in amounts.items():
        most = maximum.get(place)
        if what == "min":
            minimum[place] -= amount
        elif what == "max" and most is not None:
            maximum[place] = most + amount
        elif what == "pin" and amount:
            del pins[person]
        elif what == "forbid" and amount:
            exclusions.discard((person, place))
    quotas = tuple(
        replace(
            quota,
            branches=(place.id,),
            min=None if quota.min is None else quota.min - amounts.get(("quota", place.id, "", index, "min"), 0),
            max=None if quota.max is None else quota.max + amounts.get(("quota", place.id, "", index, "max"), 0),
        )
        for index, quota in enumerate(asked.policy.quotas)
        for place in asked.branches
        if quota.branches == "all" or (quota.branches == "special" and place.special) or place.id in quota.branches
    )
    policy = replace(asked.policy, quotas=quotas)
    return replace(asked, minimum=minimum, maximum=maximum, pins=pins, exclusions=frozenset(exclusions), policy=policy)


def spread(caps: list[tuple[Key, int]], total: int) -> Iterator[dict[Key, int]]:
    """Every way to spend a total on the knobs."""
    if not caps:
        if total == 0:
            yield {}
        return
    (key, cap), rest = caps[0], caps[1:]
    for amount in range(min(cap, total) + 1):
        for others in spread(rest, total - amount):
            yield {key: amount, **others} if amount else others


def smallest(asked: Instance, kinds: frozenset[str], limit: int) -> list[dict[Key, int]]:
    """All changes of the least total that make a plan possible; empty if none up to the limit does."""
    caps = [(key, cap) for key, cap in knobs(asked, kinds) if cap > 0]
    for total in range(1, limit + 1):
        found = [
            amounts
            for amounts in spread(caps, total)
            if next(feasible_plans(changed(asked, amounts)), None) is not None
        ]
        if found:
            return found
    return []


def amounts_of(changes: tuple[RepairChange, ...]) -> dict[Key, int]:
    return {
        (
            change.what,
            change.branch,
            change.member,
            -1 if change.quota is None else change.quota,
            change.bound or "",
        ): change.amount
        for change in changes
    }


def told(asked: Instance) -> tuple[dict[Key, int], ...]:
    """The repairs of a question without a plan."""
    solution = solve(split(asked), (single_level(Priority.DRAW),), NoProgress(), Clock(None))
    assert isinstance(solution, Unsolvable)
    return tuple(amounts_of(repair.changes) for repair in repairs_of(asked, solution.components, Clock(None)))


@SOME
@given(instances(most_members=3), st.sets(st.sampled_from(KINDS), min_size=1))
def test_the_repairs_are_the_smallest_that_enumeration_finds(asked: Instance, kinds: set[str]) -> None:
    asked = replace(asked, policy=replace(asked.policy, is_shortfall_allowed=False, repair_flex=tuple(sorted(kinds))))
    assume(next(feasible_plans(asked), None) is None)
    expected = smallest(asked, frozenset(kinds), 4)
    found = told(asked)
    if expected:
        assert found
        assert all(repair in expected for repair in found)
        assert len(found) == min(MOST, len(expected))
        assert len({tuple(sorted(repair.items())) for repair in found}) == len(found)
    else:
        assert all(sum(repair.values()) > 4 for repair in found)
