"""A map drawn from coordinates alone: homes, branches, and lines between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reassign.writers.figures import BranchFigures, Received
from reassign.writers.telling import Telling

WIDTH = 1_000
"""Width of the drawing [its own units]."""

MOST_HOMES = 5_000
"""Most homes that are drawn; with more, lines cover everything."""

MOST_LABELS = 2_000
"""Most branches that say their name under the pointer; with more, squares lie upon each other."""

_MARGIN = 30
_LARGEST_HEIGHT = 1_200
_METRES_PER_DEGREE = 111_195
"""Of latitude, on a sphere with the mean radius of the Earth."""


@dataclass(frozen=True, slots=True)
class Square:
    """A branch on the map: middle, half the side, and what to call it."""

    x: int
    y: int
    half: int
    label: str


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing ready for the page; paths are in the language of SVG.

    Attributes:
        height: Height of the drawing, its width being ``WIDTH``.
        residents: Lines of members who live in the unit of their branch.
        others: Lines of all other members.
        homes: A dot for every home.
        squares: Branches, each with its label; empty where there are too many.
        plain_squares: Branches without labels, where there are too many; else empty.
        branches: Branches that are drawn.
        count: Homes that are drawn.
        missing: Members without coordinates, or left out because there are too many.
        scale: Length of the scale bar in units of the drawing, and what it stands for.
    """

    height: int
    residents: str
    others: str
    homes: str
    squares: tuple[Square, ...]
    plain_squares: str
    branches: int
    count: int
    missing: int
    scale: tuple[int, str]


def draw_map(telling: Telling) -> Map | None:
    """The map; None where fewer than two branches have coordinates."""
    branches = [
        each
        for unit in telling.units
        for each in unit.branches
        if each.branch.latitude is not None and each.branch.longitude is not None
    ]
    if len(branches) < 2:
        return None
    received = telling.received()
    homes = [each for each in received if _is_placed(each)] if len(received) <= MOST_HOMES else []
    points = [*(_point(each.branch) for each in branches), *(_point(each.member) for each in homes)]
    project = _Projection(points)
    lines = {True: list[str](), False: list[str]()}
    for each in homes:
        (x1, y1), (x2, y2) = project.of(_point(each.member)), project.of(_point(each.branch))
        lines[each.is_resident].append(f"M{x1} {y1}L{x2} {y2}")
    squares = tuple(_square(telling, project, each) for each in branches)
    is_labelled = len(squares) <= MOST_LABELS
    dots = "".join("M{} {}h0".format(*project.of(_point(each.member))) for each in homes)
    return Map(
        height=project.height,
        residents="".join(lines[True]),
        others="".join(lines[False]),
        homes=dots,
        squares=squares if is_labelled else (),
        plain_squares="" if is_labelled else _plain(squares),
        branches=len(squares),
        count=len(homes),
        missing=len(received) - len(homes),
        scale=project.scale(),
    )


def _is_placed(each: Received) -> bool:
    member, branch = each.member, each.branch
    return None not in (member.latitude, member.longitude, branch.latitude, branch.longitude)


def _point(place: object) -> tuple[float, float]:
    """Latitude and longitude of a member or branch that has them [degrees]."""
    return float(getattr(place, "latitude", 0.0)), float(getattr(place, "longitude", 0.0))


def _square(telling: Telling, project: _Projection, each: BranchFigures) -> Square:
    x, y = project.of(_point(each.branch))
    label = f"{telling.labels[each.branch.id]}, {each.branch.unit}: {each.load.received}"
    return Square(x, y, 3 + round(2 * math.sqrt(each.load.received)), label)


def _plain(squares: Iterable[Square]) -> str:
    """All squares as one path; those that lie exactly upon each other are drawn once."""
    places = dict.fromkeys((square.x - square.half, square.y - square.half, 2 * square.half) for square in squares)
    return "".join(f"M{x} {y}h{side}v{side}h-{side}z" for x, y, side in places)


class _Projection:
    """Degrees onto the drawing, the same scale both ways at the middle latitude."""

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        all_points: Sequence[tuple[float, float]] = tuple(points)
        self._north = max(latitude for latitude, _ in all_points)
        south = min(latitude for latitude, _ in all_points)
        self._west = min(longitude for _, longitude in all_points)
        east = max(longitude for _, longitude in all_points)
        self._narrowing = math.cos(math.radians((self._north + south) / 2))
        across = max((east - self._west) * self._narrowing, 1e-6)
        down = max(self._north - south, 1e-6)
        self._factor = min((WIDTH - 2 * _MARGIN) / across, (_LARGEST_HEIGHT - 2 * _MARGIN) / down)
        self.height = round(down * self._factor) + 2 * _MARGIN + 20

    def of(self, point: tuple[float, float]) -> tuple[int, int]:
        """Place on the drawing."""
        latitude, longitude = point
        return (
            round((longitude - self._west) * self._narrowing * self._factor) + _MARGIN,
            round((self._north - latitude) * self._factor) + _MARGIN,
        )

    def scale(self) -> tuple[int, str]:
        """A round length that takes at most a quarter of the width."""
        per_metre = self._factor / _METRES_PER_DEGREE
        longest = WIDTH / 4 / per_metre
        metres = 10 ** math.floor(math.log10(longest))
        metres *= next(step for step in (5, 2, 1) if step * metres <= longest)
        text = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
        return round(metres * per_metre), text
