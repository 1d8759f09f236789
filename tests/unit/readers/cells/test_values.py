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
        pytest.param("1899", ("", "R043"), id="the last year that is too long ago"),
        pytest.param("1900", ("1900", ""), id="the first year"),
        pytest.param("2100", ("2100", ""), id="the last year"),
        pytest.param("2101", ("", "R043"), id="the first year that is too far off"),
        pytest.param("'03/02/1999", ("1999-02-03", ""), id="an apostrophe that makes it text"),
        pytest.param("03 / 02 / 1999", ("1999-02-03", ""), id="room around the slashes"),
        pytest.param("31/12/1999", ("1999-12-31", ""), id="the end of a year"),
        pytest.param("01/01/1900", ("1900-01-01", ""), id="the first day"),
        pytest.param("31/12/1899", ("", "R043"), id="the last day that is too long ago"),
        pytest.param("31/12/2100", ("2100-12-31", ""), id="the last day"),
        pytest.param("01/01/2101", ("", "R043"), id="the first day that is too far off"),
        pytest.param("29/02/2000", ("2000-02-29", ""), id="the leap day of a century"),
        pytest.param("29/02/1900", ("", "R043"), id="a century without a leap day"),
        pytest.param("\uff10\uff13/02/1999", ("", "R043"), id="full-width figures"),
        pytest.param(" 3/02/1999", ("1999-02-03", ""), id="a space for a zero"),
        pytest.param("1-/W0/1999", ("", "R043"), id="letters of a week"),
        pytest.param("00/02/1999", ("1999-02", ""), id="day unknown"),
        pytest.param("00/00/1999", ("1999", ""), id="day and month unknown"),
        pytest.param("00/1999", ("1999", ""), id="month unknown"),
        pytest.param("13/1999", ("", "R043"), id="a month too many"),
        pytest.param("1999-02", ("1999-02", ""), id="year and month"),
        pytest.param("1999-13", ("", "R043"), id="year and a month too many"),
        pytest.param("x 1999", ("", "R043"), id="a word before the year"),
        pytest.param("1999 x", ("", "R043"), id="a word after the year"),
    ],
)
def test_dates_keep_the_precision_that_is_known(text: str, expected: tuple[str, str]) -> None:
    assert values.date(text) == expected


@pytest.mark.parametrize("text", ["x", "X", "có", "CÓ", "yes", "y", "True", "1", "✓", "✔"])
def test_these_mean_yes(text: str) -> None:
    assert values.yes_or_no(text) == (True, "")


@pytest.mark.parametrize("text", ["", " ", "không", "No", "n", "false", "0", "-"])
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
        pytest.param("0", (0, ""), id="nothing"),
        pytest.param("7,00", (7, ""), id="whole with a comma"),
        pytest.param("+7", (7, ""), id="a sign"),
        pytest.param("-1.5", (None, "R041"), id="a negative fraction"),
        pytest.param("999999999999", (999999999999, ""), id="twelve digits"),
        pytest.param("1234567890123", (None, "R040"), id="thirteen digits"),
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
        pytest.param("1999 2000", ("1999", "2000"), id="years side by side"),
        pytest.param("03/02/1999 03/02/1999", ("1999-02-03", "1999-02-03"), id="the same day twice"),
        pytest.param("Dự bị 03/02/1999 | Chính thức 03/02/2000", ("1999-02-03", "2000-02-03"), id="long labels"),
        pytest.param("KN 3/2/1999 – 3/2/2000", ("1999-02-03", "2000-02-03"), id="admission, a long dash"),
        pytest.param("Kết nạp: 02/1999, 02/2000", ("1999-02", "2000-02"), id="months"),
        pytest.param("vào đảng 1999-02-03 / 2000-02-03", ("1999-02-03", "2000-02-03"), id="true dates at a slash"),
        pytest.param("Dự bị: 3/2/1999; Chính thức: 3/2/2000", ("1999-02-03", "2000-02-03"), id="a sign after a tone"),
        pytest.param("VĐ.1999;CT.2000", ("1999", "2000"), id="labels with points"),
        pytest.param("03/02/1999; 31/02/2000", None, id="no such second day"),
        pytest.param("03/02/1999; mới", None, id="a date and a word"),
        pytest.param("31/02/1999; 03/02/2000", None, id="no such day"),
    ],
)
def test_two_dates_in_one_cell(text: str, both: tuple[str, str] | None) -> None:
    assert values.two_dates(text) == both


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((word, ("official", "")) for word in ("official", "Chính thức", "CT", "Đảng viên chính thức", "ĐVCT")),
        ("Đoàn viên", ("official", "")),
        *((word, ("probationary", "")) for word in ("probationary", "Dự bị", "DB", "Đảng viên dự bị", "ĐVDB")),
        ("", ("", "")),
        (" ", ("", "")),
        ("kết nạp", ("", "R048")),
    ],
)
def test_words_for_the_status(text: str, expected: tuple[str, str]) -> None:
    assert values.status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((word, ("male", "")) for word in ("male", "Nam", "M")),
        *((word, ("female", "")) for word in ("female", "Nữ", "F")),
        ("", ("", "")),
        ("khác", ("", "R049")),
    ],
)
def test_words_for_the_sex(text: str, expected: tuple[str, str]) -> None:
    assert values.sex(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.7769", (10.7769, "")),
        ("-10,5", (-10.5, "")),
        ("10", (10.0, "")),
        (" ", (None, "")),
        ("10.", (None, "R045")),
        ("10° 46'", (None, "R045")),
    ],
)
def test_degrees_are_decimal(text: str, expected: tuple[float | None, str]) -> None:
    assert values.degrees(text) == expected


@pytest.mark.parametrize(
    ("text", "is_rounded"),
    [
        ("7.9E+16", True),
        ("7,9E+16", True),
        ("7E+16", True),
        ("79E+16", False),
        ("7.9E+", False),
        ("A7.9E+16", False),
        ("7.9E+16B", False),
        ("01E5", False),
    ],
)
def test_a_rounded_number_is_no_id(text: str, *, is_rounded: bool) -> None:
    assert values.is_scientific(text) is is_rounded


def test_lists_are_split_at_commas_only_where_asked() -> None:
    assert values.parts("") == values.parts_at_commas("") == ()
    assert values.parts("a, b\rc") == ("a, b", "c")
    assert values.parts_at_commas("a, b;c\n d") == ("a", "b", "c", "d")


def test_a_text_is_composed_without_the_space_around_it() -> None:
    assert values.composed("  An\nBình ") == "An\nBình"
    assert values.composed(" u\u031b\u0303\u00a0a\u00a0") == "ữ a"
    assert values.composed(" an ") == "an"


def test_a_memory_asks_once() -> None:
    asked = list[str]()

    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    memory = values.Memory(length)
    assert [memory["an"], memory["an"], memory["bình"]] == [2, 2, 4]
    assert asked == ["an", "bình"]
