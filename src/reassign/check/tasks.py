"""Who may answer for which need, and how well tasks are spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reassign.check.question import Question
from reassign.domain.roster import Branch, Member

Score: TypeAlias = tuple[int, int, int, int]
"""Members with a task counted negatively, tasks of the busiest member, tasks that changed their owner since the plan
that is re-planned, sum of the lots over the tasks."""


def owners_of(branch: Branch, received: Sequence[Member]) -> Mapping[str, tuple[str, ...]]:
    """Ids of the members who can answer for a need, by needed field; only fields that somebody has."""
    found = {
        field: tuple(member.id for member in received if field in member.fields and not member.exempt)
        for field in dict.fromkeys(branch.needs)
    }
    return {field: members for field, members in found.items() if members}


def score_of(question: Question, branch: Branch, covered: Mapping[str, str]) -> Score:
    """How well the tasks of a branch are spread; smaller is better."""
    responsible = list(covered.values())
    busiest = max((responsible.count(member) for member in responsible), default=0)
    changes = sum(_is_change(question, branch, field, member) for field, member in covered.items())
    return -len(set(responsible)), busiest, changes, sum(question.lot(member, branch.id) for member in responsible)


def best_score(question: Question, branch: Branch, owners: Mapping[str, Sequence[str]]) -> Score:
    """The best score that any distribution has.

    Members take sets of fields one after the other; what counts is only which fields are taken. The cap on the tasks
    of one member grows until every field is taken. A higher one would give no further member a task: an exchange that
    brings one in takes a task from somebody who has two, and adds none to anybody else.
    """
    fields = tuple(owners)
    if not fields:
        return 0, 0, 0, 0
    members = sorted({member for able in owners.values() for member in able})
    found, cap = None, 0
    while found is None:
        cap += 1
        found = _best_with_cap(question, branch, owners, members, cap)
    return found[0], cap, *found[1:]


def _is_change(question: Question, branch: Branch, field: str, member: str) -> bool:
    """Whether somebody else answered for the field in the plan that is re-planned."""
    return question.task_owners.get((branch.id, field), member) != member


def _best_with_cap(
    question: Question, branch: Branch, owners: Mapping[str, Sequence[str]], members: Sequence[str], cap: int
) -> tuple[int, int, int] | None:
    """Most members with a task (negative), fewest changes of owner, least sum of lots; at most ``cap`` tasks each."""
    best: dict[frozenset[str], tuple[int, int, int]] = {frozenset(): (0, 0, 0)}
    for member in members:
        lot = question.lot(member, branch.id)
        own = [field for field, able in owners.items() if member in able]
        following = dict(best)
        changed = {field: _is_change(question, branch, field, member) for field in own}
        for taken, (busy, changes, lots) in best.items():
            for more in _subsets([field for field in own if field not in taken], cap):
                score = busy - 1, changes + sum(changed[field] for field in more), lots + lot * len(more)
                key = taken | more
                following[key] = min(score, following.get(key, score))
        best = following
    return best.get(frozenset(owners))


def _subsets(fields: Sequence[str], most: int) -> list[frozenset[str]]:
    """Non-empty subsets of at most ``most`` fields."""
    subsets: list[frozenset[str]] = [frozenset()]
    for field in fields:
        subsets += [subset | {field} for subset in subsets if len(subset) < most]
    return subsets[1:]
