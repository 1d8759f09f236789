"""The counts under a plan."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.domain.report import Report


@dataclass(frozen=True, slots=True)
class Figures:
    """What a summary counts.

    Attributes:
        members: Members of the roster.
        placed: Members with a branch.
        branches: Branches of the roster.
        branches_within: Branches whose received members are within their limits.
        moved: Members who left an incumbent branch for one that does not succeed it.
        non_residents: Members who live outside the unit that receives them.
        residence_unknown: Members whose residence is not known.
        uncovered: Needed fields without a placed member.
        branches_lacking: Branches with such a field.
        to_review: Things a person has to decide.
    """

    members: int
    placed: int
    branches: int
    branches_within: int
    moved: int
    non_residents: int
    residence_unknown: int
    uncovered: int
    branches_lacking: int
    to_review: int


def figures_of(report: Report) -> Figures:
    """Count a plan."""
    plan, instance = report.plan, report.instance
    unit_of = {branch.id: branch.unit for branch in instance.branches}
    home_of = {member.id: member.residence_unit for member in instance.members}
    within = [load for load in plan.branches if load.min <= load.received <= _limit(load.max, load.received)]
    return Figures(
        members=len(instance.members),
        placed=len(plan.placements),
        branches=len(instance.branches),
        branches_within=len(within),
        moved=sum(placement.has_moved for placement in plan.placements),
        non_residents=sum(
            home_of[placement.member] not in ("", unit_of[placement.branch]) for placement in plan.placements
        ),
        residence_unknown=sum(not home_of[placement.member] for placement in plan.placements),
        uncovered=sum(len(load.uncovered) for load in plan.branches),
        branches_lacking=sum(bool(load.uncovered) for load in plan.branches),
        to_review=len(plan.review),
    )


def _limit(maximum: int | None, received: int) -> int:
    return received if maximum is None else maximum
