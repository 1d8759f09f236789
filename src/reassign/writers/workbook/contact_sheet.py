"""Sheet 5: members placed away from home, who keep contact with their place of residence (213-QĐ/TW)."""

from __future__ import annotations

from reassign.domain.roster import Branch
from reassign.writers.figures import Received
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
    homes = {(branch.unit, area): branch for branch in book.report.instance.branches for area in branch.areas}
    away = [(each, remark) for each in book.received() if (remark := _remark(each)) is not None]
    page.across(0, 0, len(columns) - 1, book.title("contact"), book.styles.heading)
    end = page.table(
        HEADER_ROW,
        columns,
        [
            (
                number,
                each.member.name,
                each.branch.name,
                each.branch.unit,
                book.residence(each),
                _home(book, each, homes.get((each.member.residence_unit, each.member.residence_area))),
                book.remark(remark),
                each.member.id,
            )
            for number, (each, remark) in enumerate(away, start=1)
        ],
    )
    if not away:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)


def _remark(each: Received) -> str | None:
    """Key of the reason for residence contact; None for a member at home."""
    if not each.member.residence_unit:
        return "residence_unknown"
    if not each.is_resident:
        return "other_unit"
    if not each.member.residence_area:
        return "area_unknown"
    return None if each.member.residence_area in each.branch.areas else "other_area"


def _home(book: Book, each: Received, home: Branch | None) -> str:
    """The branch where the member lives, with its unit if that is another one; empty if it is not in the roster."""
    if home is None:
        return ""
    label = book.labels[home.id]
    return label if home.unit == each.branch.unit or book.is_across_units else f"{label} ({home.unit})"
