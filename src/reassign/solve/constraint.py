"""CP-SAT for what the relaxation leaves open: one worker, strong linearisation, deterministic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from ortools.sat.python import cp_model_helper as engine

from reassign.solve.problem import Integers, Problem

DETERMINISTIC_LIMIT = 60.0
"""Effort per call in the engine's own deterministic seconds, so that a clock never decides."""


class Verdict(Enum):
    """What CP-SAT claims."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """What CP-SAT found.

    Attributes:
        verdict: What it claims.
        values: Value of each column, shape (columns,), int64; None without a solution.
    """

    verdict: Verdict
    values: Integers | None


_VERDICTS = {
    engine.CpSolverStatus.OPTIMAL: Verdict.OPTIMAL,
    engine.CpSolverStatus.FEASIBLE: Verdict.FEASIBLE,
    engine.CpSolverStatus.INFEASIBLE: Verdict.INFEASIBLE,
}


def search(
    problem: Problem,
    gains: Integers,
    *,
    seconds: float | None = None,
    hint: Integers | None = None,
    is_limited: bool = True,
) -> Answer:
    """Maximise ``gains @ x`` over the integer points of the problem.

    Args:
        problem: Boxes and rows.
        gains: Gain of each column, shape (columns,), int64; the sum of magnitudes below 2^60.
        seconds: Wall-clock limit [s]; None for the deterministic limit alone.
        hint: A known solution to start from.
        is_limited: Whether the deterministic limit holds.
    """
    # The engine calls a model with crossed sides invalid, which would be read as not knowing.
    if bool((problem.low > problem.high).any() or (problem.rows.lower > problem.rows.upper).any()):
        return Answer(Verdict.INFEASIBLE, None)
    free = np.flatnonzero(problem.low < problem.high)
    position = np.full(len(problem.high), -1, dtype=np.intp)
    position[free] = np.arange(len(free))
    model = engine.CpModelProto()
    for low, high in zip(problem.low[free].tolist(), problem.high[free].tolist(), strict=True):
        model.variables.add().domain.extend([low, high])
    if not _add_members(model, problem, position):
        return Answer(Verdict.INFEASIBLE, None)
    _add_rows(model, problem, position)
    kept = np.flatnonzero(gains[free])
    if len(kept):
        model.objective.vars.extend(kept.tolist())
        model.objective.coeffs.extend((-gains[free][kept]).tolist())
    if hint is not None:
        model.solution_hint.vars.extend(range(len(free)))
        model.solution_hint.values.extend(hint[free].tolist())
    parameters = engine.SatParameters()
    parameters.num_workers = 1
    parameters.linearization_level = 2
    parameters.random_seed = 0
    if is_limited:
        parameters.max_deterministic_time = DETERMINISTIC_LIMIT
    if seconds is not None:
        parameters.max_time_in_seconds = max(seconds, 0.01)
    wrapper = engine.SolveWrapper()
    wrapper.set_parameters(parameters)
    response = wrapper.solve(model)
    verdict = _VERDICTS.get(response.status, Verdict.UNKNOWN)
    if verdict not in (Verdict.OPTIMAL, Verdict.FEASIBLE):
        return Answer(verdict, None)
    values = problem.low.copy()
    values[free] = np.array(list(response.solution), dtype=np.int64)
    return Answer(verdict, values)


def _add_members(model: engine.CpModelProto, problem: Problem, position: Integers) -> bool:
    """Exactly one column per member; False if somebody has none left."""
    settled = np.bincount(problem.member, weights=problem.low[: problem.pairs], minlength=problem.members)
    options: list[list[int]] = [[] for _ in range(problem.members)]
    for column, member in enumerate(problem.member.tolist()):
        if position[column] >= 0:
            options[member].append(int(position[column]))
    for member, columns in enumerate(options):
        if settled[member] > 1 or (settled[member] == 0 and not columns):
            return False
        if columns:
            row = model.constraints.add().linear
            row.vars.extend(columns)
            row.coeffs.extend([1] * len(columns))
            rest = 1 - int(settled[member])
            row.domain.extend([rest, rest])
    return True


def _add_rows(model: engine.CpModelProto, problem: Problem, position: Integers) -> None:
    rows = problem.rows
    for row in range(rows.count):
        entries = slice(rows.starts[row], rows.starts[row + 1])
        columns, coefficients = rows.columns[entries], rows.coefficients[entries]
        is_free = position[columns] >= 0
        settled = int((coefficients[~is_free] * problem.low[columns[~is_free]]).sum())
        linear = model.constraints.add().linear
        linear.vars.extend(position[columns[is_free]].tolist())
        linear.coeffs.extend(coefficients[is_free].tolist())
        linear.domain.extend([int(rows.lower[row]) - settled, int(rows.upper[row]) - settled])
