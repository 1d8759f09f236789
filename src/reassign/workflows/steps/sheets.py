"""Hold the sheets of a plan workbook against what its plan says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reassign import __version__
from reassign.check.result import Violation
from reassign.check.sheets import check_sheet, check_table
from reassign.domain.plan_workbook import (
    KEY_BRANCH_HEADING,
    KEY_COMMENT_HEADING,
    KEY_HEADER_ROW,
    KEY_ID_HEADING,
    KEY_LANGUAGE,
    KEY_PIN_HEADING,
    KEY_SHEET,
    KEY_VERSION,
)
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.read_grids import parse_grids
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_document import read_document
from reassign.readers.policy.case import parse_language
from reassign.workflows.steps.opening import OpenedPlan
from reassign.workflows.steps.reporting import report_of

_WORKBOOK = frozenset({"xlsx"})


def check_sheets(path: Path, name: str, opened: OpenedPlan) -> Iterator[Violation]:
    """Cells of the visible sheets that do not follow from the plan in the hidden one.

    The workbook is made again from the plan and the rosters and both are compared as texts, so a workbook
    that another program has saved is judged alike. Of a re-plan only the first sheet is compared: its other
    sheets tell prices that only solving finds. A workbook of another version of this program is not compared,
    since its words may be others.

    Args:
        path: A plan workbook whose plan was found to be right.
        name: The file as the user named it.
        opened: The plan in it.
    """
    from reassign.writers.workbook.render import render_workbook

    found = read_document(Source(path, name), _WORKBOOK)
    facts = dict(found.facts or ())
    if found.facts is None or facts.get(KEY_VERSION) != __version__:
        return
    report = report_of(opened, name, parse_language(facts[KEY_LANGUAGE]))
    content = render_workbook(report, path.parent)
    made = parse_grids(FileBytes(Source(path, name), "xlsx", content, ""))
    shown = {grid.sheet: grid.rows for grid in found.grids}
    for grid in made.grids:
        if not grid.is_visible:
            continue
        if grid.sheet == facts[KEY_SHEET]:
            editable = frozenset(facts[key] for key in (KEY_BRANCH_HEADING, KEY_PIN_HEADING, KEY_COMMENT_HEADING))
            header = int(facts[KEY_HEADER_ROW]) - 1
            key = facts[KEY_ID_HEADING]
            yield from check_table(grid.sheet, shown.get(grid.sheet, ()), grid.rows, header, key, editable)
        elif opened.plan_file.replan is None:
            yield from check_sheet(grid.sheet, shown.get(grid.sheet, ()), grid.rows)
