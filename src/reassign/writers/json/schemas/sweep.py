"""One figure of the policy over a range."""

from __future__ import annotations

from typing import Literal

from reassign.writers.json.schemas.entry import Document, Entry, LevelEntry
from reassign.writers.json.schemas.infeasible import ConflictEntry


class SweepPointEntry(Entry):
    """The best plan with one value of the figure."""

    value: int | Literal["none"]
    current: bool
    status: Literal["optimal", "feasible", "infeasible"]
    priorities: list[LevelEntry]
    moved: int | None
    changed: int | None
    uncovered: int | None
    lowest: int | None
    highest: int | None
    measures: dict[str, int]
    conflicts: list[ConflictEntry]


class SweepDocument(Document):
    """``sweep --json``."""

    key: str
    current: int | Literal["none"]
    points: list[SweepPointEntry]
