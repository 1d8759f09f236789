"""Tasks by hand: as many members as possible, then the busiest, then the lots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.check.question import settle
from reassign.check.tasks import best_score, owners_of, score_of
from reassign.domain.policy import Policy
from tests.builders import branch, member, rosters

PLACE = branch("b1", needs=("a", "b", "c", "d"))
PEOPLE = [
    member("m1", fields=("a", "b", "c")),
    member("m2", fields=("c",)),
    member("m3", fields=("a",), exempt=True),
]
QUESTION = settle(rosters(PEOPLE, [PLACE]), Policy(), 0)


def test_the_exempt_own_nothing_and_nobody_has_d() -> None:
    assert owners_of(PLACE, PEOPLE) == {"a": ("m1",), "b": ("m1",), "c": ("m1", "m2")}


def test_sharing_beats_one_member_with_all() -> None:
    lots = 2 * QUESTION.lot("m1", "b1") + QUESTION.lot("m2", "b1")
    assert best_score(QUESTION, PLACE, owners_of(PLACE, PEOPLE)) == (-2, 2, 0, lots)


@pytest.mark.parametrize(
    ("covered", "is_best"),
    [({"a": "m1", "b": "m1", "c": "m2"}, True), ({"a": "m1", "b": "m1", "c": "m1"}, False)],
)
def test_scores_tell_good_from_bad(covered: dict[str, str], is_best: bool) -> None:
    best = best_score(QUESTION, PLACE, owners_of(PLACE, PEOPLE))
    assert (score_of(QUESTION, PLACE, covered) == best) is is_best


def test_no_needs_no_tasks() -> None:
    assert best_score(QUESTION, branch("b1"), {}) == (0, 0, 0, 0)


def test_the_busiest_member_has_as_few_tasks_as_can_be_without_fewer_members() -> None:
    # m1 alone has a; the three others are shared two and one rather than three and none.
    people = [member("m1", fields=("a", "b", "c", "d")), member("m2", fields=("b", "c", "d"))]
    question = settle(rosters(people, [PLACE]), Policy(), 0)
    found = best_score(question, PLACE, owners_of(PLACE, people))
    assert found[:3] == (-2, 2, 0)
    assert found == score_of(question, PLACE, {"a": "m1", "b": "m1", "c": "m2", "d": "m2"})
    assert found < score_of(question, PLACE, {"a": "m1", "b": "m2", "c": "m2", "d": "m2"})


def test_an_owner_of_the_plan_before_keeps_the_task_where_that_costs_no_spread() -> None:
    people = [member("m1", fields=("a", "b")), member("m2", fields=("a", "b"))]
    place = branch("b1", needs=("a", "b"))
    plain = settle(rosters(people, [place]), Policy(), 0)
    owners = owners_of(place, people)
    for kept in ({"a": "m1", "b": "m2"}, {"a": "m2", "b": "m1"}):
        before = {("b1", field): who for field, who in kept.items()}
        question = replace(plain, task_owners=before)
        assert best_score(question, place, owners) == score_of(question, place, kept)
        assert score_of(question, place, kept)[2] == 0
        assert score_of(question, place, {"a": kept["b"], "b": kept["a"]})[2] == 2
    # Somebody who has left is no owner, and both tasks change hands.
    gone = replace(plain, task_owners={("b1", "a"): "m9", ("b1", "b"): "m9"})
    assert best_score(gone, place, owners)[:3] == (-2, 1, 2)


def test_among_equals_the_lots_decide() -> None:
    people = [member("m1", fields=("a",)), member("m2", fields=("a",))]
    place = branch("b1", needs=("a",))
    question = settle(rosters(people, [place]), Policy(), 0)
    least = min(question.lot("m1", "b1"), question.lot("m2", "b1"))
    assert best_score(question, place, owners_of(place, people)) == (-1, 1, 0, least)


def test_a_score_counts_members_and_their_most_tasks() -> None:
    lots = 2 * QUESTION.lot("m1", "b1") + QUESTION.lot("m2", "b1")
    assert score_of(QUESTION, PLACE, {"a": "m1", "b": "m1", "c": "m2"}) == (-2, 2, 0, lots)
    assert score_of(QUESTION, PLACE, {}) == (0, 0, 0, 0)


def test_nobody_takes_a_task_in_a_field_that_is_not_theirs() -> None:
    people = [member("m1", fields=("a", "b", "c")), member("m2", fields=("d",))]
    question = settle(rosters(people, [PLACE]), Policy(), 0)
    assert best_score(question, PLACE, owners_of(PLACE, people))[:2] == (-2, 3)
