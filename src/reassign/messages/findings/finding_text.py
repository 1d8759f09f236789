"""What is said about one code."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.messages.text import Text


@dataclass(frozen=True, slots=True)
class FindingText:
    """Everything that is said about one code.

    Attributes:
        message: One line about the value at hand; ``{value}`` is the value as read.
        meaning: Why the value cannot be used, or is doubtful.
        fix: What the officer can do.
    """

    message: Text
    meaning: Text
    fix: Text


def finding_text(message: tuple[str, str], meaning: tuple[str, str], fix: tuple[str, str]) -> FindingText:
    """The texts of a code, each in Vietnamese and English."""
    return FindingText(Text(*message), Text(*meaning), Text(*fix))
