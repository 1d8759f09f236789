"""What each priority is worth in a branch, and the columns and rows that say so in a certificate."""

from __future__ import annotations

from typing import Any

import pytest

from reassign.check.linear import Auxiliary, Column, Key, Row, pair
from reassign.check.priorities.registry import PRIORITIES, reported_levels
from reassign.check.question import settle
from reassign.domain.policy import Limits, Policy, Priority
from reassign.domain.roster import Branch, Member
from tests.builders import branch, member, ordered, rosters

FREE = Limits(min=0, max=None)
ONE, TWO, THREE = pair("m1", "b1"), pair("m2", "b1"), pair("m3", "b1")


def value(name: Priority, place: Branch, *people: Member, **policy: Any) -> int:
    """What the branch adds when it receives these members."""
    question = settle(rosters(people, [place]), Policy(**{"limits": FREE, **policy}), 0)
    return PRIORITIES[name].value_in(question, place, people)


def auxiliary(name: Priority, place: Branch, *people: Member, **policy: Any) -> Auxiliary:
    """Columns and rows of the branch when these members may be placed there."""
    question = settle(rosters(people, [place]), Policy(**{"limits": FREE, **policy}), 0)
    return PRIORITIES[name].auxiliary(question, place, people)


def link(*key: str | int) -> Key:
    return ("link", *key)


@pytest.mark.parametrize(
    ("count", "square"),
    [pytest.param("received", 4, id="received"), pytest.param("total", 49, id="with those who are there")],
)
def test_balance_is_the_square_of_the_load(count: str, square: int) -> None:
    people = (member("m1"), member("m2"))
    assert value(Priority.BALANCE, branch("b1", members_now=5), *people, balance_count=count) == square


def test_nobody_there_counts_as_none() -> None:
    assert value(Priority.BALANCE, branch("b1"), member("m1"), balance_count="total") == 1


def test_balance_has_a_column_for_every_step_above_the_minimum_worth_what_it_adds_to_the_square() -> None:
    people = (member("m1"), member("m2"), member("m3"))
    found = auxiliary(Priority.BALANCE, branch("b1", min=1, max=7), *people)
    two, three = Column(("balance", "b1", "2"), 1, 3), Column(("balance", "b1", "3"), 1, 5)
    coefficients = {ONE: 1, TWO: 1, THREE: 1, two.key: -1, three.key: -1}
    assert found == Auxiliary((two, three), (Row(link("balance", "b1"), coefficients, 1, 1),), 1)


@pytest.mark.parametrize(
    ("place", "policy", "steps", "constant"),
    [
        pytest.param(branch("b1", min=0, max=2), {}, ["1", "2"], 0, id="up to the maximum"),
        pytest.param(branch("b1", min=2, max=2), {}, [], 4, id="no choice"),
        pytest.param(branch("b1", min=2), {"is_shortfall_allowed": True}, ["1", "2", "3"], 0, id="shortfall"),
        pytest.param(branch("b1", min=9), {}, [], 9, id="more asked for than there are"),
        pytest.param(branch("b1", min=2, members_now=4), {"balance_count": "total"}, ["3"], 36, id="total"),
    ],
)
def test_balance_has_no_step_that_cannot_be(
    place: Branch, policy: dict[str, Any], steps: list[str], constant: int
) -> None:
    found = auxiliary(Priority.BALANCE, place, member("m1"), member("m2"), member("m3"), **policy)
    assert [column.key[-1] for column in found.columns] == steps
    assert (found.constant, bool(found.rows)) == (constant, bool(steps))


def test_steps_begin_at_those_who_are_there_when_the_total_counts() -> None:
    found = auxiliary(Priority.BALANCE, branch("b1", min=0, members_now=4), member("m1"), balance_count="total")
    assert ([column.worth for column in found.columns], found.constant) == ([9], 16)


def test_a_committee_fills_no_more_than_its_vacancies() -> None:
    people = (member("m1", committee_eligible=True), member("m2", committee_eligible=True), member("m3"))
    assert value(Priority.COMMITTEE, branch("b1", committee_vacancies=1), *people) == 1
    assert value(Priority.COMMITTEE, branch("b1", committee_vacancies=3), *people) == 2
    found = auxiliary(Priority.COMMITTEE, branch("b1", committee_vacancies=3), *people)
    column = Column(("committee", "b1"), 2, 1)
    assert found == Auxiliary((column,), (Row(link("committee", "b1"), {ONE: 1, TWO: 1, column.key: -1}, 0, None),))


