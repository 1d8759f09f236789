"""Sheet 6: needs that lost their owner, needed fields without an owner, members without a task."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.roster import LIST_SEPARATOR
from reassign.messages.replan import REPLAN
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import Column, Page

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
    top = _write_lost(book, page, columns)
    page.across(top, 0, len(columns) - 1, book.title("uncovered"), book.styles.heading)
    end = page.table(top + HEADER_ROW, columns, [(number, *row) for number, row in enumerate(uncovered, start=1)])
    page.across(end + 1, 0, len(columns) - 1, book.title("idle"), book.styles.heading)
    idle = [
        (
            each.branch.unit,
            f"{book.telling.called[each.member.id]} ({each.branch.name})",
            LIST_SEPARATOR.join(each.member.fields),
            book.remark("exempt") if each.member.exempt else "",
        )
        for each in book.received()
        if not each.placement.tasks
    ]
    people = [*columns[:2], book.left("name", 30), book.left("fields", 40), columns[-1]]
    page.table(end + 3, people, [(number, *row) for number, row in enumerate(idle, start=1)])
    page.widths(columns)
    page.print_landscape(None, book.title("page"))
    page.sheet.set_h_pagebreaks([end + 1])


def _write_lost(book: Book, page: Page, columns: Sequence[Column]) -> int:
    """Needs whose owner of the old plan no longer answers for them come first; returns the row below."""
    replanning = book.report.replanning
    if replanning is None or not replanning.lost:
        return 0
    language = book.report.language
    names = {**replanning.left, **book.telling.called}
    branches = {branch.id: branch for branch in book.report.instance.branches}
    nobody = REPLAN["nobody"].say(language)
    rows = [
        (
            number,
            branches[lost.branch].unit,
            branches[lost.branch].name,
            lost.need,
            f"{names.get(lost.before, lost.before)} → {names.get(lost.after, nobody)}",
        )
        for number, lost in enumerate(replanning.lost, start=1)
    ]
    page.across(0, 0, len(columns) - 1, REPLAN["lost"].say(language), book.styles.heading)
    return page.table(HEADER_ROW, columns, rows) + 1
