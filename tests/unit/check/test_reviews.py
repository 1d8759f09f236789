"""What a person has to decide, for each kind an instance that has it and one that just has not."""

from __future__ import annotations

from typing import Any

import pytest

from reassign.check.priorities.registry import reported_levels
from reassign.check.question import settle
from reassign.check.reviews import check_reviews
from reassign.domain.plan import BranchLoad, Placement, Plan, ReviewItem
from reassign.domain.policy import Limits, Policy
from reassign.domain.roster import Rosters
from tests.builders import branch, member, ordered, rosters

AT_HOME = {"residence_unit": "P1", "residence_area": "b1"}
TWO = [branch("b1"), branch("b2")]


def reviewed(read: Rosters, places: str, *items: ReviewItem, posts: Any = None, **policy: Any) -> list[tuple[str, ...]]:
    """Code, member and branch of every item that is missing or too many; ``places`` in the order of the members."""
    told = {"limits": Limits(0, None), "order": ordered("residence", "distance"), "is_order_given": True, **policy}
    question = settle(read, Policy(**told), 0)
    chosen = dict(zip(question.members, places.split(), strict=True))
    placements = tuple(Placement(person, place) for person, place in chosen.items())
    loads = tuple(BranchLoad(place, 0, 0, None, posts=(posts or {}).get(place, {})) for place in question.branches)
    plan = Plan("optimal", (), placements, loads, review=items)
    found = list(check_reviews(question, plan, reported_levels(question), chosen))
    assert all(each.code == "review_item" for each in found)
    return [(str(each.parameters["code"]), each.member, each.branch) for each in found]


@pytest.mark.parametrize(
    ("values", "order", "expected"),
    [
        pytest.param({}, "residence", [("residence_unknown", "m1", "b1")], id="unknown"),
        pytest.param(AT_HOME, "residence", [], id="known"),
        pytest.param({}, "needs", [], id="nobody asks where people live"),
    ],
)
def test_an_unknown_residence_is_decided_where_it_counts(
    values: dict[str, str], order: str, expected: list[tuple[str, ...]]
) -> None:
    read = rosters([member("m1", **values)], TWO)  # type: ignore[arg-type]
    assert reviewed(read, "b1", order=ordered(order)) == expected


@pytest.mark.parametrize(
    ("table", "order", "expected"),
    [
        pytest.param({"m1": {"b2": 5}}, "distance", [("distance_missing", "", "")], id="missing"),
        pytest.param({"m1": {"b1": 0}}, "distance", [], id="zero is a distance"),
        pytest.param(None, "distance", [], id="nothing is known of anybody"),
        pytest.param({"m1": {"b2": 5}}, "needs", [], id="nobody asks how far it is"),
    ],
)
def test_a_missing_distance_is_decided_where_others_are_known(
    table: dict[str, dict[str, int]] | None, order: str, expected: list[tuple[str, ...]]
) -> None:
    assert reviewed(rosters([member("m1")], TWO, distances=table), "b1", order=ordered(order)) == expected


def test_a_pin_into_another_unit_is_decided() -> None:
    people = [member("m1", "P2", pinned_branch_id="b1", **AT_HOME), member("m2", pinned_branch_id="b1", **AT_HOME)]  # type: ignore[arg-type]
    assert reviewed(rosters(people, TWO), "b1 b1") == [("pin_crosses_units", "m1", "b1")]
    abroad = [member("m1", "P2", **AT_HOME)]  # type: ignore[arg-type]
    assert reviewed(rosters(abroad, TWO), "b1", scope="any") == []


def test_a_minimum_that_is_missed_is_told_with_its_figures() -> None:
    read = rosters([member("m1", **AT_HOME)], [branch("b1", min=1), branch("b2", min=2)])  # type: ignore[arg-type]
    item = ReviewItem("minimum_missed", "", "b2", {"have": 0, "need": 2})
    assert reviewed(read, "b1", item) == []
    assert reviewed(read, "b1") == [("minimum_missed", "", "b2")]
    wrong = ReviewItem("minimum_missed", "", "b2", {"have": 1, "need": 2})
    assert reviewed(read, "b1", wrong) == [("minimum_missed", "", "b2")] * 2


