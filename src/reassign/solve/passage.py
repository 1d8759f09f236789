"""Whether a member can go elsewhere at all while every load that is settled stays what it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reassign.domain.policy import Priority
from reassign.model.formulate import Formulation
from reassign.model.rows import RuleId
from reassign.solve.problem import Integers, Problem

_COUNTING = frozenset({Priority.BALANCE, Priority.SHORTFALL})
"""Priorities whose links count everybody whom a branch receives."""


@dataclass(frozen=True, slots=True)
class Passages:
    """Ways between branches over which members can make room, one by one.

    Two placements differ by chains of single moves, along which only the loads at the ends change (flow
    decomposition). So without such a chain there is no other placement; with one there may be.

    Attributes:
        leads: Whether a chain of open candidates leads from one branch to another, shape (branches, branches).
        gives: Whether some branch that may lose a member leads here, shape (branches,).
        takes: Whether a chain leads from here to a branch that may gain a member, shape (branches,).
    """

    leads: NDArray[np.bool_]
    gives: NDArray[np.bool_]
    takes: NDArray[np.bool_]

    def has_room(self, origin: int, target: int) -> bool:
        """Whether a member may go from one branch to another with others making room."""
        return bool(self.leads[target, origin] or (self.takes[target] and self.gives[origin]))


def passages(formulation: Formulation, problem: Problem, point: Integers) -> Passages:
    """Ways that the boxes and rows of a problem leave open, seen from a point of it.

    Args:
        formulation: What the rows of the problem stand for.
        problem: The problem.
        point: Value of each column, shape (columns,).
    """
    component = formulation.component
    pairs, branches = component.pairs, len(component.branches)
    at = np.empty(len(component.members), dtype=np.intp)
    chosen = np.flatnonzero(point[:pairs])
    at[component.pair_member[chosen]] = component.pair_branch[chosen]
    is_open = problem.high[:pairs] > 0
    leads = np.eye(branches, dtype=bool)
    leads[at[component.pair_member[is_open]], component.pair_branch[is_open]] = True
    for middle in range(branches):
        leads |= np.outer(leads[:, middle], leads[middle])
    least, most = _loads(formulation, problem)
    load = np.bincount(at, minlength=branches)
    gives: NDArray[np.bool_] = np.any(leads[load > least], axis=0)
    takes: NDArray[np.bool_] = np.any(leads[:, load < most], axis=1)
    return Passages(leads, gives, takes)


def _loads(formulation: Formulation, problem: Problem) -> tuple[Integers, Integers]:
    """Least and largest load of each branch that the rows counting its members allow."""
    component = formulation.component
    place = {branch.id: index for index, branch in enumerate(component.branches)}
    least = np.zeros(len(place), dtype=np.int64)
    most = np.full(len(place), len(component.members), dtype=np.int64)
    rows = problem.rows
    for index, row in enumerate(formulation.side_rows):
        is_limit = row.rule is RuleId.BRANCH_QUOTA
        if not is_limit and not (row.rule is RuleId.LINK and row.subject[0] in _COUNTING):
            continue
        branch = place[row.subject[0] if is_limit else row.subject[1]]
        auxiliary = row.columns >= component.pairs
        columns, coefficients = row.columns[auxiliary], row.coefficients[auxiliary]
        ends = np.stack([coefficients * problem.low[columns], coefficients * problem.high[columns]])
        least[branch] = max(least[branch], rows.lower[index] - ends.max(axis=0).sum())
        most[branch] = min(most[branch], rows.upper[index] - ends.min(axis=0).sum())
    return least, most
