"""Cuts that a fractional vertex of the relaxation breaks, two for each fractional column (Gomory 1958)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import lcm

import numpy as np
from numpy.typing import NDArray

from reassign.solve.cut import Cut, CutRow, cut_row
from reassign.solve.linear import Floats
from reassign.solve.problem import Integers, Problem

MOST_CUTS = 40
"""Cuts kept per vertex."""

LARGEST_PART = 512
"""Largest denominator looked for in a single multiplier."""

LARGEST_DENOMINATOR = 1 << 20
"""Largest common denominator of the multipliers of a cut."""

NEAR = 1e-6
"""A multiplier this near to a fraction is taken for it. An error here makes a cut weaker, never wrong."""

EXACT = 1 << 52
"""Sums of whole numbers below this are exact in floating point."""

LEAST_DEPTH = 1e-3
"""A vertex must lie at least this far beyond a cut, by Euclidean distance."""

FRACTIONAL = 1e-5
"""Distance from an integer from which on a value counts as fractional."""

TOGETHER = 64
"""Combinations of rows that are worked out at the same time."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Vertex:
    """A vertex of the relaxation and the basis that it belongs to.

    Attributes:
        values: Value of each column, shape (columns,), float64.
        columns: Columns in the basis, shape (basic columns,), int64.
        rows: Rows that are tight because they are out of the basis, shape (tight rows,), int64.
        members: Members whose row is out of the basis, shape (tight members,), int64. There are as many tight rows and
            members as basic columns.
    """

    values: Floats
    columns: Integers
    rows: Integers
    members: Integers


@dataclass(frozen=True, slots=True)
class _Tight:
    """The tight rows, then those of the tight members, over the columns that are not closed.

    Attributes:
        matrix: Coefficients, shape (tight, open columns), float64.
        lower: Lower sides, shape (tight,); NaN where there is none.
        upper: Upper sides likewise.
        is_at_upper: Whether the vertex is at the upper side.
        low: Lower end of the boxes, shape (open columns,).
        high: Upper end.
        values: Values of the vertex.
        reach: Sum of the coefficients of each whole row in absolute value, times its longest box.
    """

    matrix: Floats
    lower: Floats
    upper: Floats
    is_at_upper: Flags
    low: Floats
    high: Floats
    values: Floats
    reach: Floats


def violated_cuts(problem: Problem, vertex: Vertex) -> list[tuple[Cut, CutRow]]:
    """Cuts that the vertex lies beyond, the deepest first."""
    # A column at its lower end 0 adds nothing to the activity of any cut, whatever its coefficient.
    is_open = vertex.values > FRACTIONAL
    is_open[vertex.columns] = True
    tight = _tight(problem, vertex, is_open)
    found: dict[bytes, tuple[float, Cut]] = {}
    parts = _tableau(tight.matrix, vertex, is_open, tight.is_at_upper)
    for first in range(0, len(parts), TOGETHER):
        for depth, key, cut in _deep_cuts(vertex, tight, parts[first : first + TOGETHER], np.flatnonzero(is_open)):
            found.setdefault(key, (depth, cut))
    # Depths that differ by rounding alone must not decide the order, so they are rounded; the sort is stable.
    deepest = sorted(found.values(), key=lambda entry: -round(entry[0], 6))[:MOST_CUTS]
    return [(cut, cut_row(problem, cut)) for _, cut in deepest]


def _tight(problem: Problem, vertex: Vertex, is_open: Flags) -> _Tight:
    rows, lines = problem.rows, len(vertex.rows)
    place = np.cumsum(is_open) - 1
    line_of = np.full(rows.count, -1, dtype=np.intp)
    line_of[vertex.rows] = np.arange(lines)
    matrix = np.zeros((lines + len(vertex.members), int(is_open.sum())))
    line = line_of[rows.owner()]
    kept = (line >= 0) & is_open[rows.columns]
    np.add.at(matrix, (line[kept], place[rows.columns[kept]]), rows.coefficients[kept])
    line_of_member = np.full(problem.members, -1, dtype=np.intp)
    line_of_member[vertex.members] = lines + np.arange(len(vertex.members))
    pairs = np.flatnonzero(is_open[: problem.pairs] & (line_of_member[problem.member] >= 0))
    matrix[line_of_member[problem.member[pairs]], place[pairs]] = 1.0
    once = np.ones(len(vertex.members))
    lower = np.where(rows.has_lower, rows.lower, np.nan)[vertex.rows]
    upper = np.where(rows.has_upper, rows.upper, np.nan)[vertex.rows]
    values = vertex.values[is_open]
    activity = matrix[:lines] @ values
    is_at_upper = np.abs(activity - rows.upper[vertex.rows]) <= np.abs(activity - rows.lower[vertex.rows])
    return _Tight(
        matrix,
        np.concatenate([lower, once]),
        np.concatenate([upper, once]),
        np.concatenate([is_at_upper, once > 0]),
        problem.low[is_open].astype(np.float64),
        problem.high[is_open].astype(np.float64),
        values,
        _reach(problem, vertex),
    )


