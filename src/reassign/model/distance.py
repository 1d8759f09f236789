"""How far a member is from a branch."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reassign.domain.instance import Instance
from reassign.domain.roster import Branch, Member

EARTH_RADIUS = 6_371_008.8
"""Mean Earth radius R1 [m] (Moritz, Geodetic Reference System 1980)."""


MISSING = -1
"""Stands for a distance that is not known."""

_DOUBTFUL = 1e-5
"""Distances this close to a half metre are computed again by the reference formula [m]."""

_FAR = 10_000_000.0
"""Distances beyond this lose digits and are computed again [m]."""


def great_circle(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> int:
    """Haversine distance of two points in degrees [whole metres, rounded half to even]."""
    phi, other_phi = math.radians(latitude), math.radians(other_latitude)
    half_phi = math.sin((other_phi - phi) / 2)
    half_lambda = math.sin(math.radians(other_longitude - longitude) / 2)
    chord = half_phi * half_phi + math.cos(phi) * math.cos(other_phi) * half_lambda * half_lambda
    return round(2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(chord))))


def pair_distance(instance: Instance, member: Member, branch: Branch) -> int | None:
    """Distance of a pair: from the table alone if there is one, else great-circle [m]; None if missing."""
    if instance.distances is not None:
        return instance.distances.get(member.id, {}).get(branch.id)
    if member.latitude is None or member.longitude is None or branch.latitude is None or branch.longitude is None:
        return None
    return great_circle(member.latitude, member.longitude, branch.latitude, branch.longitude)


def great_circles(
    members: Sequence[Member],
    branches: Sequence[Branch],
    pair_member: NDArray[np.intp],
    pair_branch: NDArray[np.intp],
) -> NDArray[np.int64]:
    """``great_circle`` of many pairs at once, with the same results [whole metres].

    Array functions may differ from ``math`` in the last digit, which shows only where the rounding is
    a close call; those pairs are computed one by one.

    Returns:
        Distance of each pair, ``MISSING`` where coordinates are absent, shape (pairs,), int64.
    """
    latitude, longitude = (coordinates[pair_member] for coordinates in _coordinates(members))
    other_latitude, other_longitude = (coordinates[pair_branch] for coordinates in _coordinates(branches))
    phi, other_phi = np.radians(latitude), np.radians(other_latitude)
    chord = (
        np.sin((other_phi - phi) / 2) ** 2
        + np.cos(phi) * np.cos(other_phi) * np.sin(np.radians(other_longitude - longitude) / 2) ** 2
    )
    metres = 2 * EARTH_RADIUS * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
    is_known = ~np.isnan(metres)
    is_doubtful = is_known & ((np.abs(metres - np.floor(metres) - 0.5) < _DOUBTFUL) | (metres > _FAR))
    rounded = np.where(is_known, np.rint(np.where(is_known, metres, 0)), MISSING).astype(np.int64)
    for pair in np.flatnonzero(is_doubtful).tolist():
        rounded[pair] = great_circle(latitude[pair], longitude[pair], other_latitude[pair], other_longitude[pair])
    return rounded


def _coordinates(places: Sequence[Member | Branch]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Latitudes and longitudes [degrees], NaN where one of the two is unknown."""
    is_known = [place.latitude is not None and place.longitude is not None for place in places]
    latitudes = [place.latitude if known else None for place, known in zip(places, is_known, strict=True)]
    longitudes = [place.longitude if known else None for place, known in zip(places, is_known, strict=True)]
    return np.array(latitudes, dtype=np.float64), np.array(longitudes, dtype=np.float64)
