"""The bound of multipliers and what may be closed by it, in numbers small enough for the margin."""

from __future__ import annotations

import pytest

from reassign.check.linear import Key, pair
from reassign.check.proof_shape import Damaged, Multipliers
from reassign.check.region import Region, halves, narrow, price

A, B, Z = pair("m1", "b1"), pair("m1", "b2"), ("needs", "b1", "y tế")
GAIN: dict[Key, int] = {A: 5, B: 3, Z: 2}
LINK: dict[Key, int] = {A: 1, Z: -1}
"""The need is covered only if m1 goes to b1."""


def region(box: tuple[int, int] = (0, 1), side: tuple[int | None, int | None] = (0, None)) -> Region:
    return Region({"m1": (A, B)}, {Z: box}, (side,))


def test_without_multipliers_everybody_gets_the_best() -> None:
    assert price(region(), GAIN, [LINK], Multipliers(1, (0,))).bound == 5 + 2


def test_a_multiplier_moves_gain_from_one_column_to_another() -> None:
    # s(A) = 5 + 2, s(B) = 3, s(Z) = 2 − 2; the row adds −2 · 0.
    priced = price(region(), GAIN, [LINK], Multipliers(1, (-2,)))
    assert (priced.bound, dict(priced.surplus)) == (7, {A: 7, B: 3, Z: 0})


def test_the_denominator_scales_the_gain() -> None:
    assert price(region(), GAIN, [LINK], Multipliers(4, (-8,))).bound == 28


def test_a_negative_column_stays_at_its_lower_end() -> None:
    assert price(region(box=(1, 1)), {A: 5, Z: -2}, [LINK], Multipliers(1, (0,))).bound == 5 - 2


@pytest.mark.parametrize(
    ("multiplier", "side"),
    [pytest.param(1, (0, None), id="no upper side"), pytest.param(-1, (None, 0), id="no lower side")],
)
def test_a_side_that_a_row_does_not_have_cannot_be_priced(multiplier: int, side: tuple[int | None, int | None]) -> None:
    with pytest.raises(Damaged, match="side"):
        price(region(side=side), GAIN, [LINK], Multipliers(1, (multiplier,)))


def test_columns_that_cost_more_than_the_gap_are_closed() -> None:
    # Bound 7, target 7: the gap is 0; B is 4 below the best.
    narrowed = narrow(region(), GAIN, [LINK], Multipliers(1, (-2,)), 7)
    assert (narrowed.choices, narrowed.boxes, narrowed.sides) == ({"m1": (A,)}, {Z: (0, 1)}, ((0, 0),))


@pytest.mark.parametrize(
    ("target", "choices", "box"),
    [
        pytest.param(7, (A,), (1, 1), id="gap 0"),
        pytest.param(5, (A, B), (0, 1), id="gap 2"),
        pytest.param(6, (A,), (1, 1), id="gap 1"),
    ],
)
def test_the_gap_says_how_many_steps_are_left(target: int, choices: tuple[Key, ...], box: tuple[int, int]) -> None:
    # Bound 7; B is 2 below A, each step of Z is worth 2.
    narrowed = narrow(region(), GAIN, [LINK], Multipliers(1, (0,)), target)
    assert (narrowed.choices["m1"], narrowed.boxes[Z]) == (choices, box)


def test_a_row_is_narrowed_by_its_multiplier_from_the_side_that_it_prices() -> None:
    # a - z <= 1: bound 5 + 2 + 0; with 1 on it s(A) = 4, s(B) = 3, s(Z) = 3, bound 4 + 3 + 1 = 8.
    narrowed = narrow(region(side=(None, 1)), GAIN, [LINK], Multipliers(1, (1,)), 6)
    assert narrowed.sides == ((1 - 2, 1),)
    narrowed = narrow(region(side=(0, None)), GAIN, [LINK], Multipliers(1, (-1,)), 6)
    assert narrowed.sides == ((0, 0 + 1),)


def test_an_empty_region_stays_as_it_is() -> None:
    empty = Region({"m1": ()}, {Z: (0, 1)}, ((0, None),))
    assert narrow(empty, GAIN, [LINK], Multipliers(1, (1,)), 0) is empty


def test_nothing_is_left_above_the_bound() -> None:
    assert narrow(region(), GAIN, [LINK], Multipliers(1, (0,)), 8).is_empty


@pytest.mark.parametrize(
    "empty",
    [
        pytest.param(Region({"m1": ()}, {}, ()), id="member"),
        pytest.param(Region({"m1": (A,), "m2": ()}, {}, ()), id="one of two members"),
        pytest.param(Region({"m1": (A,)}, {Z: (1, 0)}, ()), id="box"),
        pytest.param(Region({"m1": (A,)}, {}, ((1, 0),)), id="row"),
    ],
)
def test_a_region_is_empty_when_any_part_of_it_is(empty: Region) -> None:
    assert empty.is_empty


def test_a_pair_is_split_into_closed_and_settled() -> None:
    low, high = halves(region(), A, 0)
    assert (low.choices["m1"], high.choices["m1"]) == ((B,), (A,))


def test_a_column_is_split_at_a_value() -> None:
    low, high = halves(region(box=(0, 3)), Z, 1)
    assert (low.boxes[Z], high.boxes[Z]) == ((0, 1), (2, 3))


@pytest.mark.parametrize(
    ("column", "at"),
    [
        (("pair", "m9", "b1"), 0),
        (("pair", "m1", "b1"), 1),
        (("needs", "b9", "y tế"), 0),
        (("x",), 0),
        (("pair", "m1"), 0),
        (("needs", "m1", "b1"), 0),
    ],
)
def test_only_columns_that_exist_are_split(column: Key, at: int) -> None:
    with pytest.raises(Damaged, match="split"):
        halves(region(), column, at)
