"""Candidate pairs: who can go where, and how far that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.distance import MISSING, great_circles, pair_distance

_Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidate pairs of an instance.

    Attributes:
        member: Member index of each pair, shape (n,), intp, ascending.
        branch: Branch index of each pair, shape (n,), intp, ascending within a member.
        distance: Distance of each pair, ``MISSING`` if unknown, shape (n,), int64.
    """

    member: _Indices
    branch: _Indices
    distance: NDArray[np.int64]


def find_candidates(instance: Instance, also: Collection[tuple[str, str]] = ()) -> Candidates:
    """The branches of the own unit or, by the policy, all; without what is ruled out; of a pinned member the pin alone.

    Args:
        instance: The question.
        also: Pairs (member id, branch id) that are candidates besides, whatever rules them out.
    """
    members, branches = _free_pairs(instance)
    width = max(len(instance.branches), 1)
    pinned = [(member.id, instance.pins[member.id]) for member in instance.members if member.id in instance.pins]
    certain = _numbers(instance, (*pinned, *also))
    pairs = np.union1d(members * width + branches, certain)
    distance = _distances(instance, pairs // width, pairs % width)
    if instance.policy.distance_missing == "forbidden":
        is_kept = (distance != MISSING) | np.isin(pairs, certain)
        pairs, distance = pairs[is_kept], distance[is_kept]
    return Candidates(pairs // width, pairs % width, distance)


def _free_pairs(instance: Instance) -> tuple[_Indices, _Indices]:
    """Pairs of members who are not pinned, without those that are ruled out."""
    is_scoped = instance.policy.scope == "unit"
    free: dict[str, list[int]] = {}
    for index, member in enumerate(instance.members):
        if member.id not in instance.pins:
            free.setdefault(member.unit if is_scoped else "", []).append(index)
    receiving: dict[str, list[int]] = {}
    for index, branch in enumerate(instance.branches):
        receiving.setdefault(branch.unit if is_scoped else "", []).append(index)
    member_parts = [np.empty(0, dtype=np.intp)]
    branch_parts = [np.empty(0, dtype=np.intp)]
    for unit, members in free.items():
        branches = receiving.get(unit, [])
        member_parts.append(np.repeat(np.array(members, dtype=np.intp), len(branches)))
        branch_parts.append(np.tile(np.array(branches, dtype=np.intp), len(members)))
    pair_member, pair_branch = np.concatenate(member_parts), np.concatenate(branch_parts)
    # Decisions about people or places of another part of the whole question say nothing here.
    people, places = {member.id for member in instance.members}, {branch.id for branch in instance.branches}
    pairs = [(member, branch) for member, branch in instance.exclusions if member in people and branch in places]
    if not pairs:
        return pair_member, pair_branch
    is_kept = ~np.isin(pair_member * len(places) + pair_branch, _numbers(instance, pairs))
    return pair_member[is_kept], pair_branch[is_kept]


def _numbers(instance: Instance, pairs: Iterable[tuple[str, str]]) -> _Indices:
    """Pairs of ids as numbers: the member's index times the number of branches, plus the branch's index."""
    member_index = {member.id: index for index, member in enumerate(instance.members)}
    branch_index = {branch.id: index for index, branch in enumerate(instance.branches)}
    numbers = [member_index[member] * len(branch_index) + branch_index[branch] for member, branch in pairs]
    return np.array(numbers, dtype=np.intp)


def _distances(instance: Instance, pair_member: _Indices, pair_branch: _Indices) -> NDArray[np.int64]:
    """Distance of each pair, computed only where a level or the candidates ask for it."""
    is_asked = instance.policy.distance_missing == "forbidden" or any(
        Priority.DISTANCE in level.names for level in instance.policy.order
    )
    if not is_asked:
        return np.full(len(pair_member), MISSING, dtype=np.int64)
    members, branches = instance.members, instance.branches
    if instance.distances is None:
        return great_circles(members, branches, pair_member, pair_branch)
    found = (
        pair_distance(instance, members[member], branches[branch])
        for member, branch in zip(pair_member.tolist(), pair_branch.tolist(), strict=True)
    )
    return np.fromiter((MISSING if metres is None else metres for metres in found), np.int64, len(pair_member))