def _reach(problem: Problem, vertex: Vertex) -> Floats:
    rows = problem.rows
    sizes = np.bincount(rows.owner(), weights=np.abs(rows.coefficients), minlength=rows.count)[vertex.rows]
    return np.concatenate([sizes, np.ones(len(vertex.members))]) * max(1, int(problem.high.max(initial=1)))


def _tableau(matrix: Floats, vertex: Vertex, is_open: Flags, is_at_upper: Flags) -> Floats:
    """Lines of the simplex tableau, shape (cuts, tight): one and its opposite for each fractional column.

    A line is the multipliers of the tight rows that leave this column alone in the basis, less their whole parts.
    """
    values = vertex.values[vertex.columns]
    wanted = np.flatnonzero(np.abs(values - np.rint(values)) > FRACTIONAL)
    units = np.zeros((len(values), len(wanted)))
    units[wanted, np.arange(len(wanted))] = 1.0
    basis = matrix[:, (np.cumsum(is_open) - 1)[vertex.columns]]
    try:
        solved = np.linalg.solve(basis.T, units).T
    except np.linalg.LinAlgError:
        return np.empty((0, len(matrix)))
    both = np.concatenate([solved, -solved])
    pressed = np.where(is_at_upper, both, -both)
    parts = pressed - np.floor(pressed + NEAR)
    return np.where(is_at_upper, parts, -parts)


def _deep_cuts(vertex: Vertex, tight: _Tight, parts: Floats, columns: Integers) -> Iterator[tuple[float, bytes, Cut]]:
    """Cuts of some multipliers and how deep the vertex lies beyond each, the columns rounded to its liking."""
    denominators, numerators = _common(parts)
    sides = np.where(numerators > 0, tight.upper, tight.lower)
    pressed = np.where(numerators == 0, 0.0, numerators * sides).sum(axis=1)
    total = numerators @ tight.matrix
    reach = np.abs(numerators) @ tight.reach
    divisor = denominators[:, None]
    rest = np.mod(total, divisor)
    costs_less = (divisor - rest) * (tight.high - tight.values) < rest * (tight.values - tight.low)
    is_up = (rest > 0) & (costs_less | (tight.low == tight.high))
    # Adding 0 makes one zero of the two that floating point has, for the comparison of cuts.
    rounded = (total - rest) / divisor + is_up + 0.0
    added = (np.where(is_up, divisor - rest, 0.0) @ tight.high) - (np.where(is_up, 0.0, rest) @ tight.low)
    upper = np.floor((pressed + added + 0.5) / denominators)
    depth = (rounded @ tight.values - upper) / np.maximum(np.sqrt((rounded**2).sum(axis=1)), 1.0)
    is_deep = (denominators > 1) & np.isfinite(pressed) & (reach < EXACT) & (depth > LEAST_DEPTH)
    for cut in np.flatnonzero(is_deep).tolist():
        lines = np.flatnonzero(numerators[cut])
        of_rows, of_members = lines[lines < len(vertex.rows)], lines[lines >= len(vertex.rows)]
        members = vertex.members[of_members - len(vertex.rows)]
        yield (
            float(depth[cut]),
            np.append(rounded[cut], upper[cut]).tobytes(),
            Cut(
                int(denominators[cut]),
                dict(zip(vertex.rows[of_rows].tolist(), map(int, numerators[cut, of_rows]), strict=True)),
                dict(zip(members.tolist(), map(int, numerators[cut, of_members]), strict=True)),
                frozenset(columns[is_up[cut]].tolist()),
            ),
        )


def _common(parts: Floats) -> tuple[Floats, Floats]:
    """The smallest denominator of each line of multipliers, 1 where none fits, and the numerators over it."""
    own = np.zeros(parts.shape, dtype=np.int64)
    waiting = np.flatnonzero(np.abs(parts) > NEAR)
    for denominator in range(1, LARGEST_PART + 1):
        scaled = parts.flat[waiting] * denominator
        fits = np.abs(scaled - np.rint(scaled)) <= NEAR * denominator
        own.flat[waiting[fits]] = denominator
        waiting = waiting[~fits]
        if not len(waiting):
            break
    is_known = np.ones(len(parts), dtype=bool)
    is_known[waiting // max(1, parts.shape[1])] = False
    denominators = np.ones(len(parts))
    for line in np.flatnonzero(is_known).tolist():
        common = lcm(*np.unique(own[line][own[line] > 0]).tolist())
        if common <= LARGEST_DENOMINATOR:
            denominators[line] = common
    return denominators, np.rint(np.where(own > 0, parts, 0.0) * denominators[:, None])
