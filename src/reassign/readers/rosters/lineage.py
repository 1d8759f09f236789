"""The lineage: which branches succeed which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Aliases
from reassign.domain.roster import Branch, Member, Succession
from reassign.domain.vietnamese import fold
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.references import BranchReferences
from reassign.readers.rosters.incumbent import IncumbentReading, former_names
from reassign.readers.tables.header_words import lineage_headings
from reassign.readers.tables.rows import broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import read_table

REQUIRED = (("from_branch",), ("to_branch",))


@dataclass(frozen=True, slots=True)
class LineageReading:
    """The lineage as read.

    Attributes:
        file: The file; None if it could not be read.
        lineage: Old branch → new branch, n:m.
        findings: What is wrong with it.
        old: Old branches as written, by the cell that names them.
    """

    file: FileBytes | None
    lineage: tuple[Succession, ...]
    findings: tuple[Finding, ...]
    old: Mapping[CellAddress, str] = field(default_factory=dict)


def read_lineage(source: Source, branches: tuple[Branch, ...], aliases: Aliases) -> LineageReading:
    """Read ``from_branch, to_branch``. The successor is a branch of the roster; the old branch may be any text.

    An old branch that is still in the roster is remarked, unless a line says that it succeeds itself.

    Args:
        source: File and perhaps sheet.
        branches: The branch roster; empty if it could not be read.
        aliases: The officer's own headings and spellings.
    """
    reading = read_table(source, lineage_headings(), REQUIRED, aliases.columns)
    if reading.table is None:
        return LineageReading(reading.file, (), reading.findings)
    table = reading.table
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, ("from_branch", "to_branch"))
    references = BranchReferences(branches, aliases.branch)
    found: list[Succession] = []
    written: dict[CellAddress, str] = {}
    for row in entries.rows:
        old, new = (composed(table.grid.text(row, entries.columns[key])) for key in ("from_branch", "to_branch"))
        for key, text in (("from_branch", old), ("to_branch", new)):
            if not text:
                notes.error("R057", row, key, heading=key)
        match = references.match(new, "")
        if new and branches and match.name is None:
            notes.error("R019" if match.is_ambiguous else "R018", row, "to_branch", new, references.near(new, ""))
        if old and match.name is not None:
            found.append(Succession(references.match(old, "").name or old, match.name))
            written[notes.address(row, "from_branch")] = old
    findings = (
        *(*reading.findings, *broken_cells(table, entries), *ragged_findings(table, entries)),
        *notes.findings,
    )
    kept = {step.from_branch for step in found if step.from_branch == step.to_branch}
    remaining = tuple(
        Finding("R162", Severity.WARNING, address, old, {"branch": name})
        for address, old in written.items()
        if (name := references.match(old, "").name) is not None and name not in kept
    )
    return LineageReading(reading.file, tuple(dict.fromkeys(found)), (*findings, *remaining), written)


def check_origins(
    reading: LineageReading, incumbents: IncumbentReading, members: Iterable[Member], branches: Iterable[Branch]
) -> tuple[Finding, ...]:
    """Old branches that nobody comes from: neither the earlier plan nor a roster knows them.

    Without an earlier plan nothing can be said.

    Args:
        reading: The lineage.
        incumbents: The earlier plan.
        members: Members of the roster, who may say where they are.
        branches: Branches of the roster.
    """
    if incumbents.branches is None:
        return ()
    named = former_names(incumbents, ())
    known = dict.fromkeys([*named, *named.values(), *incumbents.branches.values()])
    known |= dict.fromkeys(member.current_branch for member in members if member.current_branch)
    keys = {fold(text) for text in known} | {fold(text) for branch in branches for text in (branch.id, branch.name)}
    return tuple(
        Finding("R161", Severity.WARNING, address, old, {}, nearest(old, known))
        for address, old in reading.old.items()
        if fold(old) not in keys
    )
