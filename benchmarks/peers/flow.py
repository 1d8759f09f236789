"""A two-phase min-cost flow in the manner of conference assignment tools: minima first, then the rest by weight.

Coverage levels (special, needs, committee, posts) are no sums over pairs, so they enter as a bonus for each
pair that could cover something. The result is a placement, not an optimum: the runner reports its gap.
"""

from __future__ import annotations

import numpy as np
from ortools.graph.python import min_cost_flow
from question import ORDER, YES, Question, level_total, limits, parts, run


def bonus(question: Question, column: int) -> int:
    """Whether the pair could cover anything."""
    member, branch = (
        question.members[question.pairs[column][0]],
        question.branches[question.pairs[column][1]],
    )
    return int(branch.get("special", "") in YES and member.get("key_cadre", "") in YES) + int(
        bool(set(parts(branch.get("needs", ""))) & set(parts(member.get("fields", ""))))
    )


def solve(question: Question) -> dict[str, int]:
    """Values of the placement that two flows find."""
    gains = [
        1_000_000 * charge + 10_000 * home + 1_000 * bonus(question, column) - min(999, far // 100)
        for column, (charge, home, far) in enumerate(
            zip(question.values["in_charge"], question.values["residence"], question.values["distance"], strict=True)
        )
    ]
    chosen = [0] * len(question.pairs)
    free = set(range(len(question.members)))
    for phase in (0, 1):
        room = [
            limits(branch)[0] if phase == 0 else limits(branch)[1] - limits(branch)[0] for branch in question.branches
        ]
        for column in _flow(question, gains, free, room):
            chosen[column] = 1
            free.discard(question.pairs[column][0])
    return {level: level_total(question, level, chosen, _auxiliaries(question, chosen)) for level in ORDER}


def _flow(question: Question, gains: list[int], free: set[int], room: list[int]) -> list[int]:
    """Columns of the largest cheapest flow from free members into the room."""
    columns = [column for column, (member, _) in enumerate(question.pairs) if member in free]
    people = len(question.members)
    source, sink = people + len(question.branches), people + len(question.branches) + 1
    tails = [*(question.pairs[column][0] for column in columns), *([source] * len(free))]
    heads = [*(people + question.pairs[column][1] for column in columns), *sorted(free)]
    costs = [*(2_000_000 * 2 - gains[column] for column in columns), *([0] * len(free))]
    capacity = [1] * len(tails)
    tails += [people + place for place in range(len(room))]
    heads += [sink] * len(room)
    costs += [0] * len(room)
    capacity += room
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        np.array(tails), np.array(heads), np.array(capacity), np.array(costs)
    )
    amount = min(sum(room), len(free))
    flow.set_node_supply(source, amount)
    flow.set_node_supply(sink, -amount)
    flow.solve_max_flow_with_min_cost()
    used = flow.flows(arcs)
    return [column for index, column in enumerate(columns) if used[index]]


def _auxiliaries(question: Question, chosen: list[int]) -> list[int]:
    """Best auxiliary values for a placement; posts greedily, which is enough to show the gap."""
    values = [0] * len(question.auxiliaries)
    for columns, members, _, _ in question.links:
        amount = sum(chosen[column] for column in columns)
        for index, sign in members:
            if sign < 0 and amount > 0:
                values[index] = min(amount, question.auxiliaries[index].upper)
                amount -= values[index]
    for columns, members, _, high in question.links:
        if not columns and high is not None:
            left = high
            for index, _ in members:
                values[index] = int(bool(values[index]) and left > 0)
                left -= values[index]
    return values


run("two-phase-flow", solve, "not exact")
