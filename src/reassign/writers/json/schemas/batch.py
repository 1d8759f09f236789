"""A line of the journal of a batch."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reassign.writers.json.schemas.entry import Document, Entry, LevelEntry
from reassign.writers.json.schemas.findings import FindingEntry


class OpenNeedEntry(Entry):
    """A need that nobody covers."""

    unit: str
    branch: str
    need: str


class BatchDocument(Document):
    """A finished case: a line of ``journal.jsonl`` and of ``batch --json``."""

    case: str
    key: str
    exit_code: Literal[0, 2, 3, 4, 5, 6, 70]
    status: Literal["optimal", "feasible", "infeasible", "error"]
    title: str
    counts: dict[Literal["members", "branches", "placed", "moved", "to_review", "errors", "warnings"], int]
    levels: list[LevelEntry]
    open_needs: list[OpenNeedEntry]
    findings: list[FindingEntry]
    messages: list[str]
    outputs: dict[str, str] = Field(description="SHA-256 by file name")
