"""Workbooks that could abort, hang or swell the library that reads them: read by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid, Kind

COMMAND: Sequence[str] = (sys.executable, "-P", "-m", "reassign.readers.grids.reader_process")

MOST_SECONDS = 15.0
"""Longest time that reading one workbook may take [seconds]; rosters of a city take less than five."""


def read_apart(
    file: FileBytes, command: Sequence[str] = COMMAND, seconds: float = MOST_SECONDS
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Have another process read a workbook; whatever becomes of that process, this one goes on.

    Args:
        file: The workbook.
        command: Program that ``reader_process`` runs in.
        seconds: Longest time it may take.

    Returns:
        The sheets, or none with the findings that say why; R084 if the process died or took too long.
    """
    head = json.dumps({"name": file.source.name, "kind": file.kind}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            command,
            input=head + b"\n" + file.data,
            stdout=subprocess.PIPE,
            # What the library says when it panics can hold cells.
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
        )
        answer = json.loads(done.stdout)
        return _grids(file, answer["grids"]), _findings(file, answer["findings"])
    except (subprocess.SubprocessError, OSError, ValueError, KeyError, TypeError, IndexError):
        return (), (Finding("R084", Severity.ERROR, CellAddress(file.source.name), file.source.name),)


def _grids(file: FileBytes, values: Sequence[Mapping[str, Any]]) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            file.source.name,
            grid["sheet"],
            grid["rows"],
            {(row, column): Kind(kind) for row, column, kind in grid["kinds"]},
            is_visible=grid["is_visible"],
            merged=tuple((first, left, last, right) for first, left, last, right in grid["merged"]),
        )
        for grid in values
    )


def _findings(file: FileBytes, values: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    address = CellAddress(file.source.name)
    return tuple(Finding(each["code"], Severity.ERROR, address, each["value"], each["parameters"]) for each in values)
