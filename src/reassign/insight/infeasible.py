"""Why a component has no plan, as a count that anybody can check."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.plan import Conflict
from reassign.model.component import Component


def conflicts_of(component: Component) -> tuple[Conflict, ...]:
    """Counting conflicts of a component that no placement satisfies.

    Hall's theorem: if not all members find a place, some members are confined to branches that hold
    fewer; if not all minima are reached, some branches can be reached by fewer members than they need.
    If both succeed, a placement within all limits exists (Mendelsohn and Dulmage, 1958), so other rules
    are to blame.
    """
    choices = _choices(component)
    found = [conflict for conflict in (_too_many(component, choices), _too_few(component, choices)) if conflict]
    return tuple(found) or (_rules(component),)


def _choices(component: Component) -> list[list[int]]:
    """Branch indices by member index."""
    choices: list[list[int]] = [[] for _ in component.members]
    for member, branch in zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True):
        choices[member].append(branch)
    return choices


def _unit_of(component: Component, branches: Sequence[int], members: Sequence[int]) -> str:
    units = {component.branches[branch].unit for branch in branches} or {
        component.members[member].unit for member in members
    }
    return units.pop() if len(units) == 1 else ""


def _too_many(component: Component, choices: Sequence[Sequence[int]]) -> Conflict | None:
    """Members confined to branches that cannot hold them all."""
    instance = component.instance
    maxima = [instance.maximum[branch.id] for branch in component.branches]
    room = [len(choices) if maximum is None else maximum for maximum in maxima]
    holders, unplaced = _fill(choices, room)
    if unplaced is None:
        return None
    reached = _alternating(unplaced, choices, holders)
    confined = [member for member, branches in enumerate(choices) if set(branches) <= reached]
    branches = sorted(reached)
    return Conflict(
        kind="too_many_members",
        unit=_unit_of(component, branches, confined),
        branches=tuple(component.branches[branch].id for branch in branches),
        members=tuple(component.members[member].id for member in confined),
        need=len(confined),
        have=sum(room[branch] for branch in branches),
    )


def _too_few(component: Component, choices: Sequence[Sequence[int]]) -> Conflict | None:
    """Branches that need more members than can reach them."""
    instance = component.instance
    if instance.policy.is_shortfall_allowed:
        return None
    members_of: list[list[int]] = [[] for _ in component.branches]
    for member, branches in enumerate(choices):
        for branch in branches:
            members_of[branch].append(member)
    places = [branch for branch, item in enumerate(component.branches) for _ in range(instance.minimum[item.id])]
    holders, unfilled = _fill([members_of[branch] for branch in places], [1] * len(choices))
    if unfilled is None:
        return None
    place_choices = [members_of[branch] for branch in places]
    reached = _alternating(unfilled, place_choices, holders)
    short = {branch for place, branch in enumerate(places) if set(place_choices[place]) <= reached}
    reaching = sorted({member for branch in short for member in members_of[branch]})
    branches = sorted(short)
    return Conflict(
        kind="too_few_members",
        unit=_unit_of(component, branches, reaching),
        branches=tuple(component.branches[branch].id for branch in branches),
        members=tuple(component.members[member].id for member in reaching),
        need=sum(instance.minimum[component.branches[branch].id] for branch in branches),
        have=len(reaching),
    )


def _rules(component: Component) -> Conflict:
    """The limits alone can be met: quotas, groups or moves contradict them."""
    instance = component.instance
    branches = range(len(component.branches))
    members = range(len(component.members))
    named = {
        "quota": bool(instance.policy.quotas),
        "together": any(member.together for member in component.members),
        "apart": any(member.apart for member in component.members),
        "max_moves": instance.policy.max_moves is not None,
        "protect": instance.policy.protect is not None,
    }
    crossed = tuple(
        f"min>max:{branch.id}"
        for branch in component.branches
        if not instance.policy.is_shortfall_allowed
        and (maximum := instance.maximum[branch.id]) is not None
        and instance.minimum[branch.id] > maximum
    )
    return Conflict(
        kind="rules",
        unit=_unit_of(component, branches, members),
        branches=tuple(branch.id for branch in component.branches),
        members=tuple(member.id for member in component.members),
        need=len(component.members),
        have=len(component.members),
        rules=crossed or tuple(rule for rule, is_present in named.items() if is_present),
    )


def _fill(choices: Sequence[Sequence[int]], room: Sequence[int]) -> tuple[list[list[int]], int | None]:
    """Place as many left nodes as possible by augmenting paths; the holders, and a left node without place."""
    holders: list[list[int]] = [[] for _ in room]
    unplaced: int | None = None
    for start in range(len(choices)):
        if not _augment(start, choices, room, holders) and unplaced is None:
            unplaced = start
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


def _alternating(start: int, choices: Sequence[Sequence[int]], holders: Sequence[Sequence[int]]) -> set[int]:
    """Right nodes that alternating paths reach from a left node without place."""
    reached: set[int] = set()
    waiting = [start]
    for left in waiting:
        for right in choices[left]:
            if right not in reached:
                reached.add(right)
                waiting.extend(holders[right])
    return reached
