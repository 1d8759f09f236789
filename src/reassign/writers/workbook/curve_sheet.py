"""The sheet of the price curve: every point, and a chart of each level that changes."""

from __future__ import annotations

from reassign.domain.curve import Curve
from reassign.messages.curve import CURVE, LEVEL_SENSES
from reassign.messages.reasons import PROOFS, say_level
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import FONT, Cell, Column, Page

_HEADER_ROW = 3
_MOST_CHARTS = 6
_CHART_ROWS = 16


def write_curve_sheet(book: Book, curve: Curve) -> None:
    """One row per number of moves; the levels in their order, without the draw; charts beside the table."""
    language = book.report.language
    name = CURVE["sheet"].say(language)
    page = Page(book.workbook.add_worksheet(name), book.styles)
    first, last = curve.points[0], curve.points[-1]
    levels = first.levels[:-1]
    columns = [
        Column(CURVE["moves-long"].say(language), 14, book.styles.integer),
        *(
            Column(
                LEVEL_SENSES[level.sense].say(language, {"level": say_level(level.names, language)}),
                18,
                book.styles.integer,
            )
            for level in levels
        ),
        Column(CURVE["proof"].say(language), 24, book.styles.left),
    ]
    page.widths(columns)
    page.across(0, 0, len(columns) - 1, CURVE["title"].say(language), book.styles.heading)
    said = CURVE["range"].say(language, {"fewest": first.moves, "most": last.moves})
    page.across(1, 0, len(columns) - 1, said, book.styles.italic)
    rows: list[list[Cell]] = [
        [point.moves, *(level.value for level in point.levels[:-1]), PROOFS[point.proof].say(language)]
        for point in curve.points
    ]
    end = page.table(_HEADER_ROW, columns, rows)
    for number, index in enumerate(curve.varying[:_MOST_CHARTS]):
        chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight"})
        chart.add_series(
            {
                "name": columns[index + 1].header,
                "categories": [name, _HEADER_ROW + 1, 0, end - 1, 0],
                "values": [name, _HEADER_ROW + 1, index + 1, end - 1, index + 1],
                "line": {"width": 1.75},
            }
        )
        chart.set_title({"name": columns[index + 1].header, "name_font": {"name": FONT, "size": 12}})
        chart.set_legend({"none": True})
        axis = {"num_font": {"name": FONT, "size": 10}}
        chart.set_x_axis({**axis, "name": columns[0].header, "min": first.moves, "max": last.moves})
        chart.set_y_axis({**axis, "major_gridlines": {"visible": True}})
        chart.set_size({"width": 520, "height": 300})
        page.sheet.insert_chart(_HEADER_ROW + number * _CHART_ROWS, len(columns) + 1, chart, {"object_position": 2})
    page.sheet.freeze_panes(_HEADER_ROW + 1, 1)
    page.print_landscape(_HEADER_ROW, CURVE["page"].say(language))
