"""Priorities with auxiliary columns: special, needs, committee, posts, balance, shortfall."""

from __future__ import annotations

import pytest

from reassign.domain.instance import Instance
from reassign.domain.policy import Policy, Priority
from reassign.model.priorities.balance import Balance
from reassign.model.priorities.committee import Committee
from reassign.model.priorities.needs import Needs, can_cover
from reassign.model.priorities.posts import Posts, fill_posts
from reassign.model.priorities.registry import PRIORITIES
from reassign.model.priorities.shortfall import Shortfall
from reassign.model.priorities.special import Special
from reassign.model.priorities.terms import Terms
from tests.builders import branch, instance, member
from tests.unit.model.linear import only, received


def columns_of(terms: Terms) -> list[tuple[tuple[str, ...], int, int]]:
    """Subject, upper end and worth of each auxiliary column."""
    return [(auxiliary.subject, auxiliary.upper, auxiliary.value) for auxiliary in terms.auxiliaries]


def links_of(terms: Terms) -> list[tuple[tuple[str, ...], list[int], int | None, int | None]]:
    """Subject, pairs and sides of each link."""
    return [(link.subject, link.pairs.tolist(), link.lower, link.upper) for link in terms.links]


def test_a_special_branch_has_a_column_bounded_by_its_key_cadres() -> None:
    component = only(instance([member("m1", key_cadre=True), member("m2")], [branch("b1"), branch("b2", special=True)]))
    terms = Special().terms(component)
    assert columns_of(terms) == [(("b2",), 1, 1)]
    assert links_of(terms) == [(("b2",), [1], 0, None)]


def test_special_counts_branches_not_cadres() -> None:
    component = only(
        instance([member("m1", key_cadre=True), member("m2", key_cadre=True)], [branch("b1", special=True)])
    )
    assert Special().value(component, received(component, {"m1": "b1", "m2": "b1"})) == 1


def test_needs_have_a_column_per_field_that_somebody_able_has() -> None:
    asked = instance(
        [member("m1", fields=("y tế",)), member("m2", fields=("an ninh",), exempt=True)],
        [branch("b1", needs=("y tế", "an ninh"))],
        policy=Policy(needs_weights={"y tế": 3}),
    )
    terms = Needs().terms(only(asked))
    assert columns_of(terms) == [(("b1", "y tế"), 1, 3)]
    assert links_of(terms) == [(("b1", "y tế"), [0], 0, None)]


def test_a_need_of_weight_zero_has_no_column() -> None:
    asked = instance(
        [member("m1", fields=("y tế",))], [branch("b1", needs=("y tế",))], policy=Policy(needs_weights={"y tế": 0})
    )
    assert columns_of(Needs().terms(only(asked))) == []


def test_a_need_is_covered_once_however_many_have_the_field() -> None:
    asked = instance(
        [member("m1", fields=("y tế",)), member("m2", fields=("y tế",))],
        [branch("b1", needs=("y tế",))],
        policy=Policy(needs_weights={"y tế": 5}),
    )
    component = only(asked)
    assert Needs().value(component, received(component, {"m1": "b1", "m2": "b1"})) == 5


def test_exempt_members_cover_nothing() -> None:
    assert can_cover(member("m1", fields=("y tế",)), "y tế")
    assert not can_cover(member("m1", fields=("y tế",), exempt=True), "y tế")


def test_committee_seats_end_at_vacancies_and_at_eligible_candidates() -> None:
    asked = instance(
        [member("m1", committee_eligible=True), member("m2", committee_eligible=True), member("m3")],
        [branch("b1", committee_vacancies=1), branch("b2", committee_vacancies=5), branch("b3")],
    )
    component = only(asked)
    assert columns_of(Committee().terms(component)) == [(("b1",), 1, 1), (("b2",), 2, 1)]
    assert Committee().value(component, received(component, {"m1": "b1", "m2": "b1", "m3": "b2"})) == 1


