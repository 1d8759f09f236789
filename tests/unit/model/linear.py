"""A placement against the linear form: which rows it breaks, what the auxiliary columns add up to at best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from reassign.domain.instance import Instance
from reassign.domain.policy import Sense
from reassign.model.component import Component, split
from reassign.model.priorities.terms import Terms
from reassign.model.rows import Row


def only(asked: Instance) -> Component:
    """The component of an instance that has one."""
    (component,) = split(asked)
    return component


def pairs_of(component: Component) -> list[tuple[str, str]]:
    """Candidate pairs as ids, by column."""
    columns = zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True)
    return [(component.members[member].id, component.branches[branch].id) for member, branch in columns]


def chosen(component: Component, branch_of: Mapping[str, str]) -> NDArray[np.int64]:
    """1 for each pair of the placement, shape (pairs,)."""
    return np.array([branch_of.get(member) == branch for member, branch in pairs_of(component)], dtype=np.int64)


def received(component: Component, branch_of: Mapping[str, str]) -> list[list[int]]:
    """Placed member indices by branch index."""
    return [
        [index for index, member in enumerate(component.members) if branch_of[member.id] == branch.id]
        for branch in component.branches
    ]


def broken(rows: Iterable[Row], component: Component, branch_of: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Subjects of the rows that a placement breaks."""
    values = chosen(component, branch_of)
    found = []
    for row in rows:
        activity = int((row.coefficients * values[row.columns]).sum())
        if (row.lower is not None and activity < row.lower) or (row.upper is not None and activity > row.upper):
            found.append(row.subject)
    return found


def best_completion(terms: Terms, values: NDArray[np.int64], sense: Sense) -> int:
    """Best value of the linear form over all integer auxiliary columns within the links, by enumeration."""
    boxes: Sequence[range] = [range(auxiliary.upper + 1) for auxiliary in terms.auxiliaries]
    totals = [
        sum(auxiliary.value * count for auxiliary, count in zip(terms.auxiliaries, counts, strict=True))
        for counts in product(*boxes)
        if _is_linked(terms, values, counts)
    ]
    best = max(totals) if sense == "max" else min(totals)
    return terms.constant + int((terms.pair_values * values).sum()) + best


def _is_linked(terms: Terms, values: NDArray[np.int64], counts: Sequence[int]) -> bool:
    for link in terms.links:
        total = int(values[link.pairs].sum()) + sum(factor * counts[index] for index, factor in link.auxiliaries)
        if (link.lower is not None and total < link.lower) or (link.upper is not None and total > link.upper):
            return False
    return True
