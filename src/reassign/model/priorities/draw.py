"""The draw as the last level."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.draw import draw
from reassign.model.priorities.terms import SumOverBranches, Terms


class Draw(SumOverBranches):
    """Sum of the lots of all placements."""

    name = Priority.DRAW

    def has_data(self, instance: Instance) -> bool:
        """Whether there is anybody to draw for."""
        return bool(instance.members)

    def terms(self, component: Component) -> Terms:
        """The lot of each pair."""
        seed, table = component.instance.seed, component.instance.lots
        members = [member.id for member in component.members]
        branches = [branch.id for branch in component.branches]
        pairs = zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True)
        lots = (draw(seed, members[member], branches[branch], table) for member, branch in pairs)
        return Terms(np.fromiter(lots, np.int64, component.pairs))

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Add up the lots of the placements."""
        place = component.branches[branch].id
        seed, table = component.instance.seed, component.instance.lots
        return sum(draw(seed, component.members[member].id, place, table) for member in members)
