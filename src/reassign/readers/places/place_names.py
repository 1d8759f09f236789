"""Comparison keys for units and areas: the abbreviations that everybody reads alike."""

from __future__ import annotations

import re

from reassign.domain.vietnamese import fold

_WARD, _COMMUNE, _TOWN = fold("phường"), fold("xã"), fold("thị trấn")
_NEIGHBOURHOOD, _HAMLET, _BLOCK = fold("khu phố"), fold("ấp"), fold("chung cư")
_BRANCH = fold("chi bộ")
UNIT_KINDS = (_WARD, _COMMUNE, _TOWN)
AREA_KINDS = (_NEIGHBOURHOOD, _HAMLET, _BLOCK)

_PHO = fold("phố")
_UNIT_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^(?:p|f|ph|{_WARD})(?:\.\s*|\s+)(?=\S)"), f"{_WARD} "),
    (re.compile(r"^[pf](?=[0-9]+$)"), f"{_WARD} "),
    (re.compile(rf"^(?:tt|{_TOWN})(?:\.\s*|\s+)(?=\S)"), f"{_TOWN} "),
    (re.compile(rf"^(?:x|{_COMMUNE})(?:\.\s*|\s+)(?=\S)"), f"{_COMMUNE} "),
)
_AREA_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^(?:kp|k\.?\s*{_PHO}|k\.\s*p|{_NEIGHBOURHOOD})(?:\.\s*|\s+|(?=[0-9]))(?=\S)"), f"{_NEIGHBOURHOOD} "),
    (re.compile(rf"^(?:cc|c\.\s*c|{_BLOCK})(?:\.\s*|\s+)(?=\S)"), f"{_BLOCK} "),
    (re.compile(rf"^{_HAMLET}(?:\.\s*|\s+|(?=[0-9]))(?=\S)"), f"{_HAMLET} "),
)
_ZEROS = re.compile(r"(?<![0-9.,])0+(?=[0-9])")


def unit_key(text: str) -> str:
    """``P. 04``, ``P4``, ``F.4`` and ``Phường 4`` have one key; names of different kinds have not."""
    return _by_rules(fold(text), _UNIT_RULES)


def area_key(text: str) -> str:
    """``KP3``, ``KP.3``, ``K.phố 3`` and ``Khu phố 03`` have one key; hamlets and blocks have others."""
    return _by_rules(fold(text), _AREA_RULES)


def bare_key(key: str) -> str:
    """A key without the word that says what kind of place it is; itself if it says none."""
    for kind in (*UNIT_KINDS, *AREA_KINDS, _BRANCH):
        if key.startswith(f"{kind} "):
            return bare_key(key[len(kind) + 1 :]) if kind == _BRANCH else key[len(kind) + 1 :]
    return key


def without_branch(key: str) -> str:
    """A key without ``chi bộ`` before it."""
    return key.removeprefix(f"{_BRANCH} ")


def _by_rules(key: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, word in rules:
        changed, count = pattern.subn(word, key)
        if count:
            key = changed
            break
    return _ZEROS.sub("", key)
