"""The relaxation of one problem, solved anew as rows are added, each time from where it ended; it tells its basis.

As everywhere, what the engine returns is a hint: bounds and cuts are recomputed in exact integers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from ortools.linear_solver import pywraplp as engine

from reassign.solve.cut import CutRow
from reassign.solve.linear import AS_IT_IS, NOTHING, Floats, Outcome, Relaxation
from reassign.solve.problem import Integers, Problem
from reassign.solve.separate import Vertex


class Simplex:
    """The relaxation of a problem and of all rows added to it since."""

    def __init__(self, problem: Problem, gains: Integers) -> None:
        """Hand the open columns and all rows to the engine.

        Args:
            problem: Boxes and rows.
            gains: Gain of each column, shape (columns,), int64; magnitudes below 2^53.
        """
        self._low = problem.low
        self._free = np.flatnonzero(problem.low < problem.high)
        self._position = np.full(len(problem.high), -1, dtype=np.intp)
        self._position[self._free] = np.arange(len(self._free))
        self._solver = engine.Solver.CreateSolver("GLOP")
        self._solver.SetSolverSpecificParametersAsString(f"use_preprocessing: false use_dual_simplex: true {AS_IT_IS}")
        ends = zip(problem.low[self._free].tolist(), problem.high[self._free].tolist(), strict=True)
        self._columns = [self._solver.NumVar(float(low), float(high), "") for low, high in ends]
        objective = self._solver.Objective()
        objective.SetMaximization()
        for column in np.flatnonzero(gains[self._free]).tolist():
            objective.SetCoefficient(self._columns[column], float(gains[self._free[column]]))
        self._members = self._add_members(problem)
        rows = problem.rows
        self._rows = [
            self._add_row(rows.columns[first:last], rows.coefficients[first:last], float(lower), float(upper))
            for first, last, lower, upper in zip(
                rows.starts[:-1].tolist(),
                rows.starts[1:].tolist(),
                rows.lower.tolist(),
                rows.upper.tolist(),
                strict=True,
            )
        ]

    def extend(self, added: Sequence[CutRow]) -> None:
        """Take more rows, after those of the problem."""
        self._rows += [
            self._add_row(row.columns, row.coefficients, -self._solver.infinity(), float(row.upper)) for row in added
        ]

    def relax(self) -> Relaxation:
        """Maximise over the relaxation."""
        parameters = engine.MPSolverParameters()
        parameters.SetIntegerParam(
            engine.MPSolverParameters.INCREMENTALITY, engine.MPSolverParameters.INCREMENTALITY_ON
        )
        status = self._solver.Solve(parameters)
        if status != engine.Solver.OPTIMAL:
            outcome = Outcome.INFEASIBLE if status == engine.Solver.INFEASIBLE else Outcome.UNKNOWN
            return Relaxation(outcome, NOTHING, NOTHING)
        values = self._low.astype(np.float64)
        values[self._free] = [column.solution_value() for column in self._columns]
        multipliers = np.array([row.dual_value() for row in self._rows], dtype=np.float64)
        return Relaxation(Outcome.OPTIMAL, values, multipliers)

    def vertex(self, values: Floats) -> Vertex:
        """The vertex at which the last relaxation ended, given its values."""
        basic = engine.Solver.BASIC
        columns = [place for place, column in enumerate(self._columns) if column.basis_status() == basic]
        rows = [place for place, row in enumerate(self._rows) if row.basis_status() != basic]
        members = [member for member, row in self._members.items() if row.basis_status() != basic]
        return Vertex(values, self._free[columns], np.array(rows, dtype=np.int64), np.array(members, dtype=np.int64))

    def _add_row(self, columns: Integers, coefficients: Integers, lower: float, upper: float) -> engine.Constraint:
        """A row; what settled columns add to its activity goes to its sides."""
        places = self._position[columns]
        is_open = places >= 0
        settled = int((coefficients[~is_open] * self._low[columns[~is_open]]).sum())
        row = self._solver.Constraint(lower - settled, upper - settled)
        for place, coefficient in zip(places[is_open].tolist(), coefficients[is_open].tolist(), strict=True):
            row.SetCoefficient(self._columns[place], float(coefficient))
        return row

    def _add_members(self, problem: Problem) -> dict[int, engine.Constraint]:
        """One row per member with a choice left."""
        found: dict[int, engine.Constraint] = {}
        for place, column in enumerate(self._free[: np.searchsorted(self._free, problem.pairs)].tolist()):
            member = int(problem.member[column])
            if member not in found:
                found[member] = self._solver.Constraint(1.0, 1.0)
            found[member].SetCoefficient(self._columns[place], 1.0)
        return found
