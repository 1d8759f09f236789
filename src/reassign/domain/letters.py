"""The kinds of documents that are made from a plan."""

from __future__ import annotations

from enum import StrEnum


class LetterKind(StrEnum):
    """What an officer hands in besides the plan itself, in the order of the files."""

    APPENDIX = "appendix"
    DECISION = "decision"
    NOTICE = "notice"
    LIST = "list"
    SUMMARY = "summary"
    CONTACT = "contact"
    REVIEW = "review"
    DEADLINES = "deadlines"
    MERGE = "merge"

    @property
    def is_per_branch(self) -> bool:
        """Whether there is one document for each branch that receives members."""
        return self in {LetterKind.DECISION, LetterKind.NOTICE, LetterKind.LIST}

    @property
    def has_template(self) -> bool:
        """Whether the document is a Word document made from a template."""
        return self is not LetterKind.MERGE
