"""A cut: a row that no integer point breaks, rounded down from a combination of rows (Chvátal and Gomory)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reassign.solve.problem import Integers, Problem, Rows


@dataclass(frozen=True, slots=True)
class Cut:
    """How a cut follows from the problem that it is added to.

    Rows with multipliers above 0 press with their upper side, those below 0 with their lower side. The coefficients
    of the sum are rounded down to whole multiples of the denominator, those of ``up`` are rounded up.

    Attributes:
        denominator: What the sum is divided by.
        multipliers: Multiplier by row of the problem; rows of 0 are left out.
        members: Multiplier by member index, for the rows that place every member once.
        up: Columns that are rounded up, none of them closed: a cut then holds for a pair that is opened again, too.
    """

    denominator: int
    multipliers: Mapping[int, int]
    members: Mapping[int, int]
    up: frozenset[int]


@dataclass(frozen=True, slots=True)
class CutRow:
    """``sum of coefficients * x[columns] <= upper``.

    Attributes:
        columns: Columns with a coefficient, ascending, shape (entries,), int64.
        coefficients: Shape (entries,), int64.
        upper: Largest activity.
    """

    columns: Integers
    coefficients: Integers
    upper: int


def combine(problem: Problem, multipliers: Mapping[int, int], members: Mapping[int, int]) -> tuple[Integers, int]:
    """The sum of multiples of rows: coefficient of each column, shape (columns,), int64, and upper side."""
    rows = problem.rows
    total = np.zeros(len(problem.high), dtype=np.int64)
    upper = sum(members.values())
    for row, multiplier in multipliers.items():
        entries = slice(rows.starts[row], rows.starts[row + 1])
        total[rows.columns[entries]] += multiplier * rows.coefficients[entries]
        upper += multiplier * int((rows.upper if multiplier > 0 else rows.lower)[row])
    if members:
        share = np.zeros(problem.members, dtype=np.int64)
        share[list(members)] = list(members.values())
        total[: problem.pairs] += share[problem.member]
    return total, upper


def cut_row(problem: Problem, cut: Cut) -> CutRow:
    """The row that a cut adds to the problem."""
    total, upper = combine(problem, cut.multipliers, cut.members)
    is_up = np.zeros(len(total), dtype=bool)
    is_up[list(cut.up)] = True
    return round_off(problem, total, upper, cut.denominator, is_up)


def round_off(problem: Problem, total: Integers, upper: int, denominator: int, is_up: Integers) -> CutRow:
    """Divide a valid row and round its coefficients; what rounding adds at the box ends goes to the side.

    Args:
        problem: Boxes.
        total: Coefficient of each column, shape (columns,), int64.
        upper: Largest activity.
        denominator: Divisor.
        is_up: Whether the coefficient of a column is rounded up, shape (columns,), bool.
    """
    rounded = np.where(is_up, -(-total // denominator), total // denominator)
    added = (rounded * denominator - total) * np.where(is_up, problem.high, problem.low)
    columns = np.flatnonzero(rounded)
    return CutRow(columns, rounded[columns], (upper + int(added.sum())) // denominator)


def with_cuts(problem: Problem, cuts: Iterable[Cut]) -> Problem:
    """The problem with a row more per cut, each derived from the rows before it."""
    for cut in cuts:
        problem = with_rows(problem, [cut_row(problem, cut)])
    return problem


def with_rows(problem: Problem, added: Sequence[CutRow]) -> Problem:
    """The problem with these rows after its own."""
    if not added:
        return problem
    rows = problem.rows
    ends = rows.starts[-1] + np.cumsum([len(row.columns) for row in added])
    least = [int((np.minimum(row.coefficients, 0) * problem.high[row.columns]).sum()) for row in added]
    return replace(
        problem,
        rows=Rows(
            starts=np.concatenate([rows.starts, ends]).astype(np.intp),
            columns=np.concatenate([rows.columns, *(row.columns for row in added)]),
            coefficients=np.concatenate([rows.coefficients, *(row.coefficients for row in added)]),
            lower=np.concatenate([rows.lower, np.array(least, dtype=np.int64)]),
            upper=np.concatenate([rows.upper, np.array([row.upper for row in added], dtype=np.int64)]),
            has_lower=np.concatenate([rows.has_lower, np.zeros(len(added), dtype=bool)]),
            has_upper=np.concatenate([rows.has_upper, np.ones(len(added), dtype=bool)]),
        ),
    )
