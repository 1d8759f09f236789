"""Sheet 4: what a person has to decide, from the plan and from the reading of the rosters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, in_reading_order
from reassign.messages.finding import say_any_finding
from reassign.messages.review import say_review
from reassign.writers.workbook.book import LIST_SEPARATOR, Book
from reassign.writers.workbook.page import Cell

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
    rows = [*_plan_points(book), *_findings(book)]
    page.across(0, 0, len(columns) - 1, book.title("review"), book.styles.heading)
    end = page.table(HEADER_ROW, columns, [(number, *row) for number, row in enumerate(rows, start=1)])
    if not rows:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)


def _plan_points(book: Book) -> list[tuple[Cell, ...]]:
    members = {member.id: member for member in book.report.instance.members}
    points: list[tuple[Cell, ...]] = []
    for item in book.report.plan.review:
        member = members.get(item.member)
        who = "" if member is None else f"{member.name} ({member.id})"
        about = " → ".join(part for part in (who, book.labels.get(item.branch, item.branch)) if part)
        place = "" if member is None else _place(member.address)
        points.append((about, say_review(item, book.report.language), place, ""))
    return points


def _findings(book: Book) -> list[tuple[Cell, ...]]:
    return [
        (finding.value, _matter(book, finding), _place(finding.address), "")
        for finding in in_reading_order(book.report.findings)
    ]


def _matter(book: Book, finding: Finding) -> str:
    said = say_any_finding(finding, book.report.language)
    nearest = f" ({LIST_SEPARATOR.join(finding.suggestions)})" if finding.suggestions else ""
    return f"{said}{nearest} [{finding.code}]"


def _place(address: CellAddress) -> str:
    """Where a value stands; of a path only the last part, folders of a machine do not belong in a document."""
    return str(replace(address, file=PurePath(address.file).name))
