"""PuLP with CBC, level by level."""

from __future__ import annotations

import pulp
from question import ORDER, SMALL, Question, level_total, limits, run


def solve(question: Question) -> dict[str, int]:
    """Best value of each level."""
    pairs = [pulp.LpVariable(f"x{index}", cat="Binary") for index in range(len(question.pairs))]
    auxiliaries = [
        pulp.LpVariable(f"y{index}", 0, column.upper, cat="Integer")
        for index, column in enumerate(question.auxiliaries)
    ]
    rows = [pulp.lpSum(pairs[column] for column in columns) == 1 for columns in question.of_member]
    for columns, branch in zip(question.of_branch, question.branches, strict=True):
        low, high = limits(branch)
        received = pulp.lpSum(pairs[column] for column in columns)
        rows += [received >= low, received <= high]
    for columns, members, low, high in question.links:
        row = pulp.lpSum(
            [*(pairs[column] for column in columns), *(sign * auxiliaries[index] for index, sign in members)]
        )
        rows.append(row >= low)
        if high is not None:
            rows.append(row <= high)
    rows += [pairs[first] == pairs[second] for first, second in question.equal]
    rows += [pulp.lpSum(pairs[column] for column in columns) <= 1 for columns in question.apart]
    totals: dict[str, int] = {}
    for level in ORDER:
        objective = pulp.lpSum(
            [
                *(value * pair for value, pair in zip(question.values[level], pairs, strict=True) if value),
                *(
                    column.value * auxiliary
                    for column, auxiliary in zip(question.auxiliaries, auxiliaries, strict=True)
                    if column.level == level
                ),
            ]
        )
        if not objective:
            totals[level] = 0
            continue
        problem = pulp.LpProblem("plan", pulp.LpMinimize if level in SMALL else pulp.LpMaximize)
        problem += objective
        for row in rows:
            problem += row
        problem.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0, gapAbs=0))
        if problem.status != pulp.LpStatusOptimal:
            raise SystemExit(f"{level}: {pulp.LpStatus[problem.status]}")
        chosen = [round(variable.value() or 0) for variable in (*pairs, *auxiliaries)]
        totals[level] = level_total(question, level, chosen[: len(pairs)], chosen[len(pairs) :])
        rows.append(objective == totals[level])
    return totals


run("pulp-cbc", solve)
