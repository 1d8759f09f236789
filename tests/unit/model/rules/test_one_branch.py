"""Hard rule 1: every member gets exactly one branch."""

from __future__ import annotations

from reassign.model.rows import RuleId
from reassign.model.rules.one_branch import OneBranch
from tests.builders import branch, instance, member
from tests.unit.model.linear import broken, only

TWO_BY_TWO = instance([member("m1"), member("m2")], [branch("b1"), branch("b2")])


def test_one_row_per_member_counts_its_candidates_to_exactly_one() -> None:
    rows = list(OneBranch().rows(only(TWO_BY_TWO)))
    assert [(row.rule, row.subject, row.columns.tolist(), row.lower, row.upper) for row in rows] == [
        (RuleId.ONE_BRANCH, ("m1",), [0, 1], 1, 1),
        (RuleId.ONE_BRANCH, ("m2",), [2, 3], 1, 1),
    ]


def test_everybody_placed_once_is_feasible() -> None:
    component = only(TWO_BY_TWO)
    assert broken(OneBranch().rows(component), component, {"m1": "b1", "m2": "b1"}) == []


def test_somebody_left_out_is_infeasible() -> None:
    component = only(TWO_BY_TWO)
    assert broken(OneBranch().rows(component), component, {"m1": "b1"}) == [("m2",)]
