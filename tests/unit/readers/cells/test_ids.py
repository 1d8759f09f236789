"""Ids are taken as they stand, or refused where a spreadsheet may have changed them."""

from __future__ import annotations

import pytest

from reassign.domain.cells import CellAddress
from reassign.readers.cells.ids import are_plain, is_absent, read_id, shortened, twins
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.positions import read_position
from reassign.readers.grids.grid import Grid, Kind


def grid_of(text: str, kind: Kind | None = None) -> Grid:
    return Grid("a.xlsx", "Tờ 1", [["id"], [text]], {} if kind is None else {(1, 0): kind})


@pytest.mark.parametrize(
    ("text", "kind", "read", "code"),
    [
        pytest.param("m1", None, "m1", "", id="text"),
        pytest.param("  m 1 ", None, "m 1", "R038", id="spaces around"),
        pytest.param("", None, "", "", id="nothing"),
        pytest.param("   ", None, "", "", id="spaces alone"),
        pytest.param("124", Kind.NUMBER, "124", "", id="a whole number"),
        pytest.param("12.5", Kind.NUMBER, "", "R035", id="a number with a point"),
        pytest.param("12.5", None, "12.5", "", id="the same as text"),
        pytest.param("123456789012345678", Kind.LONG_NUMBER, "", "R035", id="more digits than a number keeps"),
        pytest.param("7.9E+16", None, "", "R035", id="a rounded number"),
        pytest.param("TRUE", Kind.BOOLEAN, "", "R036", id="a truth value"),
        pytest.param("2024-12-01", Kind.DATE, "", "R036", id="a date"),
        pytest.param("12:00", Kind.TIME, "", "R036", id="a time"),
        pytest.param("#N/A", Kind.ERROR, "", "", id="an error, which is told elsewhere"),
        pytest.param("m\u200b1", None, "", "R033", id="what cannot be seen"),
    ],
)
def test_an_id_is_what_stands_there_or_nothing(text: str, kind: Kind | None, read: str, code: str) -> None:
    grid = grid_of(text, kind)
    notes = Notes(grid, {"id": 0})
    assert read_id(grid, 1, "id", 0, notes) == read
    assert [(each.code, each.address.cell) for each in notes.findings] == ([(code, "A2")] if code else [])
    assert all(each.value == text.strip() for each in notes.findings)
    assert read_id(grid, 1, "id", 7, notes) == ""


@pytest.mark.parametrize(
    ("text", "kind", "is_nothing"),
    [
        ("", None, True),
        (" ", None, True),
        ("m1", None, False),
        ("", Kind.ERROR, False),
        ("", Kind.EMPTY_FORMULA, False),
    ],
)
def test_a_formula_that_failed_is_something(text: str, kind: Kind | None, *, is_nothing: bool) -> None:
    assert is_absent(grid_of(text, kind), 1, 0) is is_nothing


@pytest.mark.parametrize(
    ("texts", "kind", "is_plain"),
    [
        (["m1", "A_2/3-b"], None, True),
        (["m1", "12"], Kind.NUMBER, True),
        (["m1", "12"], Kind.LONG_NUMBER, False),
        (["m1", "TRUE"], Kind.BOOLEAN, False),
        (["m1", "m 2"], None, False),
        (["m1", "mã"], None, False),
        (["m1", "1.5"], None, False),
        (["m1", "7.9E+16"], None, False),
    ],
)
def test_a_column_is_plain_where_no_id_needs_a_look(texts: list[str], kind: Kind | None, *, is_plain: bool) -> None:
    grid = Grid("a", "", [[text] for text in texts], {} if kind is None else {(1, 0): kind})
    assert are_plain(grid, [0, 1], 0, texts) is is_plain


