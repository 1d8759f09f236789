"""Names of places that somebody may have meant: shown to the officer, never applied."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from reassign.domain.vietnamese import plain

NEAR = 0.75
"""How much of two names has to agree before one is suggested for the other."""

_KIND = re.compile(
    r"(?:chi bo\s+)?(khu pho|kp|k\.? ?pho|ap|chung cu|cc|lo|phuong|xa|thi tran|p|f|tt|x)(?:\.\s*|\s+|(?=[0-9]))"
)
_LONG = {
    "kp": "khu pho",
    "k.pho": "khu pho",
    "k. pho": "khu pho",
    "kpho": "khu pho",
    "cc": "chung cu",
    "p": "phuong",
    "f": "phuong",
    "tt": "thi tran",
    "x": "xa",
}
_DIGITS = re.compile("[0-9]+")


def near_places(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most three names near to a text, best first.

    What says the kind of place does not count: ``Khu phố Mỹ Khánh`` is not near to ``Khu phố 1``. Of numbered places
    of a kind the nearest numbers are suggested.
    """
    kind, wanted = _split(text)
    number = _DIGITS.search(wanted)
    scored: list[tuple[float, int, str]] = []
    for order, name in enumerate(names):
        other_kind, bare = _split(name)
        other = _DIGITS.search(bare)
        if number is not None and other is not None and other_kind == kind and _rest(wanted) == _rest(bare):
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


def _split(text: str) -> tuple[str, str]:
    """The kind of a place and the rest of its name, without diacritics."""
    word = plain(text)
    match = _KIND.match(word)
    if match is None:
        return "", word
    return _LONG.get(match.group(1), match.group(1)), word[match.end() :]


def _rest(text: str) -> str:
    return _DIGITS.sub("", text).strip()
