"""Identities: text for ever, never folded, refused when a spreadsheet may have changed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
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


def is_absent(grid: Grid, row: int, column: int) -> bool:
    """Whether nothing stands in the cell of an id, not even a formula that failed."""
    broken = (Kind.ERROR, Kind.EMPTY_FORMULA)
    return not grid.text(row, column).strip() and grid.kinds.get((row, column)) not in broken


def twins(ids: Iterable[tuple[str, CellAddress]]) -> Iterator[Finding]:
    """Warn about ids that differ only in case, spaces, composition or letters that look alike.

    Args:
        ids: Ids with their cells, all different.
    """
    first: dict[str, tuple[str, CellAddress]] = {}
    for text, address in ids:
        twin = text.casefold() if text.isascii() else fold(text.translate(_CONFUSABLE))
        twin = twin.replace(" ", "")
        if twin in first:
            other, there = first[twin]
            parameters = {"other": other, "cell": there.seen_from(address)}
            yield Finding("R034", Severity.WARNING, address, text, parameters)
        else:
            first[twin] = (text, address)


def shortened(grid: Grid, rows: Sequence[int], column: int) -> Mapping[int, int]:
    """Ids that a spreadsheet has probably taken for numbers and robbed of leading zeros.

    They have digits only and fewer than others of the column that do begin with zero and all have one length.

    Returns:
        The length of the others [digits] by zero-based row.
    """
    texts = {row: grid.text(row, column).strip() for row in rows}
    digits = {row: text for row, text in texts.items() if text.isascii() and text.isdigit()}
    widths = {len(text) for text in digits.values() if text.startswith("0") and len(text) > 1}
    if len(widths) != 1:
        return {}
    width = widths.pop()
    return {row: width for row, text in digits.items() if len(text) < width}
