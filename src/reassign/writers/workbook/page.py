"""One sheet of the workbook: every text a string, every write checked, ready for A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reassign.domain.errors import OutputError

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
FONT_SIZE = 13
A4 = 9
LINE_HEIGHT = 16.8
"""Height of one line of text [points]."""

_NARROW_MARGIN = 0.4
_LETTERS_PER_WIDTH = 1.08
_TALLEST_ROW = 409

Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of a workbook, made once."""

    heading: Format
    issuer: Format
    quiet: Format
    italic: Format
    plain: Format
    section: Format
    header: Format
    left: Format
    center: Format
    edit: Format
    total: Format
    mean: Format
    total_mean: Format
    integer: Format


def make_styles(workbook: Workbook) -> Styles:
    """Formats in Times New Roman 13, as party papers are set (36-HD/VPTW)."""

    def style(**properties: object) -> Format:
        return workbook.add_format({"font_name": FONT, "font_size": FONT_SIZE, "valign": "vcenter", **properties})

    boxed = {"border": 1, "text_wrap": True, "valign": "top"}
    return Styles(
        heading=style(bold=True, align="center", font_size=FONT_SIZE + 1),
        issuer=style(bold=True, align="center"),
        quiet=style(align="center"),
        italic=style(italic=True, align="center"),
        plain=style(),
        section=style(bold=True),
        header=style(border=1, text_wrap=True, bold=True, align="center", bg_color="#F2F2F2"),
        left=style(**boxed),
        center=style(**boxed, align="center"),
        edit=style(**boxed, bg_color="#FFF9E5"),
        total=style(**boxed, bold=True, align="center"),
        mean=style(**boxed, align="center", num_format="0.0"),
        total_mean=style(**boxed, bold=True, align="center", num_format="0.0"),
        integer=style(**boxed, align="center", num_format="#,##0"),
    )


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        header: Its heading.
        width: Its width [characters of the default font].
        style: How its cells look.
    """

    header: str
    width: float
    style: Format


class Page:
    """A sheet that refuses to lose what it is given."""

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.sheet = sheet
        self.styles = styles

    def put(self, row: int, column: int, value: Cell, style: Format) -> None:
        """Write one cell; a text is never read as a formula, a link or a number.

        Raises:
            OutputError: The text is too long for a cell or the sheet has too few rows.
        """
        if value is None or value == "":
            code = self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, str):
            code = self.sheet.write_string(row, column, value, style)
        else:
            code = self.sheet.write_number(row, column, value, style)
        if code:
            raise OutputError("output-sheet-full", {"sheet": self.sheet.get_name(), "row": row + 1})

    def across(self, row: int, first: int, last: int, text: str, style: Format) -> None:
        """One text over several columns."""
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", style)
        self.put(row, first, text, style)

    def table(self, top: int, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> int:
        """A header and its rows from ``top`` on; returns the row after the last.

        Rows get the height that their texts need: LibreOffice keeps one line for rows without a height.
        """
        capacities = [max(int(column.width * _LETTERS_PER_WIDTH), 1) for column in columns]
        known: dict[tuple[str, int], int] = {}
        for index, column in enumerate(columns):
            self.put(top, index, column.header, self.styles.header)
        # Headings are bold, so fewer letters fit on a line.
        headings = zip([column.header for column in columns], (capacity * 0.88 for capacity in capacities), strict=True)
        self.sheet.set_row(top, max(lines_of(text, int(capacity)) for text, capacity in headings) * LINE_HEIGHT + 2)
        for offset, cells in enumerate(rows, start=top + 1):
            lines = 1
            for text, capacity in zip(cells, capacities, strict=True):
                if isinstance(text, str) and (len(text) > capacity or "\n" in text):
                    wrapped = known.get((text, capacity))
                    if wrapped is None:
                        wrapped = known[text, capacity] = lines_of(text, capacity)
                    lines = max(lines, wrapped)
            self.sheet.set_row(offset, min(lines * LINE_HEIGHT + 1, _TALLEST_ROW))
            for index, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.put(offset, index, value, column.style)
        return top + 1 + len(rows)

    def widths(self, columns: Sequence[Column]) -> None:
        """Set the widths of the columns from the first on."""
        for index, column in enumerate(columns):
            self.sheet.set_column(index, index, column.width)

    def print_landscape(self, header_row: int | None, footer: str) -> None:
        """A4 landscape, as wide as the table, the header on every page, pages numbered.

        Args:
            header_row: Zero-based row to repeat; None where several tables with other headings follow.
            footer: Text below each page.
        """
        self.sheet.set_paper(A4)
        self.sheet.set_landscape()
        self.sheet.set_margins(left=_NARROW_MARGIN, right=_NARROW_MARGIN, top=0.5, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer(f'&C&"{FONT},Regular"&11{footer}')
        if header_row is not None:
            self.sheet.repeat_rows(header_row)
        self.sheet.hide_gridlines(2)


def lines_of(text: str, capacity: int) -> int:
    """Lines a text takes when a line holds ``capacity`` letters and breaks between words."""
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        used = 0
        for word in paragraph.split(" "):
            length = len(word)
            if used and used + 1 + length > capacity:
                count += 1
                used = 0
            if length > capacity:
                # A word longer than the line is broken wherever the line ends.
                count += (length - 1) // capacity
                length = (length - 1) % capacity + 1
            used += length + (1 if used else 0)
    return count
