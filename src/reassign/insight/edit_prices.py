"""What an edit costs, and which edits cannot stand together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reassign.domain.instance import Instance, part_of
from reassign.domain.plan import Plan, weakest
from reassign.domain.policy import Level
from reassign.domain.progress import Progress
from reassign.domain.replanning import Edit, EditPrice, PricedLevel
from reassign.insight.variation import answer
from reassign.model.component import Component, split
from reassign.model.priorities.registry import levels_of
from reassign.solve.clock import Clock


def without(instance: Instance, edit: Edit) -> Instance:
    """The question as it would be without an edit."""
    pins = {member: branch for member, branch in instance.pins.items() if member != edit.member}
    if edit.undone:
        pins[edit.member] = edit.undone
    return replace(instance, pins=pins)


def price_edits(
    instance: Instance, plan: Plan, edits: Sequence[Edit], clock: Clock, progress: Progress
) -> tuple[EditPrice, ...]:
    """The level vectors of the best plans with and without each edit, all other edits staying in force.

    Levels are sums over components, so only the component that the edit can reach is solved, once as it is and once
    without the edit.

    Args:
        instance: The question with every edit.
        plan: Its best plan.
        edits: The edits.
        clock: When to stop proving.
        progress: Told of each edit.
    """
    levels = levels_of(instance)
    progress.stage("edits", len(edits))
    components = split(instance) if edits else ()
    prices = []
    for edit in edits:
        prices.append(_price(instance, components, plan, edit, levels, clock))
        progress.advance()
    return tuple(prices)


def _price(
    instance: Instance,
    components: Sequence[Component],
    plan: Plan,
    edit: Edit,
    levels: Sequence[Level],
    clock: Clock,
) -> EditPrice:
    free = without(instance, edit)
    members, branches = _reach(instance, components, edit)
    people = [member for member in instance.members if member.id in members]
    places = [branch for branch in instance.branches if branch.id in branches]
    here = answer(part_of(instance, people, places), levels, clock)
    there = answer(part_of(free, people, places), levels, clock)
    if here is None or there is None:
        same = tuple(PricedLevel(level.names, level.sense, level.value, level.value) for level in plan.levels)
        return EditPrice(edit, same, weakest(level.proof for level in plan.levels), is_needed=True)
    priced = []
    for level, with_edit, without_edit in zip(plan.levels, here.gains, there.gains, strict=True):
        gain = without_edit - with_edit
        value = level.value + (gain if level.sense == "max" else -gain)
        priced.append(PricedLevel(level.names, level.sense, level.value, value))
    return EditPrice(edit, tuple(priced), weakest((here.proof, there.proof)))


def _reach(instance: Instance, components: Sequence[Component], edit: Edit) -> tuple[set[str], set[str]]:
    """Members and branches that the edit may couple, with it or without it."""
    unit = next(member.unit for member in instance.members if member.id == edit.member)
    is_anywhere = instance.policy.scope == "any"
    open_to = {branch.id for branch in instance.branches if is_anywhere or branch.unit == unit}
    open_to |= {edit.branch, edit.undone, instance.pins.get(edit.member, "")}
    members: set[str] = set()
    branches: set[str] = set()
    for component in components:
        people = {member.id for member in component.members}
        places = {branch.id for branch in component.branches}
        if edit.member in people or open_to & places:
            members |= people
            branches |= places
    return members, branches


def clashing_edits(instance: Instance, edits: Sequence[Edit], clock: Clock) -> tuple[Edit, ...]:
    """A smallest set of edits that no plan can obey together; empty if there is no plan without them either.

    Each of them is needed: without it, the others can be obeyed.
    """
    levels = levels_of(instance)[-1:]

    def is_possible(kept: Sequence[Edit]) -> bool:
        question = instance
        for edit in edits:
            if edit not in kept:
                question = without(question, edit)
        return answer(question, levels, clock) is not None

    if not edits or not is_possible(()):
        return ()
    kept = list(edits)
    for edit in edits:
        fewer = [each for each in kept if each != edit]
        if not is_possible(fewer):
            kept = fewer
    return tuple(kept)
