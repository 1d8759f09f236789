"""Show an earlier plan as one page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reassign.domain.errors import UsageError
from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.workflows.steps.reporting import open_report
from reassign.writers.atomic import write_files
from reassign.writers.html.page import render_page

ENDINGS = (".html", ".htm")
"""Endings of the page."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is asked of the command ``report``.

    Attributes:
        plan: The plan and the file as the user named it.
        output: File to write.
        is_forced: Whether an existing output is replaced, the old one kept as a backup.
        language: Language that was asked for; None for that of the case.
        fallback: Language if the case names none.
    """

    plan: tuple[Path, str]
    output: Path
    is_forced: bool
    language: Language | None
    fallback: Language


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """What was written, and the language of it."""

    written: Path
    language: Language
    findings: tuple[Finding, ...]


def run_report(request: ReportRequest) -> ReportOutcome:
    """Write the page of a plan.

    Raises:
        UsageError: The output does not end like a page.
        InputError: The plan was edited by hand or cannot be read.
        OutputError: The output was not written.
    """
    if request.output.suffix.lower() not in ENDINGS:
        raise UsageError("output-extension", {"file": request.output.name, "known": ", ".join(ENDINGS)})
    report = open_report(*request.plan, request.language, request.fallback)
    write_files([(request.output, render_page(report))], is_forced=request.is_forced)
    return ReportOutcome(request.output, report.language, report.findings)
