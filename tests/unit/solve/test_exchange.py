"""What one exchange is worth is what the branch is worth afterwards, less what it was worth before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from reassign.domain.instance import Instance
from reassign.domain.policy import Limits, Policy
from reassign.model.formulate import Formulation
from reassign.solve.clock import Clock
from reassign.solve.exchange import _POSSIBLE, Exchanges
from reassign.solve.fold import fold
from reassign.solve.levels import settle
from reassign.solve.problem import make_problem
from tests.builders import branch, instance, member, ordered
from tests.properties.instances import instances
from tests.properties.oracle import level_value
from tests.unit.solve.points import formulations

RICH = instance(
    [
        member("m0", fields=("a", "b"), key_cadre=True, committee_eligible=True),
        member("m1", fields=("b",), eligible_posts=("bí thư",), residence_unit="P1", residence_area="KP 2"),
        member("m2", fields=("a",), committee_eligible=True, eligible_posts=("bí thư", "phó bí thư")),
        member("m3", key_cadre=True, residence_unit="P1", residence_area="KP 1"),
        member("m4", exempt=True, fields=("a", "c")),
    ],
    [
        branch("b0", needs=("a", "c"), committee_vacancies=1, special=True, areas=("KP 1",), min=1, max=2),
        branch("b1", needs=("b",), vacant_posts=("bí thư", "phó bí thư"), areas=("KP 2",), min=2, max=4),
        branch("b2", needs=("a",), special=True, committee_vacancies=2, min=0, max=None),
    ],
    policy=Policy(limits=Limits(1, 7)),
)
"""A little of every level."""

SHORT = replace(RICH, policy=replace(RICH.policy, is_shortfall_allowed=True))

AT = (0, 1, 2, 0, 1)
"""b0 is full, b1 has its minimum, b2 has neither a minimum nor a maximum that anybody meets."""


def worth(asked: Instance, form: Formulation, at: Mapping[int, int]) -> int:
    """Folded value of some members in some branches, from the levels of the enumeration oracle."""
    problem = make_problem(form)
    weights = fold(problem, [objective.gains for objective in form.objectives], bits=4000).weights
    component = form.component
    placed = {component.members[who].id: component.branches[where].id for who, where in at.items()}
    here = replace(
        asked,
        members=tuple(each for each in asked.members if each.id in placed),
        branches=component.branches,
    )
    return sum(
        weight * objective.sign * level_value(here, objective.level, placed)
        for weight, objective in zip(weights, form.objectives, strict=True)
    )


def exchanges_of(form: Formulation, at: Sequence[int]) -> Exchanges:
    gains = [objective.gains for objective in form.objectives]
    return Exchanges(form, make_problem(form), gains, np.array(at, dtype=np.intp))


def check_every_exchange(asked: Instance, form: Formulation, at: Sequence[int]) -> None:
    found, component = exchanges_of(form, at), form.component
    can = set(zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True))
    inside = [
        {who: where for who, where in enumerate(at) if where == place} for place in range(len(component.branches))
    ]
    before = [worth(asked, form, members) for members in inside]
    for one in range(len(at)):
        for place, members in enumerate(inside):
            most = asked.maximum[component.branches[place].id]
            if at[one] == place or (one, place) not in can or (most is not None and len(members) >= most):
                assert found._added[one, place] <= _POSSIBLE
            else:
                assert found._added[one, place] == worth(asked, form, {**members, one: place}) - before[place]
        for other, place in enumerate(at):
            rest = {who: where for who, where in inside[place].items() if who != other}
            if at[one] == place or (one, place) not in can:
                assert found._graph[one, other] <= _POSSIBLE
            else:
                assert found._graph[one, other] == worth(asked, form, {**rest, one: place}) - before[place]
        place = at[one]
        rest = {who: where for who, where in inside[place].items() if who != one}
        least = asked.minimum[component.branches[place].id]
        may_lose = asked.policy.is_shortfall_allowed or len(inside[place]) > least
        expected = worth(asked, form, rest) - before[place] if may_lose else _POSSIBLE
        assert found._graph[-1, one] == expected or (not may_lose and found._graph[-1, one] <= _POSSIBLE)
        assert found._graph[one, -1] == max(found._added[one])


WEIGHTED = replace(
    RICH, policy=Policy(order=ordered({"needs": 3, "balance": 2, "special": 5}, "residence"), is_order_given=True)
)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(RICH, id="limits"),
        pytest.param(SHORT, id="shortfall allowed"),
        pytest.param(WEIGHTED, id="levels with weights"),
    ],
)
@pytest.mark.parametrize("at", [AT, (1, 1, 1, 1, 0), (2, 2, 0, 1, 1)])
def test_every_exchange_is_worth_what_it_changes(asked: Instance, at: Sequence[int]) -> None:
    (form,) = formulations(asked)
    check_every_exchange(asked, form, at)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(instances(most_members=5))
def test_every_exchange_in_a_best_placement_is_worth_what_it_changes(asked: Instance) -> None:
    for form in formulations(asked):
        settled = settle(form, Clock())
        if settled is not None:
            chosen = np.flatnonzero(settled.values[: form.component.pairs])
            at = np.empty(len(form.component.members), dtype=np.intp)
            at[form.component.pair_member[chosen]] = form.component.pair_branch[chosen]
            check_every_exchange(asked, form, at.tolist())


def test_a_chain_goes_through_as_many_branches_as_it_needs() -> None:
    # Five branches for one each; everybody can be in their own and in the next one alone.
    count = 5
    forbids = [
        (f"m{who}", f"b{where}")
        for who in range(count)
        for where in range(count)
        if (where - who) % count not in (0, 1)
    ]
    asked = instance(
        [member(f"m{who}") for who in range(count)],
        [branch(f"b{where}", max=1) for where in range(count)],
        forbids=forbids,
    )
    (form,) = formulations(asked)
    found = exchanges_of(form, range(count))
    assert found.ways_to(0).gain[0] == 0
    moved = found.placement(0, found.ways_to(0), 1)
    assert moved is not None
    assert moved.tolist() == [1, 2, 3, 4, 0]


def test_who_loses_a_place_may_fill_the_room_that_is_elsewhere() -> None:
    asked = instance(
        [member(f"m{who}", residence_unit="P1", residence_area=f"KP {who}") for who in (0, 1)],
        [branch("b0", min=0, areas=("KP 0",)), branch("b1", min=0, max=1, areas=("KP 1",)), branch("b2", min=0)],
        forbids=[("m1", "b0"), ("m0", "b2")],
    )
    (form,) = formulations(asked)
    found = exchanges_of(form, (0, 1))
    moved = found.placement(0, found.ways_to(0), 1)
    assert moved is not None
    assert moved.tolist() == [1, 2]


def test_a_placement_that_one_move_betters_ends_in_no_chain_and_not_in_an_endless_one() -> None:
    asked = instance(
        [member("m0"), member("m1"), member("m2")],
        [branch("b0", min=0), branch("b1", min=0, max=1), branch("b2", min=0)],
        forbids=[("m1", "b0"), ("m0", "b2")],
    )
    (form,) = formulations(asked)
    found = exchanges_of(form, (0, 1, 0))
    assert found.placement(0, found.ways_to(0), 1) is None
