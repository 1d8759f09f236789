"""One roster from the entries of several sheets or files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reassign.domain.roster import Branch, Member

Entry = TypeVar("Entry", Member, Branch)


def joined(parts: Sequence[tuple[Sequence[Entry], tuple[str, ...]]]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries of all parts, each with the columns of all of them in the order of first appearance.

    Args:
        parts: Entries with the names of their columns.
    """
    columns = tuple(dict.fromkeys(name for _, names in parts for name in names))
    entries: list[Entry] = []
    for found, names in parts:
        if names == columns:
            entries += found
            continue
        places = [names.index(name) if name in names else -1 for name in columns]
        for entry in found:
            cells = tuple(entry.cells[place] if place >= 0 else "" for place in places)
            entries.append(replace(entry, cells=cells))
    return tuple(entries), columns
