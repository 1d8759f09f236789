"""The deadline list: until when each transfer begins and the letter of introduction is presented (294-QĐ/TW)."""

from __future__ import annotations

from reassign.writers.telling import shown_date
from reassign.writers.workbook.book import Book

HEADER_ROW = 3


def write_deadline_sheet(book: Book) -> None:
    """One row per member who changes or joins a branch, with an empty column for the day it was done."""
    page = book.page("deadlines")
    columns = [
        book.center("number", 6),
        book.left("name", 26),
        book.left("from", 28),
        book.left("to", 28),
        book.left("unit", 20),
        book.center("start", 16),
        book.center("present", 16),
        book.center("done", 16),
        book.left("id", 16),
    ]
    terms = book.telling.terms()
    start, present = (
        ("", "") if terms is None else (shown_date(terms.start.isoformat()), shown_date(terms.present.isoformat()))
    )
    rows = [
        (
            number,
            book.telling.called[each.member.id],
            book.origin(each),
            book.labels[each.branch.id],
            each.branch.unit,
            start,
            present,
            "",
            each.member.id,
        )
        for number, each in enumerate(book.telling.transfers(), start=1)
    ]
    page.across(0, 0, len(columns) - 1, book.title("deadlines"), book.styles.heading)
    page.across(1, 0, len(columns) - 1, book.telling.say_terms(), book.styles.italic)
    end = page.table(HEADER_ROW, columns, rows)
    if not rows:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)
