"""The lineage: which branches succeed which."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.domain.findings import Finding
from reassign.domain.policy import Aliases
from reassign.domain.roster import Branch, Succession
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.references import BranchReferences
from reassign.readers.tables.header_words import lineage_headings
from reassign.readers.tables.rows import broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import read_table

REQUIRED = (("from_branch",), ("to_branch",))


@dataclass(frozen=True, slots=True)
class LineageReading:
    """The lineage as read."""

    file: FileBytes | None
    lineage: tuple[Succession, ...]
    findings: tuple[Finding, ...]


def read_lineage(source: Source, branches: tuple[Branch, ...], aliases: Aliases) -> LineageReading:
    """Read ``from_branch, to_branch``. The successor is a branch of the roster; the old branch may be any text.

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
    findings = (
        *(*reading.findings, *broken_cells(table, entries), *ragged_findings(table, entries)),
        *notes.findings,
    )
    return LineageReading(reading.file, tuple(dict.fromkeys(found)), findings)
