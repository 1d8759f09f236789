"""Each rule of the checker: a placement that it lets pass, and one that it names."""

from __future__ import annotations

import pytest

from reassign.check.levels import receive
from reassign.check.placements import check_rules
from reassign.check.question import settle
from reassign.check.result import CheckResult, Violation
from reassign.domain.policy import BranchLimit, Limits, MemberFilter, Policy, Quota
from reassign.domain.roster import Member, Rosters
from tests.builders import branch, member, rosters

FREE = Limits(min=0, max=None)


def broken(read: Rosters, policy: Policy, *places: str) -> list[tuple[str, str, str]]:
    """Name, member and branch of every violation when the members go to these places in order."""
    question = settle(read, policy, 0)
    chosen = dict(zip(question.members, places, strict=True))
    return [
        (violation.code, violation.member, violation.branch)
        for violation in check_rules(question, chosen, receive(question, chosen))
    ]


def two_branches(*members: Member) -> Rosters:
    """These members before two branches of one unit."""
    return rosters(members, [branch("b1"), branch("b2")])


@pytest.mark.parametrize(
    ("person", "policy", "place", "is_candidate"),
    [
        pytest.param(member("m1"), Policy(limits=FREE), "b1", True, id="own unit"),
        pytest.param(member("m1", "P2"), Policy(limits=FREE), "b1", False, id="other unit"),
        pytest.param(member("m1", "P2"), Policy(limits=FREE, scope="any"), "b1", True, id="any unit"),
        pytest.param(member("m1", excluded_branch_ids=("b1",)), Policy(limits=FREE), "b1", False, id="excluded"),
        pytest.param(member("m1", pinned_branch_id="b2"), Policy(limits=FREE), "b1", False, id="pinned elsewhere"),
        pytest.param(
            member("m1", "P2", pinned_branch_id="b1"), Policy(limits=FREE), "b1", True, id="pin crosses units"
        ),
        pytest.param(member("m1"), Policy(limits=FREE, distance_missing="forbidden"), "b1", False, id="no distance"),
    ],
)
def test_only_candidates_are_places(person: Member, policy: Policy, place: str, is_candidate: bool) -> None:
    assert broken(two_branches(person), policy, place) == ([] if is_candidate else [("candidate", "m1", place)])


def test_a_forbid_and_a_pin_of_the_files_count_like_those_of_the_roster() -> None:
    read = rosters(
        [member("m1"), member("m2")], [branch("b1"), branch("b2")], forbids=[("m1", "b1")], pins={"m2": "b2"}
    )
    assert broken(read, Policy(limits=FREE), "b1", "b1") == [("candidate", "m1", "b1"), ("candidate", "m2", "b1")]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        pytest.param(Limits(1, 7), [("branch_quota", "", "b2")], id="too few"),
        pytest.param(Limits(0, 1), [("branch_quota", "", "b1")], id="too many"),
        pytest.param(Limits(0, 2), [], id="within"),
        pytest.param(
            Limits(0, None, {"b1": BranchLimit(max=1)}), [("branch_quota", "", "b1")], id="exception of a branch"
        ),
        pytest.param(Limits(0, 1, {"b1": BranchLimit(is_unlimited=True)}), [], id="exception without a maximum"),
    ],
)
def test_limits_count_the_received(limits: Limits, expected: list[tuple[str, str, str]]) -> None:
    assert broken(two_branches(member("m1"), member("m2")), Policy(limits=limits), "b1", "b1") == expected


