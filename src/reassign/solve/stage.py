"""How consecutive levels were settled together."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.domain.plan import Proof
from reassign.solve.bound import Bound
from reassign.solve.cut import Cut
from reassign.solve.fold import Fold
from reassign.solve.tree import Node


@dataclass(frozen=True, slots=True)
class Stage:
    """Consecutive levels that were settled together.

    Attributes:
        first: Index of the first level.
        fold: How the levels were added up.
        value: Folded gain of the solution.
        root: Bound at the root, whose multipliers narrow what follows.
        tree: Splits where the root leaves a gap; None if the root is proof enough.
        proof: Who vouches for the value.
        cuts: Rows that were added before all this, each derived from those before it.
    """

    first: int
    fold: Fold
    value: int
    root: Bound
    tree: Node | None
    proof: Proof
    cuts: tuple[Cut, ...] = ()
