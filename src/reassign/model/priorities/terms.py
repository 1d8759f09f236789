"""What a priority contributes to the linear form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.domain.roster import Member
from reassign.model.component import Component

Received: TypeAlias = Sequence[Sequence[int]]
"""Indices of the placed members by branch index of a component."""


@dataclass(frozen=True, slots=True)
class Link:
    """A row that ties auxiliary columns to candidate pairs.

    Attributes:
        subject: Ids that tell the row from the other links of its priority.
        pairs: Candidate columns, shape (k,), intp, each with coefficient 1.
        auxiliaries: (index in ``Terms.auxiliaries``, coefficient).
        lower: Least value; None if unlimited.
        upper: Largest value; None if unlimited.
    """

    subject: tuple[str, ...]
    pairs: NDArray[np.intp]
    auxiliaries: tuple[tuple[int, int], ...]
    lower: int | None
    upper: int | None


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """An integer column between 0 and ``upper``.

    Attributes:
        subject: Ids that tell the column from the others of its priority.
        upper: Upper end of the box, inclusive.
        value: Value per unit.
    """

    subject: tuple[str, ...]
    upper: int
    value: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Value of a priority: ``constant + pair_values @ pairs + Σ value * auxiliary``.

    The auxiliary columns, free between 0 and their upper end and within the links, take the value
    that is best for the sense of the priority.

    Attributes:
        pair_values: Value of each candidate pair, shape (n,), int64.
        auxiliaries: The auxiliary columns.
        links: Rows over pairs and auxiliaries.
        constant: Value of nothing at all.
    """

    pair_values: NDArray[np.int64]
    auxiliaries: tuple[Auxiliary, ...] = ()
    links: tuple[Link, ...] = ()
    constant: int = 0


class PriorityModel(Protocol):
    """One priority: when it says anything, its linear form, and its value for a placement."""

    name: Priority

    def has_data(self, instance: Instance) -> bool:
        """Whether the rosters hold what this priority is about; without, it is constant."""
        ...

    def terms(self, component: Component) -> Terms:
        """The linear form over the component's pairs."""
        ...

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """What one branch adds to the value when it receives these members, counted without the linear form."""
        ...

    def value(self, component: Component, received: Received) -> int:
        """The value of a placement: the sum over its branches."""
        ...


class SumOverBranches:
    """The value of a placement, for priorities that know what each branch adds."""

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """What one branch adds to the value when it receives these members."""
        raise NotImplementedError

    def value(self, component: Component, received: Received) -> int:
        """The value of a placement: the sum over its branches."""
        return sum(self.branch_value(component, branch, members) for branch, members in enumerate(received))


@dataclass(slots=True)
class TermsBuilder:
    """Collects auxiliary columns and links of one priority."""

    pair_values: NDArray[np.int64]
    constant: int = 0
    auxiliaries: list[Auxiliary] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def auxiliary(self, subject: tuple[str, ...], upper: int, value: int) -> int:
        """A new auxiliary column between 0 and ``upper``; returns its index."""
        self.auxiliaries.append(Auxiliary(subject, upper, value))
        return len(self.auxiliaries) - 1

    def terms(self) -> Terms:
        """What was collected."""
        return Terms(self.pair_values, tuple(self.auxiliaries), tuple(self.links), self.constant)


def no_pairs(component: Component) -> NDArray[np.int64]:
    """Zero for every pair."""
    return np.zeros(component.pairs, dtype=np.int64)


def columns_of(component: Component, columns: NDArray[np.intp], is_chosen: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Those of the columns whose member is chosen; ``is_chosen`` has shape (members,)."""
    return columns[is_chosen[component.pair_member[columns]]]


def flags(members: Sequence[Member], attribute: str) -> NDArray[np.bool_]:
    """A yes-or-no attribute of each member, shape (members,)."""
    return np.array([getattr(member, attribute) for member in members], dtype=bool)
