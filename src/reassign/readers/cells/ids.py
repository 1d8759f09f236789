"""Identities: text for ever, never folded, refused when a spreadsheet may have changed them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.vietnamese import fold
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import invisible, is_scientific
from reassign.readers.grids.grid import Grid, Kind

_CONFUSABLE = str.maketrans("АВЕКМНОРСТУХаеорсухіІĐÐ", "ABEKMHOPCTYXaeopcyxiIDD")
"""Cyrillic letters and the Icelandic eth that look like Latin ones."""

_PLAIN = re.compile(r"[0-9A-Za-z_/\-]*")


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


def are_plain(grid: Grid, rows: Sequence[int], column: int, texts: Iterable[str]) -> bool:
    """Whether all ids of a column can be taken as they stand: nothing but Latin letters, digits and ``- _ /``.

    Args:
        grid: The sheet.
        rows: Zero-based rows of the entries.
        column: Zero-based column.
        texts: What stands in it.
    """
    if _PLAIN.fullmatch("".join(texts)) is None:
        return False
    # Of a number without a decimal point all digits were shown.
    return not grid.kinds or {grid.kinds.get(place) for place in zip(rows, repeat(column))} <= {None, Kind.NUMBER}


def twins(ids: Collection[str], address: Callable[[str], CellAddress]) -> Iterator[Finding]:
    """Warn about ids that differ only in case, spaces, composition or letters that look alike.

    Args:
        ids: Ids, all different.
        address: Tells the cell of one of them.
    """
    first: dict[str, str] = {}
    for text in ids:
        twin = text.casefold() if text.isascii() else fold(text.translate(_CONFUSABLE))
        other = first.setdefault(twin.replace(" ", ""), text)
        if other is not text:
            here = address(text)
            parameters = {"other": other, "cell": address(other).seen_from(here)}
            yield Finding("R034", Severity.WARNING, here, text, parameters)


def shortened(rows: Sequence[int], texts: Sequence[str]) -> Mapping[int, int]:
    """Ids that a spreadsheet has probably taken for numbers and robbed of leading zeros.

    They have digits only and fewer than others of the column that do begin with zero and all have one length.

    Args:
        rows: Zero-based rows of the entries.
        texts: What stands there in the column.

    Returns:
        The length of the others [digits] by zero-based row.
    """
    digits = [text if text.isascii() and text.isdigit() else "" for text in map(str.strip, texts)]
    widths = {len(text) for text in digits if text.startswith("0") and len(text) > 1}
    if len(widths) != 1:
        return {}
    width = widths.pop()
    return {row: width for row, text in zip(rows, digits, strict=True) if 0 < len(text) < width}
