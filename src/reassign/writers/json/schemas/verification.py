"""What ``verify`` found."""

from __future__ import annotations

from typing import Literal

from reassign.writers.json.schemas.entry import Document, Entry


class ViolationEntry(Entry):
    """One claim of the plan that is not true."""

    code: str
    member: str | None
    branch: str | None
    parameters: dict[str, str | int]
    message: str


class CheckedLevelEntry(Entry):
    """One level as it was worked out again."""

    names: list[str]
    value: int
    bound: int
    proof: Literal["certificate", "solver", "none"]
    checked: bool


class VerificationDocument(Document):
    """``verify --json``."""

    ok: bool
    violations: list[ViolationEntry]
    levels: list[CheckedLevelEntry]
