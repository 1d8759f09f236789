"""Why a member moves: found by asking again with the member kept in place, and with one rule lifted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.instance import Instance, part_of
from reassign.domain.plan import Placement, Plan
from reassign.domain.policy import Level, Priority
from reassign.domain.progress import Progress
from reassign.domain.replanning import Move
from reassign.domain.roster import Branch, Member
from reassign.insight.variation import Answer, answer
from reassign.model.component import Component, split
from reassign.model.filters import is_concerned
from reassign.model.instance import is_stay
from reassign.model.priorities.needs import can_cover
from reassign.model.priorities.registry import levels_of
from reassign.solve.clock import Clock


def moves_of(
    instance: Instance,
    plan: Plan,
    edited: frozenset[str],
    changed: frozenset[str],
    clock: Clock,
    progress: Progress,
) -> tuple[Move, ...]:
    """Every move of a plan with its reason, in the order of the placements.

    A reason is never guessed. Without a candidate to stay in, the move is forced by what took it away. Else the
    question is asked again with the member kept, once with everybody else free and once with nobody moving instead: if
    a level above continuity gets worse, that is the reason. If there is no plan that keeps the member unless another
    moves instead, rules are lifted one by one: the one without which the member can stay at no cost is the reason, else
    the one without which nobody would have to move.

    Args:
        instance: The question.
        plan: Its best plan.
        edited: Ids of members pinned by an edit.
        changed: Ids of members whose post or portfolio an event has changed.
        clock: When to stop asking; what is left then gets the reason ``unknown``.
        progress: Told of each move.
    """
    moved = [placement for placement in plan.placements if placement.has_moved]
    progress.stage("moves", len(moved))
    if not moved:
        return ()
    asking = _Asking(instance, levels_of(instance), frozenset(placement.member for placement in moved), clock)
    found = []
    for placement in moved:
        move = _forced(instance, placement, edited) or asking.reason(placement)
        found.append(replace(move, is_changed=placement.member in changed))
        progress.advance()
    return tuple(found)


def _forced(instance: Instance, placement: Placement, edited: frozenset[str]) -> Move | None:
    """The reason of a move that no rule about numbers decides."""
    origin = instance.incumbents[placement.member]
    move = Move(placement.member, origin, placement.branch, "")
    if placement.member in edited:
        return replace(move, reason="edited")
    if placement.is_pinned:
        return replace(move, reason="pinned")
    stays = [branch for branch in instance.branches if is_stay(instance, placement.member, branch.id)]
    if not stays:
        return replace(move, reason="closed", subject=origin)
    member = next(each for each in instance.members if each.id == placement.member)
    if instance.policy.scope == "unit" and all(branch.unit != member.unit for branch in stays):
        return replace(move, reason="unit", subject=stays[0].id)
    return None


@dataclass(frozen=True, slots=True)
class _Part:
    """A component with its best answer."""

    instance: Instance
    component: Component
    best: Answer | None


class _Asking:
    """Asks about one member after another and remembers the answers of each component."""

    def __init__(self, instance: Instance, levels: Sequence[Level], moving: frozenset[str], clock: Clock) -> None:
        self._instance = instance
        self._moving = moving
        self._levels = levels
        self._clock = clock
        self._components = {member.id: component for component in split(instance) for member in component.members}
        self._parts: dict[int, _Part] = {}
        self._continuity = next(
            (index for index, level in enumerate(levels) if Priority.CONTINUITY in level.names), None
        )

    def reason(self, placement: Placement) -> Move:
        """Why a member moves who could stay as far as candidates go."""
        move = Move(placement.member, self._instance.incumbents[placement.member], placement.branch, "limits")
        part = self._part(placement.member)
        candidates = _candidates(part.component, placement.member)
        stays = [branch for branch in candidates if is_stay(self._instance, placement.member, branch)]
        if not stays:
            return replace(move, reason="excluded", subject=move.origin)
        if part.best is None or self._clock.is_over():
            return replace(move, reason="unknown")
        kept = _kept(part.instance, placement.member, candidates)
        # First with everybody else free; then with nobody moving instead, for somebody who can be exchanged for
        # another mover is not there for a rule about numbers but for what the plan gets by the move.
        alone = self._without_substitutes(part, kept)
        for question in (kept, alone):
            other = answer(question, self._levels, self._clock)
            said = None if other is None else self._loss(move, placement, part.best, other)
            if said is not None:
                return said
        # A rule without which the plan is better; else one without which nobody would be forced to move, though the
        # plan gets something by the move besides.
        for question, is_gain_asked in ((kept, True), (alone, False)):
            for reason, subject, relaxed in _relaxations(question, placement, stays):
                if self._clock.is_over():
                    return replace(move, reason="unknown")
                found = answer(relaxed, self._levels, self._clock)
                if found is not None and (not is_gain_asked or self._is_better(found, part.best)):
                    return replace(move, reason=reason, subject=subject)
        return move

    def _loss(self, move: Move, placement: Placement, best: Answer, other: Answer) -> Move | None:
        """The level above continuity that gets worse by staying; None if staying costs nothing there."""
        loss = _first_loss(best, other)
        if loss is None or not self._is_above(loss):
            return None
        level = self._levels[loss]
        return replace(
            move,
            reason="raises" if loss < len(self._levels) - 1 else "draw",
            subject="+".join(name.value for name in level.names),
            amount=abs(best.gains[loss] - other.gains[loss]),
            need=self._need(placement, other) if Priority.NEEDS in level.names else "",
        )

    def _without_substitutes(self, part: _Part, kept: Instance) -> Instance:
        """The question with a member kept, where whoever stays in the plan stays too."""
        ruled_out = {
            (member.id, branch)
            for member in part.component.members
            if member.id in self._instance.incumbents and member.id not in self._moving
            for branch in _candidates(part.component, member.id)
            if not is_stay(self._instance, member.id, branch)
        }
        return replace(kept, exclusions=kept.exclusions | ruled_out)

    def _part(self, member: str) -> _Part:
        component = self._components[member]
        key = id(component)
        if key not in self._parts:
            alone = part_of(self._instance, component.members, component.branches)
            self._parts[key] = _Part(alone, component, answer(alone, self._levels, self._clock))
        return self._parts[key]

    def _is_above(self, level: int) -> bool:
        """Whether a level decides before the number of moves does."""
        return self._continuity is None or level < self._continuity

    def _is_better(self, found: Answer, best: Answer) -> bool:
        """Whether fewer move, and nothing above that is worse."""
        end = len(self._levels) if self._continuity is None else self._continuity + 1
        return found.gains[:end] > best.gains[:end]

    def _need(self, placement: Placement, other: Answer) -> str:
        """A need that the member answers for and that nobody would cover if they stayed."""
        people: Mapping[str, Member] = {member.id: member for member in self._instance.members}
        there = [people[member] for member, branch in other.branch_of.items() if branch == placement.branch]
        for need in placement.tasks:
            if not any(can_cover(member, need) for member in there):
                return need
        return ""


def _first_loss(best: Answer, other: Answer) -> int | None:
    return next(
        (index for index, pair in enumerate(zip(best.gains, other.gains, strict=True)) if len(set(pair)) > 1), None
    )


def _candidates(component: Component, member: str) -> tuple[str, ...]:
    index = next(index for index, each in enumerate(component.members) if each.id == member)
    return tuple(
        component.branches[branch].id for branch in component.pair_branch[component.pair_member == index].tolist()
    )


def _kept(instance: Instance, member: str, candidates: Sequence[str]) -> Instance:
    """The question with a member who may not move."""
    ruled_out = {(member, branch) for branch in candidates if not is_stay(instance, member, branch)}
    return replace(instance, exclusions=instance.exclusions | ruled_out)


def _relaxations(instance: Instance, placement: Placement, stays: Sequence[str]) -> Iterator[tuple[str, str, Instance]]:
    """The question with one rule lifted: those of the two branches first, then those of the member, then the rest."""
    there = placement.branch
    yield "minimum", there, replace(instance, minimum={**instance.minimum, there: 0})
    for branch in stays:
        yield "maximum", branch, replace(instance, maximum={**instance.maximum, branch: None})
    yield from _without_quotas(instance, (there, *stays))
    yield from _without_groups(instance, placement.member)
    for branch in sorted(instance.minimum):
        if instance.minimum[branch] and branch != there:
            yield "minimum", branch, replace(instance, minimum={**instance.minimum, branch: 0})
    for branch in sorted(instance.maximum):
        if instance.maximum[branch] is not None and branch not in stays:
            yield "maximum", branch, replace(instance, maximum={**instance.maximum, branch: None})


def _without_quotas(instance: Instance, branches: Sequence[str]) -> Iterator[tuple[str, str, Instance]]:
    places: Mapping[str, Branch] = {branch.id: branch for branch in instance.branches}
    for index, quota in enumerate(instance.policy.quotas):
        for branch in branches:
            if is_concerned(places[branch], quota):
                kept = (*instance.policy.quotas[:index], *instance.policy.quotas[index + 1 :])
                yield "quota", branch, replace(instance, policy=replace(instance.policy, quotas=kept))
                break


def _without_groups(instance: Instance, member: str) -> Iterator[tuple[str, str, Instance]]:
    person = next(each for each in instance.members if each.id == member)
    others = [each for each in instance.members if each.id != member]
    for reason, alone in (("together", replace(person, together=())), ("apart", replace(person, apart=()))):
        if alone != person:
            members = tuple(sorted((*others, alone), key=lambda each: each.id))
            yield reason, "", replace(instance, members=members)
