"""Sheet 1: the plan as a table that can be edited, with the heading of a party paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.errors import InternalError
from reassign.domain.plan_workbook import LIST_SHEET, PIN_MARK, cell_mark
from reassign.domain.roster import LIST_SEPARATOR, MEMBER_KEYS
from reassign.domain.vietnamese import tidy
from reassign.writers.csv_table import carried_names
from reassign.writers.figures import Received
from reassign.writers.namesakes import called_beside_birth_dates
from reassign.writers.running_number import is_running_number
from reassign.writers.workbook.book import Book, shown_date
from reassign.writers.workbook.choices import Choices
from reassign.writers.workbook.page import Cell, Column, Page

HEADER_ROW = 5
"""Zero-based row of the table's header."""

TABLE_NAME = "reassign_plan"
_LONGEST_HEADER = 255

_ROOM = 1.5
"""Room that a column has around its longest text [characters]."""

_BOLD_LETTER = 1.15
"""Width of a letter of a heading [characters]."""

_WIDEST_GROUNDS = 44

_TAKEN = frozenset({"number", "id", "to", "pin", "comment", "added"})
"""Columns that are read back, and those in which anything may stand."""

_BIRTH_DATES = frozenset({"birth_date_male", "birth_date_female"})
"""Columns of rosters whose birth dates tell the sex; the sheet has such columns of its own."""


@dataclass(frozen=True, slots=True)
class PlanLayout:
    """Where the readers of the sheet find what can be edited (zero-based columns).

    Attributes:
        headings: Headings of all columns.
        own: Headings that the program wrote, those of columns added by hand left out.
        untaken: Headings of columns from which a re-plan takes nothing back.
        marks: By member id what those columns say, a mark each.
    """

    member: int
    name: int
    branch: int
    pin: int
    comment: int
    headings: tuple[str, ...]
    own: tuple[str, ...]
    untaken: tuple[str, ...]
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A column with the way to fill it."""

    key: str
    column: Column
    value: Callable[[int, Received], Cell]


def write_plan_sheet(book: Book, choices: Choices) -> PlanLayout:
    """The appendix of a party plan, then member id and the roster's own columns outside the printed part."""
    page = book.page("plan")
    printed = _printed_parts(book)
    parts = [*printed, *_further_parts(book)]
    names = carried_names([tidy(part.column.header)[: _LONGEST_HEADER - 9] for part in parts], ())
    received = book.received()
    rows = [[part.value(number, each) for part in parts] for number, each in enumerate(received, start=1)]
    widths = _widths(printed, rows) + [part.column.width for part in parts[len(printed) :]]
    columns = [Column(name, width, part.column.style) for name, width, part in zip(names, widths, parts, strict=True)]
    last = page.table(HEADER_ROW, columns, rows)
    page.widths(columns)
    keys = [part.key for part in parts]
    untaken = [column for column, key in enumerate(keys) if key not in _TAKEN]
    layout = PlanLayout(
        member=keys.index("id"),
        name=keys.index("name"),
        branch=keys.index("to"),
        pin=keys.index("pin"),
        comment=keys.index("comment"),
        headings=tuple(names),
        own=tuple(name for name, part in zip(names, parts, strict=True) if part.key != "added"),
        untaken=tuple(names[column] for column in untaken),
        marks={
            each.member.id: "".join(cell_mark(row[column]) for column in untaken)
            for each, row in zip(received, rows, strict=True)
        },
    )
    _write_heading(book, page, len(printed) - 1)
    if rows:
        page.sheet.add_table(
            HEADER_ROW,
            0,
            last - 1,
            len(columns) - 1,
            {
                "name": TABLE_NAME,
                "style": None,
                "columns": [{"header": name, "header_format": book.styles.header} for name in names],
            },
        )
        _write_dropdowns(book, page, layout, choices, received)
    _write_signatures(book, page, last + 1, len(printed) - 1)
    page.print_landscape(HEADER_ROW, book.title("page"))
    page.sheet.print_area(0, 0, last + 1, len(printed) - 1)
    page.sheet.freeze_panes(HEADER_ROW + 1, 2)
    return layout


def _widths(printed: Sequence[_Part], rows: Sequence[Sequence[Cell]]) -> list[float]:
    """Widths of the printed columns: no wider than their texts; what is left over goes to the grounds."""
    widths = []
    for index, part in enumerate(printed):
        heading = max(map(len, part.column.header.split())) * _BOLD_LETTER
        widths.append(min(part.column.width, max(_longest(row[index] for row in rows), heading) + _ROOM))
    grounds = next(index for index, part in enumerate(printed) if part.key == "reasons")
    left = sum(part.column.width for part in printed) - sum(widths)
    wanted = min(_longest(row[grounds] for row in rows) + _ROOM, _WIDEST_GROUNDS)
    widths[grounds] += max(min(left, wanted - widths[grounds]), 0)
    return widths


def _longest(cells: Iterable[Cell]) -> int:
    """Letters of the longest line."""
    return max((len(line) for cell in cells for line in ("" if cell is None else str(cell)).split("\n")), default=0)


