"""The summary workbook of a batch: cases, levels, open needs, findings."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reassign.domain.batch import BatchReport, CaseRecord
from reassign.domain.plan import Proof
from reassign.messages.batch import BATCH
from reassign.messages.reasons import PROOFS, say_level
from reassign.writers.workbook.document import finished, open_document
from reassign.writers.workbook.page import Cell, Column, Page, Styles, make_styles

_COUNTS = ("members", "branches", "placed", "moved", "to_review")


def render_batch_book(report: BatchReport) -> bytes:
    """An xlsx whose bytes depend on the report alone.

    Raises:
        OutputError: The rows do not fit on a sheet (``output-sheet-full``).
    """
    stream = io.BytesIO()
    workbook = open_document(stream)
    styles = make_styles(workbook)

    def say(key: str) -> str:
        return BATCH[key].say(report.language)

    def sheet(key: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], total: Sequence[Cell] = ()) -> None:
        page = Page(workbook.add_worksheet(say(f"sheet-{key}")), styles)
        page.widths(columns)
        page.across(0, 0, len(columns) - 1, say("title" if key == "cases" else f"title-{key}"), styles.heading)
        end = page.table(2, columns, rows)
        for column, value in enumerate(total):
            page.put(end, column, value, styles.total)
        if not rows:
            page.put(end, 0, say("none"), styles.plain)
        page.sheet.freeze_panes(3, 1)
        page.sheet.autofilter(2, 0, max(end - 1, 2), len(columns) - 1)
        page.print_landscape(2, say("page"))

    sheet(
        "cases", _case_columns(styles, report), [_case_row(record, report) for record in report.records], _total(report)
    )
    sheet(
        "levels",
        _columns(styles, report, ("case", 30), ("level", 34), ("value", 14), ("bound", 14), ("proof", 30)),
        _levels(report),
    )
    sheet("needs", _columns(styles, report, ("case", 30), ("unit", 26), ("branch", 34), ("need", 30)), _needs(report))
    sheet(
        "findings",
        _columns(styles, report, ("case", 30), ("code", 9), ("place", 40), ("message", 70)),
        _findings(report),
    )
    return finished(workbook, stream)


def _columns(styles: Styles, report: BatchReport, *widths: tuple[str, float]) -> list[Column]:
    return [Column(BATCH[key].say(report.language), width, styles.left) for key, width in widths]


def _case_columns(styles: Styles, report: BatchReport) -> list[Column]:
    wide = {"case": 30, "name": 34, "status": 26}
    keys = ("case", "name", "status", *_COUNTS, "open_needs", "proved", "errors", "warnings")
    return [
        Column(BATCH[key].say(report.language), wide.get(key, 11), styles.left if key in wide else styles.center)
        for key in keys
    ]


def _case_row(record: CaseRecord, report: BatchReport) -> list[Cell]:
    proved = sum(level.proof is not Proof.NONE for level in record.levels)
    return [
        record.case,
        record.title,
        BATCH[record.status].say(report.language),
        *(record.counts.get(key) for key in _COUNTS),
        len(record.open_needs) if record.levels else None,
        f"{proved}/{len(record.levels)}" if record.levels else None,
        record.counts.get("errors"),
        record.counts.get("warnings"),
    ]


def _total(report: BatchReport) -> list[Cell]:
    """Sums over all cases."""
    records = report.records
    failed = sum(record.has_failed for record in records)
    return [
        BATCH["total"].say(report.language),
        None,
        f"{len(records) - failed}/{len(records)}",
        *(sum(record.counts.get(key, 0) for record in records) for key in _COUNTS),
        sum(len(record.open_needs) for record in records),
        None,
        sum(record.counts.get("errors", 0) for record in records),
        sum(record.counts.get("warnings", 0) for record in records),
    ]


def _levels(report: BatchReport) -> list[list[Cell]]:
    return [
        [
            record.case,
            say_level(level.names, report.language),
            level.value,
            level.bound,
            PROOFS[level.proof].say(report.language),
        ]
        for record in report.records
        for level in record.levels
    ]


def _needs(report: BatchReport) -> list[list[Cell]]:
    return [[record.case, need.unit, need.branch, need.need] for record in report.records for need in record.open_needs]


def _findings(report: BatchReport) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for record in report.records:
        rows.extend([record.case, "", "", message] for message in record.messages)
        rows.extend(
            [
                record.case,
                str(found["code"]),
                " › ".join(str(found[part]) for part in ("file", "sheet", "cell") if found[part]),
                str(found["message"]),
            ]
            for found in record.findings
        )
    return rows
