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

_MERE_NOTES = frozenset({"R027", "R123"})
"""Section lines and letters written in another way: read as they were meant, nothing to decide."""
_UNCLEAR_HOMES = frozenset({"R014", "R019", "R112", "R116", "R117"})
"""Findings about a residence of which the plan says that it is unknown."""


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
    rows = _rows(book)
    page.across(0, 0, len(columns) - 1, book.title("review"), book.styles.heading)
    end = page.table(HEADER_ROW, columns, [(number, *row) for number, row in enumerate(rows, start=1)])
    if not rows:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)


def _rows(book: Book) -> list[tuple[Cell, ...]]:
    """What a person has to decide; a home that could not be read stands once, with the words of both."""
    members = {member.id: member for member in book.report.instance.members}
    findings = [finding for finding in in_reading_order(book.report.findings) if finding.code not in _MERE_NOTES]
    homes: dict[tuple[str, str, int], Finding] = {}
    for finding in findings:
        if finding.code in _UNCLEAR_HOMES:
            homes.setdefault(_line(finding.address), finding)
    told: set[tuple[str, str, int]] = set()
    points: list[tuple[Cell, ...]] = []
    for item in book.report.plan.review:
        member = members.get(item.member)
        who = "" if member is None else f"{member.name} ({member.id})"
        about = " → ".join(part for part in (who, book.labels.get(item.branch, item.branch)) if part)
        place = None if member is None else member.address
        said = say_review(item, book.report.language)
        home = homes.get(_line(place)) if place is not None and item.code == "residence_unknown" else None
        if home is not None:
            said, place = f"{said}. {_matter(book, home)}", home.address
            told.add(_line(home.address))
        points.append((about, said, "" if place is None else _place(place), ""))
    points += [
        (finding.value, _matter(book, finding), _place(finding.address), "")
        for finding in findings
        if not (finding.code in _UNCLEAR_HOMES and _line(finding.address) in told)
    ]
    return points


def _line(address: CellAddress) -> tuple[str, str, int]:
    return address.file, address.sheet, address.row


def _matter(book: Book, finding: Finding) -> str:
    said = say_any_finding(finding, book.report.language)
    nearest = f" ({LIST_SEPARATOR.join(finding.suggestions)})" if finding.suggestions else ""
    return f"{said}{nearest} [{finding.code}]"


def _place(address: CellAddress) -> str:
    """Where a value stands; of a path only the last part, folders of a machine do not belong in a document."""
    return str(replace(address, file=PurePath(address.file).name))
