"""Words that stand for what is hidden: drawn with a key, easy to say on the telephone."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"


def words_for(key: bytes, sign: str, texts: Iterable[str]) -> Mapping[str, str]:
    """A word such as ``M-lusab-babad`` for each text, different words for different texts.

    Without the key a word tells nothing of its text: it is cut from HMAC-SHA256 (RFC 2104) of it. The words are
    spelled like proquints (Wilkerson, 2009), 16 bits in five letters, without digits that a reader of places
    could take for a number.

    Args:
        key: Secret of this copy, 32 random bytes.
        sign: Capital that says what is hidden, such as ``M`` for a member.
        texts: What is hidden; empty texts stay empty.
    """
    found: dict[str, str] = {"": ""}
    taken: set[str] = set()
    for text in sorted(set(texts) - {""}):
        attempt = 0
        while (word := f"{sign}-{_word(key, sign, text, attempt)}") in taken:
            attempt += 1
        taken.add(word)
        found[text] = word
    return found


def ordered_words_for(key: bytes, sign: str, texts: Iterable[str]) -> Mapping[str, str]:
    """The same words, dealt out so that they sort as their texts do."""
    words = words_for(key, sign, texts)
    return dict(zip(sorted(words), sorted(words.values()), strict=True))


def _word(key: bytes, sign: str, text: str, attempt: int) -> str:
    digest = hmac.new(key, f"{sign}|{attempt}|{text}".encode(), hashlib.sha256).digest()
    return "-".join(_five_letters(int.from_bytes(digest[place : place + 2], "big")) for place in (0, 2))


def _five_letters(number: int) -> str:
    """Consonant, vowel, consonant, vowel, consonant: 4 + 2 + 4 + 2 + 4 bits."""
    letters = []
    for shift, letters_here in ((12, _CONSONANTS), (10, _VOWELS), (6, _CONSONANTS), (4, _VOWELS), (0, _CONSONANTS)):
        letters.append(letters_here[(number >> shift) % len(letters_here)])
    return "".join(letters)
