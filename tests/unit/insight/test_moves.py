"""Why somebody moves: what the plan gets by it, also where another could move instead; a rule only if it must be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.domain.instance import Instance
from reassign.domain.policy import Policy, Priority, single_level
from reassign.domain.progress import NoProgress
from reassign.insight.moves import moves_of
from reassign.solve.clock import Clock
from tests.builders import branch, instance_of, member, rosters
from tests.properties.planner import plan_of

ORDER = (single_level(Priority.SPECIAL), single_level(Priority.CONTINUITY))


def reasons(instance: Instance) -> list[tuple[str, str]]:
    plan = plan_of(instance)
    found = moves_of(instance, plan, frozenset(), frozenset(), Clock(None), NoProgress())
    return sorted((move.reason, move.subject) for move in found)


def cadres(special: bool, minimum: int) -> Instance:
    """A cadre leaves b1 by a pin; either of two others can come in for them."""
    people = (
        member("k0", key_cadre=True, current_branch_id="b1", pinned_branch_id="b2"),
        member("k1", key_cadre=True, current_branch_id="b2"),
        member("k2", key_cadre=True, current_branch_id="b2"),
    )
    places = (branch("b1", special=special, min=minimum), branch("b2", min=0))
    policy = replace(Policy(), order=ORDER, is_order_given=True)
    return instance_of(rosters(people, places), policy)


@pytest.mark.parametrize(
    ("special", "minimum", "told"),
    [
        pytest.param(True, 0, [("pinned", ""), ("raises", "special")], id="for the special area"),
        pytest.param(True, 1, [("minimum", "b1"), ("pinned", "")], id="the minimum asks for it anyway"),
        pytest.param(False, 1, [("minimum", "b1"), ("pinned", "")], id="for the minimum alone"),
        pytest.param(False, 0, [("pinned", "")], id="for nothing"),
    ],
)
def test_whoever_comes_in_for_another_has_the_reason_of_both(
    special: bool,
    minimum: int,
    told: list[tuple[str, str]],
) -> None:
    assert reasons(cadres(special, minimum)) == told
