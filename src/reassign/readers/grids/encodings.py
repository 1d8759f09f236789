"""Encodings of Vietnamese text: those of the old fonts as tables, and which of them bytes are most likely in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

ENCODINGS: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1258": "Windows-1258",
    "tcvn3": "TCVN3 (ABC, .Vn…)",
    "vni": "VNI",
}
"""What people call each encoding that can be asked for."""

_SAMPLE = 200_000
"""Bytes, or characters, that are looked at."""

_LONGEST_LINE = 80

_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Grave, hook, tilde, acute, dot below."""

_TCVN3_TONED: Mapping[str, Sequence[int]] = {
    "a": (0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ă": (0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "â": (0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "e": (0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ê": (0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "i": (0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "o": (0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ô": (0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ơ": (0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "u": (0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ư": (0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "y": (0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}
"""Bytes of a vowel with each tone (TCVN 5712:1993, VN3). Capitals with a tone have none: they need a font."""

_TCVN3_PLAIN = "ĂÂÊÔƠƯĐăâêôơưđ"
"""Letters from 0xA1 on."""

# In these fonts a letter is a vowel and a mark after it. Marks of an accent: the accent alone, then with each tone.
_VNI_TONES = b"\xf8\xfb\xf5\xf9\xef"
_VNI_CIRCUMFLEX = b"\xe2\xe0\xe5\xe3\xe1\xe4"
_VNI_BREVE = b"\xea\xe8\xfa\xfc\xe9\xeb"
_VNI_I = b"\xec\xe6\xf3\xed\xf2"
_VNI_SINGLE: Mapping[str, int] = {"đ": 0xF1, "ơ": 0xF4, "ư": 0xF6, "ỵ": 0xEE}

_ONSETS = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x"
_NUCLEI = (
    "uyê|uya|uyu|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|"
    "ia|iê|yê|ua|uô|ưa|ươ|oa|oă|oe|uâ|uê|uy|uơ|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{_NUCLEI})(?:ch|c|m|ng|nh|n|p|t)?")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_SIGNS = re.compile("(?:[^\\W\\d_]|[^\x00-\x7f\xa0“”‘’–—…])+")
"""A sign within a word is a letter of another encoding."""

_ENOUGH = 0.5
"""Share of the words with letters beyond ASCII that have to be Vietnamese."""

_NULS = 3
"""One NUL in so many bytes is no accident: every Latin letter of UTF-16 brings one."""


def decode_as(data: bytes, encoding: str) -> str | None:
    """Text of bytes in one of ``ENCODINGS``; None if they cannot be in it. No byte is guessed or dropped."""
    try:
        if encoding == "utf-16":
            return _utf_16(data)
        if encoding == "cp1258":
            return unicodedata.normalize("NFC", data.decode("cp1258"))
        if encoding == "tcvn3":
            return _tcvn3(data)
        if encoding == "vni":
            return _vni(data)
        return data.decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return None


def likely_encoding(data: bytes, asked: str = "") -> str:
    """Which of ``ENCODINGS`` makes Vietnamese words of bytes that are no UTF-8. A suggestion only.

    Args:
        data: The bytes.
        asked: Encoding that somebody asked for: it is the likely one where it makes words at all.

    Returns:
        The encoding; empty if none makes words of more than half of what could be some.
    """
    if looks_like_utf_16(data):
        return "utf-16"
    sample = data[: data.rfind(b"\n", 0, _SAMPLE) + 1] if len(data) > _SAMPLE else data
    if asked and _share_of_words(decode_as(sample, asked)) > _ENOUGH:
        return asked
    found = {encoding: _share_of_words(decode_as(sample, encoding)) for encoding in ("vni", "cp1258", "tcvn3")}
    best = max(found, key=lambda encoding: found[encoding])
    return best if found[best] > _ENOUGH else ""


def looks_like_utf_16(data: bytes) -> bool:
    """Whether bytes are full of NULs, as UTF-16 without a mark is."""
    start = data[:400]
    return start.count(0) * _NULS >= len(start) > 0


def sample_line(text: str) -> tuple[int, str]:
    """The first line with a letter beyond ASCII, counted from one, shortened: whether a text is right shows there."""
    lines = text[:_SAMPLE].splitlines()
    row, line = next(((row, line) for row, line in enumerate(lines, start=1) if not line.isascii()), (1, lines[0]))
    return row, line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"


def _share_of_words(text: str | None) -> float:
    """How many of the words with a letter beyond ASCII are Vietnamese syllables, 0 to 1."""
    if text is None:
        return 0.0
    words = [word for word in _WORD_OR_SIGNS.findall(text) if not word.isascii()]
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(part in _TONES for part in parts)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    # A capital within a word of small letters is a letter of another encoding.
    has_case = word.islower() or word.isupper() or word.istitle()
    return tones <= 1 and has_case and _SYLLABLE.fullmatch(bare) is not None


def _utf_16(data: bytes) -> str:
    # The half of a Latin letter that is zero tells the order.
    is_big = data[:400:2].count(0) > data[1:400:2].count(0)
    return data.decode("utf-16-be" if is_big else "utf-16-le")


def _tcvn3(data: bytes) -> str:
    table = _tcvn3_table()
    return _WORD.sub(_in_capitals, "".join(table[byte] for byte in data))


def _tcvn3_table() -> Mapping[int, str]:
    table = _ascii_and_signs()
    table |= {0xA1 + number: letter for number, letter in enumerate(_TCVN3_PLAIN)}
    for vowel, codes in _TCVN3_TONED.items():
        table |= dict(zip(codes, _toned(vowel), strict=True))
    return table


def _in_capitals(match: re.Match[str]) -> str:
    """A word in capitals as a whole: its vowels with a tone had no capitals of their own."""
    word = match.group()
    without = [letter for letter in word if not _is_toned(letter)]
    return word.upper() if len(without) > 1 and len(without) < len(word) and "".join(without).isupper() else word


def _is_toned(letter: str) -> bool:
    return any(part in _TONES for part in unicodedata.normalize("NFD", letter))


def _vni(data: bytes) -> str:
    table = _vni_table()
    known = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    signs = _ascii_and_signs()

    def letter(match: re.Match[str]) -> str:
        found = match.group()
        return table[found] if found in table else signs[ord(found)]

    return re.sub(f"{known}|[\x80-\xff]", letter, data.decode("latin-1"))


def _vni_table() -> Mapping[str, str]:
    """Letters by the one or two bytes, each as a Latin-1 character, that stand for them."""
    table: dict[str, str] = {}
    for letter, code in (*_VNI_SINGLE.items(), *zip(_toned("i"), _VNI_I, strict=True)):
        table |= {chr(code): letter, chr(code - 0x20): letter.upper()}
    for vowel in ("a", "e", "o", "ơ", "u", "ư", "y"):
        # The y with a dot below has a byte of its own instead.
        marked = list(zip(_VNI_TONES, _toned(vowel), strict=True))
        table |= _vni_letters(vowel, marked[:-1] if vowel == "y" else marked)
    for vowels, marks, accent in (("aeo", _VNI_CIRCUMFLEX, "\u0302"), ("a", _VNI_BREVE, "\u0306")):
        for vowel in vowels:
            accented = unicodedata.normalize("NFC", vowel + accent)
            table |= _vni_letters(vowel, zip(marks, (accented, *_toned(accented)), strict=True))
    return table


def _vni_letters(vowel: str, marked: Iterable[tuple[int, str]]) -> Mapping[str, str]:
    """A vowel with marks. The vowel tells whether a letter is a capital; its mark may be of either case."""
    small = chr(_VNI_SINGLE.get(vowel, ord(vowel)))
    return {
        base + chr(mark - shift): letter.upper() if base.isupper() else letter
        for mark, letter in marked
        for base in (small, small.upper())
        for shift in (0, 0x20)
    }


def _toned(vowel: str) -> tuple[str, ...]:
    """A vowel with each tone."""
    return tuple(unicodedata.normalize("NFC", vowel + tone) for tone in _TONES)


def _ascii_and_signs() -> dict[int, str]:
    """ASCII, and the quotation marks and dashes that word processors of Windows put in."""
    table = {code: chr(code) for code in range(0x80)} | {0xA0: "\u00a0"}
    table |= {code: bytes([code]).decode("cp1252") for code in (0x85, *range(0x91, 0x98))}
    return table
