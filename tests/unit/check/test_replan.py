"""What a re-plan tells about the plan before it: one ward, in which everything happens to somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from reassign.check.replan import check_replan
from reassign.domain.plan import BranchLoad, Placement, Plan
from reassign.domain.policy import Limits, Policy
from reassign.domain.replanning import LostOwner, Revision, ToldReplan
from tests.builders import branch, member, rosters

REVISION = Revision(
    pins={"m2": "b2"},
    task_owners={("b1", "a"): "m1", ("b1", "b"): "m9", ("b2", "c"): "m2", ("gone", "a"): "m3", ("b2", "z"): "m1"},
    placed={"m1": "b1", "m2": "b2", "m3": "gone", "m9": "b1"},
)
READ = replace(
    rosters(
        [member("m1"), member("m2", pinned_branch_id="b2"), member("m3"), member("m4"), member("m5")],
        [branch("b1", needs=("a", "b")), branch("b2", needs=("c",))],
        current={"m1": "b1", "m2": "b2", "m3": None, "m4": None, "m5": "b1"},
    ),
    current_names={"m3": "gone"},
    former_names={"gone": "Chi bộ cũ"},
    revision=REVISION,
)
# m1 moves, m2 and m5 stay, m3 comes from a closed branch, m4 is new, m9 has left; a and b of b1 change hands.
PLAN = Plan(
    "optimal",
    (),
    (
        Placement("m3", "b1"),
        Placement("m4", "b1"),
        Placement("m5", "b1"),
        Placement("m1", "b2"),
        Placement("m2", "b2"),
    ),
    (BranchLoad("b1", 3, 0, None, covered={"a": "m4"}), BranchLoad("b2", 2, 0, None, covered={"c": "m2"})),
)
HONEST = ToldReplan(
    moves=(("m1", "b1", "b2"),),
    stayed=2,
    joiners=("m4",),
    leavers=("m9",),
    pins={"m2": "b2"},
    as_of=None,
    lost=(LostOwner("b1", "a", "m1", "m4"), LostOwner("b1", "b", "m9", "")),
    closed=(("m3", "gone", "b1"),),
)


def wrong(**told: Any) -> list[Any]:
    """The places of the re-plan that do not hold."""
    found = list(check_replan(READ, Policy(limits=Limits(0, None)), PLAN, 0, replace(HONEST, **told)))
    assert all(each.code == "replan" for each in found)
    return [each.parameters["place"] for each in found]


def test_the_truth_is_right() -> None:
    assert wrong() == []


@pytest.mark.parametrize(
    ("told", "place"),
    [
        pytest.param({"moves": ()}, "moves", id="a move hidden"),
        pytest.param({"moves": (("m1", "b1", "b1"),)}, "moves", id="to another branch"),
        pytest.param({"moves": (("m1", "b2", "b2"),)}, "moves", id="from another branch"),
        pytest.param({"moves": (("m1", "b1", "b2"), ("m2", "b2", "b2"))}, "moves", id="a move invented"),
        pytest.param({"stayed": 1}, "stayed", id="stayers"),
        pytest.param({"closed": ()}, "closed", id="a closed branch hidden"),
        pytest.param({"closed": (("m3", "b2", "b1"),)}, "closed", id="another closed branch"),
        pytest.param({"joiners": ()}, "joiners", id="a joiner hidden"),
        pytest.param({"joiners": ("m3", "m4")}, "joiners", id="who was in a closed branch is no joiner"),
        pytest.param({"leavers": ()}, "leavers", id="a leaver hidden"),
        pytest.param({"leavers": ("m1", "m9")}, "leavers", id="a leaver invented"),
        pytest.param({"pins": {}}, "pins", id="a pin hidden"),
        pytest.param({"lost": HONEST.lost[:1]}, "lost_owners", id="a need without owner hidden"),
        pytest.param({"lost": (HONEST.lost[0], LostOwner("b1", "b", "m9", "m4"))}, "lost_owners", id="owner invented"),
        pytest.param({"lost": (HONEST.lost[1], LostOwner("b1", "a", "m9", "m4"))}, "lost_owners", id="old owner"),
    ],
)
def test_every_other_tale_is_named_by_its_place(told: Mapping[str, Any], place: str) -> None:
    assert wrong(**told) == [f"replan.{place}"]


def test_lists_of_people_may_stand_in_any_order() -> None:
    assert wrong(lost=HONEST.lost[::-1]) == []


def test_an_incumbent_list_that_is_no_plan_knows_neither_leavers_nor_pins() -> None:
    bare = replace(READ, revision=None)
    told = replace(HONEST, leavers=("somebody",), pins={}, lost=())
    assert list(check_replan(bare, Policy(limits=Limits(0, None)), PLAN, 0, told)) == []
    unplaced = replace(READ, revision=replace(REVISION, placed={}))
    assert list(check_replan(unplaced, Policy(limits=Limits(0, None)), PLAN, 0, replace(HONEST, leavers=()))) == []
    pinned = list(check_replan(bare, Policy(limits=Limits(0, None)), PLAN, 0, replace(told, pins={"m2": "b2"})))
    assert [each.parameters["place"] for each in pinned] == ["replan.pins"]


def test_a_list_without_branches_has_no_leavers_to_judge() -> None:
    unplaced = replace(READ, revision=replace(REVISION, placed={}))
    told = replace(HONEST, leavers=("somebody",))
    assert list(check_replan(unplaced, Policy(limits=Limits(0, None)), PLAN, 0, told)) == []


def test_every_move_tells_where_it_comes_from() -> None:
    read = replace(READ, current={**dict(READ.current or {}), "m5": "b2"})
    told = replace(HONEST, moves=(("m5", "b2", "b1"), ("m1", "b1", "b2")), stayed=1)
    assert list(check_replan(read, Policy(limits=Limits(0, None)), PLAN, 0, told)) == []
    for moves in ((("m5", "gone", "b1"), ("m1", "b1", "b2")), (("m5", "b2", "b1"), ("m1", "gone", "b2"))):
        found = list(check_replan(read, Policy(limits=Limits(0, None)), PLAN, 0, replace(told, moves=moves)))
        assert [each.parameters["place"] for each in found] == ["replan.moves"]


def test_an_old_branch_with_a_successor_is_not_closed() -> None:
    people = [member("m1"), member("m2")]
    read = replace(
        rosters(people, [branch("b1")], lineage=[("old", "b1")], current={"m1": "old", "m2": None}),
        current_names={"m2": "gone"},
        former_names={"old": "Chi bộ cũ", "gone": "Chi bộ cũ khác"},
    )
    plan = Plan("optimal", (), (Placement("m1", "b1"), Placement("m2", "b1")), (BranchLoad("b1", 2, 0, None),))
    told = ToldReplan(
        moves=(), stayed=1, joiners=(), leavers=(), pins={}, as_of=None, lost=(), closed=(("m2", "gone", "b1"),)
    )
    assert list(check_replan(read, Policy(limits=Limits(0, None)), plan, 0, told)) == []
