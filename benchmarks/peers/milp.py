"""scipy.optimize.milp (HiGHS), level by level."""

from __future__ import annotations

import numpy as np
from question import ORDER, SMALL, Question, level_total, limits, run
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array


def solve(question: Question) -> dict[str, int]:
    """Best value of each level."""
    pairs, width = len(question.pairs), len(question.pairs) + len(question.auxiliaries)
    rows: list[tuple[list[int], list[float], float, float]] = []
    rows += [(columns, [1.0] * len(columns), 1, 1) for columns in question.of_member]
    for columns, branch in zip(question.of_branch, question.branches, strict=True):
        rows.append((columns, [1.0] * len(columns), *limits(branch)))
    for columns, members, low, high in question.links:
        where = [*columns, *(pairs + index for index, _ in members)]
        rows.append(
            (where, [1.0] * len(columns) + [float(sign) for _, sign in members], low, np.inf if high is None else high)
        )
    rows += [([first, second], [1.0, -1.0], 0, 0) for first, second in question.equal]
    rows += [(columns, [1.0] * len(columns), 0, 1) for columns in question.apart]
    upper = np.array([1.0] * pairs + [float(column.upper) for column in question.auxiliaries])
    totals: dict[str, int] = {}
    for level in ORDER:
        gains = np.zeros(width)
        gains[:pairs] = question.values[level]
        for index, column in enumerate(question.auxiliaries):
            if column.level == level:
                gains[pairs + index] = column.value
        if not gains.any():
            totals[level] = 0
            continue
        starts = np.cumsum([0, *(len(row[0]) for row in rows)])
        matrix = csr_array(
            (
                np.concatenate([row[1] for row in rows]),
                np.concatenate([np.array(row[0], dtype=int) for row in rows]),
                starts,
            ),
            shape=(len(rows), width),
        )
        answer = milp(
            gains if level in SMALL else -gains,
            integrality=np.ones(width),
            bounds=Bounds(0, upper),
            constraints=LinearConstraint(matrix, [row[2] for row in rows], [row[3] for row in rows]),
            options={"mip_rel_gap": 0},
        )
        if answer.status != 0:
            raise SystemExit(f"{level}: {answer.message}")
        chosen = np.rint(answer.x).astype(int).tolist()
        totals[level] = level_total(question, level, chosen[:pairs], chosen[pairs:])
        where = np.flatnonzero(gains).tolist()
        rows.append((where, gains[where].tolist(), totals[level], totals[level]))
    return totals


run("scipy-milp", solve)
