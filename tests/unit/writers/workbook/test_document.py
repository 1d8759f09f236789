"""Every xlsx is a safe one, and its bytes are the same on every machine."""

from __future__ import annotations

import ast
import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

import reassign.writers
from reassign.writers.workbook.document import finished, open_document

ROOM = Path(reassign.writers.__file__).parent


def document(day: datetime.date | None = None) -> bytes:
    stream = io.BytesIO()
    workbook = open_document(stream, day)
    sheet = workbook.add_worksheet("A")
    for row, text in enumerate(("=1+2", "https://example.org", "007")):
        sheet.write(row, 0, text)
    return finished(workbook, stream)


def test_texts_stay_texts() -> None:
    cells = openpyxl.load_workbook(io.BytesIO(document())).active["A"]

    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        ("=1+2", "s", None),
        ("https://example.org", "s", None),
        ("007", "s", None),
    ]


def test_nothing_is_deflated_since_that_differs_between_machines() -> None:
    with zipfile.ZipFile(io.BytesIO(document())) as parts:
        assert {part.compress_type for part in parts.infolist()} == {zipfile.ZIP_STORED}
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("day", [None, datetime.date(2019, 5, 16)])
def test_it_tells_the_day_of_the_plan_and_no_author(day: datetime.date | None) -> None:
    told = openpyxl.load_workbook(io.BytesIO(document(day))).properties

    assert told.created is not None
    assert told.created.date() == (day or datetime.date(2000, 1, 1))
    assert not told.creator


def test_nobody_else_begins_a_workbook() -> None:
    makers = {
        path.relative_to(ROOM).as_posix()
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Workbook"
    }

    assert makers == {"workbook/document.py"}