@pytest.mark.parametrize(
    ("person", "place", "is_decided"),
    [
        pytest.param({"residence_unit": "P1", "residence_area": "b1"}, "b1", False, id="one successor is home"),
        pytest.param({"residence_unit": "P1", "residence_area": "b9"}, "b1", True, id="no successor is home"),
        pytest.param({"residence_unit": "P1", "residence_area": "c"}, "b1", True, id="both are home"),
        pytest.param({"residence_unit": "P2", "residence_area": "b1"}, "b1", True, id="home in another unit"),
        pytest.param({"residence_unit": "P1", "residence_area": "b1"}, "b3", False, id="no successor chosen"),
        pytest.param(
            {"residence_unit": "P1", "residence_area": "b1", "pinned_branch_id": "b2"}, "b2", False, id="pinned"
        ),
        pytest.param({"residence_unit": "P1", "residence_area": "b9", "pinned_branch_id": "b2"}, "b2", False, id="pin"),
    ],
)
def test_whoever_stays_in_one_of_several_successors_without_a_home_among_them_is_decided(
    person: dict[str, Any], place: str, is_decided: bool
) -> None:
    places = [branch("b1", areas=("b1", "c")), branch("b2", areas=("b2", "c")), branch("b3")]
    read = rosters([member("m1", current_branch_id="old", **person)], places, lineage=[("old", "b1"), ("old", "b2")])
    item = ReviewItem("successor_undetermined", "m1", place, {"count": 2})
    assert reviewed(read, place, order=ordered("needs")) == ([(item.code, "m1", place)] if is_decided else [])
    assert reviewed(read, place, *([item] if is_decided else []), order=ordered("needs")) == []


@pytest.mark.parametrize("values", [{"residence_unit": "P1"}, {"residence_area": ""}, {"residence_area": "b1"}])
def test_a_home_that_is_half_known_determines_no_successor(values: dict[str, Any]) -> None:
    places = [branch("b1", areas=("b1", "")), branch("b2")]
    read = rosters([member("m1", current_branch_id="old", **values)], places, lineage=[("old", "b1"), ("old", "b2")])
    assert reviewed(read, "b1", order=ordered("needs")) == [("successor_undetermined", "m1", "b1")]


def test_one_home_among_three_successors_is_enough_and_two_are_too_many() -> None:
    for areas, expected in (("x", []), ("b2", [("successor_undetermined", "m1", "b1")])):
        places = [
            branch("b1", areas=("b1", "h")),
            branch("b2", areas=("b2", "h" if areas == "b2" else "x")),
            branch("b3"),
        ]
        person = member("m1", current_branch_id="old", residence_unit="P1", residence_area="h")
        read = rosters([person], places, lineage=[("old", place.id) for place in places])
        assert reviewed(read, "b1", order=ordered("needs")) == expected


def test_whoever_comes_after_somebody_without_a_question_is_asked_about_too() -> None:
    people = [member("m1", current_branch_id="b1"), member("m2", current_branch_id="old")]
    read = rosters(people, TWO, lineage=[("old", "b1"), ("old", "b2")])
    assert reviewed(read, "b1 b2", order=ordered("needs")) == [("successor_undetermined", "m2", "b2")]


def test_a_single_successor_is_no_question() -> None:
    people = [member("m1", current_branch_id="old"), member("m2", current_branch_id="b1")]
    read = rosters(people, TWO, lineage=[("old", "b1"), ("old", "gone")])
    assert reviewed(read, "b1 b1", order=ordered("needs")) == []


@pytest.mark.parametrize(
    ("post", "given", "held"),
    [
        pytest.param("Bí thư", {"b1": {"trưởng ban": ("m1",)}}, "bí thư; trưởng ban", id="one old, one new"),
        pytest.param("bí  thư;TRƯỞNG BAN", {}, "bí thư; trưởng ban", id="two old ones"),
        pytest.param(
            "", {"b1": {"bí thư": ("m1",)}, "b2": {"trưởng ban": ("m1",)}}, "bí thư; trưởng ban", id="two new"
        ),
        pytest.param("bí thư", {"b1": {"bí thư": ("m1",)}}, None, id="the same post"),
        pytest.param("kế toán", {"b1": {"bí thư": ("m1",)}}, None, id="a post that no branch has"),
        pytest.param("", {"b1": {"bí thư": ("m1",), "trưởng ban": ("m2",)}}, None, id="one each"),
    ],
)
def test_whoever_holds_two_posts_is_decided(post: str, given: dict[str, Any], held: str | None) -> None:
    places = [branch("b1", vacant_posts=("bí thư", "trưởng ban")), branch("b2", vacant_posts=("trưởng ban",))]
    read = rosters([member("m1", post=post), member("m2")], places)
    asked = {"order": ordered("needs"), "posts": given}
    assert reviewed(read, "b1 b1", **asked) == ([] if held is None else [("concurrent_posts", "m1", "b1")])
    if held is not None:
        assert (
            reviewed(read, "b1 b1", ReviewItem("concurrent_posts", "m1", "b1", {"count": 2, "posts": held}), **asked)
            == []
        )


def test_no_vacant_posts_no_question_about_posts() -> None:
    read = rosters([member("m1", post="bí thư; trưởng ban")], TWO)
    assert reviewed(read, "b1", order=ordered("needs"), posts={"b1": {"x": ("m1",), "y": ("m1",)}}) == []
