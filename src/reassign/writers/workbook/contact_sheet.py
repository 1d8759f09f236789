"""Sheet 5: members placed away from home, who keep contact with their place of residence (213-QĐ/TW)."""

from __future__ import annotations

from reassign.writers.workbook.book import Book

HEADER_ROW = 2


def write_contact_sheet(book: Book) -> None:
    """One row per member whose branch does not cover the area where they live, or whose home is unknown."""
    page = book.page("contact")
    columns = [
        book.center("number", 6),
        book.left("name", 26),
        book.left("branch", 24),
        book.left("unit", 20),
        book.left("residence", 40),
        book.left("home", 28),
        book.left("remark", 26),
        book.left("id", 16),
    ]
    away = book.telling.contacts()
    page.across(0, 0, len(columns) - 1, book.title("contact"), book.styles.heading)
    end = page.table(
        HEADER_ROW,
        columns,
        [
            (
                number,
                book.telling.called[contact.each.member.id],
                contact.each.branch.name,
                contact.each.branch.unit,
                book.residence(contact.each),
                book.telling.home(contact),
                book.remark(contact.why),
                contact.each.member.id,
            )
            for number, contact in enumerate(away, start=1)
        ],
    )
    if not away:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)
