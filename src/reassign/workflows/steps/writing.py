"""Write a report in every kind that was asked for, all files or none."""

from __future__ import annotations

from pathlib import Path

from reassign.domain.progress import Progress
from reassign.domain.report import Report


def write_report(report: Report, outputs: tuple[Path, ...], progress: Progress, *, is_forced: bool) -> tuple[Path, ...]:
    """Render and write a report; returns what was written.

    Args:
        report: The plan with all that explains it.
        outputs: Files to write; the ending decides what. Without any, nothing that writes is loaded.
        progress: Told of the stage.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.

    Raises:
        UsageError: An output has an ending that nothing is written for.
        OutputError: An output was not written; then none is.
    """
    if not outputs:
        return ()
    from reassign.writers.atomic import write_files
    from reassign.writers.formats import render

    progress.stage("writing", len(outputs))
    write_files([(path, render(report, path)) for path in outputs], is_forced=is_forced)
    return outputs
