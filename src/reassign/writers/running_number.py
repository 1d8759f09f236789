"""Columns of a roster that only count its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reassign.domain.vietnamese import plain

_HEADINGS = frozenset({"stt", "tt", "so tt", "so thu tu", "thu tu", "no", "number", "#"})
_NUMBER = re.compile(r"\s*(?:[0-9]{1,7}(?:[.,]0+)?[.)]?|)\s*")


def is_running_number(heading: str, cells: Iterable[str]) -> bool:
    """Whether a column is headed like a running number and holds nothing else.

    Printed lists are sorted anew and have a number of their own, beside which the old one would mislead.

    Args:
        heading: The heading as written.
        cells: Texts of the column.
    """
    return plain(heading).strip(" .:") in _HEADINGS and all(_NUMBER.fullmatch(text) for text in cells)
