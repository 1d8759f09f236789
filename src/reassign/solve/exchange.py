"""A good placement with a forced pair: members take each other's places along the best chain.

A member who comes to a branch takes somebody's place there, or adds to its load; who loses a place goes on to
another. What a branch gains by exchanging one member for another depends on the two alone, so the best chain is a
longest path (Bellman, 1958; Ford, 1956) in a graph of members and one node for loads that change. It is exact
where a chain visits no branch twice; it is a start for the proof and never the proof.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reassign.domain.policy import Priority
from reassign.domain.roster import Member
from reassign.model.formulate import Formulation
from reassign.model.priorities.registry import PRIORITIES
from reassign.solve.fold import gain_range
from reassign.solve.problem import Integers, Problem

_SETWISE = frozenset({Priority.SPECIAL, Priority.NEEDS, Priority.COMMITTEE, Priority.POSTS})
_LOADS = frozenset({Priority.BALANCE, Priority.SHORTFALL})

_ROUNDS = 12
"""Longest chains that are looked for, in members."""

_NEVER = -(1 << 400)
"""Gain of what is ruled out; far below any sum of gains."""

_POSSIBLE = _NEVER // 2

Gains = NDArray[Any]
"""Folded gains as Python integers, dtype object: all levels in one number."""


class Exchanges:
    """Chains of exchanges in one placement of a component."""

    def __init__(
        self, formulation: Formulation, problem: Problem, gains: Sequence[Integers], at: NDArray[np.intp]
    ) -> None:
        """Value every single exchange.

        Args:
            formulation: Columns, rows and objectives.
            problem: The whole problem.
            gains: Gain of each column by level.
            at: Branch of each member in the placement, by index, shape (members,).
        """
        component = formulation.component
        self._component = component
        self._at = at
        self._here = [np.flatnonzero(at == branch).tolist() for branch in range(len(component.branches))]
        weights = _weights(problem, gains)
        terms = [
            (name, weight * objective.sign * factor)
            for weight, objective in zip(weights, formulation.objectives, strict=True)
            for name, factor in objective.level.signed_terms
            if factor
        ]
        self._setwise = [term for term in terms if term[0] in _SETWISE]
        self._loads = [term for term in terms if term[0] in _LOADS]
        pairs: Gains = np.zeros(component.pairs, dtype=object)
        for weight, level in zip(weights, gains, strict=True):
            pairs = pairs + weight * level[: component.pairs].astype(object)
        self._values: Gains = np.full((len(component.members), len(component.branches)), _NEVER, dtype=object)
        self._values[component.pair_member, component.pair_branch] = pairs
        kinds: dict[tuple[object, ...], int] = {}
        self._kind = np.array([kinds.setdefault(_kind(member), len(kinds)) for member in component.members])
        self._examples = [int(np.flatnonzero(self._kind == kind)[0]) for kind in range(len(kinds))]
        self._added = self._additions()
        self._graph = self._exchanges()

    def placement(self, member: int, ways: Ways, target: int) -> NDArray[np.intp] | None:
        """The placement after the best chain by which a member comes to a branch; None if there is none.

        Args:
            member: Who is forced.
            ways: The best chains that end with the place of the member, from ``ways_to``.
            target: Branch to which the member is forced, another than where the member is.
        """
        slack = len(self._at)
        options = [(int(self._graph[member, other]) + int(ways.gain[other]), other) for other in self._here[target]]
        options.append((int(self._added[member, target]) + int(ways.gain[slack]), slack))
        gain, node = max(options)
        if gain <= _POSSIBLE:
            return None
        moved = self._at.copy()
        moved[member] = target
        for _ in range(2 * _ROUNDS):
            if node == member:
                return moved
            after = int(ways.after[node])
            if node != slack:
                moved[node] = self._added[node].argmax() if after == slack else self._at[after]
            node = after
        return None

    def ways_to(self, member: int) -> Ways:
        """Best chains that end with somebody taking the place of a member, or with the place staying empty."""
        nodes = len(self._graph)
        gain: Gains = np.full(nodes, _NEVER, dtype=object)
        gain[member] = 0
        after = np.full(nodes, member, dtype=np.intp)
        everybody = np.arange(nodes)
        for _ in range(_ROUNDS):
            reached = self._graph + gain[None, :]
            through = reached.argmax(axis=1)
            found = reached[everybody, through]
            is_better = (found > gain).astype(bool)
            is_better[member] = False
            if not is_better.any():
                break
            gain = np.where(is_better, found, gain)
            after = np.where(is_better, through, after)
        return Ways(gain, after)

    def _set_value(self, branch: int, members: Sequence[int]) -> int:
        """What a branch adds to the levels that depend on who is together."""
        return sum(
            weight * PRIORITIES[name].branch_value(self._component, branch, members) for name, weight in self._setwise
        )

    def _load_value(self, branch: int, load: int) -> int:
        """What a branch adds to the levels that only count its members."""
        return sum(
            weight * PRIORITIES[name].branch_value(self._component, branch, range(load)) for name, weight in self._loads
        )

    def _additions(self) -> Gains:
        """Gain of each member coming to each branch on top of those who are there, shape (members, branches)."""
        instance = self._component.instance
        added = self._values.copy()
        for branch, members in enumerate(self._here):
            maximum = instance.maximum[self._component.branches[branch].id]
            if maximum is not None and len(members) >= maximum:
                added[:, branch] = _NEVER
                continue
            before = self._set_value(branch, members)
            more = self._load_value(branch, len(members) + 1) - self._load_value(branch, len(members))
            by_kind = [more + self._set_value(branch, sorted([*members, one])) - before for one in self._examples]
            added[:, branch] = added[:, branch] + np.array(by_kind, dtype=object)[self._kind]
        added[np.arange(len(self._at)), self._at] = _NEVER
        return added

    def _exchanges(self) -> Gains:
        """Gain of one member taking the place of another; the last row and column stand for changing loads.

        Shape (members + 1, members + 1).
        """
        instance = self._component.instance
        count = len(self._at)
        graph: Gains = np.full((count + 1, count + 1), _NEVER, dtype=object)
        for branch, members in enumerate(self._here):
            before = self._set_value(branch, members)
            place = self._component.branches[branch].id
            may_lose = instance.policy.is_shortfall_allowed or len(members) > instance.minimum[place]
            fewer = (
                self._load_value(branch, len(members) - 1) - self._load_value(branch, len(members)) if members else 0
            )
            for leaving in members:
                rest = [one for one in members if one != leaving]
                own = int(self._values[leaving, branch])
                by_kind = [self._set_value(branch, sorted([*rest, one])) - before - own for one in self._examples]
                graph[:count, leaving] = self._values[:, branch] + np.array(by_kind, dtype=object)[self._kind]
                graph[members, leaving] = _NEVER
                if may_lose:
                    graph[count, leaving] = self._set_value(branch, rest) - before - own + fewer
        if count:
            graph[:count, count] = self._added.max(axis=1)
        return graph


class Ways:
    """Best chains from every node to one member's place.

    Attributes:
        gain: Folded gain from each node on, shape (members + 1,), dtype object.
        after: Node that follows, shape (members + 1,), intp.
    """

    def __init__(self, gain: Gains, after: NDArray[np.intp]) -> None:
        self.gain = gain
        self.after = after


def _kind(member: Member) -> tuple[object, ...]:
    """What a branch sees of a member besides the pair."""
    return (
        member.exempt,
        frozenset(member.fields),
        member.key_cadre,
        member.committee_eligible,
        frozenset(member.eligible_posts),
    )


def _weights(problem: Problem, gains: Sequence[Integers]) -> list[int]:
    """Weights by which one unit of a level outweighs everything below."""
    weights = [1]
    for level in reversed(gains[1:]):
        weights.append(weights[-1] * (gain_range(problem, level) + 1))
    return weights[::-1]
