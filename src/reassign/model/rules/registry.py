"""Every hard rule, in the order of their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from reassign.model.component import Component
from reassign.model.rows import Row, RuleId
from reassign.model.rules.branch_quota import BranchQuota
from reassign.model.rules.groups import Apart, Together
from reassign.model.rules.moves import MaxMoves, Protect
from reassign.model.rules.one_branch import OneBranch
from reassign.model.rules.quota import MemberQuotas


class Rule(Protocol):
    """A hard rule emits labelled rows."""

    rules: frozenset[RuleId]

    def rows(self, component: Component) -> Iterator[Row]:
        """The rows of this rule for a component."""
        ...


RULES: tuple[Rule, ...] = (OneBranch(), BranchQuota(), MemberQuotas(), Together(), Apart(), MaxMoves(), Protect())
