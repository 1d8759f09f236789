"""A plain CP-SAT script with default parameters, level by level."""

from __future__ import annotations

from ortools.sat.python import cp_model
from question import ORDER, SMALL, Question, level_total, limits, run


def solve(question: Question) -> dict[str, int]:
    """Best value of each level."""
    model = cp_model.CpModel()
    pairs = [model.new_bool_var("") for _ in question.pairs]
    auxiliaries = [model.new_int_var(0, column.upper, "") for column in question.auxiliaries]
    for columns in question.of_member:
        model.add_exactly_one(pairs[column] for column in columns)
    for columns, branch in zip(question.of_branch, question.branches, strict=True):
        low, high = limits(branch)
        model.add_linear_constraint(sum(pairs[column] for column in columns), low, high)
    for columns, members, low, high in question.links:
        row = sum(pairs[column] for column in columns) + sum(sign * auxiliaries[index] for index, sign in members)
        model.add_linear_constraint(row, low, cp_model.INT32_MAX if high is None else high)
    for first, second in question.equal:
        model.add(pairs[first] == pairs[second])
    for columns in question.apart:
        model.add_at_most_one(pairs[column] for column in columns)
    totals = {}
    for level in ORDER:
        objective = sum(value * pair for value, pair in zip(question.values[level], pairs, strict=True) if value) + sum(
            column.value * auxiliary
            for column, auxiliary in zip(question.auxiliaries, auxiliaries, strict=True)
            if column.level == level
        )
        if isinstance(objective, int):
            totals[level] = 0
            continue
        (model.minimize if level in SMALL else model.maximize)(objective)
        solver = cp_model.CpSolver()
        if solver.solve(model) != cp_model.OPTIMAL:
            raise SystemExit(f"{level}: not optimal")
        totals[level] = level_total(
            question, level, [solver.value(pair) for pair in pairs], [solver.value(column) for column in auxiliaries]
        )
        model.add(objective == totals[level])
        model.clear_hints()
        for variable in (*pairs, *auxiliaries):
            model.add_hint(variable, solver.value(variable))
    return totals


run("cp-sat", solve)
