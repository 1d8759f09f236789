"""File names that are safe on every system, whatever a branch or member is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reassign.domain.vietnamese import plain

LONGEST = 80
"""Longest file name with its ending [characters]."""

_NO_LETTER = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Lower-case Latin letters, digits and single hyphens; empty if nothing is left."""
    return _NO_LETTER.sub("-", plain(text)).strip("-")


def file_names(titles: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """``NNN-slug.ext`` for each document, in their order.

    The number makes every name its own under any folding, keeps it from being a device of Windows, and sorts the
    files. Only ``a-z``, ``0-9``, hyphens and the one dot occur, so that no name leaves its folder.

    Args:
        titles: What each document is about, and its ending with the dot.
    """
    digits = max(3, len(str(len(titles))))
    names = []
    for number, (title, ending) in enumerate(titles, start=1):
        prefix = f"{number:0{digits}}-"
        room = LONGEST - len(prefix) - len(ending)
        names.append(prefix + (slug(title)[:room].rstrip("-") or "x") + ending)
    return tuple(names)
