"""The checker finds nothing wrong with the planner's plans, and agrees with enumeration about any other placement."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from reassign.check.check_plan import check_plan
from reassign.check.levels import level_value, receive
from reassign.check.placements import check_rules
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import settle
from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.workflows.steps.solving import make_plan
from tests.properties.instances import instances
from tests.properties.oracle import candidates, is_feasible, level_values, levels_of
from tests.properties.planner import rosters_of


@given(instances())
def test_plans_are_accepted_with_every_level_checked(asked: Instance) -> None:
    plan = make_plan(asked)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)
    result = check_plan(rosters_of(asked, asked.members, asked.branches), asked.policy, plan, asked.seed)
    assert result.violations == ()
    assert [(level.names, level.value) for level in result.levels] == [
        (level.names, level.value) for level in plan.levels
    ]


@given(instances(), st.data())
def test_rules_and_values_of_any_placement_agree_with_enumeration(asked: Instance, data: st.DataObject) -> None:
    ids = [branch.id for branch in asked.branches]
    chosen = {member.id: data.draw(st.sampled_from(ids)) for member in asked.members}
    question = settle(rosters_of(asked, asked.members, asked.branches), asked.policy, asked.seed)
    received = receive(question, chosen)
    is_allowed = is_feasible(asked, chosen) and all(
        chosen[member.id] in candidates(asked, member) for member in asked.members
    )
    assert (not list(check_rules(question, chosen, received))) == is_allowed
    levels = reported_levels(question)
    assert levels == levels_of(asked)
    assert tuple(level_value(question, level, received, question.branches) for level in levels) == level_values(
        asked, chosen
    )