@pytest.mark.parametrize(
    ("name", "place", "person"),
    [
        pytest.param(Priority.COMMITTEE, branch("b1"), member("m1", committee_eligible=True), id="no vacancy"),
        pytest.param(Priority.COMMITTEE, branch("b1", committee_vacancies=1), member("m1"), id="nobody eligible"),
        pytest.param(Priority.SPECIAL, branch("b1"), member("m1", key_cadre=True), id="not special"),
        pytest.param(Priority.SPECIAL, branch("b1", special=True), member("m1"), id="no key cadre"),
        pytest.param(Priority.NEEDS, branch("b1", needs=("a",)), member("m1"), id="nobody with the field"),
        pytest.param(Priority.NEEDS, branch("b1", needs=("a",)), member("m1", fields=("a",), exempt=True), id="exempt"),
        pytest.param(Priority.POSTS, branch("b1", vacant_posts=("p",)), member("m1"), id="nobody for the post"),
        pytest.param(Priority.SHORTFALL, branch("b1"), member("m1"), id="no minimum"),
        pytest.param(Priority.RESIDENCE, branch("b1"), member("m1", residence_unit="P1"), id="pairs say it all"),
    ],
)
def test_what_cannot_be_has_no_column(name: Priority, place: Branch, person: Member) -> None:
    assert auxiliary(name, place, person) == Auxiliary((), (), 0)
    assert PRIORITIES[name].value_in(settle(rosters([person], [place]), Policy(limits=FREE), 0), place, ()) == 0


def test_a_special_branch_counts_once_however_many_key_cadres_it_receives() -> None:
    people = (member("m1", key_cadre=True), member("m2"), member("m3", key_cadre=True))
    assert value(Priority.SPECIAL, branch("b1", special=True), *people) == 1
    assert value(Priority.SPECIAL, branch("b1", special=True), people[1]) == 0
    assert value(Priority.SPECIAL, branch("b1"), *people) == 0
    column = Column(("special", "b1"), 1, 1)
    row = Row(link("special", "b1"), {ONE: 1, THREE: 1, column.key: -1}, 0, None)
    assert auxiliary(Priority.SPECIAL, branch("b1", special=True), *people) == Auxiliary((column,), (row,))


def test_a_need_counts_its_weight_once_and_not_through_the_exempt() -> None:
    place = branch("b1", needs=("a", "b", "c"))
    people = (
        member("m1", fields=("a", "z")),
        member("m2", fields=("a", "b")),
        member("m3", fields=("c",), exempt=True),
    )
    assert value(Priority.NEEDS, place, *people, needs_weights={"b": 5, "c": 7}) == 1 + 5
    a, b = Column(("needs", "b1", "a"), 1, 1), Column(("needs", "b1", "b"), 1, 5)
    assert auxiliary(Priority.NEEDS, place, *people, needs_weights={"b": 5, "c": 7}) == Auxiliary(
        (a, b),
        (
            Row(link("needs", "b1", "a"), {ONE: 1, TWO: 1, a.key: -1}, 0, None),
            Row(link("needs", "b1", "b"), {TWO: 1, b.key: -1}, 0, None),
        ),
    )


def test_a_need_of_weight_zero_has_no_column() -> None:
    person = member("m1", fields=("a",))
    assert auxiliary(Priority.NEEDS, branch("b1", needs=("a",)), person, needs_weights={"a": 0}) == Auxiliary()


def test_posts_are_matched_so_that_most_are_filled() -> None:
    # m1 must give up p to m2 and take q; m3 finds nothing left.
    people = (
        member("m1", eligible_posts=("p", "q")),
        member("m2", eligible_posts=("p",)),
        member("m3", eligible_posts=("p", "q")),
    )
    assert value(Priority.POSTS, branch("b1", vacant_posts=("p", "q")), *people) == 2
    assert value(Priority.POSTS, branch("b1", vacant_posts=("p", "p", "q")), *people) == 3
    assert value(Priority.POSTS, branch("b1", vacant_posts=("p", "p")), *people) == 2
    assert value(Priority.POSTS, branch("b1", vacant_posts=("r",)), *people) == 0


