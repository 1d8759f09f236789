"""A column of a table: the text of every entry in it, and what is worked out from a text once for all that have it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest
from typing import TypeVar

from reassign.domain.vietnamese import ordinary
from reassign.readers.cells.values import composed

Value = TypeVar("Value")


class Column:
    """The texts of one column, in the order of the entries.

    Lists repeat themselves: whatever depends on a text alone is worked out once for each different text.
    """

    __slots__ = ("different", "texts")

    def __init__(self, texts: Sequence[str], different: Collection[str] | None = None) -> None:
        """Take the texts; those that are different, in the order of first appearance, are found if nobody tells."""
        self.texts = texts
        self.different: Collection[str] = dict.fromkeys(texts) if different is None else different

    def __len__(self) -> int:
        return len(self.texts)

    def map(self, function: Callable[[str], Value]) -> Sequence[Value]:
        """What a function gives for the text of every entry; it is asked once for each different text."""
        if len(self.different) == len(self.texts):
            return list(map(function, self.texts))
        values = {text: function(text) for text in self.different}
        if len(values) == 1:
            return list(values.values()) * len(self.texts)
        return list(map(values.__getitem__, self.texts))

    def parsed(
        self, parse: Callable[[str], tuple[Value, str]]
    ) -> tuple[Sequence[Value], Sequence[tuple[int, str, str]]]:
        """The value of every entry; and number, text and code of the entries in which something is wrong.

        Args:
            parse: Gives the value of a text and a code, which is empty if nothing is wrong.
        """
        read = {text: parse(text) for text in self.different}
        wrong = {text: code for text, (_, code) in read.items() if code}
        faults = (
            [(number, text, wrong[text]) for number, text in enumerate(self.texts) if text in wrong] if wrong else []
        )
        return self.map({text: value for text, (value, _) in read.items()}.__getitem__), faults

    def is_filled(self) -> bool:
        """Whether any text is more than white space."""
        return any(text and not text.isspace() for text in self.different)

    def joined(self) -> str:
        """Each text once, on lines of their own: to look for characters in all of them at once."""
        return "\n".join(self.different)

    def composed(self) -> Sequence[str]:
        """Every text in ordinary letters without white space at its ends."""
        joined = self.joined()
        if ordinary(joined) == joined and "\u00a0" not in joined:
            return list(map(str.strip, self.texts))
        return self.map(composed)


def columns_of(rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of rows, as many as the longest row has cells; shorter rows are empty at their ends."""
    return tuple(map(Column, zip_longest(*rows, fillvalue="")))


def empty_column(count: int) -> Column:
    """A column of so many entries that holds nothing."""
    return Column([""] * count, ("",) if count else ())
