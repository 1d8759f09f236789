"""What a plan tells about its branches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reassign.check.priorities.registry import PRIORITIES
from reassign.check.question import Question
from reassign.check.result import Violation
from reassign.check.tasks import best_score, owners_of, score_of
from reassign.domain.plan import BranchLoad, Plan
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


def check_loads(question: Question, plan: Plan, received: Mapping[str, Sequence[Member]]) -> Iterator[Violation]:
    """Every branch once, in order, with true figures; tasks of the members as their branches tell them."""
    expected = sorted(question.branches, key=lambda branch: (question.branches[branch].unit, branch))
    if [load.branch for load in plan.branches] != expected:
        yield Violation("branch_list")
        return
    for load in plan.branches:
        branch = question.branches[load.branch]
        yield from _check_figures(question, load, received[load.branch])
        yield from _check_needs(question, branch, load, received[load.branch])
        yield from _check_posts(question, branch, load, received[load.branch])
    covered = {load.branch: load.covered for load in plan.branches}
    for placement in plan.placements:
        own = {field for field, member in covered[placement.branch].items() if member == placement.member}
        if set(placement.tasks) != own or len(placement.tasks) != len(own):
            yield Violation("tasks", placement.member, placement.branch)


def _check_figures(question: Question, load: BranchLoad, received: Sequence[Member]) -> Iterator[Violation]:
    branch = question.branches[load.branch]
    told = load.received, load.min, load.max
    if told != (len(received), question.minimum[branch.id], question.maximum[branch.id]):
        yield Violation("load", branch=branch.id)
    eligible = [member.id for member in received if member.committee_eligible] if branch.committee_vacancies else []
    if sorted(load.committee_candidates) != eligible:
        yield Violation("committee_candidates", branch=branch.id)


def _check_needs(
    question: Question, branch: Branch, load: BranchLoad, received: Sequence[Member]
) -> Iterator[Violation]:
    owners = owners_of(branch, received)
    if sorted(load.uncovered) != sorted(set(branch.needs) - set(owners)):
        yield Violation("uncovered", branch=branch.id)
    if set(load.covered) != set(owners) or any(load.covered[field] not in owners[field] for field in owners):
        yield Violation("covered", branch=branch.id)
    elif score_of(question, branch, load.covered) != best_score(question, branch, owners):
        yield Violation("task_spread", branch=branch.id)


def _check_posts(
    question: Question, branch: Branch, load: BranchLoad, received: Sequence[Member]
) -> Iterator[Violation]:
    eligible = {member.id: member.eligible_posts for member in received}
    holders = [(post, holder) for post, names in load.posts.items() for holder in names]
    is_possible = all(post in eligible.get(holder, ()) for post, holder in holders) and all(
        len(names) <= branch.vacant_posts.count(post) for post, names in load.posts.items()
    )
    most = PRIORITIES[Priority.POSTS].value_in(question, branch, received)
    if not is_possible or len(holders) != most or len({holder for _, holder in holders}) != most:
        yield Violation("posts_held", branch=branch.id)
