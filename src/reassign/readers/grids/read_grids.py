"""A file → its sheets as grids: the single place where untrusted bytes are parsed."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.archive import left_over
from reassign.readers.grids.files import READABLE, FileBytes, read_file
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.sources import Source
from reassign.readers.grids.texts import read_text
from reassign.readers.grids.workbooks import read_workbook


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a file holds.

    Attributes:
        file: The file as read; None if it could not be.
        grids: Its worksheets, hidden ones too; a text file is one grid.
        findings: Why the file, or a part of it, could not be read.
    """

    file: FileBytes | None
    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether all of it could be read; warnings may say what to look at."""
        return self.file is not None and not any(finding.severity == Severity.ERROR for finding in self.findings)


def read_grids(source: Source, kinds: frozenset[str] = READABLE) -> Sheets:
    """Read every sheet of a file. Never raises for what is in the file.

    Args:
        source: The file; its ``sheet`` is not looked at.
        kinds: Kinds of file that are wanted.
    """
    file, findings = read_file(source, kinds)
    if file is None:
        return Sheets(None, (), findings)
    return parse_grids(file)


def parse_grids(file: FileBytes) -> Sheets:
    """The sheets of a file that was read already."""
    if file.kind == "json":
        return Sheets(file, ())
    grids, findings = read_text(file) if file.kind == "csv" else read_workbook(file)
    return Sheets(file, grids, (*findings, *(left_over(file) if grids else ())))
