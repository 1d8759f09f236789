"""Hard rule 4: members who stay together or apart."""

from __future__ import annotations

from reassign.model.rows import RuleId
from reassign.model.rules.groups import Apart, Together
from tests.builders import branch, instance, member
from tests.unit.model.linear import broken, only

COUPLE = only(
    instance(
        [member("m1", together=("x",)), member("m2"), member("m3", together=("x",))],
        [branch("b1"), branch("b2")],
    )
)
RIVALS = only(
    instance(
        [member("m1", apart=("x",)), member("m2"), member("m3", apart=("x",))],
        [branch("b1"), branch("b2")],
    )
)


def test_a_couple_has_one_difference_per_branch() -> None:
    rows = list(Together().rows(COUPLE))
    assert [(row.rule, row.subject, row.columns.tolist(), row.coefficients.tolist()) for row in rows] == [
        (RuleId.TOGETHER, ("x", "m3", "b1"), [0, 4], [1, -1]),
        (RuleId.TOGETHER, ("x", "m3", "b2"), [1, 5], [1, -1]),
    ]
    assert {(row.lower, row.upper) for row in rows} == {(0, 0)}


def test_a_couple_in_one_branch_is_feasible() -> None:
    assert broken(Together().rows(COUPLE), COUPLE, {"m1": "b2", "m2": "b1", "m3": "b2"}) == []


def test_a_couple_in_two_branches_is_infeasible() -> None:
    assert broken(Together().rows(COUPLE), COUPLE, {"m1": "b1", "m2": "b1", "m3": "b2"}) == [
        ("x", "m3", "b1"),
        ("x", "m3", "b2"),
    ]


def test_a_branch_that_only_one_of_a_couple_can_reach_is_ruled_out() -> None:
    component = only(
        instance(
            [member("m1", together=("x",)), member("m2", together=("x",), excluded_branch_ids=("b2",))],
            [branch("b1"), branch("b2")],
        )
    )
    rows = list(Together().rows(component))
    assert [(row.subject, row.columns.tolist(), row.coefficients.tolist()) for row in rows] == [
        (("x", "m2", "b1"), [0, 2], [1, -1]),
        (("x", "m2", "b2"), [1], [1]),
    ]
    assert broken(rows, component, {"m1": "b2", "m2": "b1"}) == [("x", "m2", "b1"), ("x", "m2", "b2")]


def test_rivals_have_at_most_one_place_per_branch() -> None:
    rows = list(Apart().rows(RIVALS))
    assert [(row.rule, row.subject, row.columns.tolist(), row.lower, row.upper) for row in rows] == [
        (RuleId.APART, ("x", "b1"), [0, 4], 0, 1),
        (RuleId.APART, ("x", "b2"), [1, 5], 0, 1),
    ]


def test_rivals_in_two_branches_are_feasible() -> None:
    assert broken(Apart().rows(RIVALS), RIVALS, {"m1": "b1", "m2": "b2", "m3": "b2"}) == []


def test_rivals_in_one_branch_are_infeasible() -> None:
    assert broken(Apart().rows(RIVALS), RIVALS, {"m1": "b2", "m2": "b1", "m3": "b2"}) == [("x", "b2")]


def test_a_label_that_nobody_shares_makes_no_row() -> None:
    component = only(instance([member("m1", together=("x",), apart=("y",))], [branch("b1")]))
    assert [*Together().rows(component), *Apart().rows(component)] == []
