"""A comparison of two plans in the forms it is written in."""

from __future__ import annotations

import io
import json

import openpyxl

from reassign.domain.comparison import (
    Change,
    ComparedLevel,
    ComparedLoad,
    ComparedPlan,
    Comparison,
    Difference,
    Effect,
    Passage,
)
from reassign.writers.json.comparison import comparison_document
from reassign.writers.workbook.comparison_book import render_comparison

FORMULA = "=1+2"
COMPARISON = Comparison(
    plans=(
        ComparedPlan("a.json", FORMULA, "optimal", 0, 2, 2, 0, 1, is_measured=True),
        ComparedPlan("b.json", "B", "feasible", 0, 2, 1, 1, 0, is_measured=True),
    ),
    differences=(
        Difference("policy.limits.max", (7, "none")),
        Difference("policy.priorities.order", ('["needs"]', None)),
    ),
    levels=(
        ComparedLevel(("needs",), "max", (4, 3), (True, False)),
        ComparedLevel(("draw",), "min", (9, 8), (True, True)),
    ),
    loads=(
        ComparedLoad("b1", "Chi bộ 1", "P1", (1, 2), ((1, 7), (1, None))),
        ComparedLoad("b2", "Chi bộ 2", "P1", (1, None), ((0, 7), None)),
    ),
    changes=(
        Change(
            plan=1,
            member="m1",
            name=FORMULA,
            unit="P1",
            before="b2",
            after="b1",
            before_name="Chi bộ 2",
            after_name="Chi bộ 1",
            outcome="loses",
            effects=(Effect("residence", 2, 1), Effect("distance", 100, 450)),
            reasons_before=("residence_area",),
            reasons_after=("minimum",),
        ),
    ),
    passages=(Passage(1, "m9", "Vũ Em", "b1", "Chi bộ 1", has_joined=True),),
)


def test_json_names_plans_by_index_and_keeps_what_is_absent_as_null() -> None:
    document = comparison_document(COMPARISON)
    assert json.loads(json.dumps(document)) == document
    assert document["same"] is False
    assert document["differences"] == [
        {"key": "policy.limits.max", "values": [7, "none"]},
        {"key": "policy.priorities.order", "values": ['["needs"]', None]},
    ]
    assert document["loads"] == [
        {"branch": "b1", "name": "Chi bộ 1", "unit": "P1", "received": [1, 2], "min": [1, 1], "max": [7, None]},
        {"branch": "b2", "name": "Chi bộ 2", "unit": "P1", "received": [1, None], "min": [0, None], "max": [7, None]},
    ]
    assert document["moves"] == [
        {
            "plan": 1,
            "member": "m1",
            "name": FORMULA,
            "from": "b2",
            "to": "b1",
            "outcome": "loses",
            "effects": [
                {"priority": "residence", "before": 2, "after": 1},
                {"priority": "distance", "before": 100, "after": 450},
            ],
            "reasons": {"from": ["residence_area"], "to": ["minimum"]},
        }
    ]
    assert document["joined"] == [{"plan": 1, "member": "m9", "name": "Vũ Em", "branch": "b1"}]
    assert document["left"] == []


def test_the_workbook_says_it_in_words_and_holds_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_comparison(COMPARISON, "vi")))
    overview, loads, changes = book.worksheets
    told = [[cell.value for cell in row] for row in changes.iter_rows(min_row=4, max_row=5)]
    assert told[0][2] == FORMULA
    assert told[0][6:8] == [
        "bị thiệt",
        "rời địa bàn nơi cư trú, còn trong phường, xã; xa hơn 350 (100 → 450)",
    ]
    assert told[1][2] == "Vũ Em"
    assert [cell.value for cell in loads[4]] == ["P1", "Chi bộ 1", "b1", 1, "1–7", 2, "1–∞"]
    assert any(cell.value == "Lĩnh vực được bổ sung" for row in overview.iter_rows() for cell in row), (
        "the order in words"
    )
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render_comparison(COMPARISON, "en") == render_comparison(COMPARISON, "en")
