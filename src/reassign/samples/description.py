"""What a sample is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.messages.text import Text


@dataclass(frozen=True, slots=True)
class SampleDescription:
    """Name, one line about it and its figures.

    Attributes:
        name: Name on the command line.
        text: One line in both languages.
        figures: Counts by name, the same for every seed.
    """

    name: str
    text: Text
    figures: Mapping[str, int]
