"""A component in linear form: columns, rows, one objective per level."""

from __future__ import annotations

import pytest

from reassign.domain.policy import Policy, Priority, single_level
from reassign.model.formulate import formulate, level_values
from tests.builders import branch, instance, member, ordered
from tests.unit.model.linear import only, received

ASKED = instance(
    [member("m1", fields=("y tế",), residence_unit="P1", residence_area="b1"), member("m2")],
    [branch("b1"), branch("b2", needs=("y tế",))],
    policy=Policy(order=ordered("residence", "needs")),
)


def test_pairs_come_first_then_the_columns_of_the_levels() -> None:
    form = formulate(only(ASKED), ordered("residence", "needs", "balance"))
    assert form.auxiliaries == (("needs", "b2", "y tế"), ("balance", "b1", "2"), ("balance", "b2", "2"))
    assert form.upper.tolist() == [1] * 7
    assert [objective.gains.tolist() for objective in form.objectives] == [
        [2, 1, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 1, 0, 0],
        [0, 0, 0, 0, 0, -3, -3],
    ]
    assert [(objective.constant, objective.sign) for objective in form.objectives] == [(0, 1), (0, 1), (2, -1)]
    assert [row.subject for row in form.rows[-3:]] == [("needs", "b2", "y tế"), ("balance", "b1"), ("balance", "b2")]


def test_a_weighted_level_adds_up_and_counts_costs_negatively() -> None:
    (level,) = ordered({"residence": 5, "balance": 2})
    form = formulate(only(ASKED), [level])
    (objective,) = form.objectives
    assert objective.gains.tolist() == [10, 5, 0, 0, -6, -6]
    assert (objective.constant, objective.sign) == (-4, 1)


def test_a_priority_of_weight_zero_has_no_columns_and_no_rows() -> None:
    (level,) = ordered({"residence": 1, "balance": 0})
    form = formulate(only(ASKED), [level])
    assert form.auxiliaries == ()
    assert form.objectives[0].gains.tolist() == [2, 1, 0, 0]
    assert all(row.subject[0] != "balance" for row in form.rows)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param({"m1": "b1", "m2": "b2"}, (2, 0, 2), id="at home"),
        pytest.param({"m1": "b2", "m2": "b2"}, (1, 1, 4), id="where needed"),
    ],
)
def test_levels_are_counted_from_the_placement(places: dict[str, str], expected: tuple[int, ...]) -> None:
    component = only(ASKED)
    levels = [single_level(name) for name in (Priority.RESIDENCE, Priority.NEEDS, Priority.BALANCE)]
    assert level_values(component, levels, received(component, places)) == expected
