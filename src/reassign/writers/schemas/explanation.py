"""Why here, why not there; and what holds a plan back."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reassign.writers.schemas.entry import Document, Entry
from reassign.writers.schemas.infeasible import ConflictEntry


class ComparedLevelEntry(Entry):
    """A level of the plan and of the best plan with the change."""

    names: list[str]
    here: int
    there: int


class DifferenceEntry(Entry):
    """The first level that gets worse or better, and by how much."""

    names: list[str]
    by: int


class RelocationEntry(Entry):
    """Somebody else who would be elsewhere."""

    member: str
    from_: str = Field(alias="from")
    to: str


class OutcomeEntry(Entry):
    """What follows from a member going to another branch."""

    feasible: bool
    levels: list[ComparedLevelEntry]
    first_loss: DifferenceEntry | None
    moves: list[RelocationEntry]
    conflict: ConflictEntry | None
    proof: Literal["solver", "none"] | None = Field(default=None, description="only where no certificate proves it")


class AlternativeEntry(OutcomeEntry):
    """Another candidate branch of the member."""

    branch: str


class ExplanationDocument(Document):
    """``explain PLAN MEMBER --json``."""

    member: str
    branch: str
    reasons: list[str]
    interchangeable_with: list[str]
    alternatives: list[AlternativeEntry]


class LoadEntry(Entry):
    """A branch with what it receives."""

    branch: str
    name: str
    unit: str
    received: int
    min: int
    max: int | None


class CoverEntry(OutcomeEntry):
    """Somebody who could cover a need."""

    member: str
    from_: str = Field(alias="from")


class OpenNeedEntry(Entry):
    """A need that nobody covers."""

    branch: str
    field: str
    weight: int
    covers: list[CoverEntry]
    elsewhere: list[str]


class RelaxationEntry(Entry):
    """A limit that gives way by one."""

    what: str
    branch: str | None = None
    quota: int | None = None
    bound: Literal["min", "max"] | None = None
    from_: int = Field(alias="from")
    to: int
    levels: list[ComparedLevelEntry]
    first_gain: DifferenceEntry | None
    moves: list[RelocationEntry]
    proof: Literal["solver", "none"] | None = None


class BottlenecksDocument(Document):
    """``explain PLAN --json``."""

    full: list[LoadEntry]
    starved: list[LoadEntry]
    needs: list[OpenNeedEntry]
    relaxations: list[RelaxationEntry]
