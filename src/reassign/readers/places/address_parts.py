"""The parts of a written address."""

from __future__ import annotations

import re
from functools import lru_cache

from reassign.domain.place_names import AREA_KINDS, area_key
from reassign.domain.vietnamese import fold, tidy

SEPARATORS = re.compile(r"[,;]|\s[-–]\s")
_CELL_GROUP = re.compile(rf"(?:{fold('tổ')}(?:\s+{fold('dân phố')})?|tdp)[\s.:]*[0-9]+\w?\s*(?:[-–/]\s*)?")
_LOT_BEFORE = re.compile(rf"{fold('lô')}[\s.:]+\S+\s+(?:[-–/]\s*)?(?={fold('chung cư')}|cc|c[./])")
# Where nobody put a comma a new part begins with the word for a kind of place.
_PARTS = re.compile(
    r"(?<=[0-9])(?=[qQ]\.?\s?[0-9])"
    r"|(?<!thị)\s+(?=(?:phường|xã|thị trấn|quận|huyện|tp\.|thành phố)\s*\S|[pfq]\.\s*\S|[pfq][0-9]"
    r"|kp[\s.]*[0-9]|k\.?\s*phố\s+\S|khu phố\s+\S|tổ\s+[0-9])"
    r"|\s*[/\-–]\s*(?=(?:kp|khu phố|phường|xã|quận)[\s.]*\S|[pfq][\s.]*[0-9]|[pfq]\.)",
    re.IGNORECASE,
)


def segments_of(address: str) -> tuple[str, ...]:
    """The parts of an address, at commas and before the words for kinds of places."""
    text = tidy(address.replace("\n", ", "))
    pieces = map(str.strip, SEPARATORS.split(text))
    return tuple(part for piece in pieces if piece for part in _split_piece(piece) if part)


@lru_cache(maxsize=16_384)
def _split_piece(piece: str) -> tuple[str, ...]:
    """A part between commas at the words for kinds of places; wards and areas repeat themselves."""
    return tuple(map(str.strip, _PARTS.split(piece)))


def without_group(segment: str) -> tuple[str, bool]:
    """A part of an address without ``tổ 12`` before it, and whether it says that it is an area."""
    folded = fold(segment)
    rest = _CELL_GROUP.sub("", folded, count=1) if _CELL_GROUP.match(folded) else segment
    key = area_key(rest)
    return rest, any(key.startswith(f"{kind} ") for kind in AREA_KINDS)


def without_lot(segment: str) -> tuple[str, bool]:
    """An apartment block without the lot before it, and whether there was one."""
    rest, count = _LOT_BEFORE.subn("", fold(segment), count=1)
    return rest, count > 0
