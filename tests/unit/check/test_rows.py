"""The rows of every rule, as the page on certificates names them: which pairs they add up, between which sides."""

from __future__ import annotations

from reassign.check.linear import Key, Row, pair, part_of
from reassign.check.question import Question, settle
from reassign.check.rules.registry import RULES
from reassign.domain.policy import Limits, MemberFilter, Policy, Quota
from reassign.domain.roster import Rosters
from tests.builders import branch, member, rosters

FREE = Limits(min=0, max=None)
TWO = [branch("b1", special=True, min=1, max=3), branch("b2")]

Told = tuple[Key, dict[Key, int], int | None, int | None]


def rows(rule: str, read: Rosters, policy: Policy, members: tuple[str, ...] | None = None) -> list[Told]:
    """Name, coefficients and sides of the rows of a rule for one part that has everybody, or some members."""
    question: Question = settle(read, policy, 0)
    part = part_of(question, members or tuple(question.members), tuple(question.branches))
    return [told(row) for row in RULES[rule].rows(question, part)]


def told(row: Row) -> Told:
    return row.key, dict(row.coefficients), row.lower, row.upper


def test_a_quota_of_received_members_has_one_row_per_branch() -> None:
    read = rosters([member("m1"), member("m2", excluded_branch_ids=("b2",))], TWO)
    one, other = pair("m1", "b1"), pair("m2", "b1")
    assert rows("branch_quota", read, Policy(limits=FREE)) == [
        (("branch_quota", "b1"), {one: 1, other: 1}, 1, 3),
        (("branch_quota", "b2"), {pair("m1", "b2"): 1}, 0, None),
    ]


def test_a_shortfall_that_is_allowed_takes_the_minimum_out_of_the_row() -> None:
    read = rosters([member("m1")], TWO[:1])
    policy = Policy(limits=FREE, is_shortfall_allowed=True)
    assert rows("branch_quota", read, policy) == [(("branch_quota", "b1"), {pair("m1", "b1"): 1}, 0, 3)]


def test_a_quota_counts_only_matching_members_in_the_branches_it_speaks_about() -> None:
    cadres = MemberFilter((("key_cadre", True),))
    read = rosters([member("m1", key_cadre=True), member("m2")], TWO)
    policy = Policy(limits=FREE, quotas=(Quota(cadres, "special", max=2), Quota(cadres, ("b2",), min=1)))
    assert rows("quota", read, policy) == [
        (("quota", "0", "b1"), {pair("m1", "b1"): 1}, 0, 2),
        (("quota", "1", "b2"), {pair("m1", "b2"): 1}, 1, None),
    ]


def test_every_pair_of_neighbours_in_a_group_goes_to_the_same_branch() -> None:
    people = [
        member("m1", together=("x",)),
        member("m2", together=("x", "y"), excluded_branch_ids=("b2",)),
        member("m3", together=("y",)),
    ]
    one, two, three = "m1", "m2", "m3"
    assert rows("together", rosters(people, TWO), Policy(limits=FREE)) == [
        (("together", "x", "m2", "b1"), {pair(one, "b1"): 1, pair(two, "b1"): -1}, 0, 0),
        (("together", "x", "m2", "b2"), {pair(one, "b2"): 1}, 0, 0),
        (("together", "y", "m3", "b1"), {pair(two, "b1"): 1, pair(three, "b1"): -1}, 0, 0),
        (("together", "y", "m3", "b2"), {pair(three, "b2"): -1}, 0, 0),
    ]


def test_at_most_one_of_a_group_that_is_kept_apart_goes_to_a_branch_where_two_could() -> None:
    people = [
        member("m1", apart=("x",)),
        member("m2", apart=("x", "y"), excluded_branch_ids=("b2",)),
        member("m3"),
    ]
    assert rows("apart", rosters(people, TWO), Policy(limits=FREE)) == [
        (("apart", "x", "b1"), {pair("m1", "b1"): 1, pair("m2", "b1"): 1}, 0, 1)
    ]


def test_the_moves_of_a_part_are_counted_in_one_row() -> None:
    people = [
        member("m1", current_branch_id="b1"),
        member("m2", current_branch_id="gone"),
        member("m3"),
        member("m4", current_branch_id="b1"),
    ]
    moves = {pair("m1", "b2"): 1, pair("m2", "b1"): 1}
    read = rosters(people, TWO, lineage=[("gone", "b2")])
    assert rows("max_moves", read, Policy(limits=FREE, max_moves=5), ("m1", "m2", "m3")) == [
        (("max_moves",), moves, 0, 5)
    ]
    assert rows("max_moves", read, Policy(limits=FREE)) == []


def test_no_protected_member_takes_a_pair_that_is_a_move() -> None:
    people = [member("m1", key_cadre=True, current_branch_id="b1"), member("m2", current_branch_id="b1")]
    policy = Policy(limits=FREE, protect=MemberFilter((("key_cadre", True),)))
    assert rows("protect", rosters(people, TWO), policy) == [(("protect", "m1"), {pair("m1", "b2"): 1}, 0, 0)]
    assert rows("protect", rosters(people, TWO), Policy(limits=FREE)) == []
