"""A sheet of the input as it was read, so that what is wrong with it can be shown in its place."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

CopiedCell: TypeAlias = str | int | float | bool | datetime.date
"""A value as the file holds it; the empty text for an empty cell."""


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """The cells of one sheet, or of a text file.

    Attributes:
        file: File as the user named it.
        sheet: Sheet name; empty for a text file.
        rows: Cells of every row from the first column on; rows may differ in length.
        numbers: One-based row, as findings count it, of each row.
        merged: Merged cells: one-based first row and column, last row and column, all inclusive.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[CopiedCell]]
    numbers: Sequence[int]
    merged: Sequence[tuple[int, int, int, int]] = ()
