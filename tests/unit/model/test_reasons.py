"""Why somebody is where they are, in the order of the policy."""

from __future__ import annotations

import pytest

from reassign.domain.instance import Instance
from reassign.domain.plan import BranchLoad
from reassign.domain.policy import Policy
from reassign.model.reasons import reasons_for
from tests.builders import branch, instance, member, ordered
from tests.unit.model.placing import put


def reasons(asked: Instance, load: BranchLoad, *, is_interchangeable: bool = False) -> tuple[str, ...]:
    """Reasons of m1 in b1, with the tasks that the load gives."""
    placed = put(asked, {person.id: "b1" for person in asked.members})
    tasks = [field for field, owner in load.covered.items() if owner == "m1"]
    return reasons_for(placed, placed.members["m1"], load, tasks, is_interchangeable=is_interchangeable)


@pytest.mark.parametrize(
    ("asked", "load", "expected"),
    [
        pytest.param(
            instance([member("m1")], [branch("b1")], pins={"m1": "b1"}),
            BranchLoad("b1", 1, 1, 7),
            ("pinned",),
            id="pin",
        ),
        pytest.param(
            instance([member("m1", in_charge_of=("b1",))], [branch("b1")]),
            BranchLoad("b1", 1, 1, 7),
            ("in_charge",),
            id="in charge",
        ),
        pytest.param(
            instance([member("m1", key_cadre=True)], [branch("b1", special=True)]),
            BranchLoad("b1", 1, 1, 7),
            ("special",),
            id="special",
        ),
        pytest.param(
            instance([member("m1", residence_unit="P1", residence_area="b1")], [branch("b1")]),
            BranchLoad("b1", 1, 1, 7),
            ("residence_area",),
            id="area",
        ),
        pytest.param(
            instance([member("m1", residence_unit="P1")], [branch("b1")]),
            BranchLoad("b1", 1, 1, 7),
            ("residence_unit", "minimum"),
            id="unit alone does not say why this branch",
        ),
        pytest.param(
            instance([member("m1", fields=("y tế",))], [branch("b1", needs=("y tế",))]),
            BranchLoad("b1", 1, 1, 7, covered={"y tế": "m1"}),
            ("need:y tế",),
            id="need",
        ),
        pytest.param(
            instance([member("m1", committee_eligible=True)], [branch("b1", committee_vacancies=1)]),
            BranchLoad("b1", 1, 1, 7, committee_candidates=("m1",)),
            ("committee",),
            id="committee",
        ),
        pytest.param(
            instance([member("m1", eligible_posts=("phó",))], [branch("b1", vacant_posts=("phó",))]),
            BranchLoad("b1", 1, 1, 7, posts={"phó": ("m1",)}),
            ("post:phó",),
            id="post",
        ),
        pytest.param(
            instance([member("m1", current_branch_id="b1")], [branch("b1")]),
            BranchLoad("b1", 1, 1, 7),
            ("continuity",),
            id="continuity",
        ),
        pytest.param(
            instance([member("m1")], [branch("b1", min=0)]), BranchLoad("b1", 1, 0, 7), ("balance",), id="balance"
        ),
        pytest.param(
            instance([member("m1")], [branch("b1")], distances={"m1": {"b1": 5}}),
            BranchLoad("b1", 1, 1, 7),
            ("minimum", "distance"),
            id="minimum and distance",
        ),
        pytest.param(
            instance([member("m1")], [branch("b1", min=0)], policy=Policy(order=())),
            BranchLoad("b1", 1, 0, 7),
            ("draw",),
            id="nothing else",
        ),
    ],
)
def test_each_code(asked: Instance, load: BranchLoad, expected: tuple[str, ...]) -> None:
    assert reasons(asked, load) == expected


@pytest.mark.parametrize("order", [("residence", "in_charge"), ("in_charge", "residence")])
def test_codes_follow_the_order_of_the_policy(order: tuple[str, str]) -> None:
    asked = instance(
        [member("m1", in_charge_of=("b1",), residence_unit="P1", residence_area="b1")],
        [branch("b1")],
        policy=Policy(order=ordered(*order)),
    )
    codes = {"residence": "residence_area", "in_charge": "in_charge"}
    assert reasons(asked, BranchLoad("b1", 1, 1, 7)) == tuple(codes[name] for name in order)


def test_a_place_that_could_be_swapped_was_drawn() -> None:
    asked = instance([member("m1", residence_unit="P1", residence_area="b1")], [branch("b1")])
    found = reasons(asked, BranchLoad("b1", 1, 1, 7), is_interchangeable=True)
    assert found == ("residence_area", "draw")
