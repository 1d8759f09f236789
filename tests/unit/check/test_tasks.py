"""Tasks by hand: as many members as possible, then the busiest, then the lots."""

from __future__ import annotations

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
