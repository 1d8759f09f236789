"""Conflicts that anybody can check by counting: too many members for some branches, or too few.

Hall's theorem (1935): if not all members find a place, some of them are confined to branches that hold fewer; if not
all minima are reached, some branches can be reached by fewer members than they need. If neither is so, a placement
within all limits exists (Mendelsohn and Dulmage, 1958).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reassign.domain.plan import Conflict
from reassign.model.component import Component


@dataclass(frozen=True, slots=True)
class _Shortage:
    """Left nodes that have no right nodes but these, which take fewer.

    Attributes:
        left: Every left node whose choices all lie in ``right``.
        right: Right nodes.
        missing: How many of the left nodes find no room.
    """

    left: frozenset[int]
    right: frozenset[int]
    missing: int


def counted_conflicts(component: Component) -> tuple[Conflict, ...]:
    """Every conflict of a component that limits and candidates alone make, smallest sets first.

    A set is told once; one that holds others is told only if it lacks more than they do together.
    """
    choices = choices_of(component)
    return (*_too_many(component, choices), *_too_few(component, choices))


def choices_of(component: Component) -> list[list[int]]:
    """Branch indices by member index."""
    choices: list[list[int]] = [[] for _ in component.members]
    for member, branch in zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True):
        choices[member].append(branch)
    return choices


def unit_of(component: Component, branches: Iterable[int], members: Iterable[int]) -> str:
    """The one unit that is concerned, by branch and member indices; empty if there are several."""
    units = {component.branches[branch].unit for branch in branches} or {
        component.members[member].unit for member in members
    }
    return units.pop() if len(units) == 1 else ""


def _too_many(component: Component, choices: Sequence[Sequence[int]]) -> list[Conflict]:
    """Members without any candidate, then members confined to branches that cannot hold them all."""
    maxima = [component.instance.maximum[branch.id] for branch in component.branches]
    room = [len(choices) if maximum is None else maximum for maximum in maxima]
    return [
        Conflict(
            kind="too_many_members",
            unit=unit_of(component, shortage.right, shortage.left),
            branches=tuple(component.branches[branch].id for branch in sorted(shortage.right)),
            members=tuple(component.members[member].id for member in sorted(shortage.left)),
            need=len(shortage.left),
            have=sum(room[branch] for branch in shortage.right),
        )
        for shortage in _shortages(choices, room)
    ]


def _too_few(component: Component, choices: Sequence[Sequence[int]]) -> list[Conflict]:
    """Branches that nobody can reach, then branches that need more members than can reach them."""
    instance = component.instance
    if instance.policy.is_shortfall_allowed:
        return []
    members_of: list[list[int]] = [[] for _ in component.branches]
    for member, branches in enumerate(choices):
        for branch in branches:
            members_of[branch].append(member)
    # One place more than there are members shows a shortage as well as a million.
    wanted = [min(instance.minimum[branch.id], len(choices) + 1) for branch in component.branches]
    places = [branch for branch, count in enumerate(wanted) for _ in range(count)]
    found: dict[tuple[int, ...], Conflict] = {}
    for shortage in _shortages([members_of[branch] for branch in places], [1] * len(choices)):
        # Whoever reads the first names only should meet the branches that ask for most.
        branches = tuple(sorted({places[place] for place in shortage.left}, key=lambda each: (-wanted[each], each)))
        found[branches] = Conflict(
            kind="too_few_members",
            unit=unit_of(component, branches, shortage.right),
            branches=tuple(component.branches[branch].id for branch in branches),
            members=tuple(component.members[member].id for member in sorted(shortage.right)),
            need=sum(instance.minimum[component.branches[branch].id] for branch in branches),
            have=len(shortage.right),
        )
    return list(found.values())


def _shortages(choices: Sequence[Sequence[int]], room: Sequence[int]) -> list[_Shortage]:
    """Sets of left nodes that lack room; left nodes with the same choices stay together."""
    alone: dict[int, _Shortage] = {}
    for left, rights in enumerate(choices):
        if not rights:
            alone[left] = _Shortage(frozenset({left}), frozenset(), 1)
    holders, unplaced = _fill(choices, room, alone)
    found: dict[frozenset[int], _Shortage] = {}
    for start in unplaced:
        reached = _alternating(start, choices, holders)
        if reached not in found:
            confined = frozenset(
                one for one, rights in enumerate(choices) if one not in alone and reached.issuperset(rights)
            )
            found[reached] = _Shortage(confined, reached, len(confined) - sum(room[right] for right in reached))
    kept: list[_Shortage] = []
    for shortage in sorted(found.values(), key=lambda one: (len(one.right), len(one.left), sorted(one.right))):
        if shortage.missing > sum(one.missing for one in _largest(kept, shortage.right)):
            kept.append(shortage)
    return [*alone.values(), *kept]


def _largest(shortages: Sequence[_Shortage], right: frozenset[int]) -> list[_Shortage]:
    """Those within some right nodes that no other of them holds, so that nothing is counted twice."""
    inside = [one for one in shortages if one.right < right]
    return [one for one in inside if not any(one.right < other.right for other in inside)]


def _fill(
    choices: Sequence[Sequence[int]], room: Sequence[int], skipped: Iterable[int]
) -> tuple[list[list[int]], list[int]]:
    """Place as many left nodes as possible by augmenting paths; the holders, and the left nodes without place."""
    holders: list[list[int]] = [[] for _ in room]
    left_out = set(skipped)
    unplaced = [
        start for start in range(len(choices)) if start not in left_out and not _augment(start, choices, room, holders)
    ]
    return holders, unplaced


def _augment(start: int, choices: Sequence[Sequence[int]], room: Sequence[int], holders: list[list[int]]) -> bool:
    """Place one left node, moving others along a shortest alternating path."""
    came_from: dict[int, tuple[int, int | None]] = {}
    waiting: list[tuple[int, int | None]] = [(start, None)]
    for left, through in waiting:
        for right in choices[left]:
            if right in came_from:
                continue
            came_from[right] = (left, through)
            if len(holders[right]) < room[right]:
                _shift(right, came_from, holders)
                return True
            waiting.extend((holder, right) for holder in holders[right])
    return False


def _shift(right: int, came_from: dict[int, tuple[int, int | None]], holders: list[list[int]]) -> None:
    """Move everybody one step along the path that ends in ``right``."""
    while True:
        left, through = came_from[right]
        holders[right].append(left)
        if through is None:
            return
        holders[through].remove(left)
        right = through


def _alternating(start: int, choices: Sequence[Sequence[int]], holders: Sequence[Sequence[int]]) -> frozenset[int]:
    """Right nodes that alternating paths reach from a left node without place."""
    reached: set[int] = set()
    waiting = [start]
    for left in waiting:
        for right in choices[left]:
            if right not in reached:
                reached.add(right)
                waiting.extend(holders[right])
    return frozenset(reached)
