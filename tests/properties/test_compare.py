"""What members gain and lose adds up to what the levels gain and lose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from reassign.check.question import settle
from reassign.domain.instance import Instance
from reassign.domain.plan import Placement, Plan
from reassign.insight.compare import Subject, compare
from tests.builders import rosters
from tests.properties.instances import EVERY_FEATURE, Feature, instances
from tests.properties.oracle import VALUES, feasible_plans

PERSONAL = ("in_charge", "residence", "continuity")


def subject(asked: Instance, places: Mapping[str, str]) -> Subject:
    """A plan of the question without levels: they are measured."""
    read = rosters(
        asked.members,
        asked.branches,
        pins=asked.pins,
        forbids=sorted(asked.exclusions),
        lineage=[(old, new) for old, found in asked.successors.items() for new in sorted(found)],
        distances=asked.distances,
    )
    plan = Plan("optimal", (), tuple(Placement(member, branch) for member, branch in places.items()), ())
    return Subject("plan", plan, asked.policy, {}, asked.seed, (), {}, settle(read, asked.policy, asked.seed))


@given(instances(most_members=4, features=EVERY_FEATURE - {Feature.SHORTFALL}), st.data())
def test_effects_add_up_to_the_difference_of_the_plans(asked: Instance, data: st.DataObject) -> None:
    asked = replace(asked, policy=replace(asked.policy, max_moves=None, protect=None))
    plans = list(feasible_plans(asked))
    assume(plans)
    before, after = data.draw(st.sampled_from(plans)), data.draw(st.sampled_from(plans))
    comparison = compare([subject(asked, before), subject(asked, after)])
    assert {(change.member, change.before, change.after) for change in comparison.changes} == {
        (member, before[member], after[member]) for member in before if before[member] != after[member]
    }
    assert comparison.is_same is (before == after)
    named = {name for level in asked.policy.order for name in level.names}
    for priority in named:
        if priority.value in PERSONAL:
            told = sum(
                effect.after - effect.before
                for change in comparison.changes
                for effect in change.effects
                if effect.priority == priority
            )
            assert told == VALUES[priority](asked, after) - VALUES[priority](asked, before)
