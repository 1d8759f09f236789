"""How far: published great-circle figures, rounding half to even, many pairs at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reassign.model.distance import EARTH_RADIUS, MISSING, great_circle, great_circles, pair_distance
from tests.builders import branch, instance, member


@pytest.mark.parametrize(
    ("here", "there", "metres"),
    [
        # 2 886.444 442 838 km on a sphere of 6 371.0 km: Rosetta Code, "Haversine formula".
        pytest.param(
            (36.12, -86.67),
            (33.94, -118.40),
            round(2_886_444.442_838 / 6_371_000 * EARTH_RADIUS),
            id="Nashville to Los Angeles",
        ),
        # Moritz, Geodetic Reference System 1980: R1 = 6 371 008.8 m, so a degree is pi R1 / 180.
        pytest.param((0, 0), (1, 0), 111_195, id="a degree of the meridian"),
        pytest.param((0, 0), (90, 0), 10_007_557, id="a quarter of the meridian"),
        pytest.param((0, 0), (0, 180), 20_015_114, id="the antipode"),
        pytest.param((10.7, 106.6), (10.7, 106.6), 0, id="the same place"),
    ],
)
def test_published_figures(here: tuple[float, float], there: tuple[float, float], metres: int) -> None:
    assert great_circle(*here, *there) == great_circle(*there, *here) == metres


HALVES = [
    pytest.param(4.49660181862269e-06, 0, id="0.5 m"),
    pytest.param(1.348980545586807e-05, 2, id="1.5 m"),
    pytest.param(2.248300909311345e-05, 2, id="2.5 m"),
]


@pytest.mark.parametrize(("latitude", "metres"), HALVES)
def test_half_a_metre_is_rounded_to_even(latitude: float, metres: int) -> None:
    assert great_circle(0, 0, latitude, 0) == metres


@pytest.mark.parametrize(("latitude", "metres"), HALVES)
def test_many_at_once_round_alike(latitude: float, metres: int) -> None:
    nothing = np.zeros(1, dtype=np.intp)
    found = great_circles(
        [member("m1", latitude=0.0, longitude=0.0)],
        [branch("b1", latitude=latitude, longitude=0.0)],
        nothing,
        nothing,
    )
    assert found.tolist() == [metres]


PLACES = st.lists(st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180))), min_size=1, max_size=4)


@settings(deadline=None, derandomize=True)
@given(PLACES, PLACES)
def test_many_at_once_equal_one_by_one(
    homes: list[tuple[float, float] | None], seats: list[tuple[float, float] | None]
) -> None:
    members = [
        member(f"m{index}", latitude=home and home[0], longitude=home and home[1]) for index, home in enumerate(homes)
    ]
    branches = [
        branch(f"b{index}", latitude=seat and seat[0], longitude=seat and seat[1]) for index, seat in enumerate(seats)
    ]
    pair_member = np.repeat(np.arange(len(members)), len(branches))
    pair_branch = np.tile(np.arange(len(branches)), len(members))
    asked = instance(members, branches)
    expected = [pair_distance(asked, person, place) for person in members for place in branches]
    found = great_circles(members, branches, pair_member, pair_branch).tolist()
    assert found == [MISSING if metres is None else metres for metres in expected]


def test_a_table_is_believed_alone() -> None:
    person = member("m1", latitude=0.0, longitude=0.0)
    places = [branch("b1", latitude=1.0, longitude=0.0), branch("b2", latitude=1.0, longitude=0.0)]
    asked = instance([person], places, distances={"m1": {"b1": 7}})
    assert [pair_distance(asked, person, place) for place in places] == [7, None]


def test_half_a_coordinate_is_no_place() -> None:
    person = member("m1", latitude=10.0)
    place = branch("b1", latitude=10.0, longitude=106.0)
    assert pair_distance(instance([person], [place]), person, place) is None
