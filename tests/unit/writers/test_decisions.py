"""Workbook, page and documents ask an officer the same questions."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan import ReviewItem
from reassign.domain.report import Report
from reassign.writers.decisions import decisions
from reassign.writers.html.page import render_page
from reassign.writers.letters.values import point_values
from reassign.writers.telling import tell
from reassign.writers.workbook.render import render_workbook


def unclear(report: Report) -> Report:
    """Member m2's home was not understood; the rest are remarks that ask nobody to decide."""
    where = CellAddress("members.csv", "", 3)
    members = tuple(replace(each, address=where) if each.id == "m2" else each for each in report.instance.members)
    findings = (
        Finding("R014", Severity.WARNING, CellAddress("members.csv", "", 3, 4), "12 Hoa Lài", {}, ("Hoa Lan",)),
        Finding("R027", Severity.WARNING, CellAddress("members.csv", "", 9), "Chi bộ KP 1"),
        Finding("R139", Severity.WARNING, CellAddress("members.csv"), "members.csv", {"role": "members"}),
        Finding("R149", Severity.WARNING, CellAddress("events.csv"), "", {"count": 1, "date": "16/05/2019"}),
        Finding("R155", Severity.WARNING, CellAddress("pins.csv"), "pins.csv", {"role": "pins"}),
    )
    plan = replace(report.plan, review=(ReviewItem("residence_unknown", "m2", "b2"),))
    instance = replace(report.instance, members=members)
    return replace(report, plan=plan, instance=instance, findings=findings, language="en")


def test_who_is_meant_is_told_with_the_id_and_the_nearest_spelling(report: Report) -> None:
    (point,) = decisions(tell(unclear(report)))

    assert point.about == "=1+2 (m2) → Khu phố 2"
    assert point.matter.endswith("“12 Hoa Lài” (Hoa Lan) [R014]")
    assert point.place == CellAddress("members.csv", "", 3, 4)


def test_every_document_lists_the_same_points(report: Report) -> None:
    asked = unclear(report)
    (point,) = decisions(tell(asked))
    sheet = openpyxl.load_workbook(io.BytesIO(render_workbook(asked, None)))["To decide"]
    in_workbook = [(row[1], row[2]) for row in sheet.iter_rows(min_row=4, values_only=True) if row[0] is not None]
    in_letters = [(row["subject"], row["matter"]) for row in point_values(tell(asked))]
    page = render_page(asked).decode()

    assert in_workbook == in_letters == [(point.about, point.matter)]
    assert page.count("[R014]") == 1
    assert "[R027]" not in page
