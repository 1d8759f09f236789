"""Pins and forbids: members and branches that belong together, or do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Policy
from reassign.domain.roster import Member, PairDecision
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.references import BranchReferences
from reassign.readers.tables.header_words import pair_headings
from reassign.readers.tables.rows import broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import read_table

REQUIRED_KEYS = ("member", "branch")


@dataclass(frozen=True, slots=True)
class PairReading:
    """A table of pairs as read."""

    file: FileBytes | None
    pairs: tuple[PairDecision, ...]
    findings: tuple[Finding, ...]


def read_pairs(
    source: Source, members: Mapping[str, Member], references: BranchReferences, columns: Mapping[str, str]
) -> PairReading:
    """Read ``member, branch, reason``.

    Args:
        source: File and perhaps sheet.
        members: Members by id.
        references: The branches.
        columns: The officer's own headings.
    """
    reading = read_table(source, pair_headings(), tuple((key,) for key in REQUIRED_KEYS), columns)
    if reading.table is None:
        return PairReading(reading.file, (), reading.findings)
    table = reading.table
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, ("member", "branch"))
    found: list[PairDecision] = []
    for row in entries.rows:
        person, place = (composed(table.grid.text(row, entries.columns[key])) for key in REQUIRED_KEYS)
        reason = composed(table.grid.text(row, entries.columns["reason"])) if "reason" in entries.columns else ""
        for key, text in zip(REQUIRED_KEYS, (person, place), strict=True):
            if not text:
                notes.error("R057", row, key, heading=key)
        member = members.get(person)
        if person and member is None:
            notes.error("R060", row, "member", person, nearest(person, members))
        match = references.match(place, member.unit if member else "")
        if place and match.name is None:
            near = references.near(place, member.unit if member else "")
            notes.error("R019" if match.is_ambiguous else "R018", row, "branch", place, near)
        if member is not None and match.name is not None:
            found.append(PairDecision(member.id, match.name, reason, table.grid.address(row)))
    findings = (
        *(*reading.findings, *broken_cells(table, entries), *ragged_findings(table, entries)),
        *notes.findings,
    )
    return PairReading(reading.file, tuple(found), findings)


def contradictions(
    pins: Sequence[PairDecision],
    forbids: Sequence[PairDecision],
    members: Mapping[str, Member],
    references: BranchReferences,
    policy: Policy,
) -> tuple[Finding, ...]:
    """Pins that contradict each other, an exclusion or a forbid, and pins that cross units.

    Args:
        pins: Pins from the pins file.
        forbids: Pairs ruled out by the forbids file.
        members: Members by id, with the pins and exclusions of the roster.
        references: The branches.
        policy: Whether members may leave their unit.
    """
    findings: list[Finding] = []
    pinned = {
        member.id: (member.pinned_branch_id, member.address)
        for member in members.values()
        if member.pinned_branch_id is not None
    }
    for pin in pins:
        if pin.member in pinned and pinned[pin.member][0] != pin.branch:
            branch, where = pinned[pin.member]
            parameters: dict[str, str | int] = {"branch": pin.branch, "other": branch, "cell": str(where)}
            findings.append(Finding("R061", Severity.ERROR, pin.address, pin.member, parameters))
            continue
        pinned[pin.member] = pin.branch, pin.address
        if pin.branch in members[pin.member].excluded_branch_ids:
            cell = str(members[pin.member].address)
            findings.append(Finding("R062", Severity.ERROR, pin.address, pin.branch, {"cell": cell}))
        unit = references.unit(pin.branch)
        if policy.scope == "unit" and unit != members[pin.member].unit:
            findings.append(Finding("R064", Severity.WARNING, pin.address, pin.branch, {"unit": unit}))
    for forbid in forbids:
        if forbid.member in pinned and pinned[forbid.member][0] == forbid.branch:
            cell = str(pinned[forbid.member][1])
            findings.append(Finding("R062", Severity.ERROR, forbid.address, forbid.branch, {"cell": cell}))
    return tuple(findings)
