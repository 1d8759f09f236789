"""Places on the map keep their directions and distances, and the bar says how far things are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.domain.report import Report
from reassign.writers.html import map as drawing
from reassign.writers.html.map import Map, _Projection, draw_map
from reassign.writers.telling import tell

EQUATOR = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)]


def test_north_is_up_east_is_right_and_one_scale_holds_both_ways() -> None:
    project = _Projection(EQUATOR)
    origin, east, north = map(project.of, EQUATOR)
    assert (origin[0], north[1]) == (30, 30)
    assert (east[1], north[0]) == (origin[1], origin[0])
    # At half a degree north a degree of longitude is as long as one of latitude, nearly.
    assert east[0] - origin[0] == pytest.approx(origin[1] - north[1], abs=1)
    assert (east[0], project.height) == (970, 940 + 60 + 20)


def test_a_tall_town_is_as_high_as_a_page_and_no_higher() -> None:
    project = _Projection([(10.0, 106.0), (10.1, 106.01)])
    assert project.height == 1_220
    assert project.of((10.0, 106.0)) == (30, 1_170)


def test_far_from_the_equator_a_degree_of_longitude_is_shorter() -> None:
    project = _Projection([(60.0, 0.0), (60.0, 1.0)])
    wide = _Projection([(0.0, 0.0), (0.0, 1.0)])
    assert project._factor == pytest.approx(2 * wide._factor, rel=1e-6)


@pytest.mark.parametrize(
    ("degrees", "text"),
    [
        pytest.param(1.0, "20 km", id="a province"),
        pytest.param(0.4, "10 km", id="a city"),
        pytest.param(0.1, "2 km", id="a district"),
        pytest.param(0.05, "1 km", id="a ward"),
        pytest.param(0.02, "500 m", id="a few streets"),
        pytest.param(0.004, "100 m", id="a street"),
    ],
)
def test_the_bar_is_round_and_at_most_a_quarter(degrees: float, text: str) -> None:
    length, told = _Projection([(0.0, 0.0), (0.0, degrees)]).scale()
    assert told == text
    metres = int(text.split(maxsplit=1)[0]) * (1000 if "km" in text else 1)
    assert length == round(metres / (degrees * 111_195) * 940)
    assert 90 < length <= 250


def placed(report: Report) -> Report:
    """Three branches and two members with coordinates."""
    where = {
        "b1": (10.0, 106.0),
        "b2": (10.0, 106.02),
        "b3": (10.02, 106.0),
        "m1": (10.01, 106.0),
        "m4": (10.02, 106.02),
    }

    def at(identity: str) -> dict[str, float | None]:
        latitude, longitude = where.get(identity, (None, None))
        return {"latitude": latitude, "longitude": longitude}

    asked = report.instance
    branches = tuple(replace(each, **at(each.id)) for each in asked.branches)  # type: ignore[arg-type]
    members = tuple(replace(each, **at(each.id)) for each in asked.members)  # type: ignore[arg-type]
    return replace(report, instance=replace(asked, branches=branches, members=members))


def drawn(report: Report) -> Map:
    found = draw_map(tell(placed(report)))
    assert found is not None
    return found


def test_homes_are_joined_to_their_branches_by_where_they_live(report: Report) -> None:
    found = drawn(report)
    assert (found.count, found.missing, found.branches) == (2, 2, 3)
    # The first lives in the unit of the branch; where the fourth lives nobody knows.
    assert found.residents == f"M30 507L30 {found.height - 50}"
    assert found.others == "M970 30L30 30"
    assert found.homes == "M30 507h0M970 30h0"
    assert [(square.x, square.y, square.half) for square in found.squares] == [
        (30, found.height - 50, 5),
        (970, found.height - 50, 6),
        (30, 30, 5),
    ]
    assert [square.label for square in found.squares] == [
        "Khu phố 1, P1: 1",
        "Khu phố 2, P1: 2",
        "Khu phố 1, P2: 1",
    ]


def test_too_many_homes_are_left_out_and_too_many_branches_lose_their_names(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "MOST_HOMES", 3)
    monkeypatch.setattr(drawing, "MOST_LABELS", 2)
    found = drawn(report)
    assert (found.count, found.missing, found.homes, found.residents, found.others) == (0, 4, "", "", "")
    assert found.squares == ()
    assert found.plain_squares.count("M") == found.branches == 3
    assert found.plain_squares.startswith("M25 ")
    assert "h10v10h-10z" in found.plain_squares


def test_as_many_as_there_may_be_are_drawn(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_HOMES", 4)
    monkeypatch.setattr(drawing, "MOST_LABELS", 3)
    assert (drawn(report).count, len(drawn(report).squares)) == (2, 3)


def test_one_branch_makes_no_map(report: Report) -> None:
    assert draw_map(tell(report)) is None
