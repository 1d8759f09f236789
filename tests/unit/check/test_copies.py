"""Names and policy that a plan repeats are those of its files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reassign.check.copies import check_names, check_policy
from reassign.domain.plan import BranchLoad, Placement, Plan
from reassign.domain.policy import Limits, MemberFilter, Policy
from tests.builders import branch, member, ordered, rosters

READ = rosters([member("m1", name="An"), member("m2", name="Bình")], [branch("b1", name="Một"), branch("b2", "P2")])
PLAN = Plan(
    "optimal",
    (),
    (Placement("m1", "b1"), Placement("m9", "b1"), Placement("m1", "b9"), Placement("m2", "b2")),
    (BranchLoad("b9", 0, 0, None), BranchLoad("b1", 1, 0, None), BranchLoad("b2", 1, 0, None)),
)
NAMES = {
    ("member", "m1"): ("An", "P1"),
    ("member", "m2"): ("Bình", "P2"),
    ("branch", "b1"): ("Một", "P1"),
    ("branch", "b2"): ("b2", "P2"),
}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({}, [], id="as in the rosters; unknown ids are named elsewhere"),
        pytest.param({("member", "m2"): ("Bình An", "P2")}, [("member_name", "m2", "b2")], id="member"),
        pytest.param({("member", "m2"): ("Bình", "P1")}, [("member_name", "m2", "b2")], id="unit of the branch"),
        pytest.param({("branch", "b1"): ("Hai", "P1")}, [("branch_name", "", "b1")], id="branch"),
        pytest.param({("branch", "b2"): ("b2", "P1")}, [("branch_name", "", "b2")], id="its unit"),
    ],
)
def test_names_are_those_of_the_rosters(
    told: dict[tuple[str, str], tuple[str, str]], expected: list[tuple[str, str, str]]
) -> None:
    found = check_names(PLAN, {**NAMES, **told}, READ)
    assert [(each.code, each.member, each.branch) for each in found] == expected


@pytest.mark.parametrize(
    ("written", "told", "is_right"),
    [
        pytest.param({}, {}, True, id="the same"),
        pytest.param({}, {"limits": Limits(1, 6)}, False, id="another maximum"),
        pytest.param({}, {"is_shortfall_allowed": True, "max_moves": 3}, True, id="what the run decides"),
        pytest.param({}, {"protect": MemberFilter((("key_cadre", True),))}, True, id="whom a re-plan protects"),
        pytest.param({}, {"order": ordered("continuity", "needs")}, True, id="the order of a re-plan"),
        pytest.param(
            {"order": ordered("needs"), "is_order_given": True},
            {"order": ordered("balance")},
            False,
            id="another order than the one written",
        ),
    ],
)
def test_the_policy_is_that_of_its_file(written: dict[str, Any], told: dict[str, Any], is_right: bool) -> None:
    file = Policy(**written)
    assert [each.code for each in check_policy(replace(file, **told), file)] == ([] if is_right else ["policy"])
