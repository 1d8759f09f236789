"""Hard rule 2: each branch receives between its minimum and its maximum."""

from __future__ import annotations

import pytest

from reassign.domain.policy import Limits, Policy
from reassign.model.rows import RuleId
from reassign.model.rules.branch_quota import BranchQuota
from tests.builders import branch, instance, member
from tests.unit.model.linear import broken, only

MEMBERS = [member("m1"), member("m2"), member("m3")]
BRANCHES = [branch("b1", min=1, max=2), branch("b2", min=0, max=1)]


def test_the_row_of_a_branch_has_its_limits() -> None:
    rows = list(BranchQuota().rows(only(instance(MEMBERS, BRANCHES))))
    assert [(row.rule, row.subject, row.columns.tolist(), row.lower, row.upper) for row in rows] == [
        (RuleId.BRANCH_QUOTA, ("b1",), [0, 2, 4], 1, 2),
        (RuleId.BRANCH_QUOTA, ("b2",), [1, 3, 5], 0, 1),
    ]


@pytest.mark.parametrize(
    ("places", "blamed"),
    [
        pytest.param(("b1", "b1", "b2"), [], id="2 and 1 fit 1-2 and 0-1"),
        pytest.param(("b1", "b1", "b1"), [("b1",)], id="3 are above the maximum of 2"),
        pytest.param(("b2", "b2", "b2"), [("b1",), ("b2",)], id="0 are below the minimum of 1 and 3 above 1"),
    ],
)
def test_loads_outside_the_limits_are_infeasible(places: tuple[str, ...], blamed: list[tuple[str, ...]]) -> None:
    component = only(instance(MEMBERS, BRANCHES))
    placed = dict(zip(("m1", "m2", "m3"), places, strict=True))
    assert broken(BranchQuota().rows(component), component, placed) == blamed


def test_an_unlimited_branch_has_no_upper_side() -> None:
    component = only(instance(MEMBERS, [branch("b1")], policy=Policy(limits=Limits(min=1, max=None))))
    assert [(row.lower, row.upper) for row in BranchQuota().rows(component)] == [(1, None)]


def test_where_shortfall_is_allowed_the_minimum_is_no_row() -> None:
    component = only(instance(MEMBERS, BRANCHES, policy=Policy(is_shortfall_allowed=True)))
    assert [(row.lower, row.upper) for row in BranchQuota().rows(component)] == [(0, 2), (0, 1)]
