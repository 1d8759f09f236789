"""From rosters and policy to one question: who wins where two sources speak."""

from __future__ import annotations

import pytest

from reassign.domain.policy import BranchLimit, Limits, Policy
from reassign.model.instance import is_move, is_stay, make_instance
from tests.builders import branch, instance, member, rosters


@pytest.mark.parametrize(
    ("row", "override", "expected"),
    [
        pytest.param((None, None), None, (1, 7), id="policy's default"),
        pytest.param((0, 3), None, (0, 3), id="the roster's row before the default"),
        pytest.param((0, 3), BranchLimit(min=2, max=5), (2, 5), id="the policy's exception before the row"),
        pytest.param((0, 3), BranchLimit(min=2), (2, 3), id="half an exception leaves the other half"),
        pytest.param((2, 3), BranchLimit(is_unlimited=True), (2, None), id="the maximum lifted"),
    ],
)
def test_limits_of_a_branch(
    row: tuple[int | None, int | None], override: BranchLimit | None, expected: tuple[int, int | None]
) -> None:
    limits = Limits(branches={} if override is None else {"b1": override})
    asked = make_instance(rosters([], [branch("b1", min=row[0], max=row[1])]), Policy(limits=limits), 0)
    assert (asked.minimum["b1"], asked.maximum["b1"]) == expected


def test_no_maximum_in_policy_and_row_is_no_maximum() -> None:
    policy = Policy(limits=Limits(max=None))
    asked = make_instance(rosters([], [branch("b1"), branch("b2", max=4)]), policy, 0)
    assert asked.maximum == {"b1": None, "b2": 4}


def test_pins_come_from_the_column_and_the_file() -> None:
    read = rosters([member("m1", pinned_branch_id="b1"), member("m2"), member("m3")], [branch("b1")], pins={"m2": "b1"})
    assert make_instance(read, Policy(), 0).pins == {"m1": "b1", "m2": "b1"}


def test_exclusions_come_from_the_column_and_the_file() -> None:
    read = rosters([member("m1", excluded_branch_ids=("b1",)), member("m2")], [branch("b1")], forbids=[("m2", "b1")])
    assert make_instance(read, Policy(), 0).exclusions == {("m1", "b1"), ("m2", "b1")}


def test_incumbents_come_from_the_column_without_an_incumbent_plan() -> None:
    people = [
        member("m1", current_branch="Chi bộ 1", current_branch_id="b1"),
        member("m2", current_branch="Nơi khác"),
        member("m3"),
    ]
    asked = make_instance(rosters(people, [branch("b1")]), Policy(), 0)
    assert asked.incumbents == {"m1": "b1"}
    assert asked.origins == {"m1": "b1", "m2": "Nơi khác"}


def test_an_incumbent_plan_replaces_the_column_altogether() -> None:
    people = [member("m1", current_branch="b1", current_branch_id="b1"), member("m2"), member("m3")]
    read = rosters(people, [branch("b1"), branch("b2")], current={"m2": "b2", "m3": None})
    asked = make_instance(read, Policy(), 0)
    assert asked.incumbents == {"m2": "b2"}
    assert asked.origins == {"m2": "b2"}


def test_lineage_goes_from_one_old_branch_to_several() -> None:
    read = rosters([], [branch("b1"), branch("b2")], lineage=[("cũ", "b1"), ("cũ", "b2"), ("xưa", "b2")])
    assert make_instance(read, Policy(), 0).successors == {"cũ": {"b1", "b2"}, "xưa": {"b2"}}


@pytest.mark.parametrize(
    ("person", "place", "stays", "moves"),
    [
        pytest.param("m1", "b1", True, False, id="same branch"),
        pytest.param("m1", "b2", True, False, id="successor of a branch that goes on"),
        pytest.param("m1", "b3", False, True, id="elsewhere"),
        pytest.param("m2", "b1", False, False, id="joiner"),
    ],
)
def test_staying_and_moving(person: str, place: str, stays: bool, moves: bool) -> None:
    asked = instance(
        [member("m1", current_branch_id="b1"), member("m2")],
        [branch("b1"), branch("b2"), branch("b3")],
        lineage=[("b1", "b2")],
    )
    assert (is_stay(asked, person, place), is_move(asked, person, place)) == (stays, moves)


def test_order_of_rows_is_forgotten() -> None:
    forwards = rosters([member("m1"), member("m2")], [branch("b1"), branch("b2")])
    backwards = rosters([member("m2"), member("m1")], [branch("b2"), branch("b1")])
    assert make_instance(forwards, Policy(), 3) == make_instance(backwards, Policy(), 3)
