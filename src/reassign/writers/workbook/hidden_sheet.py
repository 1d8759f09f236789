"""The hidden sheet: what ``replan`` and ``verify`` need to work from the workbook alone."""

from __future__ import annotations

import json
from pathlib import Path

from reassign.domain.plan_workbook import (
    CHUNK,
    HIDDEN_SHEET,
    KEY_BRANCH_COLUMN,
    KEY_BRANCH_HEADING,
    KEY_CELLS,
    KEY_COMMENT_HEADING,
    KEY_DOCUMENT,
    KEY_HEADER_ROW,
    KEY_HEADING,
    KEY_ID_HEADING,
    KEY_INPUT,
    KEY_LANGUAGE,
    KEY_MEMBER_COLUMN,
    KEY_NAME_HEADING,
    KEY_PIN_COLUMN,
    KEY_PIN_HEADING,
    KEY_POLICY,
    KEY_SCHEMA,
    KEY_SEAL,
    KEY_SEED,
    KEY_SHEET,
    KEY_VERSION,
    PIN_MARK,
    PLAN_SCHEMA_VERSION,
    seal,
)
from reassign.writers.json.plan import plan_document
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import Page
from reassign.writers.workbook.plan_sheet import HEADER_ROW, PlanLayout


def write_hidden_sheet(book: Book, layout: PlanLayout, folder: Path | None) -> None:
    """Keys and texts in two columns; rows and columns are counted from one, as a spreadsheet does."""
    report = book.report
    document = plan_document(report, folder)
    inputs = document["inputs"]
    edits = (
        (each.member.id, book.labels[each.branch.id], PIN_MARK if each.placement.is_pinned else "")
        for each in book.received()
    )
    text = _compact(document)
    rows = [
        (KEY_SCHEMA, str(PLAN_SCHEMA_VERSION)),
        (KEY_VERSION, report.version),
        (KEY_SEED, str(report.instance.seed)),
        (KEY_LANGUAGE, report.language),
        (KEY_SHEET, book.sheet_name("plan")),
        (KEY_HEADER_ROW, str(HEADER_ROW + 1)),
        (KEY_MEMBER_COLUMN, str(layout.member + 1)),
        (KEY_BRANCH_COLUMN, str(layout.branch + 1)),
        (KEY_PIN_COLUMN, str(layout.pin + 1)),
        (KEY_ID_HEADING, layout.headings[layout.member]),
        (KEY_NAME_HEADING, layout.headings[layout.name]),
        (KEY_BRANCH_HEADING, layout.headings[layout.branch]),
        (KEY_PIN_HEADING, layout.headings[layout.pin]),
        (KEY_COMMENT_HEADING, layout.headings[layout.comment]),
        *((KEY_HEADING, heading) for heading in layout.own),
        (KEY_SEAL, seal(edits)),
        *((KEY_CELLS, chunk) for chunk in _chunks(_compact({"headings": layout.untaken, "members": layout.marks}))),
        *((KEY_INPUT, _compact(file)) for file in (inputs if isinstance(inputs, list) else [])),
        *((KEY_POLICY, chunk) for chunk in _chunks(_compact(document["policy"]))),
        *((KEY_DOCUMENT, chunk) for chunk in _chunks(text)),
    ]
    sheet = book.workbook.add_worksheet(HIDDEN_SHEET)
    page = Page(sheet, book.styles)
    for row, (key, value) in enumerate(rows):
        page.put(row, 0, key, book.styles.plain)
        page.put(row, 1, value, book.styles.plain)
    sheet.hide()


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _chunks(text: str) -> list[str]:
    """The text in pieces that fit into a cell; joined in their order they give it back."""
    return [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]
