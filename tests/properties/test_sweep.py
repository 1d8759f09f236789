"""Every point of a sweep is the plan that enumeration finds with that value, or there is none."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from reassign.check.question import settle
from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible
from reassign.insight.knob import find_knob
from reassign.insight.sweep import sweep_point
from reassign.model.instance import make_instance
from reassign.workflows.steps.solving import make_plan
from tests.builders import rosters
from tests.properties.instances import EVERY_FEATURE, Feature, instances
from tests.properties.oracle import best

PLAIN = EVERY_FEATURE - {Feature.REPLAN}


@given(instances(most_members=4, features=PLAIN))
def test_every_maximum_has_the_plan_of_enumeration(asked: Instance) -> None:
    read = rosters(
        asked.members,
        asked.branches,
        pins=asked.pins,
        forbids=sorted(asked.exclusions),
        distances=asked.distances,
    )
    policy = replace(asked.policy, protect=None, max_moves=None)
    knob = find_knob("limits.max", policy, read)
    now = settle(read, policy, asked.seed)
    for value in (0, 1, 2, None):
        instance = make_instance(read, knob.turned(value), asked.seed)
        answer, expected = make_plan(instance), best(instance)
        point = sweep_point(knob, value, answer, now, None)
        assert point.is_feasible is (expected is not None)
        assert point.is_current is (value == policy.limits.max)
        if expected is None:
            assert isinstance(answer, Infeasible)
            assert point.conflicts
        else:
            assert tuple(level.value for level in point.levels) == expected.values
            assert point.status == "optimal"
