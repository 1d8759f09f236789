"""The points to decide name each matter once, and only what needs a decision."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan import ReviewItem
from reassign.domain.report import Report
from reassign.writers.workbook.render import render_workbook


def points(report: Report, findings: tuple[Finding, ...], code: str) -> list[tuple[object, object]]:
    """Matter and place of every point; the member m2 stands in the row of the findings."""
    where = CellAddress("members.csv", "", 3)
    members = tuple(
        replace(member, address=where) if member.id == "m2" else member for member in report.instance.members
    )
    plan = replace(report.plan, review=(ReviewItem(code, "m2", "b2"),))
    changed = replace(
        report,
        plan=plan,
        instance=replace(report.instance, members=members),
        findings=findings,
        language="en",
    )
    sheet = openpyxl.load_workbook(io.BytesIO(render_workbook(changed, None)))["To decide"]
    return [(row[2], row[3]) for row in sheet.iter_rows(min_row=4, values_only=True) if row[0] is not None]


def warning(code: str, row: int, value: str = "", **parameters: str | int) -> Finding:
    return Finding(code, Severity.WARNING, CellAddress("members.csv", "", row, 4), value, parameters)


def test_a_home_that_could_not_be_read_stands_once_with_both_sentences(report: Report) -> None:
    told = points(report, (warning("R014", 3, "12 Hoa Lài"),), "residence_unknown")

    assert told == [
        (
            (
                "Residence unknown; counted as living elsewhere. "
                "the place of residence is not clear from “12 Hoa Lài” [R014]"
            ),
            "members.csv!D3",
        )
    ]


def test_the_home_of_somebody_else_is_another_point(report: Report) -> None:
    told = points(report, (warning("R014", 4, "12 Hoa Lài"),), "residence_unknown")

    assert [place for _, place in told] == ["members.csv!3", "members.csv!D4"]


def test_section_lines_need_no_decision(report: Report) -> None:
    told = points(report, (warning("R027", 2, "Chi bộ KP 1"), warning("R123", 3, "x", count=2)), "pin_crosses_units")

    assert [place for _, place in told] == ["members.csv!3"]