def test_posts_have_a_column_per_candidate_and_eligible_post() -> None:
    asked = instance(
        [member("m1", eligible_posts=("bí thư", "trưởng ấp")), member("m2", eligible_posts=("bí thư",))],
        [branch("b1", vacant_posts=("bí thư", "trưởng ấp"))],
    )
    component = only(asked)
    terms = Posts().terms(component)
    assert columns_of(terms) == [
        (("b1", "m1", "bí thư"), 1, 1),
        (("b1", "m1", "trưởng ấp"), 1, 1),
        (("b1", "m2", "bí thư"), 1, 1),
    ]
    assert links_of(terms) == [
        (("b1", "member", "m1"), [0], 0, None),
        (("b1", "member", "m2"), [1], 0, None),
        (("b1", "post", "bí thư"), [], None, 1),
    ]
    assert Posts().value(component, received(component, {"m1": "b1", "m2": "b1"})) == 2


def test_one_person_fills_one_post() -> None:
    place = branch("b1", vacant_posts=("bí thư", "trưởng ấp"))
    assert fill_posts(place, [member("m1", eligible_posts=("bí thư", "trưởng ấp"))]) == {"bí thư": ("m1",)}


def test_a_post_vacant_twice_has_two_holders() -> None:
    place = branch("b1", vacant_posts=("phó", "phó"))
    group = [member(name, eligible_posts=("phó",)) for name in ("m1", "m2", "m3")]
    assert sorted(fill_posts(place, group)["phó"]) == ["m1", "m2"]


def test_each_further_member_costs_the_next_odd_number() -> None:
    asked = instance([member("m1"), member("m2"), member("m3")], [branch("b1", min=1)])
    terms = Balance().terms(only(asked))
    assert terms.constant == 1
    assert columns_of(terms) == [(("b1", "2"), 1, 3), (("b1", "3"), 1, 5)]
    assert links_of(terms) == [(("b1",), [0, 1, 2], 1, 1)]


def test_total_counts_the_strength_before_the_plan() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1", members_now=10)], policy=Policy(balance_count="total"))
    component = only(asked)
    terms = Balance().terms(component)
    assert (terms.constant, columns_of(terms)) == (11**2, [(("b1", "2"), 1, 12**2 - 11**2)])
    assert Balance().value(component, received(component, {"m1": "b1", "m2": "b1"})) == 144


def test_where_shortfall_is_allowed_the_steps_begin_at_nothing() -> None:
    asked = instance([member("m1")], [branch("b1", min=1)], policy=Policy(is_shortfall_allowed=True))
    terms = Balance().terms(only(asked))
    assert (terms.constant, columns_of(terms)) == (0, [(("b1", "1"), 1, 1)])


def test_shortfall_is_what_is_missing_to_the_minimum() -> None:
    asked = instance(
        [member("m1")], [branch("b1", min=3), branch("b2", min=0)], policy=Policy(is_shortfall_allowed=True)
    )
    component = only(asked)
    terms = Shortfall().terms(component)
    assert columns_of(terms) == [(("b1",), 3, 1)]
    assert links_of(terms) == [(("b1",), [0], 3, None)]
    assert Shortfall().value(component, received(component, {"m1": "b1"})) == 2


NOTHING = instance([member("m1")], [branch("b1", min=0)])


@pytest.mark.parametrize(
    ("name", "something"),
    [
        pytest.param(
            Priority.SPECIAL, instance([member("m1", key_cadre=True)], [branch("b1", special=True)]), id="special"
        ),
        pytest.param(Priority.NEEDS, instance([member("m1")], [branch("b1", needs=("y tế",))]), id="needs"),
        pytest.param(Priority.COMMITTEE, instance([member("m1")], [branch("b1", committee_vacancies=1)]), id="seats"),
        pytest.param(Priority.POSTS, instance([member("m1")], [branch("b1", vacant_posts=("phó",))]), id="posts"),
        pytest.param(Priority.SHORTFALL, instance([member("m1")], [branch("b1", min=1)]), id="shortfall"),
    ],
)
def test_a_priority_has_data_when_the_rosters_speak_of_it(name: Priority, something: Instance) -> None:
    assert PRIORITIES[name].has_data(something)
    assert not PRIORITIES[name].has_data(NOTHING)


def test_a_special_branch_without_any_key_cadre_is_no_data() -> None:
    assert not Special().has_data(instance([member("m1")], [branch("b1", special=True)]))
