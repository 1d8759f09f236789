"""Spellings that only a person can settle, and what the person said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from reassign.domain.findings import Finding

AliasTable: TypeAlias = Literal["unit", "area", "branch", "field", "columns"]
"""Tables of ``reassign.toml`` that keep answers: ``[aliases.unit]`` and so on, and ``[columns]``."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a spelling means.

    Attributes:
        table: Where the answer is kept.
        spelling: What was written.
        finding: The first finding about it.
        count: How many findings there are about it.
        candidates: Nearest names, best first.
        names: Every name that can be the answer; empty if they are not known.
        may_be_other: Whether the spelling may mean a place outside the rosters.
    """

    table: AliasTable
    spelling: str
    finding: Finding
    count: int
    candidates: tuple[str, ...]
    names: tuple[str, ...]
    may_be_other: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a spelling means, as decided by a person; the spelling itself for a place outside the rosters."""

    table: AliasTable
    spelling: str
    name: str