@pytest.mark.parametrize(
    ("ids", "found"),
    [
        pytest.param(["m1", "m2"], [], id="different"),
        pytest.param(["m1", "M1"], [("M1", "m1")], id="case"),
        pytest.param(["m 1", "m1", "m  1"], [("m1", "m 1"), ("m  1", "m 1")], id="spaces"),
        pytest.param(["MA", "МА"], [("МА", "MA")], id="Cyrillic letters"),
        pytest.param(["Đ1", "Ð1"], [("Ð1", "Đ1")], id="the Icelandic eth"),
        pytest.param(["hoà", "hòa"], [("hòa", "hoà")], id="where the tone stands"),
    ],
)
def test_twins_are_told_with_the_other_one(ids: list[str], found: list[tuple[str, str]]) -> None:
    told = list(twins(ids, lambda text: CellAddress("a.csv", "", 2 + ids.index(text), 1)))
    assert [(each.value, each.parameters["other"]) for each in told] == found
    assert all(each.code == "R034" and each.parameters["cell"] == "A2" for each in told)


@pytest.mark.parametrize(
    ("texts", "short"),
    [
        pytest.param(["001", "2", "45", "123"], {1: 3, 2: 3}, id="robbed of zeros"),
        pytest.param(["1", "2", "45"], {}, id="none begins with zero"),
        pytest.param(["001", "02", "3"], {}, id="zeros of two lengths"),
        pytest.param(["0", "1"], {}, id="zero itself"),
        pytest.param(["001", "m2", "", "٣"], {}, id="others than digits"),
        pytest.param(["001", " 2 ", "1234"], {1: 3}, id="spaces around, and a longer one"),
    ],
)
def test_lost_zeros_are_suspected_where_others_kept_theirs(texts: list[str], short: dict[int, int]) -> None:
    assert shortened(range(len(texts)), texts) == short


def test_at_most_three_values_are_near_and_the_best_comes_first() -> None:
    known = ["Tân Định", "Tan Dinh", "Tân Đình", "Tân Dinh", "An Định", "Bến Nghé"]
    assert nearest("tan dinh", known) == ("Tân Định", "Tan Dinh", "Tân Đình")
    assert nearest("Bến Nghe", known) == ("Bến Nghé",)
    assert nearest("Củ Chi", known) == ()


@pytest.mark.parametrize(
    ("north", "east", "read", "told"),
    [
        pytest.param("10.7769", "106,7009", (10.7769, 106.7009), [], id="good"),
        pytest.param("", "", (None, None), [], id="none"),
        pytest.param("10.7", "", (None, None), [("R053", "longitude", "")], id="no longitude"),
        pytest.param("", "106.7", (None, None), [("R053", "latitude", "")], id="no latitude"),
        pytest.param("106.7", "10.7", (None, None), [("R047", "latitude", "106.7")], id="swapped"),
        pytest.param(" x ", "106.7", (None, None), [("R045", "latitude", "x")], id="no number"),
        pytest.param("x", "y", (None, None), [("R045", "latitude", "x"), ("R045", "longitude", "y")], id="neither"),
        pytest.param("91", "181", (None, None), [("R046", "latitude", "91"), ("R046", "longitude", "181")], id="far"),
        pytest.param("90", "-180", (90.0, -180.0), [], id="the ends of the world"),
        pytest.param("-90.5", "0", (None, None), [("R046", "latitude", "-90.5")], id="beyond the pole"),
        pytest.param("101.9", "10", (None, None), [("R046", "latitude", "101.9")], id="not swapped but wrong"),
        pytest.param("102", "7", (None, None), [("R047", "latitude", "102")], id="swapped in the south-west"),
        pytest.param("118", "24", (None, None), [("R047", "latitude", "118")], id="swapped in the north-east"),
    ],
)
def test_a_position_is_two_numbers_or_none(
    north: str, east: str, read: tuple[float | None, float | None], told: list[tuple[str, str, str]]
) -> None:
    notes = Notes(Grid("a", "", [["lat", "lon"]]), {"latitude": 0, "longitude": 1})
    assert read_position(north, east, 0, notes) == read
    columns = {"A1": "latitude", "B1": "longitude"}
    assert [(each.code, columns[each.address.cell], each.value) for each in notes.findings] == told
    limits = {"latitude": 90, "longitude": 180}
    for each in notes.findings:
        if each.code == "R046":
            assert each.parameters["limit"] == limits[columns[each.address.cell]]
        if each.code == "R047":
            assert each.suggestions == (east,)
