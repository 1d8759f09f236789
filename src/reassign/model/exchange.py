"""Which members could swap their branches at no loss above the draw."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.placed import Placed
from reassign.model.priorities.registry import PRIORITIES
from reassign.model.slack import Slack, slack_of

PAIRWISE = frozenset({Priority.IN_CHARGE, Priority.RESIDENCE, Priority.CONTINUITY, Priority.DISTANCE})
"""Priorities whose value is a sum over pairs; a swap changes them by four numbers."""

UNCHANGED = frozenset({Priority.BALANCE, Priority.SHORTFALL})
"""Priorities that only see how many members a branch receives; a swap leaves them as they are."""


def interchangeable(placed: Placed) -> Mapping[str, tuple[str, ...]]:
    """Ids of the members with whom each member could swap places: no level above the draw would be worse."""
    found: dict[str, list[str]] = {}
    for component in placed.components:
        for first, second in _swaps(placed, component):
            found.setdefault(first, []).append(second)
            found.setdefault(second, []).append(first)
    return {member: tuple(sorted(others)) for member, others in found.items()}


def _swaps(placed: Placed, component: Component) -> list[tuple[str, str]]:
    """Pairs of members of a component that are interchangeable."""
    members, branches = component.members, component.branches
    if len(members) < 2:
        return []
    branch_index = {branch.id: index for index, branch in enumerate(branches)}
    at = np.array([branch_index[placed.branch_of[member.id]] for member in members], dtype=np.intp)
    is_candidate = np.zeros((len(members), len(branches)), dtype=bool)
    is_candidate[component.pair_member, component.pair_branch] = True
    can_go = is_candidate[:, at]
    is_possible = np.triu(can_go & can_go.T & (at[:, None] != at[None, :]), 1)
    for level in placed.levels[:-1]:
        change = np.zeros((len(members), len(members)), dtype=np.int64)
        for name, factor in level.signed_terms:
            if name in PAIRWISE:
                change += factor * _pairwise_change(component, name, at)
        if all(name in PAIRWISE or name in UNCHANGED for name in level.names):
            is_possible &= (change if level.sense == "max" else -change) >= 0
    chosen = component.pair_branch == at[component.pair_member]
    column = np.zeros(is_candidate.shape, dtype=np.intp)
    column[component.pair_member, component.pair_branch] = np.arange(component.pairs)
    slack = slack_of(component, chosen)
    candidates = zip(*(indices.tolist() for indices in np.nonzero(is_possible)), strict=True)
    return [
        (members[first].id, members[second].id)
        for first, second in candidates
        if _is_allowed(slack, column, at, first, second) and _is_lossless(placed, component, at, first, second)
    ]


def _pairwise_change(component: Component, name: Priority, at: NDArray[np.intp]) -> NDArray[np.int64]:
    """Change of a pairwise priority if row and column members swap, shape (members, members)."""
    values = np.zeros((len(component.members), len(component.branches)), dtype=np.int64)
    values[component.pair_member, component.pair_branch] = PRIORITIES[name].terms(component).pair_values
    crossed = values[:, at]
    here = values[np.arange(len(at)), at]
    return crossed + crossed.T - here[:, None] - here[None, :]


def _is_allowed(slack: Slack, column: NDArray[np.intp], at: NDArray[np.intp], first: int, second: int) -> bool:
    """Whether a swap of two members breaks no row of any hard rule."""
    here, there = at[first], at[second]
    left = (int(column[first, here]), int(column[second, there]))
    return slack.allows(left, (int(column[first, there]), int(column[second, here])))


def _is_lossless(placed: Placed, component: Component, at: NDArray[np.intp], first: int, second: int) -> bool:
    """Whether a swap loses in no level, counted on the two branches alone."""
    here, there = int(at[first]), int(at[second])
    before = {index: np.flatnonzero(at == index).tolist() for index in (here, there)}
    after = {
        here: sorted([member for member in before[here] if member != first] + [second]),
        there: sorted([member for member in before[there] if member != second] + [first]),
    }
    for level in placed.levels[:-1]:
        gained = sum(
            factor
            * sum(
                PRIORITIES[name].branch_value(component, branch, after[branch])
                - PRIORITIES[name].branch_value(component, branch, before[branch])
                for branch in (here, there)
            )
            for name, factor in level.signed_terms
            if name not in UNCHANGED
        )
        if (gained if level.sense == "max" else -gained) < 0:
            return False
    return True
