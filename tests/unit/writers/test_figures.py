"""Who is young, what is left, how many lines a text takes."""

from __future__ import annotations

import datetime

import pytest

from reassign.writers.figures import _difference, is_young
from reassign.writers.workbook.page import lines_of
from tests.builders import member

DAY = datetime.date(2024, 5, 16)


@pytest.mark.parametrize(
    ("born", "is_it"),
    [
        pytest.param("1984-05-16", False, id="40 on the day"),
        pytest.param("1984-05-17", True, id="40 on the next day"),
        pytest.param("1984-06-01", True, id="40 in the next month"),
        pytest.param("1984-04-30", False, id="40 last month"),
        pytest.param("1984-05", False, id="a month alone, taken as past"),
        pytest.param("1984-06", True, id="a later month alone"),
        pytest.param("1984", False, id="a year alone, taken as past"),
        pytest.param("1985", True, id="the year after"),
        pytest.param("", False, id="not known"),
        pytest.param("?", False, id="not understood"),
    ],
)
def test_young_is_below_forty_on_the_day(born: str, *, is_it: bool) -> None:
    assert is_young(member("m1", birth_date=born), DAY) is is_it


@pytest.mark.parametrize(
    ("whole", "part", "rest"), [(5, 2, 3), (2, 5, 0), (0, 0, 0), (None, 2, None), (5, None, None), (None, None, None)]
)
def test_what_is_left_is_unknown_where_either_is(whole: int | None, part: int | None, rest: int | None) -> None:
    assert _difference(whole, part) == rest


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", 1, id="nothing"),
        pytest.param("a" * 10, 1, id="as long as a line"),
        pytest.param("a" * 11, 2, id="a letter more"),
        pytest.param("a" * 20, 2, id="two lines in one word"),
        pytest.param("a" * 21, 3, id="a letter more than two"),
        pytest.param("abcde fghi", 1, id="two words on a line"),
        pytest.param("abcde fghij", 2, id="two words on two"),
        pytest.param("a b\nc", 2, id="paragraphs"),
        pytest.param("\n\n", 3, id="empty paragraphs"),
        pytest.param("abc " + "d" * 15 + " efghi", 4, id="a long word between short ones"),
        pytest.param("d" * 15 + " efgh", 2, id="room behind a long word"),
        pytest.param("d" * 15 + " efghi", 3, id="no room behind it"),
        pytest.param("d" * 20 + " e", 3, id="a long word that fills its line"),
    ],
)
def test_a_text_takes_so_many_lines_of_ten_letters(text: str, lines: int) -> None:
    assert lines_of(text, 10) == lines
