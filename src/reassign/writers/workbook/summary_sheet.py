"""Sheet 7: status, levels with their proof, figures per unit and two charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reassign.messages.committees import say_committees
from reassign.messages.reasons import say_counted, say_level
from reassign.messages.workbook import say_proof
from reassign.writers.figures import UnitFigures, people
from reassign.writers.totals import totals_of
from reassign.writers.unknown_figures import unknown_figures
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import FONT, Cell, Column, Page
from reassign.writers.workbook.strength_sheet import FIGURES as STRENGTH_COLUMNS
from reassign.writers.workbook.strength_sheet import HEADER_ROW as STRENGTH_HEADER

_UNIT_COLUMNS = ("unit", "branch_count", "received", "lowest", "mean", "highest", "residents", "non_residents")
_PEOPLE_COLUMNS = ("officials_after", "probationary", "exempt", "women", "young", "minorities", "uncovered")
_LAST_COLUMN = len(_UNIT_COLUMNS) + len(_PEOPLE_COLUMNS) - 1
_MOST_BESIDE = 30
"""Units whose names are still legible below a chart of half the width."""

_HALF = 560
"""Width of a chart that leaves room for another one [pixels]."""

_CHART_ROWS = 18


def write_summary_sheet(book: Book) -> None:
    """Everything about the plan that fits on a page or two."""
    page = book.page("summary")
    columns = [
        book.left("unit", 34),
        *(book.center(key, 12) for key in _UNIT_COLUMNS[1:]),
        *(book.center(key, 12) for key in _PEOPLE_COLUMNS),
    ]
    mean = _UNIT_COLUMNS.index("mean")
    columns[mean] = Column(columns[mean].header, 12, book.styles.mean)
    page.widths(columns)
    page.across(0, 0, _LAST_COLUMN, book.title("summary"), book.styles.heading)
    page.across(1, 0, _LAST_COLUMN, book.report.instance.policy.name, book.styles.italic)
    sentences = _sentences(book)
    for row, text in enumerate(sentences, start=2):
        page.across(row, 0, _LAST_COLUMN, text, book.styles.plain)
    end = _write_levels(book, page, len(sentences) + 3)
    page.put(end + 1, 0, book.title("units"), book.styles.section)
    top = end + 2
    rows = [_row(book, unit.unit, [unit]) for unit in book.units]
    last = page.table(top, columns, rows)
    if len(book.units) > 1:
        for column, value in enumerate(_row(book, book.header("total"), book.units)):
            page.put(last, column, value, book.styles.total_mean if column == mean else book.styles.total)
        last += 1
    if rows:
        _draw_charts(book, page, top, len(rows), last + 1)
    page.print_landscape(0, book.title("page"))


def _sentences(book: Book) -> list[str]:
    """Status, the figures that are asked for first, and what makes the plan repeatable."""
    plan = book.report.plan
    totals = totals_of(book.report)
    facts = book.remark(
        "facts",
        members=totals.placed,
        branches=totals.branches,
        units=len(book.units),
        leaving=totals.leaving,
        moved=totals.moved,
        idle=sum(not placement.tasks for placement in plan.placements),
        uncovered=totals.uncovered,
    )
    seats = totals.committees
    return [
        book.remark(plan.status),
        facts,
        *(
            []
            if seats is None
            else [say_committees(seats.filled, seats.vacancies, seats.seats, seats.share, book.report.language)]
        ),
        *(book.remark("unknown_figures", figures=each) for each in unknown_figures(book.telling)),
        book.remark("seed", seed=book.report.instance.seed, version=book.report.version),
    ]


def _write_levels(book: Book, page: Page, top: int) -> int:
    """The levels in their order; returns the row after the table."""
    page.put(top - 1, 0, book.title("levels"), book.styles.section)
    for column, key in enumerate(("level", "value", "bound")):
        page.put(top, column, book.header(key), book.styles.header)
    page.across(top, 3, 6, book.header("counted"), book.styles.header)
    page.across(top, 7, _LAST_COLUMN, book.header("proof"), book.styles.header)
    for row, level in enumerate(book.report.plan.levels, start=top + 1):
        page.put(row, 0, say_level(level.names, book.report.language), book.styles.left)
        counted = say_counted(
            level.names, book.report.language, has_distance_table=book.report.rosters.distances is not None
        )
        page.put(row, 1, level.value, book.styles.integer)
        page.put(row, 2, level.bound, book.styles.integer)
        page.across(row, 3, 6, counted, book.styles.left)
        page.across(row, 7, _LAST_COLUMN, say_proof(level, book.report.language), book.styles.left)
    return top + 1 + len(book.report.plan.levels)


def _row(book: Book, name: str, units: Sequence[UnitFigures]) -> list[Cell]:
    """Figures of one unit, or of several together."""
    branches = [each for unit in units for each in unit.branches]
    received = [each for unit in units for each in unit.received]
    loads = [each.load.received for each in branches]
    counted = people(received, book.report.instance.policy.effective)
    officials = [each.officials_after for each in branches if each.officials_after is not None]
    return [
        name,
        len(branches),
        len(received),
        min(loads),
        len(received) / len(branches),
        max(loads),
        counted.count - counted.non_residents - counted.residence_unknown,
        counted.non_residents,
        # A sum with unknown branches left out would read as the whole.
        sum(officials) if len(officials) == len(branches) else None,
        counted.probationary,
        counted.exempt,
        counted.women,
        counted.young,
        counted.minorities,
        sum(len(each.load.uncovered) for each in branches),
    ]


@dataclass(frozen=True, slots=True)
class _Source:
    """Cells that a chart draws: a sheet, its row of headings, how many rows follow, and columns.

    Attributes:
        names: Column of what stands below the bars.
        series: Columns of the bars, zero-based like rows.
    """

    sheet: str
    header: int
    count: int
    names: int
    series: tuple[int, ...]


def _draw_charts(book: Book, page: Page, header: int, count: int, row: int) -> None:
    """Loads beside residents and non-residents: per unit, or per branch where there is one unit."""
    loads, homes = _sources(book, header, count)
    # One below the other they would be cut by the end of a printed page.
    beside = loads.count <= _MOST_BESIDE
    width = _HALF if beside else min(1_500, 40 * loads.count)
    is_stacked = count > 1
    for number, (source, options, title) in enumerate(
        (
            (loads, {"type": "column"}, "loads_chart"),
            (homes, {"type": "column"} | ({"subtype": "stacked"} if is_stacked else {}), "residents_chart"),
        )
    ):
        chart = book.workbook.add_chart(options)
        first, last = source.header + 1, source.header + source.count
        for column in source.series:
            chart.add_series(
                {
                    "name": [source.sheet, source.header, column],
                    "categories": [source.sheet, first, source.names, last, source.names],
                    "values": [source.sheet, first, column, last, column],
                }
            )
        chart.set_title({"name": book.remark(title), "name_font": {"name": FONT, "size": 13}, "overlay": False})
        chart.set_legend({"position": "bottom", "font": {"name": FONT, "size": 11}})
        chart.set_x_axis({"num_font": {"name": FONT, "size": 10}})
        chart.set_y_axis({"num_font": {"name": FONT, "size": 10}, "major_gridlines": {"visible": True}, "min": 0})
        chart.set_size({"width": width, "height": 340})
        page.sheet.insert_chart(
            row + (0 if beside else number * _CHART_ROWS), 7 * number if beside else 0, chart, {"object_position": 2}
        )


def _sources(book: Book, header: int, count: int) -> tuple[_Source, _Source]:
    """Cells of the loads and of the homes; a chart of a single unit would be a single bar."""
    if count == 1:
        branches = len(book.units[0].branches)
        sheet = book.sheet_name("strength")
        received, away = (STRENGTH_COLUMNS.index(key) for key in ("received", "non_residents"))
        names = STRENGTH_COLUMNS.index("branch")
        return (
            _Source(sheet, STRENGTH_HEADER, branches, names, (received,)),
            _Source(sheet, STRENGTH_HEADER, branches, names, (received, away)),
        )
    sheet = book.sheet_name("summary")
    loads = tuple(_UNIT_COLUMNS.index(key) for key in ("lowest", "mean", "highest"))
    homes = tuple(_UNIT_COLUMNS.index(key) for key in ("residents", "non_residents"))
    return _Source(sheet, header, count, 0, loads), _Source(sheet, header, count, 0, homes)
