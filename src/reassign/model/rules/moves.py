"""Hard rule 5: how many may move, and who may not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reassign.model.component import Component
from reassign.model.filters import is_matching
from reassign.model.instance import is_move
from reassign.model.rows import Row, RuleId, count_row


def _moving(component: Component) -> NDArray[np.intp]:
    """Columns that are moves."""
    members, branches = component.members, component.branches
    pairs = zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True)
    is_moving = [is_move(component.instance, members[member].id, branches[branch].id) for member, branch in pairs]
    return np.flatnonzero(is_moving)


class MaxMoves:
    """At most ``max_moves`` members move (hard rule 5)."""

    rules = frozenset({RuleId.MAX_MOVES})

    def rows(self, component: Component) -> Iterator[Row]:
        """One row over all moves, if the policy has a limit."""
        limit = component.instance.policy.max_moves
        if limit is not None:
            yield count_row(RuleId.MAX_MOVES, (), _moving(component), 0, limit)


class Protect:
    """Protected members do not move (hard rule 5)."""

    rules = frozenset({RuleId.PROTECT})

    def rows(self, component: Component) -> Iterator[Row]:
        """One row per protected member that could move."""
        wanted = component.instance.policy.protect
        if wanted is None:
            return
        moving = _moving(component)
        for index, member in enumerate(component.members):
            columns = moving[component.pair_member[moving] == index]
            if len(columns) and is_matching(member, wanted):
                yield count_row(RuleId.PROTECT, (member.id,), columns, 0, 0)
