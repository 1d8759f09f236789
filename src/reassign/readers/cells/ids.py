"""Identities: text for ever, never folded, refused when a spreadsheet may have changed them."""

from __future__ import annotations

from collections.abc import Iterable

from reassign.domain.vietnamese import fold
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import invisible, is_scientific
from reassign.readers.grids.grid import Grid, Kind

_CONFUSABLE = str.maketrans("АВЕКМНОРСТУХаеорсухіІĐÐ", "ABEKMHOPCTYXaeopcyxiIDD")
"""Cyrillic letters and the Icelandic eth that look like Latin ones."""


def read_id(grid: Grid, row: int, key: str, column: int, notes: Notes) -> str:
    """The id in a cell; empty if it has none or cannot be trusted, which is then noted.

    Ordinary spaces at its ends are taken away with a warning, since every reference to it loses them too.
    Nothing else is changed.
    """
    cells = grid.rows[row]
    written = cells[column] if column < len(cells) else ""
    text = written.strip(" ")
    if not text:
        return ""
    kind = grid.kinds.get((row, column)) if grid.kinds else None
    if kind is Kind.LONG_NUMBER or is_scientific(text) or (kind is Kind.NUMBER and "." in text):
        notes.error("R035", row, key, text)
        return ""
    if kind in (Kind.BOOLEAN, Kind.DATE, Kind.TIME):
        notes.error("R036", row, key, text)
        return ""
    if kind in (Kind.ERROR, Kind.EMPTY_FORMULA):
        return ""
    mark = invisible(text)
    if mark:
        notes.error("R033", row, key, text, character=mark)
        return ""
    if text != written:
        notes.warning("R038", row, key, text)
    return text


def note_twins(ids: Iterable[tuple[str, int]], key: str, notes: Notes) -> None:
    """Warn about ids that differ only in case, spaces, composition or letters that look alike.

    Args:
        ids: Ids with their zero-based rows, all different.
        key: Their column.
        notes: Where to note it.
    """
    first: dict[str, tuple[str, int]] = {}
    for text, row in ids:
        twin = text.casefold() if text.isascii() else fold(text.translate(_CONFUSABLE))
        if twin in first:
            other, other_row = first[twin]
            notes.warning("R034", row, key, text, other=other, cell=notes.cell(other_row, key))
        else:
            first[twin] = (text, row)
