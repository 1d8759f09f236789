"""Coordinates of all entries of a list."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.readers.cells.notes import Notes
from reassign.readers.cells.positions import read_position
from reassign.readers.tables.rows import Entries

Degrees = Sequence[float | None]


def read_positions(entries: Entries, notes: Notes) -> tuple[Degrees, Degrees]:
    """Degrees north and east of each entry (WGS 84); both or none, and what is wrong is noted."""
    latitudes, longitudes = entries.column("latitude"), entries.column("longitude")
    if not latitudes.is_filled() and not longitudes.is_filled():
        nothing = [None] * len(entries.rows)
        return nothing, nothing
    places = [
        read_position(latitude, longitude, row, notes)
        for row, latitude, longitude in zip(entries.rows, latitudes.texts, longitudes.texts, strict=True)
    ]
    return [latitude for latitude, _ in places], [longitude for _, longitude in places]
