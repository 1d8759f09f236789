"""How far a placement is from the ends of every row, so that a change can be judged by the rows alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reassign.model.component import Component
from reassign.model.rules.registry import RULES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Slack:
    """Rows of the hard rules that more than one choice could break, seen from one placement.

    Attributes:
        room_below: How much each row may lose; None if it has no lower end.
        room_above: How much each row may gain; None if it has no upper end.
        entries: Row and coefficient of each candidate pair's column, by column.
    """

    room_below: tuple[int | None, ...]
    room_above: tuple[int | None, ...]
    entries: Mapping[int, tuple[tuple[int, int], ...]]

    def allows(self, left: tuple[int, ...], taken: tuple[int, ...]) -> bool:
        """Whether every row still holds when some pairs are left and others taken.

        Args:
            left: Columns of pairs that are part of the placement and would no longer be.
            taken: Columns of pairs that would become part of it.
        """
        change: dict[int, int] = {}
        for columns, sign in ((left, -1), (taken, 1)):
            for column in columns:
                for row, coefficient in self.entries.get(column, ()):
                    change[row] = change.get(row, 0) + sign * coefficient
        return all(self._holds(row, amount) for row, amount in change.items())

    def _holds(self, row: int, amount: int) -> bool:
        below, above = self.room_below[row], self.room_above[row]
        return (below is None or -amount <= below) and (above is None or amount <= above)


def slack_of(component: Component, chosen: NDArray[np.bool_]) -> Slack:
    """Room in every row that the hard rules emit for a component.

    Args:
        component: The component.
        chosen: Whether each candidate pair is part of the placement, shape (pairs,).
    """
    below: list[int | None] = []
    above: list[int | None] = []
    entries: dict[int, list[tuple[int, int]]] = {}
    for rule in RULES:
        for row in rule.rows(component):
            value = int(row.coefficients[chosen[row.columns]].sum())
            for column, coefficient in zip(row.columns.tolist(), row.coefficients.tolist(), strict=True):
                entries.setdefault(column, []).append((len(below), coefficient))
            below.append(None if row.lower is None else value - row.lower)
            above.append(None if row.upper is None else row.upper - value)
    return Slack(tuple(below), tuple(above), {column: tuple(found) for column, found in entries.items()})
