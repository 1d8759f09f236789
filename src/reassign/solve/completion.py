"""From who is where to a whole point: the auxiliary columns at their best values."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reassign.domain.policy import Priority
from reassign.model.formulate import Formulation
from reassign.model.priorities.posts import fill_posts
from reassign.model.rows import RuleId
from reassign.solve.problem import Integers


class Completion:
    """Completes placements of one component."""

    def __init__(self, formulation: Formulation) -> None:
        component = formulation.component
        self._component = component
        self._upper = formulation.upper
        place = {branch.id: index for index, branch in enumerate(component.branches)}
        links = {row.subject: row for row in formulation.rows if row.rule is RuleId.LINK}
        self._steps: list[tuple[int, int, int]] = []
        self._shortfalls: list[tuple[int, int, int]] = []
        self._held: dict[tuple[str, ...], int] = {}
        counted: list[tuple[int, NDArray[np.intp]]] = []
        for index, label in enumerate(formulation.auxiliaries):
            column = component.pairs + index
            if label[0] == Priority.BALANCE:
                self._steps.append((column, place[label[1]], int(label[2])))
            elif label[0] == Priority.SHORTFALL:
                minimum = component.instance.minimum[label[1]]
                self._shortfalls.append((column, place[label[1]], minimum))
            elif label[0] == Priority.POSTS:
                self._held[label[1:]] = column
            else:
                pairs = links[label].columns
                counted.append((column, pairs[pairs < component.pairs]))
        self._counted = np.array([column for column, _ in counted], dtype=np.intp)
        self._entries = np.concatenate([np.empty(0, dtype=np.intp), *(pairs for _, pairs in counted)])
        self._owners = np.repeat(np.arange(len(counted)), [len(pairs) for _, pairs in counted])
        self._post_branches = [index for index, branch in enumerate(component.branches) if branch.vacant_posts]

    def point(self, at: NDArray[np.intp]) -> Integers | None:
        """The point of a placement; None if somebody is where they cannot be.

        Args:
            at: Branch index of each member, shape (members,).
        """
        component = self._component
        point = np.zeros(len(self._upper), dtype=np.int64)
        chosen = np.flatnonzero(component.pair_branch == at[component.pair_member])
        if len(chosen) < len(component.members):
            return None
        point[chosen] = 1
        load = np.bincount(at, minlength=len(component.branches)).tolist()
        for column, branch, threshold in self._steps:
            point[column] = load[branch] >= threshold
        for column, branch, minimum in self._shortfalls:
            point[column] = max(0, minimum - load[branch])
        if len(self._counted):
            counts = np.bincount(self._owners, weights=point[self._entries], minlength=len(self._counted))
            point[self._counted] = np.minimum(counts.astype(np.int64), self._upper[self._counted])
        for branch in self._post_branches if self._held else ():
            members = [component.members[index] for index in np.flatnonzero(at == branch).tolist()]
            place = component.branches[branch]
            for post, holders in fill_posts(place, members).items():
                for holder in holders:
                    point[self._held[place.id, holder, post]] = 1
        return point
