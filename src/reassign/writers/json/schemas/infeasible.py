"""Why there is no plan, and what would make one possible."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reassign.writers.json.schemas.entry import Document, Entry


class ConflictEntry(Entry):
    """A contradiction: a count that does not come out, or rules that exclude each other."""

    kind: Literal["too_many_members", "too_few_members", "rules"]
    unit: str
    branches: list[str] = Field(description="branch ids")
    members: list[str] = Field(description="member ids")
    need: int
    have: int
    message: str
    rules: list[str] = Field(default_factory=list)
    cells: list[str] = Field(default_factory=list)


class ChangeEntry(Entry):
    """One change of a repair."""

    what: Literal["min", "max", "pin", "forbid", "quota"]
    branch: str
    member: str | None = None
    quota: int | None = None
    bound: Literal["min", "max"] | None = None
    from_: int | bool | None = Field(alias="from")
    to: int | bool | None


class RepairEntry(Entry):
    """Changes that together make a plan possible."""

    total_change: int
    changes: list[ChangeEntry]


class InfeasibleDocument(Document):
    """``plan --json`` with exit code 4; the first repair is a smallest one."""

    status: Literal["infeasible"]
    conflicts: list[ConflictEntry]
    repairs: list[RepairEntry]
