"""The nearest valid values to a wrong one: shown to the officer, never applied."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reassign.domain.vietnamese import plain


def nearest(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known values that look like the given one, best first; diacritics count little."""
    spellings: dict[str, list[str]] = {}
    for value in known:
        spellings.setdefault(plain(value), []).append(value)
    matches = difflib.get_close_matches(plain(text), list(spellings), n=3, cutoff=0.6)
    return tuple(value for match in matches for value in spellings[match])[:3]
