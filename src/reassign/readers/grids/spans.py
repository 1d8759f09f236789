"""Merged cells of OpenDocument sheets, which their reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

_TAG = re.compile(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_NAME = re.compile(rb'\btable:name="([^"]*)"')
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="([0-9]{1,7})"')
_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="([0-9]{1,7})"')
_ROWS_SPANNED = re.compile(rb'number-rows-spanned="([0-9]{1,7})"')
_COLUMNS_SPANNED = re.compile(rb'number-columns-spanned="([0-9]{1,7})"')

Range = tuple[int, int, int, int]


def merged_cells(data: bytes) -> Mapping[str, tuple[Range, ...]]:
    """Ranges of more than one row by sheet: zero-based first row and column, last row and column.

    Args:
        data: The part ``content.xml`` (OpenDocument 1.3, part 3, 9.1).
    """
    if b"number-rows-spanned" not in data:
        return {}
    found: dict[str, list[Range]] = {}
    ranges: list[Range] = []
    row = column = next_row = 0
    for match in _TAG.finditer(data):
        is_end, kind, attributes = match.groups()
        if is_end:
            continue
        if kind == b"table":
            name = _NAME.search(attributes)
            ranges = found.setdefault(unescape(name.group(1).decode("utf-8", "replace")) if name else "", [])
            row = column = next_row = 0
        elif kind == b"table-row":
            row, column = next_row, 0
            next_row += _number(_ROWS_REPEATED, attributes)
        else:
            rows, columns = _number(_ROWS_SPANNED, attributes), _number(_COLUMNS_SPANNED, attributes)
            if rows > 1:
                ranges.append((row, column, row + rows - 1, column + columns - 1))
            column += _number(_COLUMNS_REPEATED, attributes)
    return {name: tuple(listed) for name, listed in found.items() if listed}


def _number(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match.group(1)) if match else 1
