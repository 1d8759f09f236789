"""Lots that lead to a plan again without telling whose they are."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.model.draw import draw


def lots_of(plan: Plan, instance: Instance) -> Mapping[str, Mapping[str, int]]:
    """A table of lots by member id and branch id under which the same plan is drawn, and its tasks too.

    The lots themselves would confirm a guess at a member id, since anybody can draw them again. In their place
    stands where a member's lot ranks in the branch: 0, 1, … A pair that the plan does not choose has no entry and
    thereby the greatest lot, so every other plan that is as good above the draw has a larger sum. The tasks of a
    branch depend on nothing but the order of its lots: the counts of tasks by member form the bases of an integral
    polymatroid, on which the greedy choice is least (Edmonds, 1970).
    """
    received: dict[str, list[str]] = {}
    for placement in plan.placements:
        received.setdefault(placement.branch, []).append(placement.member)
    lots: dict[str, dict[str, int]] = {}
    for branch, members in received.items():
        ordered = sorted(members, key=lambda one: (draw(instance.seed, one, branch, instance.lots), one))
        lots.update({member: {branch: rank} for rank, member in enumerate(ordered)})
    return lots
