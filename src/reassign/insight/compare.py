"""Hold plans against the first of them: policy, levels, loads, and every member who is elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reassign.check.levels import level_value, receive
from reassign.check.priorities.registry import PRIORITIES
from reassign.check.question import Question
from reassign.domain.comparison import (
    Change,
    ComparedLevel,
    ComparedLoad,
    ComparedPlan,
    Comparison,
    Difference,
    Effect,
    Outcome,
    Passage,
    Scalar,
)
from reassign.domain.member_labels import member_labels
from reassign.domain.plan import Placement, Plan
from reassign.domain.policy import SENSES, Level, Policy, Priority, single_level
from reassign.domain.roster import InputFile
from reassign.domain.vietnamese import name_sort_key, sort_key

PERSONAL: tuple[Priority, ...] = (
    Priority.IN_CHARGE,
    Priority.RESIDENCE,
    Priority.CONTINUITY,
    Priority.DISTANCE,
)
"""Priorities in which a place has a worth for its member alone; the others are about the branch."""

_DIGEST_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan with what it was asked.

    Attributes:
        file: The plan as the user named it.
        plan: The plan.
        policy: Its policy.
        policy_document: The policy under the keys of ``reassign.toml``.
        seed: Seed of the draw.
        inputs: Files it was made from.
        names: Name and unit by kind (``member``, ``branch``) and id.
        question: What rosters and policy ask; None if the rosters are not as they were.
        lineage: Old and new branch id of every succession that its rosters tell.
    """

    file: str
    plan: Plan
    policy: Policy
    policy_document: Mapping[str, object]
    seed: int
    inputs: tuple[InputFile, ...]
    names: Mapping[tuple[str, str], tuple[str, str]]
    question: Question | None
    lineage: frozenset[tuple[str, str]] = frozenset()

    def name(self, kind: str, identity: str) -> tuple[str, str]:
        """Name and unit; the id itself where a plan was tampered with and does not say."""
        return self.names.get((kind, identity), (identity, ""))


def compare(subjects: Sequence[Subject]) -> Comparison:
    """Plans side by side; members and branches are the same where their ids are.

    Args:
        subjects: Two plans or more.
    """
    first, *others = subjects
    found = [change for index, other in enumerate(others, start=1) for change in _changes(first, other, index)]
    stays = [_is_succession(first, subjects[change.plan], change) for change in found]
    return Comparison(
        plans=tuple(_compared(subject) for subject in subjects),
        differences=tuple(_differences(subjects)),
        levels=tuple(_levels(subjects)),
        loads=tuple(_loads(subjects)),
        changes=tuple(change for change, is_staying in zip(found, stays, strict=True) if not is_staying),
        passages=tuple(
            passage for index, other in enumerate(others, start=1) for passage in _passages(first, other, index)
        ),
        successions=tuple(change for change, is_staying in zip(found, stays, strict=True) if is_staying),
        namesakes=_namesakes(subjects),
    )


def _namesakes(subjects: Sequence[Subject]) -> frozenset[str]:
    told = ((*key, name) for subject in subjects for key, (name, _) in subject.names.items())
    names = {identity: name for kind, identity, name in told if kind == "member"}
    return frozenset(identity for identity, label in member_labels(names).items() if label != names[identity])


def _is_succession(first: Subject, other: Subject, change: Change) -> bool:
    """Whether the branch in the newer plan succeeds that in the older one; the newer plan has the lineage."""
    return (change.before, change.after) in other.lineage or (change.after, change.before) in first.lineage


def _compared(subject: Subject) -> ComparedPlan:
    plan = subject.plan
    return ComparedPlan(
        file=subject.file,
        title=subject.policy.name,
        status=plan.status,
        seed=subject.seed,
        members=len(plan.placements),
        branches=len(plan.branches),
        moved=plan.moved,
        uncovered=plan.uncovered,
        is_measured=subject.question is not None,
    )


def _differences(subjects: Sequence[Subject]) -> Iterator[Difference]:
    """Keys of the policies, the seed, and inputs by their bytes."""
    policies = [dict(_leaves("policy", subject.policy_document)) for subject in subjects]
    for key in dict.fromkeys(key for policy in policies for key in policy):
        yield from _difference(key, [policy.get(key) for policy in policies])
    yield from _difference("seed", [subject.seed for subject in subjects])
    # The policy is told key by key above.
    for role in dict.fromkeys(file.role for subject in subjects for file in subject.inputs if file.role != "policy"):
        found = [[file for file in subject.inputs if file.role == role] for subject in subjects]
        if any(_digests(files) != _digests(found[0]) for files in found):
            yield Difference(f"inputs.{role}", tuple(_told(files) for files in found))


def _digests(files: Iterable[InputFile]) -> list[str]:
    return sorted(file.sha256 for file in files)


def _told(files: Sequence[InputFile]) -> str | None:
    """The files of one role with the beginning of their digests; None without any."""
    return "; ".join(f"{file.path} ({file.sha256[:_DIGEST_LENGTH]})" for file in files) or None


def _difference(key: str, values: Sequence[Scalar]) -> Iterator[Difference]:
    if any(value != values[0] or type(value) is not type(values[0]) for value in values):
        yield Difference(key, tuple(values))


