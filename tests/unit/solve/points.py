"""All integer points of a small problem, by trying each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np

from reassign.domain.instance import Instance
from reassign.model.component import split
from reassign.model.formulate import Formulation, formulate
from reassign.model.priorities.registry import levels_of
from reassign.solve.problem import Integers, Problem, Rows, is_within


def problem_of(
    member: Sequence[int], high: Sequence[int], rows: Sequence[tuple[Mapping[int, int], int | None, int | None]]
) -> Problem:
    """Columns with boxes from 0 to ``high``, the first of them pairs; rows as coefficients, lower, upper."""
    entries = [(column, coefficient) for row, _, _ in rows for column, coefficient in row.items()]
    least = [sum(min(0, factor) * high[column] for column, factor in row.items()) for row, _, _ in rows]
    most = [sum(max(0, factor) * high[column] for column, factor in row.items()) for row, _, _ in rows]
    lowers = [end if low is None else low for (_, low, _), end in zip(rows, least, strict=True)]
    uppers = [end if top is None else top for (_, _, top), end in zip(rows, most, strict=True)]
    return Problem(
        member=np.array(member, dtype=np.intp),
        members=len(set(member)),
        low=np.zeros(len(high), dtype=np.int64),
        high=np.array(high, dtype=np.int64),
        rows=Rows(
            starts=np.cumsum([0, *(len(row) for row, _, _ in rows)]).astype(np.intp),
            columns=np.array([column for column, _ in entries], dtype=np.intp),
            coefficients=np.array([coefficient for _, coefficient in entries], dtype=np.int64),
            lower=np.array(lowers, dtype=np.int64),
            upper=np.array(uppers, dtype=np.int64),
            has_lower=np.array([low is not None for _, low, _ in rows], dtype=bool),
            has_upper=np.array([top is not None for _, _, top in rows], dtype=bool),
        ),
    )


def points(problem: Problem) -> Iterator[Integers]:
    """Every integer point within boxes, choices and rows."""
    columns: list[list[int]] = [[] for _ in range(problem.members)]
    for column, member in enumerate(problem.member.tolist()):
        columns[member].append(column)
    spare = zip(problem.low[problem.pairs :].tolist(), problem.high[problem.pairs :].tolist(), strict=True)
    boxes = [range(low, high + 1) for low, high in spare]
    for chosen in product(*columns):
        pairs = np.zeros(problem.pairs, dtype=np.int64)
        pairs[list(chosen)] = 1
        for counts in product(*boxes):
            values = np.concatenate([pairs, np.array(counts, dtype=np.int64)])
            if is_within(problem, values):
                yield values


def formulations(asked: Instance) -> list[Formulation]:
    """Linear form of each component of an instance that has members."""
    levels = levels_of(asked)
    return [formulate(component, levels) for component in split(asked) if component.members]


KNAPSACK = problem_of([0, 0, 1, 1, 2, 2], [1] * 6, [({0: 3, 2: 3, 4: 3}, None, 4)])
"""Three members, each for 3 units or for nothing, and 4 units of room: the relaxation takes a third of a member."""

KNAPSACK_GAINS = np.array([2, 0, 2, 0, 2, 0], dtype=np.int64)
