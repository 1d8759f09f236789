"""Who may answer for which need, and how well tasks are spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reassign.check.question import Question
from reassign.domain.roster import Branch, Member

Score: TypeAlias = tuple[int, int, int]
"""Members with a task counted negatively, tasks of the busiest member, sum of the lots over the tasks."""


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
    return -len(set(responsible)), busiest, sum(question.lot(member, branch.id) for member in responsible)


def best_score(question: Question, branch: Branch, owners: Mapping[str, Sequence[str]]) -> Score:
    """The best score that any distribution has.

    Members take sets of fields one after the other; what counts is only which fields are taken. The cap on the tasks
    of one member grows until as many members have a task as without a cap.
    """
    fields = tuple(owners)
    if not fields:
        return 0, 0, 0
    members = sorted({member for able in owners.values() for member in able})
    most = _best_with_cap(question, branch, owners, members, len(fields))
    for cap in range(1, len(fields) + 1):
        found = _best_with_cap(question, branch, owners, members, cap)
        if found is not None and most is not None and found[0] == most[0]:
            return found[0], cap, found[1]
    msg = "one member may take every field"
    raise AssertionError(msg)


def _best_with_cap(
    question: Question, branch: Branch, owners: Mapping[str, Sequence[str]], members: Sequence[str], cap: int
) -> tuple[int, int] | None:
    """Most members with a task (negative) and then the least sum of lots, with at most ``cap`` tasks each."""
    best: dict[frozenset[str], tuple[int, int]] = {frozenset(): (0, 0)}
    for member in members:
        lot = question.lot(member, branch.id)
        own = [field for field, able in owners.items() if member in able]
        following = dict(best)
        for taken, (busy, lots) in best.items():
            for more in _subsets([field for field in own if field not in taken], cap):
                score = busy - 1, lots + lot * len(more)
                key = taken | more
                if key not in following or score < following[key]:
                    following[key] = score
        best = following
    return best.get(frozenset(owners))


def _subsets(fields: Sequence[str], most: int) -> list[frozenset[str]]:
    """Non-empty subsets of at most ``most`` fields."""
    subsets: list[frozenset[str]] = [frozenset()]
    for field in fields:
        subsets += [subset | {field} for subset in subsets if len(subset) < most]
    return subsets[1:]
