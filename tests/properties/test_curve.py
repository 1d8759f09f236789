"""The price curve against enumeration."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import event, given
from hypothesis import strategies as st

from reassign.domain.curve import Curve
from reassign.domain.instance import Instance
from reassign.domain.plan import Proof
from reassign.domain.policy import Level, Priority
from reassign.domain.progress import NoProgress
from reassign.insight.curve import price_curve
from reassign.solve.clock import Clock
from reassign.solve.solve import Unsolvable
from tests.properties.instances import EVERY_FEATURE, Feature, instances
from tests.properties.oracle import feasible_plans, has_moved, level_values, levels_of


@st.composite
def moving(draw: st.DrawFn) -> Instance:
    """A question in which most members have somewhere to stay: a branch, or an old one with successors."""
    asked = draw(instances(most_members=5, features=EVERY_FEATURE - {Feature.REPLAN}))
    ids = [branch.id for branch in asked.branches]
    successors = {"cũ": frozenset(draw(st.lists(st.sampled_from(ids), max_size=2)))}
    incumbents = {
        member.id: old
        for member in asked.members
        if (old := draw(st.sampled_from([*ids, *ids, "cũ", None]))) is not None
    }
    return replace(asked, incumbents=incumbents, successors=successors)


def without_continuity(instance: Instance) -> Instance:
    """The question with free moves and the levels of the curve."""
    order = (
        Level(tuple(term for term in level.terms if term[0] is not Priority.CONTINUITY), level.is_weighted)
        for level in instance.policy.order
    )
    policy = replace(instance.policy, order=tuple(level for level in order if level.terms), max_moves=None)
    return replace(instance, policy=policy)


def enumerated(instance: Instance) -> list[tuple[int, tuple[int, ...]]]:
    """Moves and level vector, larger always better, of every plan with free moves."""
    free = without_continuity(instance)
    signs = [1 if level.sense == "max" else -1 for level in levels_of(free)]
    return [
        (
            sum(has_moved(free, member, plan) for member in free.members),
            tuple(sign * value for sign, value in zip(signs, level_values(free, plan), strict=True)),
        )
        for plan in feasible_plans(free)
    ]


def goodness(curve: Curve) -> list[tuple[int, tuple[int, ...]]]:
    """The points in the same form."""
    return [
        (point.moves, tuple(level.value if level.sense == "max" else -level.value for level in point.levels))
        for point in curve.points
    ]


@given(moving())
def test_every_point_is_the_best_that_so_many_moves_allow(instance: Instance) -> None:
    plans = enumerated(instance)
    curve = price_curve(instance, Clock(), NoProgress())
    if not plans:
        assert isinstance(curve, Unsolvable)
        return
    best = max(vector for _, vector in plans)
    fewest = min(moves for moves, _ in plans)
    last = min(moves for moves, vector in plans if vector == best)
    event(f"{last - fewest + 1} points")
    assert isinstance(curve, Curve)
    assert goodness(curve) == [
        (allowed, max(vector for moves, vector in plans if moves <= allowed)) for allowed in range(fewest, last + 1)
    ]


@given(moving())
def test_no_point_is_worse_than_the_one_before_and_each_is_proved(instance: Instance) -> None:
    curve = price_curve(instance, Clock(), NoProgress())
    if isinstance(curve, Curve):
        vectors = [vector for _, vector in goodness(curve)]
        assert vectors == sorted(vectors)
        assert {point.proof for point in curve.points} == {Proof.CERTIFICATE}


@given(moving())
def test_without_time_every_point_still_stands_for_a_plan(instance: Instance) -> None:
    curve = price_curve(instance, Clock(deadline=0.0), NoProgress())
    if isinstance(curve, Curve):
        plans = enumerated(instance)
        for moves, vector in goodness(curve):
            assert any(needed <= moves and found == vector for needed, found in plans)
        vectors = [vector for _, vector in goodness(curve)]
        assert vectors == sorted(vectors)
