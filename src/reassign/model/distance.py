"""How far a member is from a branch."""

from __future__ import annotations

import math

from reassign.domain.instance import Instance
from reassign.domain.roster import Branch, Member

EARTH_RADIUS = 6_371_008.8
"""Mean Earth radius R1 [m] (Moritz, Geodetic Reference System 1980)."""


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
