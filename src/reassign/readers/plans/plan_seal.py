"""Whether the cells of a plan workbook that people may edit are as they were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.plan_workbook import (
    KEY_BRANCH_COLUMN,
    KEY_HEADER_ROW,
    KEY_MEMBER_COLUMN,
    KEY_PIN_COLUMN,
    KEY_SHEET,
    seal,
)
from reassign.readers.grids.grid import Grid


def edited_seal(grids: Sequence[Grid], facts: Mapping[str, str]) -> str | None:
    """The seal over the cells as they are now; None if the workbook does not say where they are."""
    keys = (KEY_HEADER_ROW, KEY_MEMBER_COLUMN, KEY_BRANCH_COLUMN, KEY_PIN_COLUMN)
    sheet = next((grid for grid in grids if grid.sheet == facts.get(KEY_SHEET)), None)
    places = [facts.get(key, "") for key in keys]
    if sheet is None or not all(place.isdigit() for place in places):
        return None
    header, *columns = (int(place) for place in places)
    rows: list[tuple[str, str, str]] = []
    for row in range(header, len(sheet.rows)):
        member, branch, pin = (sheet.text(row, column - 1) for column in columns)
        if member:
            rows.append((member, branch, pin))
    return seal(rows)
