"""The plan workbook as bytes."""

from __future__ import annotations

import io
from pathlib import Path

from reassign.domain.report import Report
from reassign.writers.workbook.book import open_book
from reassign.writers.workbook.branch_sheet import write_branch_sheet
from reassign.writers.workbook.change_sheet import write_change_sheet
from reassign.writers.workbook.choices import make_choices, write_lists
from reassign.writers.workbook.contact_sheet import write_contact_sheet
from reassign.writers.workbook.curve_sheet import write_curve_sheet
from reassign.writers.workbook.deadline_sheet import write_deadline_sheet
from reassign.writers.workbook.document import finished, open_document
from reassign.writers.workbook.hidden_sheet import write_hidden_sheet
from reassign.writers.workbook.plan_sheet import write_plan_sheet
from reassign.writers.workbook.review_sheet import write_review_sheet
from reassign.writers.workbook.strength_sheet import write_strength_sheet
from reassign.writers.workbook.summary_sheet import write_summary_sheet
from reassign.writers.workbook.task_sheet import write_task_sheet


def render_workbook(report: Report, folder: Path | None) -> bytes:
    """An xlsx whose bytes depend on the report and the folder alone: no clock, no author, no path of a machine.

    Args:
        report: The plan and its question.
        folder: Folder of the workbook, which the paths of the inputs are relative to; None leaves them as given.

    Raises:
        OutputError: A text or the number of rows does not fit (``output-sheet-full`` with ``sheet`` and ``row``).
    """
    stream = io.BytesIO()
    workbook = open_document(stream, report.instance.policy.effective)
    book = open_book(workbook, report)
    choices = make_choices(book)
    layout = write_plan_sheet(book, choices)
    write_branch_sheet(book)
    write_strength_sheet(book)
    write_change_sheet(book)
    write_review_sheet(book)
    write_contact_sheet(book)
    write_deadline_sheet(book)
    write_task_sheet(book)
    write_summary_sheet(book)
    if report.curve is not None:
        write_curve_sheet(book, report.curve)
    write_lists(book, choices)
    write_hidden_sheet(book, layout, folder)
    return finished(workbook, stream)
