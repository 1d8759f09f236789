"""Groups of members and branches that can be decided apart, with their candidate pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reassign.domain.instance import Instance, part_of
from reassign.domain.roster import Branch, Member
from reassign.model.candidates import find_candidates


@dataclass(frozen=True, slots=True)
class Component:
    """Members and branches that candidates and rules couple, with their candidate pairs.

    Attributes:
        instance: The question this is a part of.
        members: Members, sorted by id.
        branches: Branches, sorted by id.
        pair_member: Member index of each pair, shape (n,), intp, ascending.
        pair_branch: Branch index of each pair, shape (n,), intp, ascending within a member.
        distance: Distance of each pair, ``MISSING`` if unknown, shape (n,), int64.
    """

    instance: Instance
    members: tuple[Member, ...]
    branches: tuple[Branch, ...]
    pair_member: NDArray[np.intp]
    pair_branch: NDArray[np.intp]
    distance: NDArray[np.int64]

    @property
    def pairs(self) -> int:
        """Number of candidate pairs."""
        return len(self.pair_member)

    def by_member(self) -> Iterator[tuple[Member, NDArray[np.intp]]]:
        """Each member with the columns of its candidates."""
        bounds = np.searchsorted(self.pair_member, np.arange(len(self.members) + 1))
        for index, member in enumerate(self.members):
            yield member, np.arange(bounds[index], bounds[index + 1], dtype=np.intp)

    def by_branch(self) -> Iterator[tuple[Branch, NDArray[np.intp]]]:
        """Each branch with the columns of the members who can go there."""
        order = np.argsort(self.pair_branch, kind="stable")
        bounds = np.searchsorted(self.pair_branch[order], np.arange(len(self.branches) + 1))
        for index, branch in enumerate(self.branches):
            yield branch, order[bounds[index] : bounds[index + 1]]


def split(instance: Instance, also: Collection[tuple[str, str]] = ()) -> tuple[Component, ...]:
    """Candidate pairs of the instance in connected components, ordered by their first node.

    Components share no candidate and no rule, so the best plan is the best plan of each.

    Args:
        instance: The question.
        also: Pairs (member id, branch id) that are candidates besides, as pinned pairs are for free members of a
            repair.
    """
    candidates = find_candidates(instance, also)
    pair_member, pair_branch, distance = candidates.member, candidates.branch, candidates.distance
    first, second = _coupled(instance)
    count = len(instance.members)
    label = _labels(
        count + len(instance.branches),
        np.concatenate([pair_member, first]),
        np.concatenate([pair_branch + count, second]),
    )
    order = np.argsort(label[pair_member], kind="stable")
    pair_member, pair_branch, distance = pair_member[order], pair_branch[order], distance[order]
    pair_label = label[pair_member]
    member_order = np.argsort(label[:count], kind="stable")
    branch_order = np.argsort(label[count:], kind="stable")
    member_label, branch_label = label[member_order], label[count:][branch_order]
    components = []
    for name in sorted(set(label.tolist())):
        members = member_order[slice(*np.searchsorted(member_label, [name, name + 1]))]
        branches = branch_order[slice(*np.searchsorted(branch_label, [name, name + 1]))]
        part = slice(*np.searchsorted(pair_label, [name, name + 1]))
        components.append(
            Component(
                instance=instance,
                members=tuple(instance.members[index] for index in members),
                branches=tuple(instance.branches[index] for index in branches),
                pair_member=np.searchsorted(members, pair_member[part]),
                pair_branch=np.searchsorted(branches, pair_branch[part]),
                distance=distance[part],
            )
        )
    return tuple(components)


def by_itself(component: Component) -> Component:
    """The same component as a part of an instance that holds nothing else, so that it can be sent elsewhere."""
    return replace(component, instance=part_of(component.instance, component.members, component.branches))


def _coupled(instance: Instance) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of member indices that a rule over several branches ties together."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, member in enumerate(instance.members):
        for label in member.together:
            groups.setdefault(("together", label), []).append(index)
        for label in member.apart:
            groups.setdefault(("apart", label), []).append(index)
    if instance.policy.max_moves is not None:
        groups["moves", ""] = [
            index for index, member in enumerate(instance.members) if member.id in instance.incumbents
        ]
    return _chained(groups.values())


def _chained(groups: Iterable[list[int]]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Neighbours of every group: pairs enough to connect it."""
    firsts, seconds = [], []
    for group in groups:
        firsts.extend(group[:-1])
        seconds.extend(group[1:])
    return np.array(firsts, dtype=np.intp), np.array(seconds, dtype=np.intp)


def _labels(count: int, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[np.intp]:
    """Smallest node of each node's connected component, by hooking and pointer jumping."""
    label = np.arange(count, dtype=np.intp)
    while True:
        least = np.minimum(label[first], label[second])
        joined = label.copy()
        np.minimum.at(joined, label[first], least)
        np.minimum.at(joined, label[second], least)
        while not np.array_equal(joined, joined[joined]):
            joined = joined[joined]
        if np.array_equal(joined, label):
            return label
        label = joined