def _printed_parts(book: Book) -> list[_Part]:
    """Columns of the appendix; sexes share a column of birth dates unless all are known."""
    names = called_beside_birth_dates((each.member for each in book.received()), book.report.language)
    parts = [
        _Part("number", book.center("number", 5.5), lambda number, _: number),
        _Part("name", book.left("name", 18), lambda _, each: names[each.member.id]),
        *_birth_parts(book),
        _Part("post", book.left("post", 14), lambda _, each: each.member.post),
        _Part("fields", book.left("fields", 14), lambda _, each: LIST_SEPARATOR.join(each.member.fields)),
        _Part("residence", book.left("residence", 20), lambda _, each: book.residence(each)),
        _Part("joined", book.center("joined", 11.5), lambda _, each: shown_date(each.member.joined)),
        _Part("official", book.center("official", 11.5), lambda _, each: shown_date(each.member.official_date)),
        _Part("from", book.left("from", 14), lambda _, each: book.origin(each)),
    ]
    if len(book.units) > 1:
        parts.append(_Part("unit", book.left("unit", 11), lambda _, each: each.branch.unit))
    return [
        *parts,
        _Part(
            "to", Column(book.header("to"), 16, book.styles.edit), lambda _, each: book.labels[each.placement.branch]
        ),
        _Part(
            "pin",
            Column(book.header("pin"), 6, book.styles.edit),
            lambda _, each: PIN_MARK if each.placement.is_pinned else "",
        ),
        _Part("reasons", book.left("reasons", 24), lambda _, each: book.telling.reasons(each)),
        _Part("tasks", book.left("tasks", 14), lambda _, each: LIST_SEPARATOR.join(each.placement.tasks)),
        _Part("note", book.left("note", 10), lambda _, each: each.member.note),
        _Part(
            "comment",
            Column(book.header("comment"), 16, book.styles.edit),
            lambda _, each: book.desk.comments.get(each.member.id, ""),
        ),
    ]


def _birth_parts(book: Book) -> list[_Part]:
    if all(each.member.sex for each in book.received()):
        return [_birth_part(book, "male"), _birth_part(book, "female")]
    sexes = {"male": book.remark("male"), "female": book.remark("female")}
    return [
        _Part("birth", book.center("birth", 11.5), lambda _, each: shown_date(each.member.birth_date)),
        _Part("sex", book.center("sex", 8), lambda _, each: sexes.get(each.member.sex, "")),
    ]


def _birth_part(book: Book, sex: str) -> _Part:
    return _Part(
        f"birth_{sex}",
        book.center(f"birth_{sex}", 11.5),
        lambda _, each: shown_date(each.member.birth_date) if each.member.sex == sex else "",
    )


def _further_parts(book: Book) -> list[_Part]:
    """Member id and every column of the roster that has no meaning of its own here and does more than count rows."""
    parts = [_Part("id", book.left("id", 16), lambda _, each: each.member.id)]
    members = book.report.rosters.members
    for index, column in enumerate(book.report.rosters.member_columns):
        if column in MEMBER_KEYS or column in _BIRTH_DATES:
            continue
        if not is_running_number(column, (member.cells[index] for member in members if index < len(member.cells))):
            parts.append(_carried_part(book, index, column))
    return [*parts, *(_added_part(book, index, heading) for index, heading in enumerate(book.desk.headings))]


def _added_part(book: Book, index: int, heading: str) -> _Part:
    """A column that was added by hand to the workbook of the old plan."""
    return _Part(
        "added",
        Column(heading or f"({index + 1})", 18, book.styles.left),
        lambda _, each: book.desk.cells[each.member.id][index] if each.member.id in book.desk.cells else "",
    )


def _carried_part(book: Book, index: int, column: str) -> _Part:
    return _Part(
        "",
        Column(column or f"({index + 1})", 18, book.styles.left),
        lambda _, each: each.member.cells[index] if index < len(each.member.cells) else "",
    )


def _write_heading(book: Book, page: Page, last: int) -> None:
    """Issuing body left, the Party's name right, title, draft mark (36-HD/VPTW); number and date stay blank."""
    left, right = last // 3, last - last // 3
    policy = book.report.instance.policy
    unit = book.units[0].unit.upper() if len(book.units) == 1 else "……………………………"
    page.across(0, 0, left, book.title("superior"), book.styles.quiet)
    page.across(0, right, last, book.title("party"), book.styles.issuer)
    page.across(1, 0, left, book.title("issuer", unit=unit), book.styles.issuer)
    page.across(1, right, last, book.title("date"), book.styles.italic)
    page.across(2, 0, left, book.title("number"), book.styles.quiet)
    page.across(3, 0, last, book.title("plan"), book.styles.heading)
    parts = [book.title("draft"), policy.name]
    if policy.effective is not None:
        parts.append(book.title("effective", date=shown_date(policy.effective.isoformat())))
    page.across(4, 0, last, " – ".join(part for part in parts if part), book.styles.italic)
    for row in range(HEADER_ROW):
        page.sheet.set_row(row, 19)


def _write_signatures(book: Book, page: Page, row: int, last: int) -> None:
    page.across(row, 0, last // 3, book.title("preparer"), book.styles.issuer)
    page.across(row, last - last // 3, last, book.title("signer"), book.styles.issuer)
    page.sheet.set_row(row, 19)


def _write_dropdowns(
    book: Book, page: Page, layout: PlanLayout, choices: Choices, received: Sequence[Received]
) -> None:
    """One dropdown over every run of rows with the same choice."""
    start = 0
    while start < len(received):
        span = choices.span(received[start])
        end = start
        while end + 1 < len(received) and choices.span(received[end + 1]) == span:
            end += 1
        first, last = span
        failed = page.sheet.data_validation(
            HEADER_ROW + 1 + start,
            layout.branch,
            HEADER_ROW + 1 + end,
            layout.branch,
            {
                "validate": "list",
                "source": f"='{LIST_SHEET}'!$A${first}:$A${last}",
                "error_title": book.remark("choose_title"),
                "error_message": book.remark("choose"),
            },
        )
        if failed:
            raise InternalError("workbook-dropdown", {"row": HEADER_ROW + 2 + start})
        start = end + 1
    page.sheet.data_validation(
        HEADER_ROW + 1,
        layout.pin,
        HEADER_ROW + len(received),
        layout.pin,
        {"validate": "list", "source": [PIN_MARK], "error_type": "warning"},
    )
