"""What the sheets of a workbook show is compared row by row, and the cell that differs is named."""

from __future__ import annotations

from typing import Any

import pytest

from reassign.check.sheets import check_sheet, check_table

ROWS = [["STT", "Tên"], ["1", "An"], ["2", "Bình"]]


def cells(found: list[list[str]], expected: list[list[str]] | None = None) -> list[Any]:
    """The cells of the violations."""
    violations = list(check_sheet("Tờ", found, ROWS if expected is None else expected))
    assert all((each.code, each.parameters["sheet"]) == ("sheet", "Tờ") for each in violations)
    return [each.parameters["cell"] for each in violations]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(ROWS, [], id="as it was written"),
        pytest.param([ROWS[0], ROWS[2], ROWS[1]], [], id="sorted otherwise"),
        pytest.param([*ROWS, ["", ""], []], [], id="empty rows"),
        pytest.param([[*row, "mine"] for row in ROWS], [], id="a column added on the right"),
        pytest.param([["STT ", " Tên"], *ROWS[1:]], [], id="spaces around"),
        pytest.param([ROWS[0], ["1", "Anh"], ROWS[2]], ["B2"], id="a cell changed"),
        pytest.param([ROWS[0], ["7", "An"], ROWS[2]], ["A2"], id="the first cell changed"),
        pytest.param(ROWS[:2], ["3"], id="a row removed"),
        pytest.param([*ROWS, ["3", "Cúc"]], ["4"], id="a row added"),
        pytest.param([*ROWS, ROWS[1]], ["2"], id="a row twice"),
        pytest.param([ROWS[0], ["1", ""], ROWS[2]], ["B2"], id="a cell emptied"),
        pytest.param([ROWS[0], ["1"], ROWS[2]], ["B2"], id="a cell cut off"),
        pytest.param([], ["1", "2", "3"], id="nothing"),
        pytest.param([ROWS[0], ["8", "An"], ["9", "Bình"]], ["A2", "A3"], id="two rows changed"),
    ],
)
def test_every_row_is_there_once(found: list[list[str]], expected: list[str]) -> None:
    assert cells(found) == expected


def test_a_row_expected_twice_is_there_twice() -> None:
    twice = [*ROWS, ROWS[2]]
    assert cells(twice, twice) == []
    assert cells(ROWS, twice) == ["3"]
    assert cells([["x"]], []) == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param("0.5", "0.50", True, id="zeros behind"),
        pytest.param("1e3", "1000.0", True, id="powers"),
        pytest.param("1E3", "1000.0", True, id="powers in capitals"),
        pytest.param("-0.25", "-0.250", True, id="below zero"),
        pytest.param("0.3333333333", "0.33333333331", True, id="digits behind the ninth"),
        pytest.param("0.333333333", "0.333333334", True, id="six digits are shown"),
        pytest.param("0.0000000001", "0.0", True, id="too small to tell"),
        pytest.param("0.000000001", "0.0", False, id="just not too small"),
        pytest.param("0.1", "0.2", False, id="another number"),
        pytest.param("12", "12.0", True, id="whole"),
        pytest.param("007", "7", False, id="an id keeps its zeros"),
        pytest.param("1.2.3", "1.2.30", False, id="no number"),
        pytest.param("e5", "e5.0", False, id="no number though a power"),
        pytest.param("", "0.0", False, id="nothing is not zero"),
        pytest.param("-", "-0", False, id="a dash"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one: str, other: str, is_same: bool) -> None:
    assert (cells([[one, "x"]], [[other, "x"]]) == []) is is_same


TABLE = [["title", ""], ["Mã", "Tên", "Chi bộ"], ["m1", "An", "b1"], ["m2", "Bình", "b2"]]


def table(found: list[list[str]]) -> list[Any]:
    violations = check_table("Tờ", found, TABLE, 1, "Mã", frozenset({"Chi bộ"}))
    return [each.parameters["cell"] for each in violations]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(TABLE, [], id="as it was written"),
        pytest.param(TABLE[1:], [], id="without its title"),
        pytest.param([TABLE[1], TABLE[3], TABLE[2]], [], id="sorted otherwise"),
        pytest.param([*TABLE, ["m3", "Cúc", "b1"]], [], id="a row added"),
        pytest.param([["", *row] for row in TABLE], [], id="a column added on the left"),
        pytest.param([row[::-1] for row in TABLE], [], id="columns in another order"),
        pytest.param([*TABLE[:2], ["m1", "An", "b2"], TABLE[3]], [], id="where people may write"),
        pytest.param([*TABLE[:2], ["m1", "Anh", "b1"], TABLE[3]], ["B3"], id="where they may not"),
        pytest.param([["", *row] for row in [TABLE[1], ["m1", "x", ""], TABLE[3]]], ["C2"], id="there, shifted"),
        pytest.param(TABLE[:3], ["4"], id="a row removed"),
        pytest.param([TABLE[0]], ["2"], id="no headings"),
        pytest.param([["Mã"], ["m1"], ["m2"]], ["2", "3"], id="a column removed"),
        pytest.param([TABLE[1], ["m1", "x", ""], ["m1", "An", "b1"], TABLE[3]], ["B2"], id="the first of two rows"),
        pytest.param([[*TABLE[1], "Tên"], ["m1", "An", "b1", "An"], TABLE[3]], [], id="a heading twice"),
    ],
)
def test_a_table_is_known_by_its_keys_and_headings(found: list[list[str]], expected: list[str]) -> None:
    assert table(found) == expected


@pytest.mark.parametrize(
    ("found", "expected", "wrong"),
    [
        pytest.param([["Tựa"], ["1", "Anh"]], [["Tựa"], ["1", "An"]], ["B2"], id="the widest row counts"),
        pytest.param([], [["An"]] * 3, ["1", "2", "3"], id="one row three times"),
        pytest.param([["An"]], [["An", ""]], [], id="empty cells cut off at the end"),
        pytest.param([["x"], ["y"]], [["An"], ["An"]], ["A1", "A2"], id="two equal rows changed"),
        pytest.param([["x"]], [["An"], ["An"]], ["A1", "2"], id="one of two equal rows changed, one gone"),
        pytest.param([["x"], ["An"]], [["An"], ["An"]], ["A1"], id="one of two equal rows changed"),
    ],
)
def test_rows_of_any_width_and_number(found: list[list[str]], expected: list[list[str]], wrong: list[str]) -> None:
    assert cells(found, expected) == wrong


def test_after_a_row_that_is_gone_the_next_one_is_looked_at() -> None:
    assert table([*TABLE[:2], ["m2", "Anh", "b2"]]) == ["3", "B3"]


def test_a_column_without_heading_and_an_empty_column_that_is_gone_say_nothing() -> None:
    expected = [["Mã", "Tên", "Ghi chú", ""], ["m1", "An", "", "x"]]
    for found in ([["Mã", "Tên", "Ghi chú", ""], ["m1", "An", "", "y"]], [["Mã", "Tên"], ["m1", "An"]]):
        assert list(check_table("Tờ", found, expected, 0, "Mã", frozenset())) == []