def test_a_shortfall_that_is_allowed_breaks_no_minimum_but_a_maximum_holds() -> None:
    policy = Policy(limits=Limits(1, 1), is_shortfall_allowed=True)
    assert broken(two_branches(member("m1"), member("m2")), policy, "b1", "b1") == [("branch_quota", "", "b1")]


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        pytest.param(Quota(MemberFilter((("fields", "y tế"),)), "all", max=1), [], id="a list contains the value"),
        pytest.param(Quota(MemberFilter((("status", "official"),)), "all", min=1), [("quota", "", "b2")], id="minimum"),
        pytest.param(Quota(MemberFilter((("status", "official"),)), "special", max=0), [], id="special only"),
        pytest.param(Quota(MemberFilter((("status", "official"), ("key_cadre", True))), ("b1",), max=0), [], id="and"),
        pytest.param(Quota(MemberFilter((("key_cadre", False),)), ("b1",), max=0), [("quota", "", "b1")], id="listed"),
    ],
)
def test_quotas_count_the_matching(quota: Quota, expected: list[tuple[str, str, str]]) -> None:
    people = (member("m1", status="official", fields=("y tế", "giáo dục")), member("m2"))
    assert broken(two_branches(*people), Policy(limits=FREE, quotas=(quota,)), "b1", "b1") == expected


@pytest.mark.parametrize(("places", "names"), [(("b1", "b1"), []), (("b1", "b2"), ["together"])])
def test_together(places: tuple[str, str], names: list[str]) -> None:
    people = (member("m1", together=("x", "y")), member("m2", together=("y",)))
    assert [code for code, _, _ in broken(two_branches(*people), Policy(limits=FREE), *places)] == names


@pytest.mark.parametrize(("places", "names"), [(("b1", "b2"), []), (("b1", "b1"), ["apart"])])
def test_apart(places: tuple[str, str], names: list[str]) -> None:
    people = (member("m1", apart=("x", "y")), member("m2", apart=("y",)))
    assert [code for code, _, _ in broken(two_branches(*people), Policy(limits=FREE), *places)] == names


@pytest.mark.parametrize(
    ("places", "names"),
    [
        pytest.param(("b1", "b2", "b1"), [], id="stay, successor, joiner"),
        pytest.param(("b2", "b2", "b1"), ["max_moves"], id="one move"),
    ],
)
def test_moves_are_counted(places: tuple[str, ...], names: list[str]) -> None:
    people = (member("m1", current_branch_id="b1"), member("m2", current_branch_id="old"), member("m3"))
    read = rosters(people, [branch("b1"), branch("b2")], lineage=[("old", "b2")])
    assert [code for code, _, _ in broken(read, Policy(limits=FREE, max_moves=0), *places)] == names


@pytest.mark.parametrize(("place", "expected"), [("b1", []), ("b2", [("protect", "m1", "b2")])])
def test_the_protected_do_not_move(place: str, expected: list[tuple[str, str, str]]) -> None:
    people = (member("m1", key_cadre=True, current_branch_id="b1"), member("m2", current_branch_id="b1"))
    policy = Policy(limits=FREE, protect=MemberFilter((("key_cadre", True),)))
    assert broken(two_branches(*people), policy, place, "b2") == expected


def test_a_violation_is_about_nobody_unless_it_says_so() -> None:
    bare = Violation("status")
    assert (bare.code, bare.member, bare.branch, dict(bare.parameters)) == ("status", "", "", {})
    assert not CheckResult((bare,), ()).is_ok


def test_a_broken_rule_tells_its_figures() -> None:
    cadres = MemberFilter((("key_cadre", True),))
    people = [
        member("m1", together=("x",), apart=("y",), current_branch_id="b2", key_cadre=True),
        member("m2", apart=("y",), current_branch_id="b2"),
        member("m3", together=("x",), pinned_branch_id="b2"),
    ]
    policy = Policy(
        limits=Limits(0, 1), max_moves=1, quotas=(Quota(cadres, ("b2",), min=1), Quota(cadres, ("b1",), max=0))
    )
    question = settle(two_branches(*people), policy, 0)
    chosen = {"m1": "b1", "m2": "b1", "m3": "b2"}
    told = {
        (each.code, each.branch): dict(each.parameters)
        for each in check_rules(question, chosen, receive(question, chosen))
    }
    assert told == {
        ("branch_quota", "b1"): {"received": 2},
        ("quota", "b1"): {"quota": 1, "received": 1},
        ("quota", "b2"): {"quota": 0, "received": 0},
        ("together", ""): {"label": "x", "members": "m1; m3"},
        ("apart", "b1"): {"label": "y"},
        ("max_moves", ""): {"moves": 2, "max": 1},
    }
