"""Two lists given the wrong way round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Aliases
from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.readers.grids.sources import RosterSources, Source
from reassign.readers.tables.header_words import branch_headings, header_key, member_headings
from reassign.readers.tables.tables import read_table

_OF_MEMBERS = frozenset(MEMBER_KEYS) - frozenset(BRANCH_KEYS)
_OF_BRANCHES = frozenset(BRANCH_KEYS) - frozenset(MEMBER_KEYS)


def swapped(
    sources: RosterSources, aliases: Aliases, member_columns: Collection[str], branch_columns: Collection[str]
) -> tuple[Finding, ...]:
    """An error if each list has columns that only the other one has, and none that only it has.

    Args:
        sources: The files.
        aliases: The officer's own headings.
        member_columns: Columns of what was read as members, by key or as written; empty if it could not be read.
        branch_columns: Likewise of the branches.
    """
    members, branches = sources.members, sources.branches
    if not member_columns and not members.is_folder:
        member_columns = _columns(members, aliases)
    if not branch_columns and not branches.is_folder:
        branch_columns = _columns(branches, aliases)
    is_swapped = _is_only(member_columns, _OF_BRANCHES, _OF_MEMBERS) and _is_only(
        branch_columns, _OF_MEMBERS, _OF_BRANCHES
    )
    if not is_swapped:
        return ()
    parameters = {"other": branches.name}
    return (Finding("R087", Severity.ERROR, CellAddress(members.name, members.sheet), members.name, parameters),)


def _columns(source: Source, aliases: Aliases) -> tuple[str, ...]:
    """Headings of a list that could not be read as what it was given for."""
    for headings in (member_headings(), branch_headings()):
        table = read_table(source, headings, (("name", "id"),), aliases.columns).table
        if table is not None:
            return tuple(table.header.titles)
    return ()


def _is_only(columns: Iterable[str], other: Collection[str], own: Collection[str]) -> bool:
    """Whether some columns belong to the other list alone, and none to this one alone."""
    keys = set()
    for column in columns:
        for headings in (member_headings(), branch_headings()):
            keys |= _key(column, headings)
    return bool(keys & set(other)) and not keys & set(own)


def _key(column: str, headings: Mapping[str, str]) -> set[str]:
    key = headings.get(header_key(column))
    return set() if key is None else {key}
