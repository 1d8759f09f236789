"""Sheet 3: members who leave their branch for another."""

from __future__ import annotations

from reassign.writers.workbook.book import Book

HEADER_ROW = 2


def write_change_sheet(book: Book) -> None:
    """One row per move, by unit, branch and given name."""
    page = book.page("changes")
    columns = [
        book.center("number", 6),
        book.left("name", 26),
        book.left("post", 24),
        book.left("from", 30),
        book.left("to", 30),
        book.left("unit", 24),
        book.left("id", 16),
    ]
    moved = [each for each in book.received() if each.placement.has_moved]
    page.across(0, 0, len(columns) - 1, book.title("changes"), book.styles.heading)
    end = page.table(
        HEADER_ROW,
        columns,
        [
            (
                number,
                each.member.name,
                each.member.post,
                book.origin(each),
                book.labels[each.branch.id],
                each.branch.unit,
                each.member.id,
            )
            for number, each in enumerate(moved, start=1)
        ],
    )
    if not moved:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)
