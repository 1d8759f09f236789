"""Fields of the branch roster that a strange spelling was probably meant for: shown, never taken."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from reassign.domain.vietnamese import plain

_ALIKE = 0.88
"""How much of two spellings has to agree."""

_SHORTEST = 6
"""Shorter spellings are too easily alike."""

_NO_LETTER = re.compile(r"[^0-9a-z]+")


def near_fields(word: str, fields: Mapping[str, str]) -> tuple[str, ...]:
    """At most three fields that differ from a spelling by diacritics, signs or a letter, or that it abbreviates.

    Args:
        word: A field as a member's row has it, unknown to the branch roster.
        fields: Fields as the branch roster spells them, by comparison key.
    """
    written = _letters(word)
    known = {name: _letters(name) for name in dict.fromkeys(fields.values())}
    found = [
        name
        for name, letters in known.items()
        if letters == written or _initials(letters) == written or _is_alike(letters, written)
    ]
    return tuple(found[:3])


def _letters(text: str) -> str:
    return _NO_LETTER.sub(" ", plain(text)).strip()


def _initials(letters: str) -> str:
    """First letters of a name of three words or more; of two they would fit too much."""
    words = letters.split()
    return "".join(word[0] for word in words) if len(words) >= 3 else " "


def _is_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE
