"""The plan as a csv table for other programs: one row per placement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from reassign.domain.guard import guard
from reassign.domain.report import Report
from reassign.domain.roster import LIST_SEPARATOR

PLAN_COLUMNS: tuple[str, ...] = (
    "unit",
    "branch",
    "branch_name",
    "member",
    "name",
    "from_branch",
    "moved",
    "pinned",
    "reasons",
    "tasks",
)
"""Columns of every plan, in their order (docs/reference/files.md)."""

ALREADY_THERE = frozenset({"id", "name", "unit"})
"""Roster columns that the plan's own columns repeat (``id`` as ``member``)."""


def render_csv(report: Report) -> bytes:
    r"""The placements in their order with the roster's other columns behind them.

    UTF-8 without a byte order mark and with ``\n`` line ends, which scripts expect; people have the
    workbook. Lists are joined by ``"; "``, truth values are ``true`` and ``false``. A text that a
    spreadsheet could run as a formula gets an apostrophe before it (``domain.guard``), which our
    readers take away again.
    """
    members = {member.id: member for member in report.rosters.members}
    branches = {branch.id: branch for branch in report.rosters.branches}
    carried = [index for index, column in enumerate(report.rosters.member_columns) if column not in ALREADY_THERE]
    names = carried_names([report.rosters.member_columns[index] for index in carried], PLAN_COLUMNS)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*PLAN_COLUMNS, *map(guard, names)])
    for placement in report.plan.placements:
        member, branch = members[placement.member], branches[placement.branch]
        own = (
            branch.unit,
            branch.id,
            branch.name,
            member.id,
            member.name,
            placement.from_branch or "",
            _truth(value=placement.has_moved),
            _truth(value=placement.is_pinned),
            LIST_SEPARATOR.join(placement.reasons),
            LIST_SEPARATOR.join(placement.tasks),
        )
        cells = (member.cells[index] if index < len(member.cells) else "" for index in carried)
        writer.writerow([guard(text) for text in (*own, *cells)])
    return stream.getvalue().encode()


def carried_names(columns: Iterable[str], taken: Sequence[str]) -> list[str]:
    """Names for the roster's columns beside ``taken`` ones; a repeated name gets a number in brackets."""
    used = {name.casefold() for name in taken}
    names = []
    for column in columns:
        name, number = column, 2
        while name.casefold() in used:
            name, number = f"{column} ({number})", number + 1
        used.add(name.casefold())
        names.append(name)
    return names


def _truth(*, value: bool) -> str:
    return "true" if value else "false"
