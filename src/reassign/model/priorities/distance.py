"""Ways as short as possible."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.distance import MISSING, pair_distance
from reassign.model.priorities.terms import SumOverBranches, Terms


def _known(component: Component) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Distance of each pair, missing ones as 0, shape (pairs,)."""
    return np.where(component.distance == MISSING, 0, component.distance)


class Distance(SumOverBranches):
    """Sum of the distances of all placements [m, or the unit of the table]."""

    name = Priority.DISTANCE

    def has_data(self, instance: Instance) -> bool:
        """Whether there is a table, or coordinates on both sides."""
        if instance.distances is not None:
            return True
        return all(
            any(place.latitude is not None and place.longitude is not None for place in places)
            for places in (instance.members, instance.branches)
        )

    def terms(self, component: Component) -> Terms:
        """The distance of each pair."""
        return Terms(_known(component))

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Add up the distances of the placements."""
        place = component.branches[branch]
        found = (pair_distance(component.instance, component.members[member], place) for member in members)
        return sum(metres for metres in found if metres is not None)
