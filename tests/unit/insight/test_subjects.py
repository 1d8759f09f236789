"""Which member or branch is meant, and who is named when nobody is."""

from __future__ import annotations

import pytest

from reassign.domain.errors import UsageError
from reassign.insight.subjects import find_branch, find_member
from tests.builders import branch, instance, member

ASKED = instance(
    [
        member("m1", name="Nguyễn Văn Hòa", birth_date="1975-03-02"),
        member("m2", name="Trần Thị Bình", birth_date="1980"),
        member("m3", "P2", name="Trần Thị Bình"),
    ],
    [
        branch("b1", name="Khu phố 1"),
        branch("b2", name="Khu phố 2"),
        branch("b3", "P2", name="Khu phố 1"),
        branch("b4", "P2", name="Ấp Đông"),
    ],
)
FIRST, *_ = ASKED.members


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("m2", "m2", id="id"),
        pytest.param("Nguyễn Văn Hòa", "m1", id="name"),
        pytest.param("  nguyễn văn  hoà ", "m1", id="case-spacing-tone-placement"),
    ],
)
def test_a_member_is_found_by_id_or_by_a_name_of_its_own(written: str, found: str) -> None:
    assert find_member(ASKED, written).id == found


def test_members_of_one_name_are_told_apart() -> None:
    with pytest.raises(UsageError) as refused:
        find_member(ASKED, "Trần Thị Bình")
    assert refused.value.key == "explain-member-several"
    assert refused.value.parameters["members"] == "Trần Thị Bình (m2, 1980, P1); Trần Thị Bình (m3, P2)"


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        pytest.param("Nguyen Van Hoa", "Nguyễn Văn Hòa (m1, 02/03/1975, P1)", id="no-diacritics-is-only-suggested"),
        pytest.param("Hòa", "Nguyễn Văn Hòa (m1, 02/03/1975, P1)", id="given-name"),
        pytest.param("zzz", "–", id="nothing-like-it"),
    ],
)
def test_an_unknown_member_is_answered_with_the_nearest(written: str, nearest: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_member(ASKED, written)
    assert refused.value.key == "explain-member-unknown"
    assert refused.value.parameters["known"] == nearest


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("b3", "b3", id="id-anywhere"),
        pytest.param("khu phố 1", "b1", id="name-in-own-unit-first"),
        pytest.param("Ấp Đông", "b4", id="name-that-only-another-unit-has"),
    ],
)
def test_a_branch_is_found_by_id_or_name(written: str, found: str) -> None:
    assert find_branch(ASKED, FIRST, written).id == found


def test_an_unknown_branch_is_answered_with_the_nearest_of_the_members_unit() -> None:
    with pytest.raises(UsageError) as refused:
        find_branch(ASKED, FIRST, "Khu pho 2")
    assert refused.value.parameters["known"] == "Khu phố 2 (b2, P1); Khu phố 1 (b1, P1)"


def test_a_name_of_several_branches_elsewhere_asks_for_the_id() -> None:
    asked = instance([member("m1")], [branch("b1"), branch("b2", "P2", name="KP"), branch("b3", "P3", name="KP")])
    with pytest.raises(UsageError) as refused:
        find_branch(asked, asked.members[0], "KP")
    assert refused.value.key == "explain-branch-several"
