"""Where a value was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellAddress:
    """One cell, row or file of the input.

    Attributes:
        file: File name as the user gave it.
        sheet: Sheet name; empty for texts such as csv.
        row: One-based row; 0 when the whole file or sheet is meant.
        column: One-based column; 0 when the whole row is meant.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The address as a spreadsheet shows it: ``F17``, ``17`` for a row, empty for a file."""
        if not self.row:
            return column_letters(self.column) if self.column else ""
        return f"{column_letters(self.column)}{self.row}"

    def seen_from(self, here: CellAddress) -> str:
        """How to name this cell to somebody who looks at another one: as shortly as is clear."""
        if self.file != here.file:
            return str(self)
        return self.cell if self.sheet == here.sheet else f"{self.sheet}!{self.cell}"

    def __str__(self) -> str:
        place = self.file + (f" › {self.sheet}" if self.sheet else "")
        return f"{place}!{self.cell}" if self.cell else place


def column_letters(column: int) -> str:
    """Spreadsheet letters of a one-based column: 1 → A, 27 → AA, 0 → empty."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
