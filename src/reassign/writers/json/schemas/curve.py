"""The price of moves."""

from __future__ import annotations

from typing import Literal

from reassign.writers.json.schemas.entry import Document, Entry


class CurveLevelEntry(Entry):
    """A level of the best plan with so many moves."""

    names: list[str]
    sense: Literal["max", "min"]
    value: int


class CurvePointEntry(Entry):
    """The best that at most so many moves can reach."""

    moves: int
    levels: list[CurveLevelEntry]
    proof: Literal["certificate", "solver", "none"]


class CurveDocument(Document):
    """``replan --curve --json``."""

    curve: list[CurvePointEntry]
