"""Text of a cell → value. Each reading gives the value and a code of what is wrong, one of them empty."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from reassign.domain.vietnamese import fold, ordinary, tidy
from reassign.messages.columns import SEX_WORDS, STATUS_WORDS

Value = TypeVar("Value")

FIRST_YEAR = 1900
LAST_YEAR = 2100

VIETNAM_LATITUDES = (7.0, 24.0)
"""Degrees north, the islands included."""

VIETNAM_LONGITUDES = (102.0, 118.0)
"""Degrees east, the islands included."""

_YES = frozenset(map(fold, ("x", "có", "yes", "y", "true", "1", "✓", "✔")))
_NO = frozenset(map(fold, ("", "không", "no", "n", "false", "0", "-")))
_SEXES: Mapping[str, str] = {
    **{fold(word): sex for sex, text in SEX_WORDS.items() for word in (sex, text.vi, text.en)},
    "m": "male",
    "f": "female",
}
_STATUSES: Mapping[str, str] = {
    **{fold(word): status for status, text in STATUS_WORDS.items() for word in (status, text.vi, text.en)},
    **{fold(word): "official" for word in ("ct", "đảng viên chính thức", "đvct", "đoàn viên")},
    **{fold(word): "probationary" for word in ("db", "đảng viên dự bị", "đvdb")},
}
_AROUND = re.compile(r"\s*([/.\-])\s*")
_UNKNOWN_DAY = re.compile(r"(?:00[/.\-]){1,2}([0-9]{4})")
_DAY = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{4})")
_YEAR = re.compile(r"/?([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[ T][0-9:.]+)?)?")
_LABEL = "(?:(?:" + "|".join(map(fold, ("dự bị", "db", "kết nạp", "kn", "vào đảng", "vđ"))) + r")\s*[:.]?\s*)?"
_LABEL_OFFICIAL = "(?:(?:" + "|".join(map(fold, ("chính thức", "ct"))) + r")\s*[:.]?\s*)?"
_ONE_DATE = r"(?:[0-9]{1,2}[/.\-]){0,2}[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TWO_DATES = re.compile(
    rf"{_LABEL}({_ONE_DATE})(?:\s*[;,|]\s*|\s*[–—]\s*|\s+[-/]\s+|\s+){_LABEL_OFFICIAL}({_ONE_DATE})"
)
_WHOLE = re.compile(r"[+-]?[0-9]+(?:[.,]0+)?")
_DECIMAL = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


class Memory(dict[str, Value], Generic[Value]):
    """Remembers what a function gave for each distinct text; rosters repeat themselves."""

    def __init__(self, function: Callable[[str], Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> Value:
        value = self[text] = self._function(text)
        return value


def composed(text: str) -> str:
    """The text in ordinary letters without white space at its ends; line breaks inside stay."""
    if text.isascii():
        return text.strip()
    return ordinary(text).replace("\u00a0", " ").strip()


def yes_or_no(text: str) -> tuple[bool, str]:
    """Yes is x, có, yes, true, 1; no is an empty cell, không, no, false, 0."""
    key = fold(text)
    if key in _YES:
        return True, ""
    return False, "" if key in _NO else "R044"


def whole_number(text: str) -> tuple[int | None, str]:
    """A whole number, zero or more; empty is None."""
    word = text.strip()
    if not word:
        return None, ""
    if _WHOLE.fullmatch(word) and len(word) <= 12:
        number = int(word.replace(",", ".").partition(".")[0])
        return (number, "") if number >= 0 else (None, "R041")
    if _DECIMAL.fullmatch(word):
        return None, "R041" if word.startswith("-") else "R040"
    return None, "R040"


def degrees(text: str) -> tuple[float | None, str]:
    """Degrees with a decimal point or a decimal comma; empty is None."""
    word = text.strip()
    if not word:
        return None, ""
    if not _DECIMAL.fullmatch(word):
        return None, "R045"
    return float(word.replace(",", ".")), ""


def date(text: str) -> tuple[str, str]:
    """A date as ISO 8601 with the precision known: 3/2/1975 → 1975-02-03, 02/1975 → 1975-02, /1975 → 1975."""
    plainly = _ordinary_day(text)
    if plainly:
        return plainly, ""
    word = _AROUND.sub(r"\1", text.strip().lstrip("'"))
    if not word:
        return "", ""
    day = month = 0
    if match := _UNKNOWN_DAY.fullmatch(word):
        year = int(match.group(1))
    elif match := _DAY.fullmatch(word):
        day, month, year = map(int, match.groups())
    elif match := _ISO.fullmatch(word):
        year, month, day = int(match.group(1)), int(match.group(2)), int(match.group(3) or 0)
    elif match := _MONTH.fullmatch(word):
        month, year = map(int, match.groups())
    elif match := _YEAR.fullmatch(word):
        year = int(match.group(1))
    else:
        return "", "R043"
    return _iso(year, month, day)


def _ordinary_day(text: str) -> str:
    """A day in two digits, two and four between slashes, as most cells have it; empty for any other text."""
    if len(text) != 10 or text[2] != "/" or text[5] != "/":
        return ""
    day = f"{text[6:]}-{text[3:5]}-{text[:2]}"
    try:
        year = datetime.date.fromisoformat(day).year
    except ValueError:
        return ""
    return day if FIRST_YEAR <= year <= LAST_YEAR else ""


def two_dates(text: str) -> tuple[str, str] | None:
    """Two dates in one cell, the earlier one first: ``DB: 03/02/1999; CT: 03/02/2000``; None if it is not that."""
    # One date has ten characters at most, and no space.
    match = _TWO_DATES.fullmatch(fold(text)) if len(text) > 10 or " " in text.strip() else None
    if match is None:
        return None
    (first, first_code), (second, second_code) = date(match.group(1)), date(match.group(2))
    if first_code or second_code or not first <= second:
        return None
    return first, second


def _iso(year: int, month: int, day: int) -> tuple[str, str]:
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return "", "R043"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "", "R043"
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else ""), ""


def sex(text: str) -> tuple[str, str]:
    """``male``, ``female`` or nothing."""
    key = fold(text)
    return (_SEXES.get(key, ""), "" if not key or key in _SEXES else "R049")


def status(text: str) -> tuple[str, str]:
    """``official``, ``probationary`` or nothing."""
    key = fold(text)
    return (_STATUSES.get(key, ""), "" if not key or key in _STATUSES else "R048")


def parts(text: str) -> tuple[str, ...]:
    """A list at semicolons and line breaks; values may contain commas."""
    if not text:
        return ()
    pieces = text.replace("\r", "\n").replace("\n", ";").split(";")
    return tuple(word for word in map(tidy, pieces) if word)


def parts_at_commas(text: str) -> tuple[str, ...]:
    """A list at semicolons, line breaks and commas."""
    return parts(text.replace(",", ";")) if text else ()


def invisible(text: str) -> str:
    """The first character of a text that cannot be seen, by its number such as ``U+200B``; empty if all can."""
    if text.isascii() and text.isprintable():
        return ""
    for character in text:
        is_odd_space = unicodedata.category(character) == "Zs" and character != " "
        if is_odd_space or unicodedata.category(character) in _INVISIBLE:
            return f"U+{ord(character):04X}"
    return ""


def is_scientific(text: str) -> bool:
    """Whether an id is a number that a spreadsheet has rounded, such as ``7.9E+16``."""
    return "E+" in text and re.fullmatch(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", text) is not None
