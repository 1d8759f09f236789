"""Which writer makes a file, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from reassign.domain.errors import UsageError
from reassign.domain.report import Report

Renderer: TypeAlias = Callable[[Report, Path], bytes]
"""Makes the bytes of a file from the report and the folder of the file."""


def _workbook(report: Report, folder: Path) -> bytes:
    from reassign.writers.workbook.render import render_workbook

    return render_workbook(report, folder)


def _csv(report: Report, _folder: Path) -> bytes:
    from reassign.writers.csv_table import render_csv

    return render_csv(report)


def _json(report: Report, folder: Path) -> bytes:
    from reassign.writers.json.plan import render_json

    return render_json(report, folder)


def _html(report: Report, _folder: Path) -> bytes:
    from reassign.writers.html.page import render_page

    return render_page(report)


RENDERERS: Mapping[str, Renderer] = {".xlsx": _workbook, ".csv": _csv, ".json": _json, ".html": _html}
"""Writers by ending, lower case; each loads its libraries when it is used."""


def renderer_for(path: Path) -> Renderer:
    """The writer for a file.

    Raises:
        UsageError: ``output-extension`` with ``file`` and ``known``.
    """
    renderer = RENDERERS.get(path.suffix.lower())
    if renderer is None:
        raise UsageError("output-extension", {"file": path.name, "known": ", ".join(RENDERERS)})
    return renderer


def render(report: Report, path: Path) -> bytes:
    """The bytes of the file that ``path`` names, without writing it.

    Raises:
        UsageError: Nothing is written for that ending.
    """
    return renderer_for(path)(report, path.parent)
