"""Sheets of the input read once more, as they are, to mark what was found in them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from reassign.domain.sheet_copy import CopiedCell, SheetCopy
from reassign.readers.grids.grid import Grid, Kind
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import RosterSources, Source

_MOST_SHEETS = 30
"""Sheets copied of a workbook of which no sheet was told apart."""


def copy_sheets(sources: RosterSources, places: Collection[tuple[str, str]]) -> tuple[SheetCopy, ...]:
    """The sheets that rosters were read from or that something was found in, in the order of the inputs.

    A file in which no sheet was told apart is copied with all sheets that hold something; a file that cannot be
    read is left out.

    Args:
        sources: The inputs.
        places: File and sheet, the sheet empty for the whole file, of everything read or found.
    """
    wanted: dict[str, set[str]] = {}
    for file, sheet in places:
        wanted.setdefault(file, set()).add(sheet)
    copies: dict[tuple[str, str], SheetCopy] = {}
    for source in _files(sources, wanted):
        sheets = wanted[source.name] - {""}
        grids = [grid for grid in read_grids(source).grids if not grid.is_blank()]
        chosen = [grid for grid in grids if grid.sheet in sheets] or grids[:_MOST_SHEETS]
        for grid in chosen:
            copies.setdefault((grid.file, grid.sheet), _copy(grid))
    return tuple(copies.values())


def _files(sources: RosterSources, wanted: Mapping[str, Collection[str]]) -> Iterator[Source]:
    """Every input file that is wanted, those of folders one by one."""
    for role in sources.__slots__:
        source: Source | None = getattr(sources, role)
        if source is None:
            continue
        if source.name in wanted and not source.is_folder:
            yield source
        elif source.is_folder:
            for path in sorted(source.path.iterdir()):
                part = replace(source, path=path, name=f"{source.name.rstrip('/')}/{path.name}")
                if part.name in wanted:
                    yield part


def _copy(grid: Grid) -> SheetCopy:
    rows = [
        [_value(text, grid.kinds.get((number, column))) for column, text in enumerate(cells)]
        for number, cells in enumerate(grid.rows)
    ]
    numbers = [grid.address(number).row for number in range(len(grid.rows))]
    merged = [
        (numbers[top], left + 1, numbers[bottom], right + 1)
        for top, left, bottom, right in grid.merged
        if bottom < len(numbers)
    ]
    return SheetCopy(grid.file, grid.sheet, rows, numbers, merged)


def _value(text: str, kind: Kind | None) -> CopiedCell:
    """The text as the kind of value that the cell held."""
    if kind is Kind.NUMBER:
        return float(text) if any(mark in text for mark in ".en") else int(text)
    if kind is Kind.BOOLEAN:
        return text == "TRUE"
    if kind is Kind.DATE and len(text) == len("2019-05-16"):
        return datetime.date.fromisoformat(text)
    return text
