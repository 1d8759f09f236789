"""Comparing and sorting Vietnamese text. Nothing here changes what is stored."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Characters that take no room: soft hyphens, zero-width spaces and joiners, marks of direction."""

_ODD = re.compile("[\u00ad\u00d0\u00f0\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Those and the Icelandic eth."""
_SYLLABLE = re.compile(r"[^\W\d_]+")
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=100)}


def ordinary(text: str) -> str:
    """The same text in NFC, without characters that take no room, and with the Vietnamese Đ for the Icelandic Ð."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if _ODD.search(text) is None:
        return text
    return _HIDDEN.sub("", text).replace("\u00d0", "Đ").replace("\u00f0", "đ")


def tidy(text: str) -> str:
    """The same text in ordinary letters with runs of white space as one space and none at the ends."""
    return " ".join(ordinary(text).split())


@lru_cache(maxsize=16_384)
def _split_tone(word: str) -> tuple[str, int]:
    """A lower-case word without its tone mark, and the rank of the mark in the order of lists."""
    letters: list[str] = []
    tone = 0
    for character in unicodedata.normalize("NFD", word):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@lru_cache(maxsize=16_384)
def _folded(word: str) -> str:
    """A lower-case word with the rank of each syllable's tone mark, if it has one, at the end of the syllable."""
    # Signs part syllables: in ``bị:`` the mark must not come after the colon, in ``Hòa-Hà`` there are two.
    return _tone_last(word) if word.isalpha() else _SYLLABLE.sub(lambda part: _tone_last(part.group()), word)


def _tone_last(syllable: str) -> str:
    letters, tone = _split_tone(syllable)
    return f"{letters}{tone}" if tone else letters


def fold(text: str) -> str:
    """Comparison key: equal for spellings that differ only in case, spacing, NFC/NFD and tone placement.

    ``hoà`` and ``hòa`` fold alike, ``hoa`` does not. For comparing only; never shown or stored.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(map(_folded, ordinary(text).casefold().split()))


def plain(text: str) -> str:
    """Lower case without any diacritics, đ as d: for file names and loose searching only."""
    decomposed = unicodedata.normalize("NFD", tidy(text).casefold().replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


SortKey = tuple[tuple[tuple[int, ...], ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """Key in Vietnamese alphabetical order: letters first, then tones, then the text itself."""
    letters: list[tuple[int, ...]] = []
    tones: list[int] = []
    for word in re.findall(r"\d+|[^\W\d_]+", tidy(text).casefold()):
        if word.isdigit():
            letters.append((0, int(word)))
            tones.append(0)
            continue
        base, tone = _split_tone(word)
        letters.append(tuple(_ALPHABET.get(letter, 1000 + ord(letter)) for letter in base))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def name_sort_key(name: str) -> tuple[SortKey, SortKey]:
    """Key of Vietnamese lists of people: the given name (last word) first, then the rest."""
    words = tidy(name).split(" ")
    return sort_key(words[-1]), sort_key(" ".join(words[:-1]))
