"""Hard rule 5: how many may move, and who may not."""

from __future__ import annotations

from reassign.domain.policy import MemberFilter, Policy
from reassign.model.component import Component
from reassign.model.rows import RuleId
from reassign.model.rules.moves import MaxMoves, Protect
from tests.builders import branch, instance, member
from tests.unit.model.linear import broken, only


def component_with(policy: Policy) -> Component:
    """m1 comes from b1, m2 from an old branch that b2 succeeds, m3 from nowhere."""
    return only(
        instance(
            [member("m1", current_branch_id="b1", key_cadre=True), member("m2", current_branch_id="cũ"), member("m3")],
            [branch("b1"), branch("b2")],
            lineage=[("cũ", "b2")],
            policy=policy,
        )
    )


def test_the_limit_counts_those_who_leave_their_branch_and_its_successors() -> None:
    (row,) = MaxMoves().rows(component_with(Policy(max_moves=1)))
    assert (row.rule, row.subject, row.columns.tolist(), row.lower, row.upper) == (RuleId.MAX_MOVES, (), [1, 2], 0, 1)


def test_as_many_moves_as_allowed_are_feasible() -> None:
    component = component_with(Policy(max_moves=1))
    assert broken(MaxMoves().rows(component), component, {"m1": "b2", "m2": "b2", "m3": "b1"}) == []


def test_one_move_too_many_is_infeasible() -> None:
    component = component_with(Policy(max_moves=1))
    assert broken(MaxMoves().rows(component), component, {"m1": "b2", "m2": "b1", "m3": "b1"}) == [()]


def test_without_a_limit_there_is_no_row() -> None:
    component = component_with(Policy())
    assert [*MaxMoves().rows(component), *Protect().rows(component)] == []


PROTECTED = component_with(Policy(protect=MemberFilter((("key_cadre", True),))))


def test_a_protected_member_has_no_column_that_moves() -> None:
    (row,) = Protect().rows(PROTECTED)
    assert (row.rule, row.subject, row.columns.tolist(), row.lower, row.upper) == (
        RuleId.PROTECT,
        ("m1",),
        [1],
        0,
        0,
    )


def test_a_protected_member_who_stays_is_feasible() -> None:
    assert broken(Protect().rows(PROTECTED), PROTECTED, {"m1": "b1", "m2": "b1", "m3": "b1"}) == []


def test_a_protected_member_who_moves_is_infeasible() -> None:
    assert broken(Protect().rows(PROTECTED), PROTECTED, {"m1": "b2", "m2": "b2", "m3": "b1"}) == [("m1",)]
