"""The incumbent plan: where everybody is now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan_workbook import (
    HIDDEN_SHEET,
    KEY_DOCUMENT,
    KEY_SEAL,
    KEY_SHEET,
    PLAN_SCHEMA_VERSION,
)
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.values import composed
from reassign.readers.grids.files import READABLE, FileBytes
from reassign.readers.grids.grid import Grid
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import Source
from reassign.readers.grids.texts import decode
from reassign.readers.places.references import BranchReferences
from reassign.readers.plans.plan_seal import edited_seal
from reassign.readers.tables.header_words import pair_headings
from reassign.readers.tables.tables import choose_table

KINDS = READABLE | {"json"}
REQUIRED = (("member",), ("branch",))


@dataclass(frozen=True, slots=True)
class IncumbentReading:
    """The incumbent plan as read.

    Attributes:
        file: The file; None if it could not be read.
        branches: Branch as written by member id as written; None if there is no usable plan.
        findings: What is wrong with it.
    """

    file: FileBytes | None
    branches: Mapping[str, str] | None
    findings: tuple[Finding, ...]


def read_incumbent(source: Source, columns: Mapping[str, str]) -> IncumbentReading:
    """Read our own plan (json, csv, xlsx), or any table with a member and a branch column.

    A plan workbook that was edited by hand is refused.

    Args:
        source: File and perhaps sheet.
        columns: The officer's own headings.
    """
    sheets = read_grids(source, KINDS)
    if sheets.file is None or sheets.findings:
        return IncumbentReading(sheets.file, None, sheets.findings)
    if sheets.file.kind == "json":
        text, finding = decode(sheets.file.data, source.name)
        if text is None:
            return IncumbentReading(sheets.file, None, (finding,) if finding else ())
        return IncumbentReading(sheets.file, *_document(text, source))
    hidden = next((grid for grid in sheets.grids if grid.sheet == HIDDEN_SHEET), None)
    if hidden is not None:
        return IncumbentReading(sheets.file, *_plan_workbook(sheets.grids, hidden, source))
    table, findings = choose_table(source, sheets.grids, pair_headings(), REQUIRED, columns)
    if table is None:
        return IncumbentReading(sheets.file, None, findings)
    found = table.header.columns()
    pairs = [
        (table.grid.text(row, found["member"]), table.grid.text(row, found["branch"]), table.grid.address(row))
        for row in range(table.header.first_row, len(table.grid.rows))
    ]
    branches, twice = _mapping(pairs)
    return IncumbentReading(sheets.file, branches, (*findings, *twice))


def settle_incumbents(
    written: Mapping[str, str],
    members: Mapping[str, Member],
    references: BranchReferences,
    old_branches: Mapping[str, str],
) -> tuple[dict[str, str | None], dict[str, str]]:
    """Incumbent branches of the members of the roster, as ids and as written.

    Args:
        written: Branch as written by member id.
        members: Members by id; members of the plan who left are not looked at.
        references: The branches.
        old_branches: Old branches of the lineage by spelling and comparison key.
    """
    current: dict[str, str | None] = {}
    names: dict[str, str] = {}
    for member, text in written.items():
        if member not in members or not text:
            continue
        found = references.match(text, members[member].unit).name
        current[member] = found or old_branches.get(text) or old_branches.get(fold(text))
        names[member] = text
    return current, names


def _document(text: str, source: Source) -> tuple[Mapping[str, str] | None, tuple[Finding, ...]]:
    address = CellAddress(source.name)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None, (Finding("R066", Severity.ERROR, address),)
    if not isinstance(document, dict) or not isinstance(document.get("placements"), list):
        return None, (Finding("R066", Severity.ERROR, address),)
    version = document.get("schema_version")
    if not isinstance(version, int) or version > PLAN_SCHEMA_VERSION:
        return None, (Finding("R067", Severity.ERROR, address, str(version), {"known": PLAN_SCHEMA_VERSION}),)
    pairs: list[tuple[str, str, CellAddress]] = []
    for placement in document["placements"]:
        entry = placement if isinstance(placement, dict) else {}
        member, branch = entry.get("member"), entry.get("branch")
        if not isinstance(member, str) or not isinstance(branch, str):
            return None, (Finding("R066", Severity.ERROR, address),)
        pairs.append((member, branch, address))
    return _mapping(pairs)


def _mapping(pairs: Iterable[tuple[str, str, CellAddress]]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    found: dict[str, str] = {}
    findings: list[Finding] = []
    for member_text, branch_text, address in pairs:
        member, branch = composed(member_text), composed(branch_text)
        if not member or not branch:
            continue
        if found.setdefault(member, branch) != branch:
            findings.append(
                Finding("R068", Severity.ERROR, address, member, {"branch": branch, "other": found[member]})
            )
    return found, tuple(findings)


def _plan_workbook(
    grids: Sequence[Grid], hidden: Grid, source: Source
) -> tuple[Mapping[str, str] | None, tuple[Finding, ...]]:
    """The plan in the hidden sheet, if the sheet that people see still says the same."""
    rows = [(row[0], row[1]) for row in hidden.rows if len(row) >= 2]
    facts = dict(rows)
    text = "".join(value for key, value in rows if key == KEY_DOCUMENT)
    edited = edited_seal(grids, facts)
    if edited is not None and edited != facts.get(KEY_SEAL):
        return None, (Finding("R069", Severity.ERROR, CellAddress(source.name, facts.get(KEY_SHEET, ""))),)
    return _document(text, source)
