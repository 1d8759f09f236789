"""A problem without what is settled in it, so that an engine sees only what is open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reassign.solve.problem import Integers, Problem, Rows


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A smaller problem and how its points are read.

    Attributes:
        problem: The open columns and the rows that they touch.
        kept: Column in the whole problem of each column, shape (columns,), intp, ascending.
        rows: Row in the whole problem of each row, shape (rows,), intp, ascending.
        settled: Value of each column of the whole problem that is not kept, shape (all columns,), int64.
    """

    problem: Problem
    kept: NDArray[np.intp]
    rows: NDArray[np.intp]
    settled: Integers

    def position(self, column: int) -> int:
        """Where a column of the whole problem that is kept stands."""
        return int(np.searchsorted(self.kept, column))

    def whole(self, values: Integers) -> Integers:
        """A point of the smaller problem as a point of the whole one."""
        point = self.settled.copy()
        point[self.kept] = values
        return point


def shrink(problem: Problem, member: int | None) -> Shrunk | None:
    """Leave out columns whose box has one value; None if what is settled breaks a row already.

    All candidates of one member, if there is one, are kept whatever their boxes, for they are about to be changed.
    """
    is_kept = problem.low < problem.high
    if member is not None:
        is_kept[slice(*np.searchsorted(problem.member, [member, member + 1]))] = True
    settled = np.where(is_kept, 0, problem.low)
    rows = problem.rows
    owner = rows.owner()
    fixed = np.zeros(rows.count, dtype=np.int64)
    is_entry_kept = is_kept[rows.columns]
    np.add.at(fixed, owner[~is_entry_kept], (rows.coefficients * settled[rows.columns])[~is_entry_kept])
    counts = np.bincount(owner[is_entry_kept], minlength=rows.count)
    is_row_kept = counts > 0
    lower, upper = rows.lower - fixed, rows.upper - fixed
    if bool(((lower > 0) | (upper < 0))[~is_row_kept].any()):
        return None
    kept = np.flatnonzero(is_kept)
    position = np.cumsum(is_kept) - 1
    members, member_of = np.unique(problem.member[kept[: np.searchsorted(kept, problem.pairs)]], return_inverse=True)
    return Shrunk(
        problem=Problem(
            member=member_of.astype(np.intp),
            members=len(members),
            low=problem.low[kept],
            high=problem.high[kept],
            rows=Rows(
                starts=np.concatenate([[0], np.cumsum(counts[is_row_kept])]).astype(np.intp),
                columns=position[rows.columns[is_entry_kept]].astype(np.intp),
                coefficients=rows.coefficients[is_entry_kept],
                lower=lower[is_row_kept],
                upper=upper[is_row_kept],
                has_lower=rows.has_lower[is_row_kept],
                has_upper=rows.has_upper[is_row_kept],
            ),
        ),
        kept=kept,
        rows=np.flatnonzero(is_row_kept),
        settled=settled,
    )
