"""What ``explain`` says of a member, and of a whole plan."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reassign.writers.json.schemas.entry import Document, Entry
from reassign.writers.json.schemas.infeasible import ConflictEntry


class ComparedLevelEntry(Entry):
    """Value of a level of the whole plan, and of the best plan with the change."""

    names: list[str]
    here: int
    there: int


class DifferenceEntry(Entry):
    """The first level that differs, and by how much."""

    names: list[str]
    by: int = Field(gt=0)


class RelocationEntry(Entry):
    """A member who would be elsewhere; never the one who is asked about."""

    member: str
    from_: str = Field(alias="from")
    to: str


class AlternativeEntry(Entry):
    """What follows from another branch; ``proof`` only where no certificate proves it."""

    branch: str
    feasible: bool
    levels: list[ComparedLevelEntry] = Field(description="empty if not feasible")
    first_loss: DifferenceEntry | None
    moves: list[RelocationEntry]
    conflict: ConflictEntry | None
    proof: Literal["solver", "none"] | None = None


class ExplanationEntry(Entry):
    """One member's place and what follows from each other branch."""

    member: str
    branch: str
    reasons: list[str]
    interchangeable_with: list[str]
    alternatives: list[AlternativeEntry]


class ExplanationDocument(ExplanationEntry, Document):
    """``explain PLAN MEMBER --json``."""


class ExplanationsDocument(Document):
    """``explain PLAN --all --json``, in the order of the plan."""

    explanations: list[ExplanationEntry]


class CoverEntry(Entry):
    """A member who could cover a need, and what follows from it."""

    member: str
    from_: str = Field(alias="from")
    feasible: bool
    levels: list[ComparedLevelEntry]
    first_loss: DifferenceEntry | None
    moves: list[RelocationEntry]
    conflict: ConflictEntry | None
    proof: Literal["solver", "none"] | None = None


class OpenNeedEntry(Entry):
    """A need that nobody covers; those who could, the cheapest first."""

    branch: str
    field: str
    weight: int
    covers: list[CoverEntry]
    elsewhere: list[str] = Field(description="ids of members who have the field and may not go there")


class LoadEntry(Entry):
    """What a branch receives, and its limits."""

    branch: str
    name: str
    unit: str
    received: int
    min: int
    max: int | None


class RelaxationEntry(Entry):
    """A limit that binds, relaxed by one."""

    what: Literal["min", "max", "quota", "max_moves"]
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
    relaxations: list[RelaxationEntry] = Field(description="those that gain most first")
