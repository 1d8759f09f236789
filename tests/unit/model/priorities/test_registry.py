"""Every priority is known, and the levels of a plan are those with something to say."""

from __future__ import annotations

from reassign.domain.policy import Policy, Priority
from reassign.model.priorities.registry import PRIORITIES, levels_of
from tests.builders import branch, instance, member, ordered


def test_every_name_has_its_unit() -> None:
    assert set(PRIORITIES) == set(Priority)


def test_levels_of_the_default_order_without_data_are_left_out() -> None:
    asked = instance([member("m1", residence_unit="P1")], [branch("b1")])
    assert [level.names for level in levels_of(asked)] == [("residence",), ("balance",), ("draw",)]


def test_levels_the_policy_names_are_kept_without_data() -> None:
    asked = instance(
        [member("m1")], [branch("b1")], policy=Policy(order=ordered("special", "needs"), is_order_given=True)
    )
    assert [level.names for level in levels_of(asked)] == [("special",), ("needs",), ("draw",)]


def test_shortfall_comes_first_where_it_is_allowed() -> None:
    asked = instance([member("m1")], [branch("b1")], policy=Policy(is_shortfall_allowed=True))
    assert [level.names for level in levels_of(asked)] == [("shortfall",), ("balance",), ("draw",)]
