"""Why a component has no plan: counts that anybody can check, else rules of which each one is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reassign.domain.plan import Conflict
from reassign.domain.vietnamese import sort_key
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


def all_conflicts(components: Sequence[Component]) -> tuple[Conflict, ...]:
    """The conflicts of all components that have no placement, by unit; branches that nobody can reach are told at once.

    Args:
        components: The components without a placement.
    """
    deserted: dict[str, list[Conflict]] = {}
    found: list[Conflict] = []
    for conflict in (conflict for component in components for conflict in conflicts_of(component)):
        if conflict.kind == "too_few_members" and not conflict.members and conflict.unit:
            deserted.setdefault(conflict.unit, []).append(conflict)
        else:
            found.append(conflict)
    for conflicts in deserted.values():
        branches = tuple(sorted(branch for conflict in conflicts for branch in conflict.branches))
        found.append(replace(conflicts[0], branches=branches, need=sum(conflict.need for conflict in conflicts)))
    return tuple(sorted(found, key=lambda one: (sort_key(one.unit), one.kind == "rules", one.branches, one.members)))


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
