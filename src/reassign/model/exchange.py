"""Which members could swap their branches at no loss above the draw."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.filters import is_concerned, is_matching
from reassign.model.instance import is_move
from reassign.model.placed import Placed
from reassign.model.priorities.registry import PRIORITIES

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
    candidates = zip(*(indices.tolist() for indices in np.nonzero(is_possible)), strict=True)
    return [
        (members[first].id, members[second].id)
        for first, second in candidates
        if _is_lossless(placed, component, at, first, second)
    ]


def _pairwise_change(component: Component, name: Priority, at: NDArray[np.intp]) -> NDArray[np.int64]:
    """Change of a pairwise priority if row and column members swap, shape (members, members)."""
    values = np.zeros((len(component.members), len(component.branches)), dtype=np.int64)
    values[component.pair_member, component.pair_branch] = PRIORITIES[name].terms(component).pair_values
    crossed = values[:, at]
    here = values[np.arange(len(at)), at]
    return crossed + crossed.T - here[:, None] - here[None, :]


def _is_lossless(placed: Placed, component: Component, at: NDArray[np.intp], first: int, second: int) -> bool:
    """Whether a swap breaks no rule and loses in no level, counted on the two branches alone."""
    here, there = int(at[first]), int(at[second])
    before = {index: np.flatnonzero(at == index).tolist() for index in (here, there)}
    after = {
        here: sorted([member for member in before[here] if member != first] + [second]),
        there: sorted([member for member in before[there] if member != second] + [first]),
    }
    if not _is_allowed(placed, component, after, first, second):
        return False
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


def _is_allowed(placed: Placed, component: Component, after: Mapping[int, list[int]], first: int, second: int) -> bool:
    """Whether the swap keeps groups, quotas, protection and the number of moves."""
    instance, members, branches = placed.instance, component.members, component.branches
    ids = {members[first].id: branches, members[second].id: branches}
    moved_to = {members[member].id: branches[branch].id for branch, group in after.items() for member in group}
    for member in (members[first], members[second]):
        if member.together or member.apart:
            there = {other.id: moved_to.get(other.id, placed.branch_of[other.id]) for other in members}
            for other in members:
                if other.id == member.id:
                    continue
                is_same = there[other.id] == there[member.id]
                if set(member.together) & set(other.together) and not is_same:
                    return False
                if set(member.apart) & set(other.apart) and is_same:
                    return False
    for quota in instance.policy.quotas:
        for branch, group in after.items():
            if is_concerned(branches[branch], quota):
                matching = sum(is_matching(members[member], quota.members) for member in group)
                if matching < (quota.min or 0) or (quota.max is not None and matching > quota.max):
                    return False
    protect = instance.policy.protect
    if protect is not None and any(
        is_move(instance, member, moved_to[member]) and is_matching(placed.members[member], protect) for member in ids
    ):
        return False
    if instance.policy.max_moves is not None:
        moves = sum(
            is_move(instance, member, moved_to.get(member, branch)) for member, branch in placed.branch_of.items()
        )
        return moves <= instance.policy.max_moves
    return True
