"""Sheet 6: needed fields without an owner, and members without a task."""

from __future__ import annotations

from reassign.writers.workbook.book import LIST_SEPARATOR, Book

HEADER_ROW = 2


def write_task_sheet(book: Book) -> None:
    """Two tables, one below the other."""
    page = book.page("tasks")
    columns = [
        book.center("number", 6),
        book.left("unit", 24),
        book.left("branch", 30),
        book.left("field", 40),
        book.left("remark", 30),
    ]
    uncovered = [
        (unit.unit, each.branch.name, field, "")
        for unit in book.units
        for each in unit.branches
        for field in each.load.uncovered
    ]
    page.across(0, 0, len(columns) - 1, book.title("uncovered"), book.styles.heading)
    end = page.table(HEADER_ROW, columns, [(number, *row) for number, row in enumerate(uncovered, start=1)])
    page.across(end + 1, 0, len(columns) - 1, book.title("idle"), book.styles.heading)
    idle = [
        (
            each.branch.unit,
            f"{each.member.name} ({each.branch.name})",
            LIST_SEPARATOR.join(each.member.fields),
            book.remark("exempt") if each.member.exempt else "",
        )
        for each in book.received()
        if not each.placement.tasks
    ]
    people = [*columns[:2], book.left("name", 30), book.left("fields", 40), columns[-1]]
    page.table(end + 3, people, [(number, *row) for number, row in enumerate(idle, start=1)])
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