def _leaves(key: str, value: object) -> Iterator[tuple[str, Scalar]]:
    """Dotted keys of a document; lists stay whole, as JSON text."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(f"{key}.{name}", inner)
    elif value is None or isinstance(value, str | int):
        yield key, value
    else:
        yield key, json.dumps(value, ensure_ascii=False)


def _levels(subjects: Sequence[Subject]) -> Iterator[ComparedLevel]:
    """Every level that any plan reports, valued in every plan: as told, else measured from its rosters."""
    known: dict[tuple[str, ...], Level] = {}
    for subject in subjects:
        by_names = {level.names: level for level in subject.policy.order}
        for told in subject.plan.levels[:-1]:
            names = tuple(str(name) for name in told.names)
            priorities = tuple(Priority(name) for name in names)
            known.setdefault(names, by_names.get(priorities, single_level(priorities[0])))
    draw = single_level(Priority.DRAW)
    for names, level in (*known.items(), (("draw",), draw)):
        found = [_level_of(subject, names, level) for subject in subjects]
        yield ComparedLevel(names, level.sense, tuple(value for value, _ in found), tuple(told for _, told in found))


def _level_of(subject: Subject, names: tuple[str, ...], level: Level) -> tuple[int | None, bool]:
    for told in subject.plan.levels:
        if tuple(told.names) == names:
            return told.value, True
    if subject.question is None:
        return None, False
    question = subject.question
    chosen = {placement.member: placement.branch for placement in subject.plan.placements}
    return level_value(question, level, receive(question, chosen), question.branches), False


def _loads(subjects: Sequence[Subject]) -> Iterator[ComparedLoad]:
    by_branch = [{load.branch: load for load in subject.plan.branches} for subject in subjects]
    names: dict[str, tuple[str, str]] = {}
    for subject in subjects:
        for load in subject.plan.branches:
            names.setdefault(load.branch, subject.name("branch", load.branch))
    for branch in sorted(names, key=lambda one: (sort_key(names[one][1]), sort_key(names[one][0]), one)):
        found = [loads.get(branch) for loads in by_branch]
        name, unit = names[branch]
        yield ComparedLoad(
            branch=branch,
            name=name,
            unit=unit,
            received=tuple(load.received if load else None for load in found),
            limits=tuple((load.min, load.max) if load else None for load in found),
        )


def _changes(first: Subject, other: Subject, index: int) -> Iterator[Change]:
    before = {placement.member: placement for placement in first.plan.placements}
    after = {placement.member: placement for placement in other.plan.placements}
    priorities = _personal_order(first.policy, other.policy)
    moved = [member for member in before if member in after and before[member].branch != after[member].branch]
    for member in sorted(moved, key=lambda one: _place_key(other, one)):
        name, unit = other.name("member", member)
        outcome, effects = _effects(first, other, before[member], after[member], priorities)
        yield Change(
            plan=index,
            member=member,
            name=name,
            unit=unit,
            before=before[member].branch,
            after=after[member].branch,
            before_name=first.name("branch", before[member].branch)[0],
            after_name=other.name("branch", after[member].branch)[0],
            outcome=outcome,
            effects=effects,
            reasons_before=before[member].reasons,
            reasons_after=after[member].reasons,
        )


def _personal_order(first: Policy, other: Policy) -> tuple[Priority, ...]:
    """Personal priorities that either policy names: in the order of the first, then of the other."""
    named = (name for policy in (first, other) for level in policy.order for name in level.names)
    return tuple(dict.fromkeys(name for name in named if name in PERSONAL))


def _effects(
    first: Subject, other: Subject, before: Placement, after: Placement, priorities: Sequence[Priority]
) -> tuple[Outcome | None, tuple[Effect, ...]]:
    """What the two places are worth to the member, each by the rosters of its own plan."""
    if first.question is None or other.question is None:
        return None, ()
    effects = []
    for priority in priorities:
        old, new = _worth(first.question, priority, before), _worth(other.question, priority, after)
        if old is not None and new is not None and old != new:
            effects.append(Effect(priority.value, old, new))
    if not effects:
        return "even", ()
    leading = effects[0]
    is_more = leading.after > leading.before
    return ("gains" if is_more == (SENSES[Priority(leading.priority)] == "max") else "loses"), tuple(effects)


def _worth(question: Question, priority: Priority, placement: Placement) -> int | None:
    """Worth of a place; None where a distance is missing."""
    if priority is Priority.DISTANCE:
        return question.distance(placement.member, placement.branch) if question.has_distances else None
    if not PRIORITIES[priority].has_data(question):
        return None
    member, branch = question.members[placement.member], question.branches[placement.branch]
    return PRIORITIES[priority].worth(question, member, branch)


def _passages(first: Subject, other: Subject, index: int) -> Iterator[Passage]:
    before = {placement.member: placement.branch for placement in first.plan.placements}
    after = {placement.member: placement.branch for placement in other.plan.placements}
    for has_joined, subject, here, there in ((True, other, after, before), (False, first, before, after)):
        for member in sorted(here.keys() - there.keys(), key=lambda one: _place_key(subject, one)):
            name, _ = subject.name("member", member)
            yield Passage(index, member, name, here[member], subject.name("branch", here[member])[0], has_joined)


def _place_key(subject: Subject, member: str) -> tuple[object, object, str]:
    """By unit, then by given name as Vietnamese lists are sorted."""
    name, unit = subject.name("member", member)
    return sort_key(unit), name_sort_key(name), member
