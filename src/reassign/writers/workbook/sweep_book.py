"""The workbook of a sweep: a row per value and a chart of every level that changes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.sweep import Sweep, SweepPoint
from reassign.messages.curve import LEVEL_SENSES
from reassign.messages.infeasible import Teller
from reassign.messages.reasons import say_level
from reassign.messages.sweep import SWEEP, say_measure, say_point
from reassign.writers.workbook.document import finished, open_document
from reassign.writers.workbook.page import FONT, Cell, Column, Page, make_styles

_HEADER_ROW = 2
_MOST_CHARTS = 6
_CHART_ROWS = 16
_FIRST_LEVEL = 2


def render_sweep(sweep: Sweep, instance: Instance, language: Language) -> bytes:
    """An xlsx whose bytes depend on the arguments alone.

    Raises:
        OutputError: The rows do not fit on a sheet (``output-sheet-full``).
    """
    stream = io.BytesIO()
    workbook = open_document(stream)
    styles = make_styles(workbook)
    name = SWEEP["sheet"].say(language)
    page = Page(workbook.add_worksheet(name), styles)
    example = sweep.feasible[:1]
    levels = [level for point in example for level in point.levels[:-1]]
    headings = [
        LEVEL_SENSES[level.sense].say(language, {"level": say_level(level.names, language)}) for level in levels
    ]
    measures = [key for point in example for key in point.measures]
    counts = ("moved-long", "changed-long", "uncovered-long")
    columns = [
        Column(sweep.key, 18, styles.center),
        Column(SWEEP["status"].say(language), 24, styles.left),
        *(Column(heading, 16, styles.integer) for heading in headings),
        *(Column(SWEEP[key].say(language), 16, styles.integer) for key in counts),
        Column(SWEEP["loads-long"].say(language), 16, styles.center),
        *(Column(say_measure(key, language), 20, styles.integer) for key in measures),
    ]

    def row(point: SweepPoint) -> list[Cell]:
        star = "*" if point.is_current else ""
        cells: list[Cell] = [
            point.value if point.value is not None and not star else f"{say_point(point.value, language)}{star}"
        ]
        if not point.is_feasible:
            return [*cells, SWEEP["infeasible"].say(language), *[None] * (len(columns) - 2)]
        return [
            *cells,
            SWEEP[point.status].say(language),
            *(level.value for level in point.levels[:-1]),
            point.moved,
            point.changed,
            point.uncovered,
            f"{point.lowest}–{point.highest}",
            *(point.measures[key] for key in measures),
        ]

    values = f"{say_point(sweep.points[0].value, language)} … {say_point(sweep.points[-1].value, language)}"
    title = SWEEP["title"].say(language, {"key": sweep.key, "values": values})
    page.widths(columns)
    page.across(0, 0, len(columns) - 1, title, styles.heading)
    current = SWEEP["current"].say(language, {"value": say_point(sweep.current, language)})
    page.across(1, 0, len(columns) - 1, current, styles.italic)
    end = page.table(_HEADER_ROW, columns, [row(point) for point in sweep.points])
    for number, index in enumerate(sweep.varying[:_MOST_CHARTS]):
        chart = workbook.add_chart({"type": "line"})
        chart.add_series(
            {
                "name": headings[index],
                "categories": [name, _HEADER_ROW + 1, 0, end - 1, 0],
                "values": [name, _HEADER_ROW + 1, index + _FIRST_LEVEL, end - 1, index + _FIRST_LEVEL],
                "marker": {"type": "circle", "size": 5},
            }
        )
        chart.set_title({"name": headings[index], "name_font": {"name": FONT, "size": 12}})
        chart.set_legend({"none": True})
        axis = {"num_font": {"name": FONT, "size": 10}}
        chart.set_x_axis({**axis, "name": sweep.key})
        chart.set_y_axis({**axis, "major_gridlines": {"visible": True}, "num_format": "#,##0"})
        chart.set_size({"width": 520, "height": 300})
        place = (end + 1 + number // 2 * _CHART_ROWS, 0 if number % 2 == 0 else 5)
        page.sheet.insert_chart(*place, chart, {"object_position": 2})
    page.sheet.freeze_panes(_HEADER_ROW + 1, 1)
    page.print_landscape(_HEADER_ROW, SWEEP["page"].say(language))
    if len(sweep.feasible) < len(sweep.points):
        teller = Teller(instance, language)
        _write_conflicts(
            Page(workbook.add_worksheet(SWEEP["sheet-conflicts"].say(language)), styles),
            [
                [say_point(point.value, language), teller.conflict(conflict)]
                for point in sweep.points
                for conflict in point.conflicts
            ],
            sweep.key,
            language,
        )
    return finished(workbook, stream)


def _write_conflicts(page: Page, rows: Sequence[Sequence[Cell]], key: str, language: Language) -> None:
    """Why a value has no plan, every conflict on a row."""
    columns = [
        Column(key, 18, page.styles.center),
        Column(SWEEP["conflict"].say(language), 110, page.styles.left),
    ]
    page.widths(columns)
    page.across(0, 0, 1, SWEEP["conflict"].say(language), page.styles.heading)
    page.table(_HEADER_ROW, columns, rows)
    page.sheet.freeze_panes(_HEADER_ROW + 1, 1)
    page.print_landscape(_HEADER_ROW, SWEEP["page"].say(language))
