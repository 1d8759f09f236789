"""The counts of a whole plan, for every summary."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.domain.present_branch import is_leaving
from reassign.domain.report import Report
from reassign.writers.figures import Received, people


@dataclass(frozen=True, slots=True)
class Totals:
    """What a summary counts.

    Attributes:
        members: Members of the roster.
        placed: Members with a branch.
        branches: Branches of the roster.
        branches_within: Branches whose received members are within their limits.
        leaving: Members placed away from where they are now, be it a branch of the roster or a dissolved one.
        moved: Members among them who left an incumbent branch for one that does not succeed it.
        non_residents: Members who live outside the unit that receives them.
        residence_unknown: Members whose residence is not known.
        uncovered: Needed fields without a placed member.
        branches_lacking: Branches with such a field.
        to_review: Things a person has to decide.
        committees: Free seats of committees and who could fill them; None if no committee has any.
    """

    members: int
    placed: int
    branches: int
    branches_within: int
    leaving: int
    moved: int
    non_residents: int
    residence_unknown: int
    uncovered: int
    branches_lacking: int
    to_review: int
    committees: Committees | None


@dataclass(frozen=True, slots=True)
class Committees:
    """Committees of all branches together.

    Attributes:
        vacancies: Free seats.
        filled: Free seats for which an eligible member is placed.
        seats: Seats, free or not; None if the size of a committee with a free seat is not known.
    """

    vacancies: int
    filled: int
    seats: int | None

    @property
    def share(self) -> int | None:
        """Part of all seats that the placed members fill [%], a half rounded up; None if the seats are not known."""
        return (200 * self.filled + self.seats) // (2 * self.seats) if self.seats else None


def totals_of(report: Report) -> Totals:
    """Count a plan."""
    plan, instance = report.plan, report.instance
    members = {member.id: member for member in instance.members}
    branches = {branch.id: branch for branch in instance.branches}
    received = [Received(each, members[each.member], branches[each.branch]) for each in plan.placements]
    counted = people(received, None)
    return Totals(
        members=len(members),
        placed=len(received),
        branches=len(branches),
        branches_within=sum(
            load.min <= load.received and (load.max is None or load.received <= load.max) for load in plan.branches
        ),
        leaving=sum(is_leaving(instance, each.member, each.placement) for each in received),
        moved=plan.moved,
        non_residents=counted.non_residents,
        residence_unknown=counted.residence_unknown,
        uncovered=plan.uncovered,
        branches_lacking=sum(bool(load.uncovered) for load in plan.branches),
        to_review=len(plan.review),
        committees=_committees(report),
    )


def _committees(report: Report) -> Committees | None:
    branches = report.instance.branches
    free = {branch.id: branch.committee_vacancies for branch in branches if branch.committee_vacancies}
    if not free:
        return None
    is_known = all(branch.committee_size is not None for branch in branches if branch.id in free)
    return Committees(
        vacancies=sum(free.values()),
        filled=sum(min(free.get(load.branch, 0), len(load.committee_candidates)) for load in report.plan.branches),
        seats=sum(branch.committee_size or 0 for branch in branches) if is_known else None,
    )
