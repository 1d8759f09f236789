"""Which changes the policy would have to allow for a repair to exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reassign.domain.instance import Instance
from reassign.insight.repair import repairs_of
from reassign.model.component import Component
from reassign.solve.clock import Clock

KINDS = ("min", "max", "quota", "forbid", "pin")
"""Every kind of change, those that touch no single person first."""


def helpful_kinds(instance: Instance, failed: Sequence[Component], clock: Clock) -> tuple[str, ...]:
    """Kinds of changes that a smallest repair makes if the policy allows all of them, without those it allows now.

    Args:
        instance: A question that nothing the policy allows can repair.
        failed: Its components that have no placement.
        clock: When to stop.

    Returns:
        The kinds, in the order of ``KINDS``; empty if no change of any kind is enough, or time was over.
    """
    allowed = instance.policy.repair_flex
    flexible = (*allowed, *(kind for kind in KINDS if kind not in allowed))
    if flexible == allowed:
        return ()
    wide = replace(instance, policy=replace(instance.policy, repair_flex=flexible))
    found = repairs_of(wide, failed, clock)
    used = {change.what for repair in found[:1] for change in repair.changes}
    return tuple(kind for kind in KINDS if kind in used and kind not in allowed)
