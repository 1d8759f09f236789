"""Coordinates of a member or a branch."""

from __future__ import annotations

from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import VIETNAM_LATITUDES, VIETNAM_LONGITUDES, degrees


def read_position(latitude: str, longitude: str, row: int, notes: Notes) -> tuple[float | None, float | None]:
    """Degrees north and east (WGS 84); both or none, and what is wrong is noted.

    Two numbers that would lie in Viet Nam the other way round are refused as swapped.
    """
    if not latitude and not longitude:
        return None, None
    north, north_code = degrees(latitude)
    east, east_code = degrees(longitude)
    for code, key, text in ((north_code, "latitude", latitude), (east_code, "longitude", longitude)):
        if code:
            notes.error(code, row, key, text.strip())
    if north is None or east is None:
        if not north_code and not east_code and (north is None) != (east is None):
            key = "latitude" if north is None else "longitude"
            notes.error("R053", row, key)
        return None, None
    if _is_within(north, VIETNAM_LONGITUDES) and _is_within(east, VIETNAM_LATITUDES):
        notes.error("R047", row, "latitude", latitude.strip(), (longitude.strip(),))
        return None, None
    is_good = True
    for value, limit, key, text in ((north, 90, "latitude", latitude), (east, 180, "longitude", longitude)):
        if abs(value) > limit:
            notes.error("R046", row, key, text.strip(), limit=limit)
            is_good = False
    return (north, east) if is_good else (None, None)


def _is_within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]
