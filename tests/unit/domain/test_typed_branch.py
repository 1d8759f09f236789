"""A branch that somebody types is understood as it is printed, by id, and by a name or area of its own."""

from __future__ import annotations

import pytest

from reassign.domain.plan_workbook import branch_labels
from reassign.domain.typed_branch import branches_meant, branches_to_offer, printed_branch
from tests.builders import branch

BRANCHES = (
    branch("a5", "Phường An Lạc", name="Chi bộ Khu phố 5", areas=("Khu phố 5",)),
    branch("a6", "Phường An Lạc", name="Chi bộ Bình Minh", areas=("Khu phố 6", "Khu phố 7")),
    branch("t5", "Phường Tân Phú", name="Chi bộ Khu phố 5", areas=("Khu phố 5",)),
    branch("t9", "Phường Tân Phú", name="Chi bộ Khu phố 9", areas=("Khu phố 9",)),
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("t5", ["t5"], id="id"),
        pytest.param("Chi bộ Khu phố 5", ["a5"], id="name in the own unit"),
        pytest.param("khu phố 5", ["a5"], id="area"),
        pytest.param(" KP5 ", ["a5"], id="short"),
        pytest.param("chi bộ KP 05", ["a5"], id="short name"),
        pytest.param("KP7", ["a6"], id="one of several areas"),
        pytest.param("KP9", ["t9"], id="only in another unit"),
        pytest.param("Chi bộ Khu phố 5 (Phường Tân Phú)", ["t5"], id="with its unit"),
        pytest.param("KP5 (P. Tân Phú)", ["t5"], id="all short"),
        pytest.param("Chi bộ Khu phố 5 [t5]", ["t5"], id="with its id"),
        pytest.param("Chi bộ Khu phố 5 (t5, Phường Tân Phú)", ["t5"], id="as suggested"),
        pytest.param("Chi bộ Khu phố 4 (Phường Tân Phú)", [], id="not in that unit"),
        pytest.param("Chi bộ Khu phố 5 (Phường X)", [], id="no such unit"),
    ],
)
def test_a_typed_branch_is_understood(written: str, meant: list[str]) -> None:
    assert [each.id for each in branches_meant(BRANCHES, written, "Phường An Lạc")] == meant


@pytest.mark.parametrize("is_across_units", [True, False])
def test_every_branch_is_understood_as_it_is_printed(is_across_units: bool) -> None:
    twins = (*BRANCHES, branch("t10", "Phường Tân Phú", name="Chi bộ Khu phố 9"))
    labels = branch_labels(twins, is_across_units=is_across_units)

    for each in twins:
        for printed in (labels[each.id], printed_branch(each)):
            assert branches_meant(twins, printed, each.unit) == (each,), printed


def test_what_two_units_have_is_told_as_two() -> None:
    assert [each.id for each in branches_meant(BRANCHES, "KP5", "")] == ["a5", "t5"]


def test_suggestions_come_from_the_unit_that_was_named() -> None:
    word, offered = branches_to_offer(BRANCHES, "Chi bộ Khu phố 4 (Phường Tân Phú)", "Phường An Lạc")

    assert (word, [each.id for each in offered]) == ("Chi bộ Khu phố 4", ["t5", "t9"])
