"""The incumbent plan: where everybody is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Branch, Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.values import composed
from reassign.readers.grids.files import READABLE, FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.references import BranchReferences
from reassign.readers.plans.plan_document import DocumentReading, read_document
from reassign.readers.plans.plan_file import edit_findings
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
        document: The plan that it is; None for any other table.
    """

    file: FileBytes | None
    branches: Mapping[str, str] | None
    findings: tuple[Finding, ...]
    document: DocumentReading | None = None


def read_incumbent(source: Source, columns: Mapping[str, str], *, is_edit_welcome: bool = False) -> IncumbentReading:
    """Read our own plan (json, csv, xlsx), or any table with a member and a branch column.

    A plan workbook that was edited by hand is refused, every edited cell named.

    Args:
        source: File and perhaps sheet.
        columns: The officer's own headings.
        is_edit_welcome: Whether a workbook may have been edited; the placements are those before.
    """
    reading = read_document(source, KINDS)
    if reading.findings or reading.file is None:
        return IncumbentReading(reading.file, None, reading.findings)
    if reading.document is not None:
        edited = edit_findings(reading) if reading.facts is not None and not is_edit_welcome else ()
        if edited:
            return IncumbentReading(reading.file, None, edited)
        return IncumbentReading(reading.file, *_placements(reading.document, source), document=reading)
    table, findings = choose_table(source, reading.grids, pair_headings(), REQUIRED, columns)
    if table is None:
        return IncumbentReading(reading.file, None, findings)
    found = table.header.columns()
    pairs = [
        (table.grid.text(row, found["member"]), table.grid.text(row, found["branch"]), table.grid.address(row))
        for row in range(table.header.first_row, len(table.grid.rows))
    ]
    branches, twice = _mapping(pairs)
    return IncumbentReading(reading.file, branches, (*findings, *twice))


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


def former_names(reading: IncumbentReading, branches: Iterable[Branch]) -> dict[str, str]:
    """Names by id of the branches that our own earlier plan knows and the roster does not; empty for other tables.

    Args:
        reading: The incumbent plan.
        branches: Branches of the roster.
    """
    known = {branch.id for branch in branches}
    listed = None if reading.document is None else (reading.document.document or {}).get("branches")
    entries = [entry for entry in (listed if isinstance(listed, list) else ()) if isinstance(entry, dict)]
    told = {entry.get("branch"): entry.get("name") for entry in entries if isinstance(entry.get("branch"), str)}
    return {
        branch: name
        for branch, name in told.items()
        if isinstance(branch, str) and branch not in known and isinstance(name, str) and name
    }


def _placements(document: Mapping[str, object], source: Source) -> tuple[Mapping[str, str] | None, tuple[Finding, ...]]:
    """Branch by member of a plan's document; nothing else of it needs to be sound."""
    address = CellAddress(source.name)
    placements = document["placements"]
    pairs: list[tuple[str, str, CellAddress]] = []
    for placement in placements if isinstance(placements, list) else ():
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
