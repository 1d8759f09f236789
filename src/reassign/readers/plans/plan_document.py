"""The document of an earlier plan, from plan.json or from the hidden sheet of a plan workbook."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan_workbook import HIDDEN_SHEET, KEY_DOCUMENT, PLAN_SCHEMA_VERSION
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import Source
from reassign.readers.grids.texts import decode


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What came of opening a plan.

    Attributes:
        file: The file; None if it could not be read.
        document: The plan as plain JSON values, of a version that is known; None if there is none.
        grids: Sheets of a workbook or of a csv file; empty for JSON.
        facts: Keys and texts of the hidden sheet, row by row; None if there is no such sheet.
        findings: Why there is no document; empty if the file is a table that is no plan of ours.
    """

    file: FileBytes | None
    document: Mapping[str, object] | None
    grids: Sequence[Grid] = ()
    facts: Sequence[tuple[str, str]] | None = None
    findings: tuple[Finding, ...] = ()


def read_document(source: Source, kinds: frozenset[str]) -> DocumentReading:
    """Open a plan that this program wrote; a table that is no plan has neither a document nor findings.

    Args:
        source: The file.
        kinds: Kinds of file that are wanted.
    """
    sheets = read_grids(source, kinds)
    if sheets.file is None or not sheets.is_read:
        return DocumentReading(sheets.file, None, findings=sheets.findings)
    if sheets.file.kind == "json":
        text, finding = decode(sheets.file.data, source.name, "utf-8")
        if text is None:
            return DocumentReading(sheets.file, None, findings=(finding,) if finding else ())
        document, findings = _parse(text, CellAddress(source.name))
        return DocumentReading(sheets.file, document, findings=findings)
    hidden = next((grid for grid in sheets.grids if grid.sheet == HIDDEN_SHEET), None)
    if hidden is None:
        return DocumentReading(sheets.file, None, sheets.grids)
    rows = [(row[0], row[1]) for row in hidden.rows if len(row) >= 2]
    document, findings = _parse("".join(value for key, value in rows if key == KEY_DOCUMENT), CellAddress(source.name))
    return DocumentReading(sheets.file, document, sheets.grids, rows, findings)


def _parse(text: str, address: CellAddress) -> tuple[Mapping[str, object] | None, tuple[Finding, ...]]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or not isinstance(document.get("placements"), list):
        return None, (Finding("R066", Severity.ERROR, address),)
    version = document.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool):
        return None, (Finding("R091", Severity.ERROR, address, "schema_version", {"place": "schema_version"}),)
    if version > PLAN_SCHEMA_VERSION:
        return None, (Finding("R067", Severity.ERROR, address, str(version), {"known": PLAN_SCHEMA_VERSION}),)
    return document, ()
