"""Hard rule 3: quotas of matching members per branch."""

from __future__ import annotations

from typing import Literal

import pytest

from reassign.domain.policy import MemberFilter, Policy, Quota
from reassign.model.component import Component
from reassign.model.rows import RuleId
from reassign.model.rules.quota import MemberQuotas
from tests.builders import branch, instance, member
from tests.unit.model.linear import broken, only

OFFICIAL = MemberFilter((("status", "official"),))


def component_with(*quotas: Quota) -> Component:
    return only(
        instance(
            [member("m1", status="official"), member("m2", status="probationary"), member("m3", status="official")],
            [branch("b1"), branch("b2", special=True)],
            policy=Policy(quotas=quotas),
        )
    )


def test_a_row_counts_the_matching_members_only() -> None:
    rows = list(MemberQuotas().rows(component_with(Quota(OFFICIAL, "all", min=1, max=2))))
    assert [(row.rule, row.subject, row.columns.tolist(), row.lower, row.upper) for row in rows] == [
        (RuleId.QUOTA, ("0", "b1"), [0, 4], 1, 2),
        (RuleId.QUOTA, ("0", "b2"), [1, 5], 1, 2),
    ]


@pytest.mark.parametrize(
    ("branches", "concerned"),
    [
        pytest.param("all", ["b1", "b2"], id="all"),
        pytest.param("special", ["b2"], id="special"),
        pytest.param(("b1",), ["b1"], id="listed"),
    ],
)
def test_the_branch_filter_decides_who_has_a_row(
    branches: Literal["all", "special"] | tuple[str, ...], concerned: list[str]
) -> None:
    rows = MemberQuotas().rows(component_with(Quota(OFFICIAL, branches, max=1)))
    assert [(row.subject, row.lower, row.upper) for row in rows] == [(("0", name), 0, 1) for name in concerned]


def test_one_official_member_in_each_branch_is_feasible() -> None:
    component = component_with(Quota(OFFICIAL, "all", min=1))
    placed = {"m1": "b1", "m2": "b1", "m3": "b2"}
    assert broken(MemberQuotas().rows(component), component, placed) == []


def test_a_branch_with_a_probationary_member_alone_is_infeasible() -> None:
    component = component_with(Quota(OFFICIAL, "all", min=1))
    placed = {"m1": "b1", "m2": "b2", "m3": "b1"}
    assert broken(MemberQuotas().rows(component), component, placed) == [("0", "b2")]


def test_two_official_members_break_a_maximum_of_one() -> None:
    component = component_with(Quota(OFFICIAL, "special", max=1))
    placed = {"m1": "b2", "m2": "b2", "m3": "b2"}
    assert broken(MemberQuotas().rows(component), component, placed) == [("0", "b2")]
