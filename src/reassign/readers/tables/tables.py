"""The sheet of a file that holds a certain table, with its header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity, has_errors
from reassign.readers.cells.nearest import nearest
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import Source
from reassign.readers.tables.headers import Header, find_header, header_findings


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file.

    Attributes:
        grid: The sheet it stands in.
        header: Its header.
    """

    grid: Grid
    header: Header


@dataclass(frozen=True, slots=True)
class TableReading:
    """What came of looking for a table.

    Attributes:
        file: The file; None if it could not be read.
        table: The table; None if there is none that can be used.
        findings: What is wrong with the file or its header.
    """

    file: FileBytes | None
    table: Table | None
    findings: tuple[Finding, ...]


def read_table(
    source: Source, headings: Mapping[str, str], required: Sequence[tuple[str, ...]], aliases: Mapping[str, str]
) -> TableReading:
    """Read a file and find the table in it.

    Args:
        source: File and perhaps sheet.
        headings: Canonical key by comparison key of a heading.
        required: Groups of keys; one of each is needed.
        aliases: The officer's own headings → canonical key.
    """
    sheets = read_grids(source)
    if sheets.file is None or sheets.findings:
        return TableReading(sheets.file, None, sheets.findings)
    table, findings = choose_table(source, sheets.grids, headings, required, aliases)
    return TableReading(sheets.file, table, findings)


def choose_table(
    source: Source,
    grids: Sequence[Grid],
    headings: Mapping[str, str],
    required: Sequence[tuple[str, ...]],
    aliases: Mapping[str, str],
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The sheet that was named, else the only one whose header has what is required."""
    filled, findings = named_grids(source, grids)
    if not filled:
        return None, findings
    found = [(grid, find_header(grid, headings, aliases)) for grid in filled]
    tables = [Table(grid, header) for grid, header in found if header is not None]
    if not tables:
        return None, (Finding("R020", Severity.ERROR, filled[0].whole(), "", {"key": required[0][0]}),)
    complete = [table for table in tables if _is_complete(table.header, required)]
    if len(complete) > 1:
        names = [table.grid.sheet for table in complete]
        parameters = {"sheets": ", ".join(names)}
        suggestions = tuple(f"{source.name}#{name}" for name in names[:3])
        return None, (Finding("R024", Severity.ERROR, CellAddress(source.name), "", parameters, suggestions),)
    table = complete[0] if complete else max(tables, key=lambda table: table.header.known())
    findings = header_findings(table.grid, table.header, required, headings)
    return (None if _is_hopeless(findings) else table), findings


def named_grids(source: Source, grids: Sequence[Grid]) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The sheet that was named, else every visible sheet that holds something; a finding if there is none."""
    chosen = [grid for grid in grids if grid.sheet == source.sheet] if source.sheet else list(grids)
    if not chosen and source.sheet:
        return (), (_missing_sheet(source, grids),)
    if not source.sheet:
        chosen = [grid for grid in chosen if grid.is_visible] or chosen
    filled = tuple(grid for grid in chosen if not grid.is_blank())
    if not filled:
        return (), (Finding("R029", Severity.ERROR, CellAddress(source.name, source.sheet)),)
    return filled, ()


def _missing_sheet(source: Source, grids: Sequence[Grid]) -> Finding:
    names = [grid.sheet for grid in grids if grid.sheet]
    parameters = {"sheets": ", ".join(names)}
    near = nearest(source.sheet, names) or tuple(names[:3])
    return Finding("R025", Severity.ERROR, CellAddress(source.name), source.sheet, parameters, near)


def _is_complete(header: Header, required: Sequence[tuple[str, ...]]) -> bool:
    keys = set(header.keys)
    return all(any(key in keys for key in group) for group in required)


def _is_hopeless(findings: Sequence[Finding]) -> bool:
    return has_errors(finding for finding in findings if finding.code == "R021")
