"""Text from data made harmless for a reader: nothing in it steers, hides or turns what is shown."""

from __future__ import annotations

import re
import unicodedata

SUSPECTS = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0300-\u036f\u1e00-\u1eff]")
"""Characters that may be hidden; all others of Vietnamese and English text are not."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""The text with control, bidi, zero-width and unassigned characters written as ``\u{…}``."""
    return SUSPECTS.sub(lambda match: _written(match[0]), text)


def in_one_line(text: str) -> str:
    r"""The text as one line: white space as single blanks, what cannot be seen as ``\u{…}``. Every character is XML."""
    return visible(" ".join(text.split())) if not text.isprintable() else text


def is_hidden(character: str) -> bool:
    """Whether a character has no shape of its own."""
    return unicodedata.category(character) in _HIDDEN


def _written(character: str) -> str:
    return rf"\u{{{ord(character):x}}}" if is_hidden(character) else character
