"""What ``compare`` says."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, JsonValue

from reassign.writers.json.schemas.entry import Document, Entry
from reassign.writers.json.schemas.findings import FindingEntry


class ComparedPlanEntry(Entry):
    """One of the plans."""

    file: str
    name: str
    status: str
    seed: int
    members: int
    branches: int
    moved: int
    uncovered: int
    measured: bool


class DifferenceEntry(Entry):
    """Something in which the plans differ besides their placements, one value a plan."""

    key: str
    values: list[JsonValue]


class ComparedLevelEntry(Entry):
    """A level, one value a plan, null where the plan has no such level."""

    names: list[str]
    sense: Literal["max", "min"]
    values: list[int | None]
    ordered: list[bool]


class ComparedLoadEntry(Entry):
    """A branch, one value a plan, null where the plan has no such branch."""

    branch: str
    name: str
    unit: str
    received: list[int | None]
    min: list[int | None]
    max: list[int | None]


class EffectEntry(Entry):
    """What a move changes for one priority."""

    priority: str
    before: int
    after: int


class ReasonsEntry(Entry):
    """Reason codes in both plans."""

    from_: list[str] = Field(alias="from")
    to: list[str]


class ChangeEntry(Entry):
    """A member whom two plans place differently."""

    plan: int
    member: str
    name: str
    from_: str = Field(alias="from")
    to: str
    outcome: Literal["gains", "loses", "even"] | None
    effects: list[EffectEntry]
    reasons: ReasonsEntry


class SuccessionEntry(Entry):
    """A member whose branch in one plan succeeds that in the other."""

    plan: int
    member: str
    name: str
    from_: str = Field(alias="from")
    to: str


class PassageEntry(Entry):
    """A member who is in one plan only."""

    plan: int
    member: str
    name: str
    branch: str


class ComparisonDocument(Document):
    """``compare --json``."""

    same: bool
    plans: list[ComparedPlanEntry]
    differences: list[DifferenceEntry]
    levels: list[ComparedLevelEntry]
    loads: list[ComparedLoadEntry]
    moves: list[ChangeEntry]
    succeeded: list[SuccessionEntry]
    joined: list[PassageEntry]
    left: list[PassageEntry]
    findings: list[FindingEntry]
