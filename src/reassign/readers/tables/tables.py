"""The sheets of a file, or of a folder of files, that hold a certain table, each with its header."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity, has_errors
from reassign.domain.plan_workbook import HIDDEN_SHEET
from reassign.domain.vietnamese import sort_key
from reassign.readers.cells.nearest import nearest
from reassign.readers.grids.files import EXTENSIONS, READABLE, FileBytes
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import EVERY_SHEET, Source
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


@dataclass(frozen=True, slots=True)
class TablesReading:
    """What came of looking for a table that may be spread over sheets and files.

    Attributes:
        files: The files that could be read, in the order of their names.
        tables: The tables, in the order of files and sheets.
        findings: What is wrong with the files or their headers.
    """

    files: tuple[FileBytes, ...]
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class TableShape:
    """How a table is recognised.

    Attributes:
        headings: Canonical key by comparison key of a heading.
        required: Groups of keys; one of each is needed.
        aliases: The officer's own headings → canonical key.
        preferred: Key of a column by which a sheet is preferred to others.
    """

    headings: Mapping[str, str]
    required: Sequence[tuple[str, ...]]
    aliases: Mapping[str, str]
    preferred: str = ""


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
    if not sheets.is_read:
        return TableReading(sheets.file, None, sheets.findings)
    table, findings = choose_table(source, sheets.grids, headings, required, aliases)
    return TableReading(sheets.file, table, (*sheets.findings, *findings))


def read_tables(
    source: Source, shape: TableShape, unit_told: Callable[[Table], str], apart: Collection[Path] = ()
) -> TablesReading:
    """Read a file, or every file of a folder, and find the table or its parts in it.

    Several sheets of a file are one table if each says of which unit it is, or if ``file.xlsx#*`` asks for all.

    Args:
        source: File or folder, and perhaps a sheet.
        shape: How the table is recognised.
        unit_told: The unit that a sheet says it is of by its title or name; empty if it says none.
        apart: Files of the folder that are other inputs.
    """
    sources, findings = _files_of(source, apart)
    files: list[FileBytes] = []
    tables: list[Table] = []
    told = list(findings)
    for part in sources:
        sheets = read_grids(part)
        told += sheets.findings
        if sheets.file is None:
            continue
        if len(sources) > 1 and any(grid.sheet == HIDDEN_SHEET for grid in sheets.grids):
            # A plan that was written into the folder is no roster.
            told.append(Finding("R103", Severity.WARNING, CellAddress(part.name), part.path.name))
            continue
        files.append(sheets.file)
        if sheets.is_read:
            found, about = _choose_tables(part, sheets.grids, shape, unit_told)
            tables += found
            told += about
    return TablesReading(tuple(files), tuple(tables), tuple(told))


def _files_of(source: Source, apart: Collection[Path]) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """The file, or the rosters of a folder in the order of their names; what else lies there is told."""
    if not source.is_folder:
        return (source,), ()
    others = {path.absolute() for path in apart}
    try:
        paths = sorted(source.path.iterdir(), key=lambda path: sort_key(path.name))
    except OSError:
        return (source,), ()
    found: list[Source] = []
    findings: list[Finding] = []
    for path in paths:
        if path.name.startswith(".") or path.is_dir() or path.absolute() in others:
            continue
        name = f"{source.name.rstrip('/')}/{path.name}"
        if not path.name.startswith("~$") and READABLE.intersection(EXTENSIONS.get(path.suffix.lower(), ())):
            found.append(replace(source, path=path, name=name))
        else:
            findings.append(Finding("R103", Severity.WARNING, CellAddress(name), path.name))
    if not found:
        findings.append(Finding("R105", Severity.ERROR, CellAddress(source.name), source.name))
    return tuple(found), tuple(findings)


def choose_table(
    source: Source,
    grids: Sequence[Grid],
    headings: Mapping[str, str],
    required: Sequence[tuple[str, ...]],
    aliases: Mapping[str, str],
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The sheet that was named, else the only one whose header has what is required."""
    tables, findings = _choose_tables(source, grids, TableShape(headings, required, aliases), lambda _: "")
    return (tables[0] if tables else None), findings


def _choose_tables(
    source: Source, grids: Sequence[Grid], shape: TableShape, unit_told: Callable[[Table], str]
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    filled, findings = named_grids(source, grids)
    if not filled:
        return (), findings
    found = [(grid, find_header(grid, shape.headings, shape.aliases)) for grid in filled]
    tables = [Table(grid, header) for grid, header in found if header is not None]
    if not tables:
        parameters = {"key": shape.required[0][0]}
        return (), (Finding("R020", Severity.ERROR, filled[0].whole(), "", parameters),)
    complete = [table for table in tables if _is_complete(table.header, shape.required)]
    complete = [table for table in complete if shape.preferred in table.header.keys] or complete
    if len(complete) > 1:
        return _together(source, filled, complete, shape, unit_told)
    table = complete[0] if complete else max(tables, key=lambda table: table.header.known())
    findings = header_findings(table.grid, table.header, shape.required, shape.headings)
    return (() if _is_hopeless(findings) else (table,)), findings


def _together(
    source: Source,
    filled: Sequence[Grid],
    complete: Sequence[Table],
    shape: TableShape,
    unit_told: Callable[[Table], str],
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """Several sheets as one table if it is sure that they are its parts, else the finding that asks which is meant."""
    units = [unit_told(table) for table in complete]
    if source.sheet != EVERY_SHEET and not (all(units) and len(set(units)) == len(units)):
        names = [table.grid.sheet for table in complete]
        near = (*(f"{source.name}#{name}" for name in names[:2]), f"{source.name}#{EVERY_SHEET}")
        return (), (Finding("R024", Severity.ERROR, CellAddress(source.name), "", {"sheets": ", ".join(names)}, near),)
    parts = {table.grid.sheet for table in complete}
    findings = [
        Finding("R102", Severity.WARNING, grid.whole(), grid.sheet) for grid in filled if grid.sheet not in parts
    ]
    for table in complete:
        findings += header_findings(table.grid, table.header, shape.required, shape.headings)
    return tuple(complete), tuple(findings)


def named_grids(source: Source, grids: Sequence[Grid]) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The sheet that was named, else every visible sheet that holds something; a finding if there is none."""
    sheet = "" if source.sheet == EVERY_SHEET else source.sheet
    chosen = [grid for grid in grids if grid.sheet == sheet] if sheet else list(grids)
    if not chosen and sheet:
        return (), (_missing_sheet(source, grids),)
    if not sheet:
        chosen = [grid for grid in chosen if grid.is_visible] or chosen
    filled = tuple(grid for grid in chosen if not grid.is_blank())
    if not filled:
        hidden = (grid.sheet for grid in grids if not grid.is_visible and not grid.is_blank())
        near = tuple(f"{source.name}#{name}" for name in hidden) if not sheet else ()
        return (), (Finding("R029", Severity.ERROR, CellAddress(source.name, sheet), suggestions=near),)
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
