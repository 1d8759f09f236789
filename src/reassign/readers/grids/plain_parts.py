"""Whether the text of a zipped workbook shows by itself that its reader can come to no harm."""

from __future__ import annotations

import re

# Places of cells that make a sheet wide or long; a sheet without them is a box of 52 × 9,999 at most.
_WIDE_OR_LONG = re.compile(rb'r="(?:[B-Z][A-Z]|[A-Z]{3}|[A-Z]{1,3}[0-9]{5})')
_SMALL_BOX = 52 * 9_999
_ODD_CELL = re.compile(rb'<c(?![a-zA-Z])(?! r="[A-Z]{1,3}[0-9]{1,7}")')
_PREFIXED_CELL = re.compile(rb":c[ >/\t\r\n]")
_PLAIN_COUNT = re.compile(rb' uniqueCount="[0-9]{1,18}"')


def is_plain_sheet(data: bytes) -> bool:
    """Whether every cell of a worksheet says its place in the one way that is looked for."""
    return b"\0" not in data and _ODD_CELL.search(data) is None and _PREFIXED_CELL.search(data) is None


def is_plain_list(data: bytes) -> bool:
    """Whether a list of strings says how many it holds once at most, at its start and in plain digits."""
    return b"\0" not in data and data.count(b"niqueCount") == len(_PLAIN_COUNT.findall(data[:2000]))


def most_cells(data: bytes, largest: int) -> int:
    """A figure that the box around the cells of a plain sheet cannot exceed.

    Args:
        data: Text of the sheet.
        largest: Box that was found not to be exceeded.
    """
    return largest if _WIDE_OR_LONG.search(data) else _SMALL_BOX
