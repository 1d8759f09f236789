"""Sheet 2: what each branch receives against its limits, and what that changes."""

from __future__ import annotations

from reassign.domain.roster import LIST_SEPARATOR
from reassign.writers.figures import BranchFigures, UnitFigures
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import Cell, Page

HEADER_ROW = 2


def write_branch_sheet(book: Book) -> None:
    """One row per branch, units and branches in Vietnamese order."""
    page = book.page("branches")
    columns = [
        book.center("number", 6),
        book.left("unit", 15),
        book.left("branch", 19),
        book.center("received", 7),
        book.center("min", 7),
        book.center("max", 7),
        book.left("who", 27),
        book.center("members_before", 9),
        book.center("members_after", 9),
        book.center("officials_before", 9),
        book.center("officials_after", 9),
        book.center("probationary", 9),
        book.center("exempt", 9),
        book.left("covered", 27),
        book.left("uncovered", 18),
        book.left("flags", 24),
    ]
    branches = [(unit, each) for unit in book.units for each in unit.branches]
    rows = [_row(book, number, unit, each) for number, (unit, each) in enumerate(branches, start=1)]
    page.across(0, 0, len(columns) - 1, book.title("branches"), book.styles.heading)
    last = page.table(HEADER_ROW, columns, rows) - 1
    _mark(book, page, last)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 3)


def _mark(book: Book, page: Page, last: int) -> None:
    """Bars behind the loads; bold red where a limit or threshold is missed, which the flags say in words too."""
    top = HEADER_ROW + 1
    if last < top:
        return
    row = top + 1
    limits = book.report.instance.policy.thresholds
    wrong = book.workbook.add_format({"bold": True, "font_color": "#9C0006", "bg_color": "#FFE0E0"})
    for column, formula in (
        ("D", f"OR($D{row}<$E{row},AND(ISNUMBER($F{row}),$D{row}>$F{row}))"),
        ("K", f"AND(ISNUMBER($K{row}),$K{row}<{limits.branch})"),
    ):
        page.sheet.conditional_format(
            f"{column}{row}:{column}{last + 1}", {"type": "formula", "criteria": f"={formula}", "format": wrong}
        )
    page.sheet.conditional_format(
        top,
        3,
        last,
        3,
        {"type": "data_bar", "bar_color": "#B8CCE4", "min_type": "num", "min_value": 0},
    )


def _row(book: Book, number: int, unit: UnitFigures, each: BranchFigures) -> list[Cell]:
    members = [one.member for one in each.received]
    names = {member.id: book.telling.called[member.id] for member in members}
    return [
        number,
        unit.unit,
        each.branch.name,
        each.load.received,
        each.load.min,
        book.remark("no_limit") if each.load.max is None else each.load.max,
        "\n".join(names.values()),
        each.branch.members_now,
        each.members_after,
        each.branch.officials_now,
        each.officials_after,
        sum(not member.is_official for member in members if member.status or member.joined),
        sum(member.exempt for member in members),
        "\n".join(f"{field}: {names.get(owner, owner)}" for field, owner in each.load.covered.items()),
        LIST_SEPARATOR.join(each.load.uncovered),
        "\n".join(book.telling.flags(each)),
    ]
