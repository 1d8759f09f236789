"""What rosters and policy ask: who may go where, how far it is, where people come from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reassign.check.question import matches, settle
from reassign.domain.policy import BranchLimit, Dropped, Limits, MemberFilter, Policy
from reassign.domain.roster import Branch
from tests.builders import branch, member, rosters

FREE = Policy(limits=Limits(0, None))


@pytest.mark.parametrize(
    ("attributes", "is_matched"),
    [
        pytest.param((("pinned_branch", "b1"),), True, id="pinned"),
        pytest.param((("pinned_branch", "b2"),), False, id="pinned elsewhere"),
        pytest.param((("excluded_branches", "b2"),), True, id="excluded"),
        pytest.param((("excluded_branches", "b1"),), False, id="not excluded"),
        pytest.param((("fields", "y tế"), ("status", "official")), True, id="both"),
        pytest.param((("fields", "y tế"), ("status", "probationary")), False, id="one of two"),
        pytest.param((("status", "probationary"), ("fields", "y tế")), False, id="the other of two"),
        pytest.param((), True, id="nothing asked"),
    ],
)
def test_a_filter_names_columns_as_the_roster_does(
    attributes: tuple[tuple[str, str | bool], ...], is_matched: bool
) -> None:
    person = member(
        "m1", pinned_branch_id="b1", excluded_branch_ids=("b2", "b3"), fields=("y tế", "an ninh"), status="official"
    )
    assert matches(person, MemberFilter(attributes)) is is_matched


def test_one_alternative_is_enough() -> None:
    wanted = MemberFilter((("key_cadre", True),), (MemberFilter((("exempt", True),)),))
    assert matches(member("m1", exempt=True), wanted)
    assert matches(member("m1", key_cadre=True), wanted)
    assert not matches(member("m1"), wanted)


@pytest.mark.parametrize(
    ("here", "there", "metres"),
    [
        pytest.param((0.0, 0.0), (0.0, 180.0), 20_015_114, id="half the equator"),
        pytest.param((0.0, 0.0), (90.0, 0.0), 10_007_557, id="to the pole"),
        pytest.param((0.0, 0.0), (0.0, -180.0), 20_015_114, id="the other way round"),
        pytest.param((10.7769, 106.7009), (10.7626, 106.6602), 4_722, id="two wards of a city"),
        pytest.param((60.0, 0.0), (60.0, 90.0), 4_604_546, id="across the meridians of the north"),
        pytest.param((10.0, 106.0), (10.0, 106.0), 0, id="the same point"),
    ],
)
def test_distance_is_that_of_the_great_circle(
    here: tuple[float, float], there: tuple[float, float], metres: int
) -> None:
    person = member("m1", latitude=here[0], longitude=here[1])
    place = branch("b1", latitude=there[0], longitude=there[1])
    assert settle(rosters([person], [place]), FREE, 0).distance("m1", "b1") == metres


@pytest.mark.parametrize(
    "place",
    [branch("b1"), branch("b1", latitude=1.0), branch("b1", longitude=1.0)],
    ids=["no point", "no longitude", "no latitude"],
)
def test_half_a_point_is_no_place(place: Branch) -> None:
    person = member("m1", latitude=1.0, longitude=1.0)
    assert settle(rosters([person], [place]), FREE, 0).distance("m1", "b1") is None


def test_a_table_alone_decides_even_where_it_is_silent() -> None:
    person = member("m1", latitude=1.0, longitude=1.0)
    places = [branch("b1", latitude=1.0, longitude=2.0), branch("b2"), branch("b3", "P2")]
    question = settle(rosters([person, member("m2")], places, distances={"m1": {"b2": 7, "b3": 9}}), FREE, 0)
    assert question.has_distances
    assert [question.distance("m1", place) for place in ("b1", "b2", "b3")] == [None, 7, 9]
    assert question.distance("m2", "b2") is None


def test_a_pair_without_distance_is_no_candidate_where_the_policy_forbids_it_but_a_pin_holds() -> None:
    read = rosters(
        [member("m1"), member("m2", pinned_branch_id="b1")],
        [branch("b1"), branch("b2")],
        distances={"m1": {"b2": 0}},
    )
    question = settle(read, Policy(limits=Limits(0, None), distance_missing="forbidden"), 0)
    assert (question.candidates("m1"), question.candidates("m2")) == (("b2",), ("b1",))


def test_a_dropped_pin_or_forbid_does_not_hold_but_only_for_its_pair() -> None:
    read = rosters(
        [member("m1", pinned_branch_id="b1"), member("m2", pinned_branch_id="b1"), member("m3")],
        [branch("b1"), branch("b2")],
        forbids=[("m3", "b1"), ("m3", "b2")],
    )
    dropped = (Dropped("pin", "m1", "b1"), Dropped("forbid", "m3", "b2"), Dropped("forbid", "m2", "b1"))
    question = settle(read, Policy(limits=Limits(0, None), dropped=dropped), 0)
    assert {person: question.candidates(person) for person in question.members} == {
        "m1": ("b1", "b2"),
        "m2": ("b1",),
        "m3": ("b2",),
    }
    assert question.pins == {"m2": "b1"}


def test_what_is_kept_as_a_pin_is_not_dropped_as_a_forbid_and_the_other_way_round() -> None:
    read = rosters(
        [member("m1", pinned_branch_id="b1"), member("m2")], [branch("b1"), branch("b2")], forbids=[("m2", "b1")]
    )
    dropped = (Dropped("forbid", "m1", "b1"), Dropped("pin", "m2", "b1"))
    question = settle(read, Policy(limits=Limits(0, None), dropped=dropped), 0)
    assert (question.candidates("m1"), question.candidates("m2")) == (("b1",), ("b2",))


def test_everything_stands_in_the_order_of_the_ids() -> None:
    places = [branch("b2"), branch("b10"), branch("b1", "P2")]
    question = settle(rosters([member("m2"), member("m1")], places), Policy(scope="any"), 0)
    assert (list(question.members), list(question.branches)) == (["m1", "m2"], ["b1", "b10", "b2"])
    assert question.candidates("m2") == ("b1", "b10", "b2")


def test_a_unit_without_branches_has_no_candidates() -> None:
    assert settle(rosters([member("m1", "P9")], [branch("b1")]), FREE, 0).candidates("m1") == ()


@pytest.mark.parametrize(
    ("limits", "row", "expected"),
    [
        pytest.param(Limits(2, 5), {}, (2, 5), id="policy"),
        pytest.param(Limits(2, 5), {"min": 0, "max": 3}, (0, 3), id="row"),
        pytest.param(Limits(2, 5, {"b1": BranchLimit(min=3, max=4)}), {"min": 0, "max": 9}, (3, 4), id="exception"),
        pytest.param(Limits(2, 5, {"b1": BranchLimit(min=1)}), {"max": 9}, (1, 9), id="half an exception"),
        pytest.param(Limits(2, 5, {"b2": BranchLimit(min=1)}), {}, (2, 5), id="of another branch"),
        pytest.param(Limits(2, 5, {"b1": BranchLimit(is_unlimited=True)}), {"max": 9}, (2, None), id="no maximum"),
        pytest.param(Limits(2, None), {}, (2, None), id="none in the policy"),
    ],
)
def test_the_exception_wins_over_the_row_and_the_row_over_the_policy(
    limits: Limits, row: dict[str, Any], expected: tuple[int, int | None]
) -> None:
    question = settle(rosters([member("m1")], [branch("b1", **row)]), Policy(limits=limits), 0)
    assert (question.minimum["b1"], question.maximum["b1"]) == expected


def test_people_come_from_what_the_roster_says_and_stay_in_it_or_in_its_successors() -> None:
    people = [
        member("m1", current_branch_id="b1", current_branch="Chi bộ 1"),
        member("m2", current_branch_id="old"),
        member("m3", current_branch="Văn phòng"),
        member("m4"),
    ]
    read = rosters(
        people, [branch("b1"), branch("b2"), branch("b3")], lineage=[("old", "b2"), ("old", "b3"), ("x", "b1")]
    )
    question = settle(read, FREE, 0)
    assert question.origins == {"m1": "b1", "m2": "old", "m3": "Văn phòng"}
    assert {
        person: [place for place in question.branches if question.is_stay(person, place)] for person in question.members
    } == {
        "m1": ["b1"],
        "m2": ["b2", "b3"],
        "m3": [],
        "m4": [],
    }
    assert [person for person in question.members if question.is_move(person, "b1")] == ["m2"]


def test_an_incumbent_plan_says_where_people_are_whatever_the_roster_says() -> None:
    people = [member("m1", current_branch_id="b1"), member("m2", current_branch_id="b1")]
    question = settle(rosters(people, [branch("b1"), branch("b2")], current={"m1": "b2", "m2": None}), FREE, 0)
    assert (question.stays, question.origins) == ({"m1": frozenset({"b2"})}, {"m1": "b2"})


def test_a_lot_is_the_first_twenty_bits_of_the_digest() -> None:
    # printf '0|m1|b1' | sha256sum begins with these five digits.
    question = settle(rosters([member("m1")], [branch("b1")]), FREE, 0)
    assert question.lot("m1", "b1") == 0x29086


def test_a_table_of_lots_draws_in_the_place_of_the_seed() -> None:
    read = replace(rosters([member("m1"), member("m2")], [branch("b1")]), lots={"m1": {"b1": 7}})
    question = settle(read, FREE, 0)
    assert question.lot("m1", "b1") == 7
    assert (question.lot("m1", "b2"), question.lot("m2", "b1")) == (2**20 - 1, 2**20 - 1)
