"""Lots that lead to a plan again."""

from __future__ import annotations

from dataclasses import replace

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.insight.lots import lots_of
from reassign.model.draw import GREATEST_LOT, draw
from reassign.solve.best_plan import best_plan
from reassign.solve.clock import Clock
from tests.builders import branch, instance, member


def planned(asked: Instance) -> Plan:
    found = best_plan(asked, Clock(None))
    assert isinstance(found, Plan)
    return found


FREE = instance([member(f"m{number}") for number in range(6)], [branch("b1"), branch("b2")], seed=7)


def test_each_member_has_the_rank_of_the_own_lot_in_the_branch() -> None:
    plan = planned(FREE)
    lots = lots_of(plan, FREE)
    for place in ("b1", "b2"):
        here = [each.member for each in plan.placements if each.branch == place]
        ordered = sorted(here, key=lambda one: draw(7, one, place))
        assert [lots[one] for one in ordered] == [{place: rank} for rank in range(len(here))]


def test_the_same_plan_is_drawn_with_any_seed() -> None:
    plan = planned(FREE)
    again = planned(replace(FREE, seed=8, lots=lots_of(plan, FREE)))
    assert again.placements == plan.placements
    assert planned(replace(FREE, seed=8)).placements != plan.placements


def test_a_pair_without_an_entry_has_the_greatest_lot() -> None:
    assert draw(0, "m1", "b1", {"m1": {"b2": 3}}) == GREATEST_LOT == 2**20 - 1
    assert draw(0, "m1", "b2", {"m1": {"b2": 3}}) == 3
