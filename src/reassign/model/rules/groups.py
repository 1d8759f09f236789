"""Hard rule 4: members who stay together or apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from reassign.model.component import Component
from reassign.model.rows import Row, RuleId, count_row


def _labelled(component: Component, attribute: str) -> dict[str, list[int]]:
    """Member indices by label, labels in order."""
    groups: dict[str, list[int]] = {}
    for index, member in enumerate(component.members):
        for label in getattr(member, attribute):
            groups.setdefault(label, []).append(index)
    return {label: groups[label] for label in sorted(groups) if len(set(groups[label])) > 1}


def _column_of(component: Component) -> dict[tuple[int, int], int]:
    pairs = zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True)
    return {pair: column for column, pair in enumerate(pairs)}


class Together:
    """Members who share a label end in one branch (hard rule 4)."""

    rules = frozenset({RuleId.TOGETHER})

    def rows(self, component: Component) -> Iterator[Row]:
        """For neighbours in the group and each branch: both are there or neither."""
        groups = _labelled(component, "together")
        column_of = _column_of(component) if groups else {}
        for label, members in groups.items():
            for first, second in pairwise(members):
                for branch, receiving in enumerate(component.branches):
                    columns = [column_of.get((first, branch)), column_of.get((second, branch))]
                    kept = [(column, sign) for column, sign in zip(columns, (1, -1), strict=True) if column is not None]
                    if kept:
                        yield Row(
                            RuleId.TOGETHER,
                            (label, component.members[second].id, receiving.id),
                            np.array([column for column, _ in kept], dtype=np.intp),
                            np.array([sign for _, sign in kept], dtype=np.int64),
                            0,
                            0,
                        )


class Apart:
    """Members who share a label end in pairwise different branches (hard rule 4)."""

    rules = frozenset({RuleId.APART})

    def rows(self, component: Component) -> Iterator[Row]:
        """For each group and branch: at most one of the group is there."""
        groups = _labelled(component, "apart")
        column_of = _column_of(component) if groups else {}
        for label, members in groups.items():
            for branch, receiving in enumerate(component.branches):
                columns = [column_of[member, branch] for member in members if (member, branch) in column_of]
                if len(columns) > 1:
                    yield count_row(RuleId.APART, (label, receiving.id), np.array(columns, dtype=np.intp), 0, 1)
