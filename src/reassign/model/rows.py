"""Linear rows: the one form in which rules reach engines, diagnosis, explanation and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class RuleId(StrEnum):
    """Why a row exists."""

    ONE_BRANCH = "one_branch"
    BRANCH_QUOTA = "branch_quota"
    QUOTA = "quota"
    TOGETHER = "together"
    APART = "apart"
    MAX_MOVES = "max_moves"
    PROTECT = "protect"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Row:
    """``lower <= coefficients @ x[columns] <= upper`` and the reason why it exists.

    Attributes:
        rule: Rule that emitted the row; ``LINK`` if a priority defines an auxiliary column by it. The
            subject of a link begins with the name of the priority.
        subject: What the rule speaks about: the ids of the branch, member or group. No two rows of a
            rule share a subject.
        columns: Column indices, shape (k,), intp.
        coefficients: Coefficients, shape (k,), int64.
        lower: Least value, inclusive; None if unlimited.
        upper: Largest value, inclusive; None if unlimited.
    """

    rule: RuleId
    subject: tuple[str, ...]
    columns: NDArray[np.intp]
    coefficients: NDArray[np.int64]
    lower: int | None
    upper: int | None


def count_row(rule: RuleId, subject: tuple[str, ...], columns: NDArray[np.intp], lower: int, upper: int | None) -> Row:
    """A row that counts chosen columns."""
    return Row(rule, subject, columns, np.ones(len(columns), dtype=np.int64), lower, upper)
