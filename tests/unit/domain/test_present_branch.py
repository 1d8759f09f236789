"""Who has to move, by where the roster says that they are and, where it is silent, by the plan before."""

from __future__ import annotations

import pytest

from reassign.domain.plan import Placement
from reassign.domain.present_branch import is_leaving, is_transferred, present_branch
from reassign.domain.roster import Member
from tests.builders import branch, instance, member

HERE = member("m1", current_branch="b1", current_branch_id="b1")


@pytest.mark.parametrize(
    ("who", "placement", "present", "transferred", "leaving"),
    [
        pytest.param(
            member("m1", current_branch="b1", current_branch_id="b1"),
            Placement("m1", "b1"),
            "b1",
            False,
            False,
            id="stays",
        ),
        pytest.param(
            member("m1", current_branch="b1", current_branch_id="b1"),
            Placement("m1", "b2"),
            "b1",
            True,
            True,
            id="leaves",
        ),
        pytest.param(
            member("m1", current_branch="old", current_branch_id="old"),
            Placement("m1", "b2"),
            "old",
            False,
            False,
            id="stays in the successor",
        ),
        pytest.param(
            member("m1", current_branch="Chi bộ cơ quan"),
            Placement("m1", "b1", from_branch="b1", reasons=("continuity",)),
            "Chi bộ cơ quan",
            True,
            True,
            id="in the office still, whatever the draft said",
        ),
        pytest.param(member("m1"), Placement("m1", "b1"), "", True, False, id="comes from nowhere"),
        pytest.param(
            member("m2"),
            Placement("m2", "b1", from_branch="b1"),
            "b1",
            False,
            False,
            id="stays where it put them",
        ),
        pytest.param(
            member("m2"),
            Placement("m2", "b2", from_branch="b1", has_moved=True),
            "b1",
            True,
            True,
            id="leaves where it put them",
        ),
    ],
)
def test_the_roster_speaks_first(
    who: Member, placement: Placement, present: str, transferred: bool, leaving: bool
) -> None:
    asked = instance([who], [branch("b1"), branch("b2")], lineage=[("old", "b2")], current={"m2": "b1"})
    assert present_branch(who, placement) == present
    assert is_transferred(asked, who, placement) is transferred
    assert is_leaving(asked, who, placement) is leaving
