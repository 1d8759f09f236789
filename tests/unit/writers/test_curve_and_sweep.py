"""A curve of three points and a sweep of three values in every form they are written in."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from xml.dom.minidom import parseString

import openpyxl
import pytest

from reassign.domain.curve import Curve, CurveLevel, CurvePoint
from reassign.domain.language import Language
from reassign.domain.plan import Conflict, Infeasible, LevelResult, Proof
from reassign.domain.report import Report
from reassign.domain.sweep import Sweep, SweepPoint
from reassign.writers.json.curve import curve_entries
from reassign.writers.json.infeasible import infeasible_document
from reassign.writers.json.sweep import sweep_document
from reassign.writers.step_plot import curve_svg, sweep_svg
from reassign.writers.sweep_csv import render_sweep_csv
from reassign.writers.workbook.render import render_workbook
from reassign.writers.workbook.sweep_book import render_sweep
from tests.builders import branch, instance, member

FORMULA = "=1+2"


def point(moves: int, needs: int, distance: int) -> CurvePoint:
    levels = (
        CurveLevel(("needs",), "max", needs),
        CurveLevel(("distance",), "min", distance),
        CurveLevel(("draw",), "min", 100 - moves),
    )
    return CurvePoint(moves, levels, Proof.CERTIFICATE)


CURVE = Curve((point(2, 5, 70), point(3, 6, 90), point(4, 6, 80)))


def swept(value: int | None, needs: int) -> SweepPoint:
    levels = (
        LevelResult(("needs",), "max", needs, needs, Proof.CERTIFICATE),
        LevelResult(("draw",), "min", 9, 9, Proof.SOLVER),
    )
    return SweepPoint(
        value,
        value == 3,
        levels,
        changed=None if value == 3 else 4,
        uncovered=1,
        lowest=1,
        highest=3,
        measures={"needs": 7},
    )


def panels_of(picture: str) -> int:
    """Groups in a picture, which has to be well-formed."""
    return len(parseString(picture).getElementsByTagName("g"))  # noqa: S318 - our own text


CONFLICT = Conflict("too_many_members", "P1", ("b1",), ("m1", "m2"), need=2, have=1)
SWEEP = Sweep('needs.weights."<&>"', 3, (SweepPoint(1, False, conflicts=(CONFLICT,)), swept(3, 5), swept(None, 6)))
ASKED = instance([member("m1"), member("m2"), member("m3", name="m1")], [branch("b1", name=FORMULA)])


def test_a_point_of_the_curve_in_json() -> None:
    assert curve_entries(CURVE)[0] == {
        "moves": 2,
        "levels": [
            {"names": ["needs"], "sense": "max", "value": 5},
            {"names": ["distance"], "sense": "min", "value": 70},
            {"names": ["draw"], "sense": "min", "value": 98},
        ],
        "proof": "certificate",
    }


def test_the_curve_has_a_sheet_in_the_workbook_when_it_was_asked_for(report: Report) -> None:
    plain = openpyxl.load_workbook(io.BytesIO(render_workbook(report, None)))
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(replace(report, curve=CURVE), None)))
    (name,) = set(book.sheetnames) - set(plain.sheetnames)
    sheet = book[name]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[:3] for row in rows] == [[2, 5, 70], [3, 6, 90], [4, 6, 80]]
    assert len(sheet._charts) == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pictures_are_well_formed_and_plot_what_changes(language: Language) -> None:
    curve, sweep = curve_svg(CURVE, language), sweep_svg(SWEEP, language)
    for picture, panels in ((curve, 2), (sweep, 1)):
        assert panels_of(picture) == panels
        assert "style=" not in picture
        assert "<script" not in picture
    assert sweep.count("×") == 2, "one value without a plan, and the key to the sign"


def test_a_curve_in_which_nothing_changes_has_no_picture() -> None:
    assert curve_svg(Curve(CURVE.points[:1]), "en") == ""


def test_a_sweep_without_any_plan_has_a_picture_all_the_same() -> None:
    assert panels_of(sweep_svg(Sweep("limits.max", 7, SWEEP.points[:1]), "vi")) == 0


def test_a_sweep_in_json() -> None:
    document = sweep_document(SWEEP, ASKED, "en")
    assert document["current"] == 3
    points = document["points"]
    assert isinstance(points, list)
    assert [(one["value"], one["status"]) for one in points] == [(1, "infeasible"), (3, "optimal"), ("none", "optimal")]
    assert points[0]["conflicts"] == infeasible_document(Infeasible((CONFLICT,)), ASKED, "en")["conflicts"]
    assert points[1]["priorities"][0] == {
        "names": ["needs"],
        "sense": "max",
        "value": 5,
        "bound": 5,
        "proof": "certificate",
    }
    assert json.loads(json.dumps(document)) == document


def test_a_sweep_in_csv_leaves_cells_empty_where_there_is_no_plan() -> None:
    assert render_sweep_csv(SWEEP).decode().splitlines() == [
        "value,status,needs,draw,moved,changed,uncovered,lowest,highest,measured needs",
        "1,infeasible,,,,,,,,",
        "3,optimal,5,9,0,,1,1,3,7",
        "none,optimal,6,9,0,4,1,1,3,7",
    ]


def test_a_sweep_as_workbook_holds_no_formula_and_says_why_there_is_no_plan() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_sweep(SWEEP, ASKED, "en")))
    sheet, why = book.worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0][0] == 1
    assert why.cell(4, 1).value == "1"
    assert "=1+2 can receive" in str(why.cell(4, 2).value)
    assert [row[0] for row in rows[1:3]] == ["3*", "none"]
    assert all(cell.data_type != "f" for page in book.worksheets for row in page.iter_rows() for cell in row)
    assert len(sheet._charts) == 1


def test_the_same_sweep_gives_the_same_bytes() -> None:
    assert render_sweep(SWEEP, ASKED, "vi") == render_sweep(SWEEP, ASKED, "vi")
