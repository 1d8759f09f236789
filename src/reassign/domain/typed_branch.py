"""Which branch a person means who types it: by id, by name or area, or in the words the program prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reassign.domain.place_names import area_key, unit_key, without_branch
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold, tidy

_ASIDE = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]")


def branches_meant(branches: Sequence[Branch], written: str, unit: str) -> tuple[Branch, ...]:
    """The branches that fit equally; one if it is clear, none if nothing fits.

    ``b5``, ``Chi bộ Khu phố 5``, ``KP5``, ``Chi bộ Khu phố 5 (Phường An Lạc)`` and ``Khu phố 5 (b5, Phường An Lạc)``
    are understood. What is in brackets after a name says which of several branches is meant.

    Args:
        branches: Every branch.
        written: What was typed.
        unit: Unit whose branches go before others; empty for none.
    """
    text = tidy(written)
    known = tuple(branch for branch in branches if branch.id == text)
    if known:
        return known
    head, apart = _told_apart(branches, text)
    named = _named(branches, text)
    own = next((found for each in named if (found := tuple(one for one in each if one.unit == unit))), ())
    if own:
        return own
    if apart:
        return branches_meant(apart, head, apart[0].unit)
    return next((each for each in named if each), ())


def _named(branches: Sequence[Branch], text: str) -> tuple[tuple[Branch, ...], ...]:
    """Branches of a name as it stands, of one that everybody reads alike, and of an area."""
    word, key = fold(text), _key(text)
    return (
        tuple(branch for branch in branches if fold(branch.name) == word),
        tuple(branch for branch in branches if _key(branch.name) == key),
        tuple(branch for branch in branches if key in map(_key, branch.areas)),
    )


def branches_to_offer(branches: Sequence[Branch], written: str, unit: str) -> tuple[str, Sequence[Branch]]:
    """The name to look for, and among which branches: those of the unit that was typed, else of the own one."""
    head, apart = _told_apart(branches, tidy(written))
    own = tuple(branch for branch in branches if branch.unit == unit)
    return head, apart or own or branches


def printed_branch(branch: Branch) -> str:
    """``Chi bộ Khu phố 5 (b5, Phường An Lạc)``."""
    return f"{branch.name} ({branch.id}, {branch.unit})"


def _told_apart(branches: Sequence[Branch], text: str) -> tuple[str, Sequence[Branch]]:
    """What stands before brackets, and the branches whose id and unit stand in them; none without brackets."""
    match = _ASIDE.fullmatch(text)
    if match is None:
        return text, ()
    aside = match[2].strip()
    words = {unit_key(aside), *(unit_key(part) for part in aside.split(",", 1))}
    by_id = tuple(branch for branch in branches if branch.id in (aside, aside.partition(",")[0].strip()))
    found = by_id or tuple(branch for branch in branches if unit_key(branch.unit) in words)
    return match[1], found


def _key(text: str) -> str:
    return area_key(without_branch(fold(text)))
