"""What ``check`` found, and what stopped any other command."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reassign.writers.json.schemas.entry import Document, Entry


class FindingEntry(Entry):
    """One problem with one value."""

    code: str = Field(pattern="^[A-Z][0-9]{3}$")
    severity: Literal["error", "warning"]
    file: str
    sheet: str
    cell: str
    value: str
    message: str
    suggestions: list[str]


class CountsEntry(Entry):
    """What was read; empty where nothing could be."""

    members: int | None = None
    branches: int | None = None
    units: int | None = None


class FindingsDocument(Document):
    """``check --json``."""

    findings: list[FindingEntry]
    counts: CountsEntry | None = None


class ErrorEntry(Entry):
    """Why a command stopped."""

    key: str
    message: str
    exit_code: Literal[2, 3, 6, 70, 130]


class ErrorDocument(Document):
    """Any command with ``--json`` that could not do its work."""

    status: Literal["error"]
    error: ErrorEntry
    findings: list[FindingEntry]
