"""The linear relaxation by GLOP. What it returns is a hint: bounds are recomputed in exact integers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder_helper as engine

from reassign.solve.problem import Integers, Problem

Floats = NDArray[np.float64]


class Outcome(Enum):
    """What the relaxation ended with; only ``OPTIMAL`` says anything, and that only as a hint."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Solution of a linear relaxation in floating point.

    Attributes:
        outcome: How it ended; the arrays are empty unless ``OPTIMAL``.
        values: Value of each column, shape (columns,).
        multipliers: Dual value of each row, shape (rows,): the gain of one more unit of the binding side.
    """

    outcome: Outcome
    values: Floats
    multipliers: Floats


AS_IT_IS = "change_status_to_imprecise: false"
"""Setting of GLOP: what rounding may have spoiled is returned all the same, for exact bounds judge it."""

NOTHING = np.empty(0, dtype=np.float64)


def relax(problem: Problem, gains: Integers, *, is_elastic: bool = False) -> Relaxation:
    """Maximise ``gains @ x`` over the relaxation.

    Args:
        problem: Boxes and rows.
        gains: Gain of each column, shape (columns,), int64; magnitudes below 2^53.
        is_elastic: Whether every row may be violated at a price of 1 per unit and gains are ignored. The
            multipliers then prove infeasibility.
    """
    model = engine.ModelBuilderHelper()
    free = np.flatnonzero(problem.low < problem.high)
    position = np.full(len(problem.high), -1, dtype=np.intp)
    position[free] = np.arange(len(free))
    is_integral = np.zeros(len(free), dtype=bool)
    model.add_var_array_with_bounds(
        problem.low[free].astype(np.float64), problem.high[free].astype(np.float64), is_integral, ""
    )
    if not is_elastic:
        scaled = gains[free].astype(np.float64)
        model.set_objective_coefficients(list(range(len(free))), scaled.tolist())
    model.set_maximize(True)
    _add_members(model, problem, free)
    _add_rows(model, problem, position)
    if is_elastic:
        _add_slacks(model)
    solver = engine.ModelSolverHelper("glop")
    solver.set_solver_specific_parameters(f"use_dual_simplex: false {AS_IT_IS}")
    solver.solve(model)
    status = solver.status()
    if status == engine.SolveStatus.INFEASIBLE:
        return Relaxation(Outcome.INFEASIBLE, NOTHING, NOTHING)
    if status != engine.SolveStatus.OPTIMAL:
        return Relaxation(Outcome.UNKNOWN, NOTHING, NOTHING)
    values = problem.low.astype(np.float64)
    values[free] = np.asarray(solver.variable_values())[: len(free)]
    duals = np.asarray(solver.dual_values())
    return Relaxation(Outcome.OPTIMAL, values, duals[len(duals) - problem.rows.count :])


def _add_members(model: engine.ModelBuilderHelper, problem: Problem, free: Integers) -> None:
    """One row per member with a choice left: the rest of its share lies on its free columns."""
    fixed = np.bincount(problem.member, weights=problem.low[: problem.pairs], minlength=problem.members)
    row = -1
    last = -1
    for position, column in enumerate(free[: np.searchsorted(free, problem.pairs)].tolist()):
        member = int(problem.member[column])
        if member != last:
            row, last = model.add_linear_constraint(), member
            model.set_constraint_lower_bound(row, 1.0 - fixed[member])
            model.set_constraint_upper_bound(row, 1.0 - fixed[member])
        model.add_term_to_constraint(row, position, 1.0)


def _add_rows(model: engine.ModelBuilderHelper, problem: Problem, position: NDArray[np.intp]) -> None:
    """The rows with fixed columns moved to the sides."""
    rows = problem.rows
    places = position[rows.columns]
    is_fixed = places < 0
    fixed = np.zeros(rows.count, dtype=np.int64)
    owner = rows.owner()
    np.add.at(fixed, owner[is_fixed], rows.coefficients[is_fixed] * problem.low[rows.columns[is_fixed]])
    lower = (rows.lower - fixed).astype(np.float64).tolist()
    upper = (rows.upper - fixed).astype(np.float64).tolist()
    entries = np.flatnonzero(~is_fixed)
    place_of, coefficient_of = places[entries].tolist(), rows.coefficients[entries].astype(np.float64).tolist()
    bounds = np.searchsorted(entries, rows.starts).tolist()
    for row in range(rows.count):
        index = model.add_linear_constraint()
        model.set_constraint_lower_bound(index, lower[row])
        model.set_constraint_upper_bound(index, upper[row])
        for entry in range(bounds[row], bounds[row + 1]):
            model.add_term_to_constraint(index, place_of[entry], coefficient_of[entry])


def _add_slacks(model: engine.ModelBuilderHelper) -> None:
    """A slack up and a slack down in every row, each costing 1 per unit."""
    for row in range(model.num_constraints()):
        for direction in (1.0, -1.0):
            slack = model.add_var()
            model.set_var_lower_bound(slack, 0.0)
            model.set_var_objective_coefficient(slack, -1.0)
            model.add_term_to_constraint(row, slack, direction)
