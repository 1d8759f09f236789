"""A component as arrays: the only form in which engines see rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reassign.model.formulate import Formulation

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows ``lower <= A x <= upper`` in compressed row form.

    Attributes:
        starts: First entry of each row, shape (rows + 1,), intp.
        columns: Column of each entry, shape (entries,), intp.
        coefficients: Coefficient of each entry, shape (entries,), int64.
        lower: Least activity, shape (rows,), int64; where unlimited, the least that the boxes allow.
        upper: Largest activity, likewise.
        has_lower: Whether the lower side is a rule and not only the boxes, shape (rows,), bool.
        has_upper: Whether the upper side is.
    """

    starts: NDArray[np.intp]
    columns: NDArray[np.intp]
    coefficients: Integers
    lower: Integers
    upper: Integers
    has_lower: NDArray[np.bool_]
    has_upper: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.lower)

    def owner(self) -> NDArray[np.intp]:
        """Row of each entry, shape (entries,)."""
        return np.repeat(np.arange(self.count), np.diff(self.starts))

    def activity(self, values: Integers) -> Integers:
        """``A x`` in exact integers, shape (rows,)."""
        totals = np.zeros(self.count, dtype=np.int64)
        np.add.at(totals, self.owner(), self.coefficients * values[self.columns])
        return totals

    def transposed(self, multipliers: Integers, columns: int) -> Integers:
        """``multipliers @ A`` in exact integers, shape (columns,); object dtype stays exact for any size."""
        priced = np.zeros(columns, dtype=multipliers.dtype)
        np.add.at(priced, self.columns, self.coefficients * multipliers[self.owner()])
        return priced


@dataclass(frozen=True, slots=True)
class Problem:
    """Maximise a gain over integer columns in a box, within rows; members choose one column each.

    Attributes:
        member: Member index of each of the first ``len(member)`` columns, ascending, shape (pairs,), intp.
        members: Number of members; each has exactly one of its columns at 1.
        low: Lower end of the boxes, shape (columns,), int64.
        high: Upper end of the boxes, shape (columns,), int64.
        rows: All rows but those of the members.
    """

    member: NDArray[np.intp]
    members: int
    low: Integers
    high: Integers
    rows: Rows

    @property
    def pairs(self) -> int:
        """Number of columns that are candidate pairs."""
        return len(self.member)


def make_problem(formulation: Formulation) -> Problem:
    """Arrays of a formulation; the rows of the members become the choice of each member."""
    component = formulation.component
    rows = formulation.side_rows
    high = formulation.upper
    counts = [len(row.columns) for row in rows]
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
    columns = np.concatenate([np.empty(0, dtype=np.intp), *(row.columns for row in rows)])
    coefficients = np.concatenate([np.empty(0, dtype=np.int64), *(row.coefficients for row in rows)])
    least = [int((np.minimum(row.coefficients, 0) * high[row.columns]).sum()) for row in rows]
    most = [int((np.maximum(row.coefficients, 0) * high[row.columns]).sum()) for row in rows]
    return Problem(
        member=component.pair_member,
        members=len(component.members),
        low=np.zeros(len(high), dtype=np.int64),
        high=high.copy(),
        rows=Rows(
            starts=starts,
            columns=columns,
            coefficients=coefficients,
            lower=np.array(
                [low if row.lower is None else row.lower for row, low in zip(rows, least, strict=True)], dtype=np.int64
            ),
            upper=np.array(
                [top if row.upper is None else row.upper for row, top in zip(rows, most, strict=True)], dtype=np.int64
            ),
            has_lower=np.array([row.lower is not None for row in rows], dtype=bool),
            has_upper=np.array([row.upper is not None for row in rows], dtype=bool),
        ),
    )


def is_within(problem: Problem, values: Integers) -> bool:
    """Whether integer values obey every box, every member's choice and every row."""
    if bool(((values < problem.low) | (values > problem.high)).any()):
        return False
    chosen = np.bincount(problem.member, weights=values[: problem.pairs], minlength=problem.members)
    if bool((chosen != 1).any()):
        return False
    activity = problem.rows.activity(values)
    return not bool(((activity < problem.rows.lower) | (activity > problem.rows.upper)).any())
