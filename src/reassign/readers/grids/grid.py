"""A sheet as rows of text that remember what kind of cell they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import repeat

from reassign.domain.cells import CellAddress


class Kind(Enum):
    """What a cell was before it became text; cells that were text are not mentioned."""

    NUMBER = "number"
    LONG_NUMBER = "long number"
    """A number of 15 digits or more: its last digits cannot be trusted."""
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    ERROR = "error"
    EMPTY_FORMULA = "formula without value"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or the whole of a text file.

    Attributes:
        file: File as the user named it.
        sheet: Sheet name; empty for a text file.
        rows: Text of the cells from the first row and column on; rows may differ in length.
        kinds: Kind by zero-based (row, column) of every cell that was not text.
        lines: One-based row as a person counts it, by zero-based row; None if the rows are those of a sheet.
        is_visible: Whether the sheet is shown.
        merged: Merged cells: zero-based first row and column, last row and column, both inclusive.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[str]]
    kinds: Mapping[tuple[int, int], Kind] = field(default_factory=dict)
    lines: Sequence[int] | None = None
    is_visible: bool = True
    merged: Sequence[tuple[int, int, int, int]] = ()

    def address(self, row: int, column: int | None = None) -> CellAddress:
        """The address of a zero-based cell, or of a whole row."""
        number = row + 1 if self.lines is None else self.lines[row]
        return CellAddress(self.file, self.sheet, number, 0 if column is None else column + 1)

    def addresses(self, rows: Iterable[int]) -> list[CellAddress]:
        """The addresses of whole rows by their zero-based numbers."""
        lines = self.lines
        numbers = [row + 1 for row in rows] if lines is None else [lines[row] for row in rows]
        return list(map(CellAddress, repeat(self.file), repeat(self.sheet), numbers))

    def whole(self) -> CellAddress:
        """The address of the sheet itself."""
        return CellAddress(self.file, self.sheet)

    def text(self, row: int, column: int) -> str:
        """The text of a zero-based cell; empty beyond the end of the row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell and not cell.isspace() for cells in self.rows for cell in cells)
