"""A text agrees with the numbers in it."""

from __future__ import annotations

import string

import pytest

from reassign.messages.text import Text
from tests.unit.messages.test_languages import texts

MOVES = Text(vi="{count} lượt, tối đa {max}", en="{count} {count:move|moves}, at most {max}")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(0, "0 moves, at most 3", id="none"),
        pytest.param(1, "1 move, at most 3", id="one"),
        pytest.param("1", "1 move, at most 3", id="one as text"),
        pytest.param(2, "2 moves, at most 3", id="several"),
        pytest.param(11, "11 moves, at most 3", id="eleven"),
    ],
)
def test_the_word_after_a_number_follows_it(count: object, said: str) -> None:
    assert MOVES.say("en", {"count": count, "max": 3}) == said


def test_vietnamese_has_one_form() -> None:
    assert MOVES.say("vi", {"count": 1, "max": 3}) == "1 lượt, tối đa 3"


@pytest.mark.parametrize("template", ["{name}", "{name} {name:a|b}"])
def test_what_stands_in_a_value_is_no_placeholder(template: str) -> None:
    assert Text(template, template).say("en", {"name": "{x}|{0}"}).startswith("{x}|{0}")


@pytest.mark.parametrize("template", ["{name}", "{name} {name:a|b}"])
def test_a_missing_value_is_a_bug(template: str) -> None:
    with pytest.raises(KeyError):
        Text(template, template).say("vi")


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in texts()])
def test_only_english_words_follow_numbers(text: Text) -> None:
    formats = {spec for _, name, spec, _ in string.Formatter().parse(text.vi) if name is not None}

    assert formats <= {""}
