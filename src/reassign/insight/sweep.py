"""What one value of a swept figure comes to."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.check.levels import level_value, receive
from reassign.check.question import Question
from reassign.domain.plan import Infeasible, Plan
from reassign.domain.policy import single_level
from reassign.domain.sweep import SweepPoint
from reassign.insight.knob import Knob


def sweep_point(
    knob: Knob, value: int | None, answer: Plan | Infeasible, question: Question, before: Mapping[str, str] | None
) -> SweepPoint:
    """Describe the best plan with a value, or why there is none.

    Args:
        knob: The figure.
        value: Its value here.
        answer: The plan with this value, or the conflicts.
        question: What rosters and policy ask with the value that the policy has; weights are counted by it.
        before: Branch by member id in the plan of an earlier value; None without one.
    """
    is_current = value == knob.current
    if isinstance(answer, Infeasible):
        return SweepPoint(value, is_current, conflicts=answer.conflicts)
    loads = [load.received for load in answer.branches]
    return SweepPoint(
        value=value,
        is_current=is_current,
        levels=answer.levels,
        moved=answer.moved,
        changed=None
        if before is None
        else sum(before[placement.member] != placement.branch for placement in answer.placements),
        uncovered=answer.uncovered,
        lowest=min(loads, default=0),
        highest=max(loads, default=0),
        measures=_measures(knob, answer, question),
    )


def placements_of(plan: Plan) -> dict[str, str]:
    """Branch id by member id."""
    return {placement.member: placement.branch for placement in plan.placements}


def _measures(knob: Knob, plan: Plan, question: Question) -> dict[str, int]:
    received = receive(question, placements_of(plan))
    measures = {
        name.value: level_value(question, single_level(name), received, question.branches) for name in knob.measured
    }
    if knob.field_name:
        needing = [branch.id for branch in question.branches.values() if knob.field_name in branch.needs]
        lacking = {load.branch for load in plan.branches if knob.field_name in load.uncovered}
        measures[f"field:{knob.field_name}"] = sum(branch not in lacking for branch in needing)
    return measures
