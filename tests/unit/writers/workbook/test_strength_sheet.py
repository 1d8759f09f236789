"""What the branch roster says besides is carried along, one row per branch."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from reassign.domain.report import Report
from reassign.writers.workbook.render import render_workbook


def rows(report: Report) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(render_workbook(report, None))).worksheets[2]
    return list(sheet.iter_rows(min_row=3, values_only=True))


def with_columns(report: Report, columns: tuple[str, ...], cells: tuple[str, ...]) -> Report:
    """The report whose first branch was read with these columns and texts; the others had shorter rows."""
    first, *others = report.instance.branches
    branches = (replace(first, cells=cells), *others)
    return replace(
        report,
        rosters=replace(report.rosters, branch_columns=columns),
        instance=replace(report.instance, branches=branches),
    )


def test_columns_that_nobody_knows_stand_at_the_end(report: Report) -> None:
    told = rows(with_columns(report, ("id", "Điện thoại", "name", ""), ("b1", "=090", "Khu phố 1", "x")))
    plain = rows(report)

    assert [row[-2:] for row in told] == [("Điện thoại", "(4)"), ("=090", "x"), (None, None), (None, None)]
    assert [row[:-2] for row in told] == plain


def test_columns_that_have_a_meaning_are_not_repeated(report: Report) -> None:
    assert rows(with_columns(report, ("id", "needs", "max"), ("b1", "y", "7"))) == rows(report)


def test_notes_are_carried_under_their_heading(report: Report) -> None:
    told = rows(with_columns(report, ("id", "note"), ("b1", "sắp sáp nhập")))

    assert [row[-1] for row in told[:2]] == ["Ghi chú", "sắp sáp nhập"]


def test_a_running_number_of_the_roster_is_not_repeated(report: Report) -> None:
    assert rows(with_columns(report, ("id", "STT"), ("b1", "7"))) == rows(report)
