"""A conflict names who is blamed, so that the officer knows which rows to look at."""

from __future__ import annotations

from typing import Any

from reassign.domain.plan import Conflict
from reassign.messages.conflicts import say_conflict

BRANCHES = {f"b{number}": f"Chi bộ {number}" for number in range(1, 9)}
MEMBERS = {"m1": "Nguyễn An", "m2": "Trần Bình"}


def conflict(kind: Any, branches: tuple[str, ...], members: tuple[str, ...], need: int, have: int) -> Conflict:
    return Conflict(kind=kind, unit="Đa Kao", branches=branches, members=members, need=need, have=have, rules=())


def test_too_many_members_are_named_with_the_branches_that_are_open_to_them() -> None:
    told = say_conflict(conflict("too_many_members", ("b1",), ("m1", "m2"), 2, 1), BRANCHES, MEMBERS, "vi")

    assert told == (
        "Đa Kao: 2 người (Nguyễn An, Trần Bình) chỉ có thể về Chi bộ 1, ở đó nhận nhiều nhất 1; thừa 1 người"
    )


def test_a_member_without_any_branch_is_named() -> None:
    told = say_conflict(conflict("too_many_members", (), ("m1",), 1, 0), BRANCHES, MEMBERS, "vi")

    assert told == ("Đa Kao: mọi chi bộ đều bị loại trừ đối với Nguyễn An, nên không còn nơi nào để phân công")


def test_long_lists_say_how_many_are_left_out() -> None:
    told = say_conflict(conflict("too_few_members", tuple(BRANCHES), (), 8, 1), BRANCHES, MEMBERS, "en")

    assert told == (
        "Đa Kao: Chi bộ 1, Chi bộ 2, Chi bộ 3, Chi bộ 4, Chi bộ 5 and 3 more branches must receive 8 at least, "
        "but only 1 can go there; 7 too few"
    )


def test_rules_are_said_in_words() -> None:
    blamed = Conflict(
        kind="rules", unit="", branches=("b1",), members=("m1",), need=1, have=1, rules=("quota", "min>max:b1")
    )

    assert say_conflict(blamed, BRANCHES, MEMBERS, "en") == (
        "Several units: these rules contradict each other: quota, a minimum above the maximum: Chi bộ 1 "
        "(about Chi bộ 1; Nguyễn An)"
    )
