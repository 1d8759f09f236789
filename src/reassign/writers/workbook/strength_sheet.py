"""Sheet 3: official, probationary and exempt members of each branch before and after, and who is received.

Behind them stand the columns of the branch roster that have no meaning of their own here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reassign.domain.roster import BRANCH_KEYS, Rosters
from reassign.writers.figures import BranchFigures, UnitFigures, people
from reassign.writers.running_number import is_running_number
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import Cell, Column

HEADER_ROW = 2

_BEFORE_AND_AFTER = tuple(
    f"{key}_{when}" for key in ("members", "officials", "probationary", "exempt") for when in ("before", "after")
)
FIGURES: tuple[str, ...] = (
    *("number", "unit", "branch"),
    *_BEFORE_AND_AFTER,
    *("received", "non_residents", "women", "young", "minorities"),
)
"""Keys of the columns up to the last figure, in their order."""


def write_strength_sheet(book: Book) -> None:
    """One row per branch, units and branches in Vietnamese order. Unknown figures stay empty."""
    page = book.page("strength")
    columns = [
        book.center("number", 5.5),
        book.left("unit", 12),
        book.left("branch", 17),
        *(book.center(key, 7.5) for key in FIGURES[3:]),
        book.left("uncovered", 16),
        book.left("flags", 22),
    ]
    carried = _carried(book.report.rosters, book.header("note"))
    columns += [Column(heading or f"({index + 1})", 18, book.styles.left) for index, heading in carried.items()]
    branches = [(unit, each) for unit in book.units for each in unit.branches]
    page.across(0, 0, len(columns) - 1, book.title("strength"), book.styles.heading)
    page.table(
        HEADER_ROW, columns, [_row(book, number, *both, carried) for number, both in enumerate(branches, start=1)]
    )
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 3)


def _carried(rosters: Rosters, note: str) -> Mapping[int, str]:
    """Headings of the notes and of columns that the program does not know, by their place among the source columns.

    A running number is left out: the sheet has one of its own.
    """
    carried = {}
    for index, column in enumerate(rosters.branch_columns):
        cells = (branch.cells[index] for branch in rosters.branches if index < len(branch.cells))
        if column == "note" or (column not in BRANCH_KEYS and not is_running_number(column, cells)):
            carried[index] = note if column == "note" else column
    return carried


def _row(book: Book, number: int, unit: UnitFigures, each: BranchFigures, carried: Collection[int]) -> list[Cell]:
    counted = people(each.received, book.report.instance.policy.effective)
    return [
        number,
        unit.unit,
        each.branch.name,
        each.branch.members_now,
        each.members_after,
        each.branch.officials_now,
        each.officials_after,
        each.probationary_before,
        each.probationary_after,
        each.exempt_before,
        counted.exempt,
        counted.count,
        counted.non_residents,
        counted.women,
        counted.young,
        counted.minorities,
        "\n".join(each.load.uncovered),
        "\n".join(book.telling.flags(each)),
        *(each.branch.cells[index] if index < len(each.branch.cells) else "" for index in carried),
    ]
