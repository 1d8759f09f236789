"""Sheet 3: members who leave where they are now for another branch; of a re-plan also why, and what each edit costs."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.replanning import Move, Replanning
from reassign.messages.replan import REPLAN, say_balance, say_fewest, say_move, say_price
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import Column, Page

HEADER_ROW = 2


def write_change_sheet(book: Book) -> None:
    """One row per move, by unit, branch and given name."""
    page = book.page("changes")
    replanning = book.report.replanning
    told = (*replanning.moves, *replanning.closed) if replanning is not None else ()
    why = {move.member: _why(book, move) for move in told}
    columns = [
        book.center("number", 6),
        book.left("name", 26),
        book.left("post", 24),
        book.left("from" if book.report.rosters.current is None else "earlier", 30),
        book.left("to", 30),
        *([book.left("why", 36)] if replanning is not None else []),
        book.left("unit", 24),
        book.left("id", 16),
    ]
    # A first plan has everybody leave an office branch, which is no branch of the roster and yet a change to them;
    # a re-plan lists what differs from the plan before it.
    leaving = frozenset(each.member.id for each in book.telling.leaving()) if replanning is None else frozenset(why)
    moved = [each for each in book.received() if each.placement.has_moved or each.member.id in leaving]
    page.across(0, 0, len(columns) - 1, book.title("changes"), book.styles.heading)
    end = page.table(
        HEADER_ROW,
        columns,
        [
            (
                number,
                book.telling.called[each.member.id],
                each.member.post,
                book.telling.earlier(each) or book.origin(each),
                book.labels[each.branch.id],
                *([why.get(each.member.id, "")] if replanning is not None else []),
                each.branch.unit,
                each.member.id,
            )
            for number, each in enumerate(moved, start=1)
        ],
    )
    if not moved:
        page.across(end, 0, len(columns) - 1, book.title("none"), book.styles.italic)
    if replanning is not None:
        end = _write_balance(book, page, max(end, HEADER_ROW + 1) + 1, len(columns) - 1, replanning)
        end = _write_prices(book, page, end, len(columns) - 1, replanning)
        for key, rows in (("joiners", _joiners(book, replanning)), ("leavers", _leavers(book, replanning))):
            # Of those who are new the old plan says nothing; the roster may say where they are.
            listing = [
                book.left("from", 30) if key == "joiners" and at == 3 else each for at, each in enumerate(columns)
            ]
            end = _write_people(book, page, end, listing, key, rows)
    page.widths(columns)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)


def _why(book: Book, move: Move) -> str:
    said = say_move(move, lambda branch: book.labels.get(branch, branch), book.report.language)
    return said[:1].upper() + said[1:]


def _write_balance(book: Book, page: Page, row: int, last: int, replanning: Replanning) -> int:
    """How many stay, and whether fewer could move; returns the row below."""
    language = book.report.language
    page.across(row, 0, last, say_balance(replanning, language), book.styles.plain)
    page.across(row + 1, 0, last, say_fewest(replanning, language), book.styles.plain)
    return row + 2


def _joiners(book: Book, replanning: Replanning) -> list[tuple[str, str, str, str, str, str]]:
    """Name, post, present branch, new branch, unit and id of everybody who is new."""
    new = frozenset(replanning.joiners)
    return [
        (
            book.telling.called[each.member.id],
            each.member.post,
            book.origin(each),
            book.labels[each.branch.id],
            each.branch.unit,
            each.member.id,
        )
        for each in book.received()
        if each.member.id in new
    ]


def _leavers(book: Book, replanning: Replanning) -> list[tuple[str, str, str, str, str, str]]:
    """The same of those who have left: of them only the old plan knows anything."""
    revision = book.report.rosters.revision
    placed = {} if revision is None else revision.placed
    units = {branch.id: branch.unit for branch in book.report.rosters.branches}
    rows = []
    for member in replanning.leavers:
        branch = placed.get(member, "")
        name = replanning.left.get(member, "")
        rows.append((name, "", book.labels.get(branch, branch), "", units.get(branch, ""), member))
    return rows


def _write_people(
    book: Book,
    page: Page,
    row: int,
    columns: Sequence[Column],
    key: str,
    rows: Sequence[tuple[str, str, str, str, str, str]],
) -> int:
    """A list of people under the columns of the moves; returns the row below."""
    if not rows:
        return row
    page.across(row + 1, 0, len(columns) - 1, REPLAN[key].say(book.report.language), book.styles.heading)
    told = [
        (number, name, post, origin, branch, "", unit, identity)
        for number, (name, post, origin, branch, unit, identity) in enumerate(rows, start=1)
    ]
    return page.table(row + 2, columns, told)


def _write_prices(book: Book, page: Page, row: int, last: int, replanning: Replanning) -> int:
    """What each edit costs, cell by cell; returns the row below."""
    if not replanning.prices:
        return row
    language = book.report.language
    names = book.telling.called
    page.across(row + 1, 0, last, REPLAN["edits"].say(language), book.styles.heading)
    for offset, price in enumerate(replanning.prices, start=row + 2):
        edit = price.edit
        said = REPLAN[f"edit-{edit.kind}"].say(
            language,
            {"name": names.get(edit.member, edit.member), "branch": book.labels.get(edit.branch, edit.branch)},
        )
        page.across(offset, 0, last, f"{edit.address.cell}: {said} – {say_price(price, language)}", book.styles.plain)
    return row + 2 + len(replanning.prices)
