"""A component in linear form: columns, labelled rows, one integer objective per level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reassign.domain.policy import Level, Priority
from reassign.model.component import Component
from reassign.model.priorities.registry import PRIORITIES
from reassign.model.priorities.terms import Received, Terms
from reassign.model.rows import Row, RuleId
from reassign.model.rules.registry import RULES


@dataclass(frozen=True, slots=True)
class Objective:
    """One level as a gain to be maximised.

    The value of the level is ``constant + sign * gains @ x``.

    Attributes:
        level: The level of the policy.
        gains: Gain of each column, shape (columns,), int64.
        constant: Value that no column changes.
        sign: 1 if the sense is max, -1 if it is min.
    """

    level: Level
    gains: NDArray[np.int64]
    constant: int
    sign: int


@dataclass(frozen=True, slots=True)
class Formulation:
    """Maximise the objectives, first to last, over integer columns ``0 <= x <= upper`` within the rows.

    Columns are the candidate pairs, then the auxiliary columns of the priorities in the order of the levels.

    Attributes:
        component: What is formulated.
        upper: Upper end of each column's box, shape (columns,), int64.
        auxiliaries: Priority and subject of each column after the pairs.
        rows: The rows of the rules, then the links of the priorities.
        objectives: One per level.
    """

    component: Component
    upper: NDArray[np.int64]
    auxiliaries: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    objectives: tuple[Objective, ...]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.upper)

    @property
    def side_rows(self) -> tuple[Row, ...]:
        """All rows but those by which each member chooses one branch; engines keep the choice apart."""
        return tuple(row for row in self.rows if row.rule is not RuleId.ONE_BRANCH)


def formulate(component: Component, levels: Sequence[Level]) -> Formulation:
    """Linear form of a component for the given levels, the first being the most important."""
    rows = [row for rule in RULES for row in rule.rows(component)]
    uppers = [1] * component.pairs
    auxiliaries: list[tuple[str, ...]] = []
    blocks: list[tuple[int, Terms]] = []
    for name, factor in (term for level in levels for term in level.signed_terms):
        terms = PRIORITIES[name].terms(component)
        if factor:
            rows.extend(_links(name, terms, len(uppers)))
        blocks.append((len(uppers), terms))
        if factor:
            uppers.extend(auxiliary.upper for auxiliary in terms.auxiliaries)
            auxiliaries.extend((name, *auxiliary.subject) for auxiliary in terms.auxiliaries)
    objectives = []
    block = iter(blocks)
    for level in levels:
        gains = np.zeros(len(uppers), dtype=np.int64)
        constant = 0
        sign = 1 if level.sense == "max" else -1
        for _, factor in level.signed_terms:
            start, terms = next(block)
            gains[: component.pairs] += sign * factor * terms.pair_values
            if factor:
                values = np.array([auxiliary.value for auxiliary in terms.auxiliaries], dtype=np.int64)
                gains[start : start + len(values)] = sign * factor * values
            constant += factor * terms.constant
        objectives.append(Objective(level, gains, constant, sign))
    return Formulation(component, np.array(uppers, dtype=np.int64), tuple(auxiliaries), tuple(rows), tuple(objectives))


def _links(priority: Priority, terms: Terms, start: int) -> list[Row]:
    """The links of a priority whose first auxiliary column is ``start``."""
    rows = []
    for link in terms.links:
        auxiliaries = np.array([start + index for index, _ in link.auxiliaries], dtype=np.intp)
        coefficients = np.array([coefficient for _, coefficient in link.auxiliaries], dtype=np.int64)
        rows.append(
            Row(
                RuleId.LINK,
                (priority, *link.subject),
                np.concatenate([link.pairs, auxiliaries]),
                np.concatenate([np.ones(len(link.pairs), dtype=np.int64), coefficients]),
                link.lower,
                link.upper,
            )
        )
    return rows


def level_values(component: Component, levels: Sequence[Level], received: Received) -> tuple[int, ...]:
    """Value of each level for a placement of the component, counted without the linear form."""
    return tuple(
        sum(factor * PRIORITIES[name].value(component, received) for name, factor in level.signed_terms)
        for level in levels
    )
