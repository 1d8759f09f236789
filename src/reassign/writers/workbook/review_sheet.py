"""Sheet 4: what a person has to decide, from the plan and from the reading of the rosters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from reassign.domain.cells import CellAddress
from reassign.writers.decisions import decisions
from reassign.writers.workbook.book import Book

HEADER_ROW = 2


def write_review_sheet(book: Book) -> None:
    """Points of the plan first, then findings in the order of the files."""
    page = book.page("review")
    columns = [
        book.center("number", 6),
        book.left("subject", 36),
        book.left("matter", 62),
        book.left("place", 32),
        book.left("decision", 30),
    ]
    rows = [
        (point.about, point.matter, "" if point.place is None else _place(point.place), "")
        for point in decisions(book.telling)
    ]
    page.across(0, 0, len(columns) - 1, book.title("review"), book.styles.heading)
    end = page.table(HEADER_ROW, columns, [(number, *row) for number, row in enumerate(rows, start=1)])
    if not rows:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)


def _place(address: CellAddress) -> str:
    """Where a value stands; of a path only the last part, folders of a machine do not belong in a document."""
    return str(replace(address, file=PurePath(address.file).name))
