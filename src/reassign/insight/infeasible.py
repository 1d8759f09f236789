"""Why a component has no plan: counts that anybody can check, else rules of which each one is needed."""

from __future__ import annotations

from reassign.domain.plan import Conflict
from reassign.insight.counting import counted_conflicts
from reassign.insight.irreducible import rule_conflicts
from reassign.model.component import Component


def conflicts_of(component: Component) -> tuple[Conflict, ...]:
    """Every independent conflict of a component that no placement satisfies.

    First what can be counted; then, where quotas, groups, limits of moves or crossed limits are about, sets of rules
    that contradict each other for another reason.
    """
    counted = counted_conflicts(component)
    if counted and not _has_other_rules(component):
        return counted
    return (*counted, *rule_conflicts(component, counted))


def _has_other_rules(component: Component) -> bool:
    instance = component.instance
    policy = instance.policy
    is_crossed = not policy.is_shortfall_allowed and any(
        (most := instance.maximum[branch.id]) is not None and instance.minimum[branch.id] > most
        for branch in component.branches
    )
    return (
        is_crossed
        or bool(policy.quotas)
        or policy.max_moves is not None
        or policy.protect is not None
        or any(member.together or member.apart for member in component.members)
    )
