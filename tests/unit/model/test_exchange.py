"""Who could swap with whom at no loss above the draw."""

from __future__ import annotations

import pytest

from reassign.domain.instance import Instance
from reassign.domain.policy import MemberFilter, Policy, Quota
from reassign.model.exchange import interchangeable
from tests.builders import branch, instance, member
from tests.unit.model.placing import put

TWO = [branch("b1"), branch("b2")]
BOTH = {"m1": ("m2",), "m2": ("m1",)}
OFFICIAL = MemberFilter((("status", "official"),))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(instance([member("m1"), member("m2")], TWO), BOTH, id="nothing speaks against it"),
        pytest.param(
            instance([member("m1", residence_unit="P1", residence_area="b1"), member("m2")], TWO),
            {},
            id="one would lose the home",
        ),
        pytest.param(
            instance([member("m1", residence_unit="P1", residence_area="b2"), member("m2")], TWO),
            BOTH,
            id="a gain is no loss",
        ),
        pytest.param(instance([member("m1"), member("m2")], TWO, pins={"m1": "b1"}), {}, id="a pin"),
        pytest.param(instance([member("m1"), member("m2")], TWO, forbids=[("m2", "b1")]), {}, id="an exclusion"),
        pytest.param(
            instance([member("m1", fields=("y tế",)), member("m2")], [branch("b1", needs=("y tế",)), branch("b2")]),
            {},
            id="a need would be uncovered",
        ),
        pytest.param(
            instance(
                [member("m1", status="official"), member("m2", status="probationary")],
                TWO,
                policy=Policy(quotas=(Quota(OFFICIAL, ("b1",), min=1),)),
            ),
            {},
            id="a quota would be missed",
        ),
        pytest.param(
            instance(
                [member("m1", status="official"), member("m2", status="probationary")],
                TWO,
                policy=Policy(order=(), quotas=(Quota(OFFICIAL, ("b2",), max=0),)),
            ),
            {},
            id="a quota would be exceeded",
        ),
        pytest.param(
            instance([member("m1", current_branch_id="b1"), member("m2")], TWO, policy=Policy(order=(), max_moves=0)),
            {},
            id="one move too many",
        ),
        pytest.param(
            instance([member("m1", current_branch_id="b1"), member("m2")], TWO, policy=Policy(order=(), max_moves=1)),
            BOTH,
            id="a move that is allowed",
        ),
        pytest.param(
            instance(
                [member("m1", current_branch_id="b1", key_cadre=True), member("m2")],
                TWO,
                policy=Policy(order=(), protect=MemberFilter((("key_cadre", True),))),
            ),
            {},
            id="protection",
        ),
    ],
)
def test_two_members_in_two_branches(asked: Instance, expected: dict[str, tuple[str, ...]]) -> None:
    assert interchangeable(put(asked, {"m1": "b1", "m2": "b2"})) == expected


def test_rivals_may_swap_with_each_other_but_not_into_one_branch() -> None:
    asked = instance([member("m1", apart=("x",)), member("m2", apart=("x",)), member("m3")], TWO)
    assert interchangeable(put(asked, {"m1": "b1", "m2": "b2", "m3": "b2"})) == BOTH


def test_a_couple_is_not_torn_apart() -> None:
    asked = instance([member("m1", together=("x",)), member("m2", together=("x",)), member("m3")], TWO)
    assert interchangeable(put(asked, {"m1": "b1", "m2": "b1", "m3": "b2"})) == {}