def test_a_chain_of_exchanges_is_followed_to_its_end() -> None:
    people = (
        member("m1", eligible_posts=("p", "q")),
        member("m2", eligible_posts=("q", "r")),
        member("m3", eligible_posts=("q",)),
        member("m4", eligible_posts=("p",)),
    )
    assert value(Priority.POSTS, branch("b1", vacant_posts=("p", "q", "r")), *people) == 3
    assert value(Priority.POSTS, branch("b1", vacant_posts=("q", "p", "r", "s")), *reversed(people)) == 3


def test_each_candidate_holds_one_post_and_each_vacancy_one_candidate() -> None:
    place = branch("b1", vacant_posts=("p", "q", "q"))
    people = (member("m1", eligible_posts=("p", "q")), member("m2", eligible_posts=("p", "x")), member("m3"))
    first, second, third = (
        Column(("posts", "b1", "m1", "p"), 1, 1),
        Column(("posts", "b1", "m1", "q"), 1, 1),
        Column(("posts", "b1", "m2", "p"), 1, 1),
    )
    assert auxiliary(Priority.POSTS, place, *people) == Auxiliary(
        (first, second, third),
        (
            Row(link("posts", "b1", "member", "m1"), {ONE: 1, first.key: -1, second.key: -1}, 0, None),
            Row(link("posts", "b1", "member", "m2"), {TWO: 1, third.key: -1}, 0, None),
            Row(link("posts", "b1", "post", "p"), {first.key: 1, third.key: 1}, None, 1),
        ),
    )


def test_a_shortfall_is_what_is_missing_from_the_minimum() -> None:
    place = branch("b1", min=3)
    assert value(Priority.SHORTFALL, place, member("m1")) == 2
    assert value(Priority.SHORTFALL, branch("b1", min=1), member("m1"), member("m2")) == 0
    column = Column(("shortfall", "b1"), 3, 1)
    row = Row(link("shortfall", "b1"), {ONE: 1, column.key: 1}, 3, None)
    assert auxiliary(Priority.SHORTFALL, place, member("m1")) == Auxiliary((column,), (row,))


@pytest.mark.parametrize(
    ("person", "place", "worth"),
    [
        pytest.param(member("m1", residence_unit="P1", residence_area="a"), branch("b1", areas=("a",)), 2, id="area"),
        pytest.param(member("m1", residence_unit="P1", residence_area="z"), branch("b1", areas=("a",)), 1, id="unit"),
        pytest.param(member("m1", residence_unit="P1"), branch("b1", areas=("",)), 1, id="area unknown"),
        pytest.param(member("m1", residence_unit="P2", residence_area="a"), branch("b1", areas=("a",)), 0, id="away"),
        pytest.param(member("m1", ""), branch("b1", ""), 0, id="unknown is no unit"),
    ],
)
def test_residence_is_worth_two_in_the_area_and_one_in_the_unit(person: Member, place: Branch, worth: int) -> None:
    assert value(Priority.RESIDENCE, place, person) == worth


@pytest.mark.parametrize(
    ("person", "worth"),
    [
        pytest.param(member("m1", in_charge_of=("b1",)), 1, id="id"),
        pytest.param(member("m1", "P2", in_charge_of=("b1",)), 1, id="id from another unit"),
        pytest.param(member("m1", in_charge_of=("Chi bộ 1", "KP 9")), 1, id="name"),
        pytest.param(member("m1", in_charge_of=("KP 2",)), 1, id="area"),
        pytest.param(member("m1", "P2", in_charge_of=("Chi bộ 1", "KP 2")), 0, id="names of another unit"),
        pytest.param(member("m1"), 0, id="nothing"),
    ],
)
def test_in_charge_of_a_branch_by_its_id_or_in_the_own_unit_by_name_or_area(person: Member, worth: int) -> None:
    assert value(Priority.IN_CHARGE, branch("b1", name="Chi bộ 1", areas=("KP 1", "KP 2")), person) == worth


def test_several_members_add_up() -> None:
    people = (member("m1", in_charge_of=("b1",)), member("m2"), member("m3", in_charge_of=("b1",)))
    assert value(Priority.IN_CHARGE, branch("b1"), *people) == 2


