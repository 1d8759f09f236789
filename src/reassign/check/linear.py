"""Columns and rows as the page on certificates defines them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reassign.check.question import Question

Key: TypeAlias = tuple[str | int, ...]
"""Name of a column or row as in plan.json, a JSON list as a tuple."""


@dataclass(frozen=True, slots=True)
class Column:
    """An auxiliary column in its box.

    Attributes:
        key: Its name.
        high: Upper end of the box; the lower end is 0.
        worth: What one unit adds to the priority it belongs to.
    """

    key: Key
    high: int
    worth: int


@dataclass(frozen=True, slots=True)
class Row:
    """``lower <= Σ coefficient · column <= upper``; None where a side is unlimited."""

    key: Key
    coefficients: Mapping[Key, int]
    lower: int | None
    upper: int | None


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """What a priority needs in one branch besides the pairs."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    constant: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Members and branches that no rule or candidate ties to others.

    Attributes:
        members: Member ids, ascending.
        branches: Branch ids, ascending.
        candidates_of: Ids of the members who may be placed there, ascending, by branch id.
    """

    members: tuple[str, ...]
    branches: tuple[str, ...]
    candidates_of: Mapping[str, tuple[str, ...]]


def pair(member: str, branch: str) -> Key:
    """Name of the column of a candidate pair."""
    return ("pair", member, branch)


def part_of(question: Question, members: tuple[str, ...], branches: tuple[str, ...]) -> Part:
    """The part of the question with these members and branches."""
    candidates: dict[str, list[str]] = {branch: [] for branch in branches}
    for member in members:
        for branch in question.candidates(member):
            candidates[branch].append(member)
    return Part(members, branches, {branch: tuple(found) for branch, found in candidates.items()})
