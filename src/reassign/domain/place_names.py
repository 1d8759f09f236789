"""Comparison keys for units and areas: the abbreviations that everybody reads alike."""

from __future__ import annotations

import re

from reassign.domain.vietnamese import fold

_WARD, _COMMUNE, _TOWN = fold("phường"), fold("xã"), fold("thị trấn")
_NEIGHBOURHOOD, _HAMLET, _BLOCK, _LOT = fold("khu phố"), fold("ấp"), fold("chung cư"), fold("lô")
_BRANCH = fold("chi bộ")
UNIT_KINDS = (_WARD, _COMMUNE, _TOWN)
AREA_KINDS = (_NEIGHBOURHOOD, _HAMLET, _BLOCK, _LOT)

_PHO, _CU, _NUMBER = fold("phố"), fold("cư"), fold("số")
_UNIT_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^(?:p|f|ph|{_WARD})(?:[.:]\s*|\s+)(?=\S)"), f"{_WARD} "),
    (re.compile(rf"^(?:[pf]|ph|{_WARD})(?=[0-9]+$)"), f"{_WARD} "),
    (re.compile(rf"^(?:tt|{_TOWN})(?:[.:]\s*|\s+)(?=\S)"), f"{_TOWN} "),
    (re.compile(rf"^(?:x|{_COMMUNE})(?:[.:]\s*|\s+)(?=\S)"), f"{_COMMUNE} "),
)
_AFTER = r"(?:[.:]\s*|\s+|(?=[0-9]))"
_AREA_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"^(?:kp|k[./]?\s*{_PHO}|k[./]\s*p|{_NEIGHBOURHOOD}){_AFTER}(?:{_NUMBER}\s+(?=[0-9]))?(?=\S)"),
        f"{_NEIGHBOURHOOD} ",
    ),
    (re.compile(rf"^(?:cc|c[./]\s*c|c[./]?\s*{_CU}|{_BLOCK})(?:[.:]\s*|\s+)(?=\S)"), f"{_BLOCK} "),
    (re.compile(rf"^{_HAMLET}{_AFTER}(?:{_NUMBER}\s+(?=[0-9]))?(?=\S)"), f"{_HAMLET} "),
    (re.compile(rf"^{_LOT}{_AFTER}(?=\S)"), f"{_LOT} "),
)
_BLOCK_INSIDE = re.compile(rf"\s+(?:cc|c[./]\s*c|c[./]?\s*{_CU})(?:[.:]\s*|\s+)")
_ZEROS = re.compile(r"(?<![0-9.,])0+(?=[0-9])")
_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_WORDS = {
    **{fold(word): number for number, word in enumerate(_ONES, start=1)},
    fold("tư"): 4,
    fold("bẩy"): 7,
    fold("mười"): 10,
    **{fold(f"mười {word}"): 10 + number for number, word in enumerate(_ONES, start=1)},
    fold("mười lăm"): 15,
    fold("hai mươi"): 20,
}
"""Numbers in words; after the word for the kind of a place they are its number."""


_DISTRICT_WORDS = "|".join(map(fold, ("quận", "huyện", "thành phố", "thị xã", "q", "h", "tp", "tx")))
_DISTRICT = re.compile(rf"(?:{_DISTRICT_WORDS})(?:\.\s*|\s+)(\S.*)|q([0-9]+)")
_CITIES = frozenset(map(fold, ("Hồ Chí Minh", "HCM", "Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")))


def unit_key(text: str) -> str:
    """``P. 04``, ``P4``, ``F.4`` and ``Phường 4`` have one key; names of different kinds have not."""
    return _by_rules(fold(text), _UNIT_RULES)


def area_key(text: str) -> str:
    """``KP3``, ``KP.3``, ``K.phố 3``, ``Khu phố 03`` and ``Khu phố Ba`` have one key; hamlets and blocks others."""
    key = _by_rules(fold(text), _AREA_RULES)
    return _BLOCK_INSIDE.sub(f" {_BLOCK} ", key) if key.startswith(f"{_LOT} ") else key


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
            rest = key[len(word) :]
            if rest in _WORDS:
                return f"{word}{_WORDS[rest]}"
            break
    return _ZEROS.sub("", key)


def district_key(segment: str) -> str | None:
    """Comparison key of the district a folded segment names; empty for a city, None if it names neither."""
    match = _DISTRICT.fullmatch(segment)
    if match is None:
        return None
    name = (match.group(1) or match.group(2)).strip()
    return "" if name in _CITIES else name
