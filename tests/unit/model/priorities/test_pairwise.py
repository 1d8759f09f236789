"""Priorities that are sums over pairs: in charge, residence, continuity, distance, the draw."""

from __future__ import annotations

import pytest

from reassign.domain.policy import Policy
from reassign.model.priorities.continuity import Continuity
from reassign.model.priorities.distance import Distance
from reassign.model.priorities.draw import Draw
from reassign.model.priorities.in_charge import InCharge, is_in_charge
from reassign.model.priorities.residence import Residence, closeness
from tests.builders import branch, instance, member, ordered
from tests.unit.model.linear import only, received


@pytest.mark.parametrize(
    ("entry", "unit", "expected"),
    [
        pytest.param("b1", "P1", True, id="by id"),
        pytest.param("b1", "P2", True, id="by id from another unit"),
        pytest.param("Chi bộ 1", "P1", True, id="by name"),
        pytest.param("KP 1", "P1", True, id="by area"),
        pytest.param("Chi bộ 1", "P2", False, id="by name in another unit"),
        pytest.param("KP 1", "P2", False, id="by area in another unit"),
        pytest.param("KP 2", "P1", False, id="another area"),
    ],
)
def test_who_is_in_charge(entry: str, unit: str, expected: bool) -> None:
    place = branch("b1", name="Chi bộ 1", areas=("KP 1",))
    assert is_in_charge(member("m1", unit, in_charge_of=(entry,)), place) is expected


def test_in_charge_counts_members_in_their_branch() -> None:
    asked = instance([member("m1", in_charge_of=("b2",)), member("m2")], [branch("b1"), branch("b2")])
    component = only(asked)
    assert InCharge().terms(component).pair_values.tolist() == [0, 1, 0, 0]
    assert InCharge().value(component, received(component, {"m1": "b2", "m2": "b1"})) == 1
    assert InCharge().has_data(asked)
    assert not InCharge().has_data(instance([member("m1")], [branch("b1")]))


@pytest.mark.parametrize(
    ("unit", "area", "expected"),
    [
        pytest.param("P1", "KP 1", 2, id="in the area"),
        pytest.param("P1", "KP 2", 1, id="in the unit"),
        pytest.param("P1", "", 1, id="in the unit, area unknown"),
        pytest.param("P2", "KP 1", 0, id="the area's name in another unit"),
        pytest.param("", "KP 1", 0, id="unit unknown"),
    ],
)
def test_closeness_of_home_and_branch(unit: str, area: str, expected: int) -> None:
    assert closeness(member("m1", residence_unit=unit, residence_area=area), branch("KP 1")) == expected


def test_residence_adds_up_closeness() -> None:
    asked = instance(
        [member("m1", residence_unit="P1", residence_area="b1"), member("m2", residence_unit="P9")],
        [branch("b1"), branch("b2")],
    )
    component = only(asked)
    assert Residence().terms(component).pair_values.tolist() == [2, 1, 0, 0]
    assert Residence().value(component, received(component, {"m1": "b1", "m2": "b2"})) == 2
    assert Residence().has_data(asked)
    assert not Residence().has_data(instance([member("m1")], [branch("b1")]))


def test_continuity_counts_those_in_their_branch_or_a_successor() -> None:
    asked = instance(
        [member("m1", current_branch_id="b1"), member("m2", current_branch_id="cũ"), member("m3")],
        [branch("b1"), branch("b2")],
        lineage=[("cũ", "b2"), ("b1", "b2")],
    )
    component = only(asked)
    assert Continuity().terms(component).pair_values.tolist() == [1, 1, 0, 1, 0, 0]
    assert Continuity().value(component, received(component, {"m1": "b2", "m2": "b1", "m3": "b1"})) == 1
    assert Continuity().has_data(asked)


def test_the_incumbents_of_leavers_are_no_data_for_continuity() -> None:
    assert not Continuity().has_data(instance([member("m1")], [branch("b1")], current={"gone": "b1"}))


def test_distance_adds_up_the_table_and_counts_absent_pairs_as_zero() -> None:
    asked = instance(
        [member("m1"), member("m2")],
        [branch("b1"), branch("b2")],
        policy=Policy(order=ordered("distance")),
        distances={"m1": {"b1": 300, "b2": 5}, "m2": {"b1": 40}},
    )
    component = only(asked)
    assert Distance().terms(component).pair_values.tolist() == [300, 5, 40, 0]
    assert Distance().value(component, received(component, {"m1": "b1", "m2": "b2"})) == 300
    assert Distance().has_data(asked)


@pytest.mark.parametrize(
    ("member_latitude", "branch_latitude", "expected"),
    [
        pytest.param(10.7, 10.8, True, id="both sides"),
        pytest.param(None, 10.8, False, id="branches alone"),
        pytest.param(10.7, None, False, id="members alone"),
    ],
)
def test_coordinates_are_data_only_on_both_sides(
    member_latitude: float | None,
    branch_latitude: float | None,
    expected: bool,
) -> None:
    asked = instance(
        [member("m1", latitude=member_latitude, longitude=106.7)],
        [branch("b1", latitude=branch_latitude, longitude=106.7)],
    )
    assert Distance().has_data(asked) is expected


def test_the_draw_adds_up_the_lots() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1")], seed=7)
    component = only(asked)
    lots = Draw().terms(component).pair_values.tolist()
    assert Draw().value(component, received(component, {"m1": "b1", "m2": "b1"})) == sum(lots)
    assert lots[0] != lots[1]
    assert Draw().has_data(asked)
    assert not Draw().has_data(instance([], [branch("b1")]))
