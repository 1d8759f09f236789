from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter

from reassign.domain import plan_workbook as keys
from reassign.readers.grids.sources import Source
from reassign.readers.rosters.incumbent import read_incumbent

PLAN = json.dumps({"schema_version": 1, "placements": [{"member": "m1", "branch": "b2"}]})


def code(path: Path) -> str:
    reading = read_incumbent(Source(path, path.name), {})
    assert reading.branches is None
    (finding,) = reading.findings
    return finding.code


def plan_workbook(path: Path, *, branch_now: str) -> Path:
    """A plan workbook as it is written, with what stands in the branch cell of ``m1`` now."""
    with xlsxwriter.Workbook(str(path)) as book:
        plan, hidden = book.add_worksheet("Kế hoạch"), book.add_worksheet(keys.HIDDEN_SHEET)
        plan.write_row(2, 0, ["Mã", "Chi bộ mới", "Ghim"])
        plan.write_row(3, 0, ["m1", branch_now, ""])
        hidden.hide()
        book.add_worksheet(keys.LIST_SHEET).write_row(0, 0, ["Chi bộ 2", "b2"])
        facts = [
            (keys.KEY_SHEET, "Kế hoạch"),
            (keys.KEY_HEADER_ROW, "3"),
            (keys.KEY_MEMBER_COLUMN, "1"),
            (keys.KEY_BRANCH_COLUMN, "2"),
            (keys.KEY_PIN_COLUMN, "3"),
            (keys.KEY_SEAL, keys.seal([("m1", "Chi bộ 2", "")])),
            (keys.KEY_DOCUMENT, PLAN[:20]),
            (keys.KEY_DOCUMENT, PLAN[20:]),
        ]
        for row, fact in enumerate(facts):
            for column, text in enumerate(fact):
                hidden.write_string(row, column, text)
    return path


def test_our_own_plan_is_read_from_its_document(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(PLAN, encoding="utf-8")

    assert read_incumbent(Source(tmp_path / "plan.json", "plan.json"), {}).branches == {"m1": "b2"}


def test_a_plan_workbook_is_read_from_its_hidden_sheet(tmp_path: Path) -> None:
    path = plan_workbook(tmp_path / "plan.xlsx", branch_now="Chi bộ 2")

    assert read_incumbent(Source(path, path.name), {}).branches == {"m1": "b2"}


def test_a_plan_workbook_that_was_edited_by_hand_is_refused(tmp_path: Path) -> None:
    assert code(plan_workbook(tmp_path / "plan.xlsx", branch_now="Chi bộ 3")) == "R069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{", "R066", id="broken JSON"),
        pytest.param("[1]", "R066", id="no object"),
        pytest.param('{"schema_version": 1}', "R066", id="no placements"),
        pytest.param('{"schema_version": 1, "placements": [{"member": 1, "branch": "b1"}]}', "R066", id="no text"),
        pytest.param('{"schema_version": 99, "placements": []}', "R067", id="a newer plan"),
    ],
)
def test_documents_that_are_no_plans(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")

    assert code(tmp_path / "plan.json") == expected
