"""Names of places that somebody may have meant: shown to the officer, never applied."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable

from reassign.domain.vietnamese import plain
from reassign.readers.places.place_names import bare_key

NEAR = 0.75
"""How much of two names has to agree before one is suggested for the other."""

_DIGITS = re.compile("[0-9]+")


def near_places(text: str, names: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    """At most three names near to a text, best first.

    What says the kind of place does not count: ``Khu phố Mỹ Khánh`` is not near to ``Khu phố 1``. Of numbered places
    the nearest numbers are suggested.

    Args:
        text: What was written.
        names: The names that exist.
        key: Comparison key of a name.
    """
    wanted = plain(_bare(text, key))
    number = _DIGITS.search(wanted)
    scored: list[tuple[float, int, str]] = []
    for order, name in enumerate(names):
        bare = plain(_bare(name, key))
        other = _DIGITS.search(bare)
        if number is not None and other is not None and _rest(wanted) == _rest(bare):
            scored.append((1.0 / (1 + abs(int(number.group()[:9]) - int(other.group()[:9]))), order, name))
        elif number is None and difflib.SequenceMatcher(None, wanted, bare).ratio() >= NEAR:
            scored.append((difflib.SequenceMatcher(None, wanted, bare).ratio(), order, name))
    scored.sort(key=lambda one: (-one[0], one[1]))
    return tuple(name for _, _, name in scored[:3])


def is_slip(first: str, second: str) -> bool:
    """Whether two names without diacritics differ by a slip of the pen: one letter more, fewer, other or swapped."""
    if first == second or first.isdigit() or second.isdigit() or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    one, two = first[start:], second[start:]
    return one[1:] == two[1:] or one == two[1:] or one[1:] == two or (one[:2] == two[:2][::-1] and one[2:] == two[2:])


def _bare(text: str, key: Callable[[str], str]) -> str:
    return bare_key(key(text))


def _rest(text: str) -> str:
    return _DIGITS.sub("", text).strip()
