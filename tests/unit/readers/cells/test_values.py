from __future__ import annotations

import pytest

from reassign.readers.cells import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("03/02/1999", ("1999-02-03", ""), id="day first"),
        pytest.param("3-2-1999", ("1999-02-03", ""), id="dashes"),
        pytest.param("3.2.1999", ("1999-02-03", ""), id="dots"),
        pytest.param("1999-02-03", ("1999-02-03", ""), id="a true date"),
        pytest.param("1999-02-03 10:00:00", ("1999-02-03", ""), id="a true date with a time"),
        pytest.param("02/1999", ("1999-02", ""), id="month only"),
        pytest.param("1975", ("1975", ""), id="year only"),
        pytest.param("/1975", ("1975", ""), id="year after a slash"),
        pytest.param(" ", ("", ""), id="empty"),
        pytest.param("31/02/1975", ("", "R043"), id="no such day"),
        pytest.param("03/02/99", ("", "R043"), id="two digits of a year"),
        pytest.param("36526", ("", "R043"), id="the number behind a date"),
        pytest.param("1875", ("", "R043"), id="too long ago"),
    ],
)
def test_dates_keep_the_precision_that_is_known(text: str, expected: tuple[str, str]) -> None:
    assert values.date(text) == expected


@pytest.mark.parametrize("text", ["x", "X", "có", "CÓ", "yes", "True", "1", "✓"])
def test_these_mean_yes(text: str) -> None:
    assert values.yes_or_no(text) == (True, "")


@pytest.mark.parametrize("text", ["", " ", "không", "No", "false", "0"])
def test_these_mean_no(text: str) -> None:
    assert values.yes_or_no(text) == (False, "")


def test_any_other_answer_is_a_finding() -> None:
    assert values.yes_or_no("chắc") == (False, "R044")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("7", (7, ""), id="whole"),
        pytest.param("7.0", (7, ""), id="whole with a point"),
        pytest.param("", (None, ""), id="empty"),
        pytest.param("-1", (None, "R041"), id="negative"),
        pytest.param("1.5", (None, "R040"), id="fraction"),
        pytest.param("bảy", (None, "R040"), id="word"),
        pytest.param("1e3", (None, "R040"), id="exponent"),
    ],
)
def test_whole_numbers(text: str, expected: tuple[int | None, str]) -> None:
    assert values.whole_number(text) == expected


def test_a_decimal_comma_is_read_where_it_is_clear() -> None:
    assert values.degrees("10,7769") == (10.7769, "")
    assert values.degrees("1.234,5") == (None, "R045")


def test_fields_may_contain_commas_and_are_split_at_semicolons_and_line_breaks() -> None:
    assert values.parts("văn hóa, thể thao; môi trường\nan ninh;;") == ("văn hóa, thể thao", "môi trường", "an ninh")


def test_composed_and_decomposed_words_mean_the_same() -> None:
    decomposed = "Nu\u031b\u0303"  # ữ as u, horn, tilde
    assert values.sex(decomposed) == ("female", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("m 1", "", id="an ordinary space"),
        pytest.param("mã-1", "", id="a letter with marks"),
        pytest.param("m\u200b1", "U+200B", id="zero width"),
        pytest.param("m\u00a01", "U+00A0", id="no-break space"),
        pytest.param("m\t1", "U+0009", id="tab"),
        pytest.param("\u202em1", "U+202E", id="right to left"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, expected: str) -> None:
    assert values.invisible(text) == expected


@pytest.mark.parametrize(
    ("text", "both"),
    [
        pytest.param("03/02/1999; 3/2/2000", ("1999-02-03", "2000-02-03"), id="semicolon"),
        pytest.param("03/02/1999\n03/02/2000", ("1999-02-03", "2000-02-03"), id="two lines"),
        pytest.param("DB: 03/02/1999, CT: 03/02/2000", ("1999-02-03", "2000-02-03"), id="labels"),
        pytest.param("1999 - 2000", ("1999", "2000"), id="years"),
        pytest.param("03/02/2000; 03/02/1999", None, id="the later one first"),
        pytest.param("03/02/1999", None, id="one date"),
        pytest.param("31/02/1999; 03/02/2000", None, id="no such day"),
    ],
)
def test_two_dates_in_one_cell(text: str, both: tuple[str, str] | None) -> None:
    assert values.two_dates(text) == both
