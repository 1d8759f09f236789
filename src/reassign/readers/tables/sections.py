"""Section lines: rows that say something about the rows below them, such as ``I. Phường Bến Nghé``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reassign.domain.vietnamese import fold, tidy

SectionKind: TypeAlias = Literal["unit", "branch", "other"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section line.

    Attributes:
        row: Zero-based row.
        column: Zero-based column of the words.
        kind: ``unit`` names a ward, commune or township, ``branch`` a branch; ``other`` says nothing about rows.
        text: What it names, without numeral and without a count behind it.
    """

    row: int
    column: int
    kind: SectionKind
    text: str


MOST_CELLS_OF_A_SECTION = 4

_NUMERAL = re.compile(r"\(?(?:[IVXLCDM]{1,7}|[0-9]{1,3}|[A-ZĐa-zđ])\)?\s*[.)/:\-–]+\s*(?=\S)")
_ORDINAL = re.compile(r"\(?(?:[IVXLCDM]{1,7}|[A-ZĐ]|[0-9]{1,3})\)?\s*[.)/:\-–]?")
_ROMAN = re.compile(r"\(?[IVXLCDM]{1,7}\)?\s*[.)/:\-–]?")
_ROMAN_BEFORE = re.compile(r"\(?[IVXLCDM]{1,7}\)?\s*[.)/:\-–]+\s*\S")
_COUNT = re.compile(
    r"\(?\s*(?:tổng số:?\s*)?[0-9]{1,5}\s*(?:đ/c|đc|đồng chí|người|đảng viên|đv|chi bộ|cb)?\s*\)?", re.IGNORECASE
)
_TAIL = re.compile(r"\s*(?:[(\[].*[)\]]|[:;–-]\s*[0-9].*|:)\s*$")
_BODIES = "|".join(map(fold, ("đảng bộ", "đảng ủy", "đảng uỷ", "ubnd", "ủy ban nhân dân")))
_KINDS = "|".join(map(fold, ("phường", "xã", "thị trấn")))
_UNIT = re.compile(rf"(?:(?:{_BODIES})\s+)?(?P<unit>(?:{_KINDS})\s+\S.*|(?:p|f|tt|x)\.\s*\S.*)")
_BRANCH = re.compile("(?:" + "|".join(map(fold, ("chi bộ", "chi đoàn"))) + r")\s+\S.*")
_OTHER = re.compile(
    "(?:" + "|".join(map(fold, ("khu phố", "ấp", "đảng bộ", "tổ đảng", "khối", "ban", "kp"))) + r")[\s.]\s*\S.*"
)


def section_of(row: Sequence[str], number: int, guarded: Sequence[int], *, names_branches: bool) -> Section | None:
    """The section line that a row is; None if it is none.

    A section line has its words in one cell; beside them stand at most its own number and a count.

    Args:
        row: Text of the cells.
        number: Zero-based row.
        guarded: Columns of ids: what stands there is the id of an entry and no number of a section.
        names_branches: Whether a line may name a branch; in a list of branches that would be an entry.
    """
    filled = [column for column, cell in enumerate(row) if cell and not cell.isspace()]
    if not 1 <= len(filled) <= MOST_CELLS_OF_A_SECTION:
        return None
    texts = {column: tidy(row[column]) for column in filled}
    worded = [column for column in filled if not (_ORDINAL.fullmatch(texts[column]) or _COUNT.fullmatch(texts[column]))]
    if len(worded) != 1:
        return None
    column = worded[0]
    if any(other in guarded for other in filled if other != column):
        return None
    written = texts[column]
    text = tidy(_TAIL.sub("", _NUMERAL.sub("", written, count=1)))
    key = fold(text)
    if match := _UNIT.fullmatch(key):
        start = _words(text, key[: match.start("unit")])
        return Section(number, column, "unit", text[start:].strip())
    if column in guarded:
        return None
    if names_branches and _BRANCH.fullmatch(key):
        return Section(number, column, "branch", text)
    is_numbered = bool(_ROMAN_BEFORE.match(written)) or any(
        _ROMAN.fullmatch(texts[other]) for other in filled if other != column
    )
    if names_branches and (_OTHER.fullmatch(key) or is_numbered):
        return Section(number, column, "other", text)
    return None


def _words(text: str, folded_start: str) -> int:
    """How many characters of a text the words of the start of its key take."""
    words = len(folded_start.split())
    position = 0
    for _ in range(words):
        position = text.index(" ", position) + 1
    return position
