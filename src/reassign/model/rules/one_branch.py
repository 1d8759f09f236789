"""Hard rule 1: every member gets exactly one branch."""

from __future__ import annotations

from collections.abc import Iterator

from reassign.model.component import Component
from reassign.model.rows import Row, RuleId, count_row


class OneBranch:
    """Every member gets exactly one of its candidates (hard rule 1)."""

    rules = frozenset({RuleId.ONE_BRANCH})

    def rows(self, component: Component) -> Iterator[Row]:
        """One row per member."""
        for member, columns in component.by_member():
            yield count_row(RuleId.ONE_BRANCH, (member.id,), columns, 1, 1)
