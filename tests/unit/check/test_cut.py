"""The row of a cut, by hand: sums of rows, divided, each column rounded the way the cut says."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reassign.check.cut import Rows, add_cuts
from reassign.check.linear import Key, pair
from reassign.check.proof_shape import Cut, Damaged, Multipliers
from reassign.check.region import Region

A1, A2, B1 = pair("a", "1"), pair("a", "2"), pair("b", "1")
FREE: Key = ("committee", "1")
CUT: Key = ("cut", 0)


def rows(least: int = 0) -> Rows:
    """Members a (1 or 2) and b (1 only), a column of ``least`` to 3, two rows and the place of a cut."""
    region = Region(
        {"a": (A1, A2), "b": (B1,)},
        {FREE: (least, 3)},
        ((1, 4), (None, 7), (None, None)),
    )
    return Rows(
        (("r", 0), ("r", 1), CUT), ({A1: 1, B1: 3, FREE: -2}, {A1: 5, A2: -3, ("gone",): 9, FREE: 2}, {}), region
    )


def derived(
    denominator: int, *multipliers: int, up: frozenset[Key] = frozenset(), **members: int
) -> tuple[object, int]:
    """Coefficients and upper side of the cut."""
    found = add_cuts(rows(), [Cut(Multipliers(denominator, (*multipliers, 0)), members, up)], 0)
    lower, upper = found.region.sides[2]
    assert lower is None
    assert upper is not None
    return dict(found.coefficients[2]), upper


def test_coefficients_are_rounded_down_and_the_side_too() -> None:
    # 3 (a1 + 3 b1 - 2 f) <= 12, over 2: 1.5 a1 + 4.5 b1 - 3 f <= 6.
    assert derived(2, 3, 0) == ({A1: 1, A2: 0, B1: 4, FREE: -3}, 6)


def test_what_is_rounded_up_costs_half_a_unit_at_the_upper_end() -> None:
    # 1.5 a1 becomes 2 and 4.5 b1 becomes 5: half a unit each.
    assert derived(2, 3, 0, up=frozenset({A1, A2, B1, FREE})) == ({A1: 2, A2: 0, B1: 5, FREE: -3}, 7)


def test_the_lower_side_presses_where_a_multiplier_is_below_zero() -> None:
    # -(a1 + 3 b1 - 2 f) <= -1, over 2.
    assert derived(2, -1, 0) == ({A1: -1, A2: 0, B1: -2, FREE: 1}, -1)


def test_every_member_may_add_the_row_that_places_them_once() -> None:
    # 5 a1 - 3 a2 + 2 f <= 7 with 3 for a and 1 for b: 8 a1 + 0 a2 + b1 + 2 f <= 11, over 4.
    assert derived(4, 0, 1, a=3, b=1) == ({A1: 2, A2: 0, B1: 0, FREE: 0}, 2)


def test_the_lower_end_counts_where_a_coefficient_is_rounded_down() -> None:
    found = add_cuts(rows(least=1), [Cut(Multipliers(4, (0, 1, 0)), {}, frozenset())], 0)
    # 5 a1 - 3 a2 + 2 f <= 7 over 4: f is 1 at least and has lost half a unit.
    assert found.coefficients[2] == {A1: 1, A2: -1, B1: 0, FREE: 0}
    assert found.region.sides[2] == (None, (7 - 2) // 4)


@pytest.mark.parametrize(
    ("cut", "first", "why"),
    [
        pytest.param(Cut(Multipliers(2, (0, -1, 0)), {}, frozenset()), 0, "side", id="a side that is not there"),
        pytest.param(Cut(Multipliers(2, (0, 0, 1)), {}, frozenset()), 0, "side", id="itself"),
        pytest.param(Cut(Multipliers(2, (1, 0, 0)), {"c": 1}, frozenset()), 0, "cut", id="nobody"),
        pytest.param(Cut(Multipliers(2, (1, 0, 0)), {}, frozenset({("gone",)})), 0, "cut", id="no column"),
        pytest.param(Cut(Multipliers(2, (1, 0, 0)), {}, frozenset()), 1, "cut", id="no row"),
    ],
)
def test_what_says_nothing_is_refused(cut: Cut, first: int, why: str) -> None:
    with pytest.raises(Damaged) as caught:
        add_cuts(rows(), [cut], first)
    assert str(caught.value) == why


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    some.integers(1, 7),
    some.tuples(some.integers(-5, 5), some.integers(0, 5)),
    some.dictionaries(some.sampled_from("ab"), some.integers(-5, 5)),
    some.frozensets(some.sampled_from([A1, A2, B1, FREE])),
    some.integers(0, 2),
)
def test_no_whole_point_breaks_any_cut(
    denominator: int, multipliers: tuple[int, int], members: dict[str, int], up: frozenset[Key], least: int
) -> None:
    before = rows(least)
    after = add_cuts(before, [Cut(Multipliers(denominator, (*multipliers, 0)), members, up)], 0)
    upper = after.region.sides[2][1]
    assert upper is not None
    for chosen, free in product((A1, A2), range(least, 4)):
        point = {chosen: 1, B1: 1, FREE: free}
        activities = [sum(row.get(key, 0) * value for key, value in point.items()) for row in after.coefficients]
        sides = before.region.sides[:2]
        if all(
            (lower is None or lower <= activity) and (top is None or activity <= top)
            for activity, (lower, top) in zip(activities, sides, strict=False)
        ):
            assert activities[2] <= upper
