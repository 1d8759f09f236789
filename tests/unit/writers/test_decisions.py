"""Workbook, page and documents ask an officer the same questions."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

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


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        pytest.param("Xin được về KP 2", True, id="a-request"),
        pytest.param("đề nghị: gần nhà", True, id="a-request-with-a-sign"),
        pytest.param("Đang nghỉ thai sản.", True, id="an-absence"),
        pytest.param("asks for KP 2", True, id="english"),
        pytest.param("xinh", False, id="part-of-a-word"),
        pytest.param("HĐND phường", False, id="a-remark"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_notes_that_ask_for_something_are_listed(report: Report, note: str, is_told: bool) -> None:
    first, *others = report.instance.members
    asked = replace(first, note=note, columns={"note": 9}, address=CellAddress("members.csv", "", 2))
    found = decisions(tell(replace(report, instance=replace(report.instance, members=(asked, *others)))))
    places = [point.place for point in found if point.about.startswith("Nguyễn Văn An (m1)")]

    assert places == ([CellAddress("members.csv", "", 2, 9)] if is_told else [])


def test_homes_elsewhere_are_counted_by_unit(report: Report) -> None:
    members = tuple(replace(each, residence_unit="P9") for each in report.instance.members)
    found = decisions(tell(replace(report, instance=replace(report.instance, members=members))))

    assert [(point.about, point.matter[:2]) for point in found if "cư trú ngoài" in point.matter] == [
        ("P1", "3 "),
        ("P2", "1 "),
    ]


def test_namesakes_of_a_unit_are_one_point(report: Report) -> None:
    members = tuple(replace(each, name="Nguyễn Văn An") for each in report.instance.members)
    found = decisions(tell(replace(report, instance=replace(report.instance, members=members))))
    (point,) = [point for point in found if "trùng họ tên" in point.matter]

    assert "3 người" in point.matter
    assert "m1 → Khu phố 1; m2 → Khu phố 2; m3 → Khu phố 2" in point.matter
