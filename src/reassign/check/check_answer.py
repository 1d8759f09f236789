"""The part of the check that every plan passes before anybody sees it."""

from __future__ import annotations

from reassign.check.levels import level_value, receive
from reassign.check.placements import check_rules, check_shape
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import settle
from reassign.check.result import Violation
from reassign.domain.plan import Plan
from reassign.domain.policy import Policy
from reassign.domain.roster import Rosters


def check_answer(rosters: Rosters, policy: Policy, plan: Plan, seed: int) -> tuple[Violation, ...]:
    """Shape, hard rules and the value of each level; certificates are left to ``check_plan``.

    Args:
        rosters: The rosters the plan was made from.
        policy: The policy it was made by.
        plan: The plan.
        seed: Seed of the draw.
    """
    question = settle(rosters, policy, seed)
    misshapen = tuple(check_shape(question.members, question.branches, plan))
    if misshapen:
        return misshapen
    chosen = {placement.member: placement.branch for placement in plan.placements}
    received = receive(question, chosen)
    violations = list(check_rules(question, chosen, received))
    for told, level in zip(plan.levels, reported_levels(question), strict=True):
        found = level_value(question, level, received, question.branches)
        if told.value != found:
            told_and_found: dict[str, str | int] = {"level": "+".join(told.names), "told": told.value, "found": found}
            violations.append(Violation("level_value", parameters=told_and_found))
    return tuple(violations)
