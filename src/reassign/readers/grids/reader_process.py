"""A process that reads one workbook for another one: ``python -m reassign.readers.grids.reader_process``."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from reassign.domain.findings import Finding
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.sources import Source
from reassign.readers.grids.workbooks import read_here

MOST_MEMORY = 1024 * 1024 * 1024
"""Most memory that reading one workbook may take [bytes]; not held to on Windows, which has no such limit."""


def serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Read the workbook that comes in and answer with its sheets."""
    _limit_memory()
    head = json.loads(incoming.readline())
    file = FileBytes(Source(Path(), head["name"]), head["kind"], incoming.read(), "")
    grids, findings = read_here(file)
    answer = {"grids": [_grid_values(grid) for grid in grids], "findings": [_finding_values(each) for each in findings]}
    outgoing.write(json.dumps(answer, separators=(",", ":")).encode())


def _limit_memory() -> None:
    """Die by too much memory before the machine does, and leave no image of it behind."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _grid_values(grid: Grid) -> Mapping[str, object]:
    return {
        "sheet": grid.sheet,
        "rows": grid.rows,
        "kinds": [(row, column, kind.value) for (row, column), kind in grid.kinds.items()],
        "is_visible": grid.is_visible,
        "merged": grid.merged,
    }


def _finding_values(finding: Finding) -> Mapping[str, object]:
    return {"code": finding.code, "value": finding.value, "parameters": dict(finding.parameters)}


if __name__ == "__main__":
    # Ctrl-C reaches the whole group of processes; the one that gives the work decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.stdin.buffer, sys.stdout.buffer)
