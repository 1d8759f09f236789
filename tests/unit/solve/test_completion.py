"""A completed placement counts for every level what the placement is worth."""

from __future__ import annotations

from itertools import islice

import numpy as np
from hypothesis import given, settings

from reassign.domain.instance import Instance
from reassign.model.component import split
from reassign.model.formulate import formulate
from reassign.model.priorities.registry import levels_of
from reassign.solve.completion import Completion
from reassign.solve.problem import is_within, make_problem
from reassign.solve.tree import gain_of
from tests.properties.instances import instances
from tests.properties.oracle import feasible_plans, level_value
from tests.unit.solve.test_exchange import RICH, SHORT


def check_completed(asked: Instance, most: int) -> None:
    levels = levels_of(asked)
    forms = [formulate(component, levels) for component in split(asked)]
    for plan in islice(feasible_plans(asked), most):
        worth = [0] * len(levels)
        for form in forms:
            component = form.component
            where = {place.id: index for index, place in enumerate(component.branches)}
            at = np.array([where[plan[person.id]] for person in component.members], dtype=np.intp)
            point = Completion(form).point(at)
            assert point is not None
            assert is_within(make_problem(form), point)
            for index, objective in enumerate(form.objectives):
                worth[index] += objective.constant + objective.sign * gain_of(objective.gains, point)
        assert worth == [level_value(asked, level, plan) for level in levels]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(instances(most_members=4))
def test_auxiliary_columns_are_at_their_best(asked: Instance) -> None:
    check_completed(asked, 6)


def test_auxiliary_columns_are_at_their_best_where_every_level_has_something_to_say() -> None:
    check_completed(RICH, 40)
    check_completed(SHORT, 300)
