"""The counts of a plan are those an officer would make with a pencil."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.domain.plan import BranchLoad, Placement, Plan
from reassign.domain.report import Report
from reassign.messages.committees import say_committees
from reassign.writers.totals import Committees, totals_of
from tests.builders import branch, instance_of, member


def with_committees(report: Report, free_and_seats: tuple[tuple[int, int | None], ...], able: int) -> Report:
    """The report with committees like these; as many eligible members go to the first branch as said."""
    branches = tuple(
        branch(f"b{number}", committee_vacancies=free, committee_size=seats)
        for number, (free, seats) in enumerate(free_and_seats, start=1)
    )
    members = tuple(member(f"m{number}", committee_eligible=True) for number in range(1, able + 1))
    candidates = tuple(person.id for person in members)
    loads = [BranchLoad("b1", able, 1, 7, committee_candidates=candidates)]
    loads += [BranchLoad(other.id, 0, 0, 7) for other in branches[1:]]
    plan = Plan("optimal", (), tuple(Placement(person, "b1") for person in candidates), tuple(loads))
    instance = instance_of(replace(report.rosters, members=members, branches=branches), report.instance.policy)
    return replace(report, plan=plan, instance=instance)


def test_members_branches_moves_and_needs_are_counted(report: Report) -> None:
    totals = totals_of(report)

    assert (totals.members, totals.placed) == (4, 4)
    assert (totals.branches, totals.branches_within) == (3, 3)
    assert (totals.moved, totals.uncovered, totals.branches_lacking, totals.to_review) == (1, 1, 1, 2)
    assert (totals.non_residents, totals.residence_unknown) == (0, 3)


@pytest.mark.parametrize(("received", "within"), [(0, 2), (1, 3), (7, 3), (8, 2)])
def test_a_branch_is_within_limits_from_its_minimum_to_its_maximum(report: Report, received: int, within: int) -> None:
    first, *others = report.plan.branches
    plan = replace(report.plan, branches=(replace(first, received=received), *others))

    assert totals_of(replace(report, plan=plan)).branches_within == within


def test_without_free_seats_nothing_is_said_of_committees(report: Report) -> None:
    assert totals_of(with_committees(report, ((0, 5), (0, 3)), 2)).committees is None


@pytest.mark.parametrize(
    ("free_and_seats", "able", "expected", "share"),
    [
        pytest.param(((2, 5), (0, 3)), 2, Committees(2, 2, 8), 25, id="both seats of one committee"),
        pytest.param(((2, 5), (1, 3)), 2, Committees(3, 2, 8), 25, id="nobody for the other committee"),
        pytest.param(
            ((1, 5),), 3, Committees(1, 1, 5), 20, id="more candidates than seats fill no more than the seats"
        ),
        pytest.param(((2, 5),), 0, Committees(2, 0, 5), 0, id="nobody eligible"),
        pytest.param(((2, None), (0, 3)), 2, Committees(2, 2, None), None, id="size unknown: no share"),
        pytest.param(
            ((2, 5), (0, None)), 2, Committees(2, 2, 5), 40, id="a committee without free seats may be unknown"
        ),
        pytest.param(((1, 8),), 1, Committees(1, 1, 8), 13, id="12.5 is rounded up"),
    ],
)
def test_the_share_of_committee_seats(
    report: Report,
    free_and_seats: tuple[tuple[int, int | None], ...],
    able: int,
    expected: Committees,
    share: int | None,
) -> None:
    found = totals_of(with_committees(report, free_and_seats, able)).committees

    assert found == expected
    assert expected.share == share


def test_the_share_is_told_where_it_is_known() -> None:
    assert say_committees(49, 49, 163, 30, "vi").endswith("49/49, bằng 30 % của 163 cấp ủy viên")
    assert say_committees(1, 2, None, None, "en") == "Free committee seats with a candidate: 1/2"