@pytest.mark.parametrize(
    ("person", "place", "names"),
    [
        pytest.param(member("m1"), branch("b1"), ["balance", "draw"], id="nothing known"),
        pytest.param(member("m1", in_charge_of=("x",)), branch("b1"), ["in_charge", "balance", "draw"], id="in charge"),
        pytest.param(member("m1", key_cadre=True), branch("b1"), ["balance", "draw"], id="cadre, no special branch"),
        pytest.param(member("m1"), branch("b1", special=True), ["balance", "draw"], id="special branch, no cadre"),
        pytest.param(
            member("m1", key_cadre=True), branch("b1", special=True), ["special", "balance", "draw"], id="both"
        ),
        pytest.param(
            member("m1", residence_unit="P9"), branch("b1"), ["residence", "balance", "draw"], id="a residence"
        ),
        pytest.param(member("m1"), branch("b1", needs=("a",)), ["needs", "balance", "draw"], id="a need"),
        pytest.param(member("m1"), branch("b1", committee_vacancies=1), ["committee", "balance", "draw"], id="seat"),
        pytest.param(member("m1"), branch("b1", vacant_posts=("p",)), ["posts", "balance", "draw"], id="a post"),
        pytest.param(
            member("m1", current_branch_id="b9"), branch("b1"), ["continuity", "balance", "draw"], id="an incumbent"
        ),
        pytest.param(member("m1", latitude=1.0, longitude=2.0), branch("b1"), ["balance", "draw"], id="one side only"),
        pytest.param(
            member("m1", latitude=1.0, longitude=2.0),
            branch("b1", latitude=1.0, longitude=2.0),
            ["balance", "distance", "draw"],
            id="coordinates",
        ),
        pytest.param(
            member("m1", latitude=1.0),
            branch("b1", latitude=1.0, longitude=2.0),
            ["balance", "draw"],
            id="half a point",
        ),
    ],
)
def test_the_usual_order_reports_what_has_data(person: Member, place: Branch, names: list[str]) -> None:
    question = settle(rosters([person, member("m2")], [place, branch("b2")]), Policy(limits=FREE), 0)
    assert [name.value for level in reported_levels(question) for name in level.names] == names


def test_an_order_that_is_given_is_reported_whole_after_an_allowed_shortfall() -> None:
    policy = Policy(
        limits=FREE, order=ordered("needs", {"posts": 2, "balance": 1}), is_order_given=True, is_shortfall_allowed=True
    )
    question = settle(rosters([member("m1")], [branch("b1")]), policy, 0)
    assert [tuple(level.names) for level in reported_levels(question)] == [
        ("shortfall",),
        ("needs",),
        ("posts", "balance"),
        ("draw",),
    ]
    assert PRIORITIES[Priority.DRAW].has_data(question)


def test_a_weighted_level_has_data_as_soon_as_one_of_its_names_has() -> None:
    policy = Policy(limits=FREE, order=ordered({"needs": 1, "posts": 1}))
    question = settle(rosters([member("m1")], [branch("b1", needs=("a",))]), policy, 0)
    assert [tuple(level.names) for level in reported_levels(question)] == [("needs", "posts"), ("draw",)]


def test_a_post_has_a_row_only_where_more_could_hold_it_than_there_are_vacancies() -> None:
    people = [member(name, eligible_posts=("p",)) for name in ("m1", "m2")]
    keys = [row.key[3:] for row in auxiliary(Priority.POSTS, branch("b1", vacant_posts=("p", "p")), *people).rows]
    assert keys == [("member", "m1"), ("member", "m2")]
    keys = [row.key[3:] for row in auxiliary(Priority.POSTS, branch("b1", vacant_posts=("p",)), *people).rows]
    assert keys == [("member", "m1"), ("member", "m2"), ("post", "p")]


@pytest.mark.parametrize(
    "name", [Priority.BALANCE, Priority.POSTS, Priority.NEEDS, Priority.COMMITTEE, Priority.SPECIAL]
)
def test_what_counts_whole_branches_gives_no_worth_to_a_pair(name: Priority) -> None:
    person, place = member("m1"), branch("b1")
    assert PRIORITIES[name].worth(settle(rosters([person], [place]), Policy(limits=FREE), 0), person, place) == 0
