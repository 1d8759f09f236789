"""The member roster."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from pathlib import Path
from typing import TypeVar

from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import tidy
from reassign.readers.cells import values
from reassign.readers.cells.notes import Notes
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.places.crosswalk import Crosswalk
from reassign.readers.places.homes import Homes, residence_findings
from reassign.readers.places.places import Places, home_district
from reassign.readers.places.told_units import told_unit
from reassign.readers.rosters.doubtful import note_doubts
from reassign.readers.rosters.joined import joined
from reassign.readers.rosters.member_context import MemberContext
from reassign.readers.rosters.member_dates import read_births, read_memberships, read_statuses
from reassign.readers.rosters.member_identities import MemberIdentities
from reassign.readers.rosters.member_references import MemberReferences
from reassign.readers.rosters.member_units import MemberUnits
from reassign.readers.rosters.people import People
from reassign.readers.rosters.positions import read_positions
from reassign.readers.tables.header_words import member_headings
from reassign.readers.tables.rows import Entries, broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import Table, TableShape, read_tables

REQUIRED = (("name",),)
IDENTIFYING = ("id", "name", "card_number")
FLAGS = ("key_cadre", "committee_eligible", "exempt")
WORDS = ("ethnicity", "post", "organisation")
"""Columns whose runs of white space say nothing."""
TEXTS = ("card_number", "registered_residence", "current_residence", "note")
"""Columns that are kept as they are written."""
LABELS = ("eligible_posts", "together", "apart")
"""Columns that hold lists, with commas too."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class MemberReading:
    """The member roster as read.

    Attributes:
        files: The files that could be read.
        members: The members in the order of files, sheets and rows.
        columns: Names of the columns carried through.
        findings: Everything that is wrong with it.
    """

    files: tuple[FileBytes, ...]
    members: tuple[Member, ...]
    columns: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_members(source: Source, context: MemberContext, apart: Collection[Path] = ()) -> MemberReading:
    """Read the member roster against the branch roster.

    Args:
        source: File or folder, and perhaps a sheet.
        context: Branches, lineage, policy and aliases.
        apart: Files of the folder that are other inputs.
    """
    home = home_district(context.policy.name)
    units = [branch.unit for branch in context.branches]
    crosswalk = Crosswalk(context.changes, units, context.policy.effective, home)
    places = Places(context.branches, context.aliases.unit, context.aliases.area, home, crosswalk)

    def unit(table: Table) -> str:
        told = told_unit(table, places.units)
        return told.unit if told is not None else ""

    reading = read_tables(source, TableShape(member_headings(), REQUIRED, context.aliases.columns), unit, apart)
    people = People()
    parts = [_read_table(table, context, places, people) for table in reading.tables]
    members, columns = joined([(part.members, part.columns) for part in parts])
    findings = (*reading.findings, *(finding for part in parts for finding in part.findings), *people.findings())
    return MemberReading(reading.files, members, columns, findings)


def _read_table(table: Table, context: MemberContext, places: Places, people: People) -> MemberReading:
    """The members of one sheet."""
    notes = Notes(table.grid, table.header.columns())
    entries = find_entries(table, notes, IDENTIFYING, names_branches=True)
    told = told_unit(table, places.units)
    units = MemberUnits(entries, notes, places, told, table, has_roster=bool(context.branches))
    members = _members(entries, notes, context, places, people, units)
    findings = [*broken_cells(table, entries), *ragged_findings(table, entries), *notes.findings]
    findings += residence_findings(table, context.policy)
    if not entries.rows:
        address = table.grid.address(table.header.row)
        findings.append(Finding("R023", Severity.ERROR, address, "", {"role": "members"}))
    return MemberReading((), members, entries.names, tuple(findings))


def _members(
    entries: Entries, notes: Notes, context: MemberContext, places: Places, people: People, units: MemberUnits
) -> tuple[Member, ...]:
    """Every member; entries without identity, name or unit are noted and left out."""
    homes = Homes(entries, notes, places, context.policy.residence_basis)
    references = MemberReferences(notes, places, context)
    identities = MemberIdentities(entries, notes)
    names = entries.column("name").map(tidy)
    births, sexes = read_births(entries, notes)
    ids = identities.read(names, births)
    repeated = people.take_ids(ids, notes, entries.rows, identities.keys())
    unit_names = units.read()
    joined_days, official_days = read_memberships(entries, notes)
    flags = {key: entries.parsed(key, values.yes_or_no, notes) for key in FLAGS}
    latitudes, longitudes = read_positions(entries, notes)
    residences = homes.read(unit_names)
    pinned = references.pinned(entries, unit_names)
    excluded = references.excluded(entries, unit_names, pinned)
    homes.note_totals()
    units.note_totals()
    note_doubts(entries, notes, names, births, joined_days, context.policy.effective)
    kept = _usable(entries, notes, ids, names, unit_names, repeated)

    def only(column: Iterable[Value]) -> list[Value]:
        return list(compress(column, kept))

    chosen, own = entries.only(kept), only(unit_names)
    currents = _current_branches(chosen)
    joined_kept, official_kept = only(joined_days), only(official_days)
    columns: dict[str, Iterable[object]] = {
        "id": only(ids),
        "name": only(names),
        "unit": own,
        "address": entries.grid.addresses(chosen.rows),
        "birth_date": only(births),
        "sex": only(sexes),
        "joined": joined_kept,
        "official_date": official_kept,
        "status": read_statuses(chosen, notes, joined_kept, official_kept),
        "residence_unit": [home.unit for home in only(residences)],
        "residence_area": [home.area for home in only(residences)],
        "fields": references.fields(chosen),
        "in_charge_of": references.in_charge_of(chosen, own),
        "current_branch": currents,
        "current_branch_id": references.origins(currents, own),
        "pinned_branch_id": only(pinned),
        "excluded_branch_ids": only(excluded),
        "latitude": only(latitudes),
        "longitude": only(longitudes),
        "cells": chosen.cells(),
        "columns": repeat({key: column + 1 for key, column in entries.columns.items()}),
        **{key: only(flag) for key, flag in flags.items()},
        **{key: chosen.column(key).map(tidy) for key in WORDS},
        **{key: chosen.stored(key) for key in TEXTS},
        **{key: chosen.column(key).map(values.parts_at_commas) for key in LABELS},
    }
    # Of a keyword each, twenty thousand calls would take as long as all the reading before them.
    make: Callable[..., Member] = Member
    members = tuple(map(make, *(columns[field.name] for field in dataclasses.fields(Member))))
    people.take_members(members, notes, chosen.rows)
    return members


def _usable(
    entries: Entries,
    notes: Notes,
    ids: Sequence[str],
    names: Sequence[str],
    units: Sequence[str],
    repeated: Collection[int],
) -> Sequence[bool]:
    """Whether each entry says who it is and where they belong, and nobody said so before."""
    if "" in names:
        for row, name in zip(entries.rows, names, strict=True):
            if not name:
                notes.error("R032", row, "name")
    again = frozenset(repeated)
    return [
        bool(identity and name and unit) and number not in again
        for number, (identity, name, unit) in enumerate(zip(ids, names, units, strict=True))
    ]


def _current_branches(entries: Entries) -> Sequence[str]:
    """The branch that each entry names, else that of the section line above it."""
    texts = entries.column("current_branch").map(tidy)
    if not entries.branch_lines:
        return texts
    lines = (entries.branch_lines.get(row) for row in entries.rows)
    return [text or (line.text if line is not None else "") for text, line in zip(texts, lines, strict=True)]
