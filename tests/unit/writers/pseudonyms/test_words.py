"""Words that stand for texts."""

from __future__ import annotations

import re

from reassign.writers.pseudonyms.words import ordered_words_for, words_for

KEY = b"k" * 32
TEXTS = [f"m{number}" for number in range(3000)]


def test_a_word_has_a_sign_and_two_parts_that_can_be_said() -> None:
    words = words_for(KEY, "M", TEXTS)
    assert [
        word
        for word in words.values()
        if word and not re.fullmatch(r"M(?:-[^aiou][aiou][^aiou][aiou][^aiou]){2}", word)
    ] == []


def test_different_texts_have_different_words() -> None:
    assert len(set(words_for(KEY, "M", TEXTS).values())) == len(TEXTS) + 1


def test_the_order_of_the_texts_changes_nothing() -> None:
    assert words_for(KEY, "M", TEXTS) == words_for(KEY, "M", reversed(TEXTS))


def test_another_key_or_another_kind_has_other_words() -> None:
    first = set(words_for(KEY, "M", TEXTS).values()) - {""}
    assert first.isdisjoint(words_for(b"j" * 32, "M", TEXTS).values())
    assert {word[2:] for word in first}.isdisjoint(word[2:] for word in words_for(KEY, "N", TEXTS[:100]).values())


def test_nothing_stays_nothing() -> None:
    assert words_for(KEY, "M", [""]) == {"": ""}


def test_words_in_order_sort_as_their_texts() -> None:
    words = ordered_words_for(KEY, "F", TEXTS[:50])
    assert [words[text] for text in sorted(words)] == sorted(words.values())


def test_a_word_is_what_it_was() -> None:
    """A key file of an earlier version leads back for ever; this only says that the words did not change unnoticed."""
    assert words_for(KEY, "M", ["m1"])["m1"] == "M-hihir-visif"
