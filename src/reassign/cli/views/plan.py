"""A plan, or the lack of one, on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reassign.cli.screen import show, write_message, write_result
from reassign.cli.views.infeasible import show_infeasible
from reassign.cli.visible import visible
from reassign.domain.language import Language
from reassign.domain.plan import BranchLoad, LevelResult, Placement, Proof
from reassign.domain.report import Report
from reassign.domain.roster import Branch, Member
from reassign.domain.vietnamese import name_sort_key, sort_key
from reassign.messages.committees import say_committees
from reassign.messages.console import CONSOLE
from reassign.messages.reasons import PROOFS, say_level, say_reason
from reassign.writers.totals import Totals, totals_of

if TYPE_CHECKING:
    from rich.table import Table

    from reassign.workflows.plan import PlanOutcome


def show_outcome(
    outcome: PlanOutcome, language: Language, environment: Mapping[str, str], *, is_quiet: bool, is_dry_run: bool
) -> None:
    """Print the plan table, the summary and the written paths, each path unwrapped on a line of its own."""
    if outcome.report is None:
        if outcome.infeasible is not None:
            show_infeasible(outcome.infeasible, outcome.instance, language)
        return
    if not is_quiet:
        _show_report(outcome.report, language, environment)
        if is_dry_run:
            write_message(CONSOLE["dry-run"].say(language))
        if outcome.written:
            write_result(CONSOLE["written"].say(language))
    for path in outcome.written:
        write_result(visible(str(path)))


def _show_report(report: Report, language: Language, environment: Mapping[str, str]) -> None:
    from rich.console import Group
    from rich.text import Text

    branches = {branch.id: branch for branch in report.instance.branches}
    members = {member.id: member for member in report.instance.members}
    placements: dict[str, list[Placement]] = {branch: [] for branch in branches}
    for placement in report.plan.placements:
        placements[placement.branch].append(placement)
    loads: dict[str, list[BranchLoad]] = {}
    for load in report.plan.branches:
        loads.setdefault(branches[load.branch].unit, []).append(load)
    tables = [
        _unit_table(unit, loads[unit], branches, members, placements, language) for unit in sorted(loads, key=sort_key)
    ]
    show(Group(*(part for table in tables for part in (table, Text("")))), environment)
    for line in summary_lines(totals_of(report), language):
        write_result(line)
    show(_level_table(report.plan.levels, language), environment)
    write_result(CONSOLE[f"status-{report.plan.status}"].say(language))


def summary_lines(totals: Totals, language: Language) -> list[str]:
    """The figures of a plan, one to a line."""
    lines = [
        CONSOLE["placed"].say(language, {"placed": totals.placed, "members": totals.members}),
        CONSOLE["within"].say(language, {"within": totals.branches_within, "branches": totals.branches}),
        CONSOLE["moved"].say(language, {"count": totals.moved}),
        CONSOLE["non-residents"].say(language, {"count": totals.non_residents, "unknown": totals.residence_unknown}),
        CONSOLE["uncovered"].say(language, {"count": totals.uncovered, "branches": totals.branches_lacking}),
    ]
    if totals.committees is not None:
        each = totals.committees
        lines.append(say_committees(each.filled, each.vacancies, each.seats, each.share, language))
    if totals.to_review:
        lines.append(CONSOLE["to-review"].say(language, {"count": totals.to_review}))
    return [CONSOLE["summary"].say(language), *(f"  {line}" for line in lines)]


def _unit_table(
    unit: str,
    loads: list[BranchLoad],
    branches: Mapping[str, Branch],
    members: Mapping[str, Member],
    placements: Mapping[str, list[Placement]],
    language: Language,
) -> Table:
    from rich.table import Table
    from rich.text import Text

    received = sum(load.received for load in loads)
    title = CONSOLE["unit-title"].say(language, {"unit": unit, "members": received, "branches": len(loads)})
    table = Table(
        title=Text(visible(title), "bold"), title_justify="left", expand=True, show_edge=False, pad_edge=False
    )
    for key, ratio in (("branch", 4), ("load", 0), ("member", 4), ("reason", 6)):
        heading = CONSOLE[f"column-{key}"].say(language)
        table.add_column(heading, ratio=ratio or None, overflow="fold", no_wrap=key == "load", min_width=len(heading))
    for load in sorted(loads, key=lambda one: (sort_key(branches[one.branch].name), one.branch)):
        here = sorted(placements[load.branch], key=lambda one: (name_sort_key(members[one.member].name), one.member))
        # Name and load of a branch stand once, beside its first member.
        first = [Text(visible(branches[load.branch].name)), Text(_load(load))]
        for placement in here:
            member = members[placement.member]
            reasons = [say_reason(code, language) for code in placement.reasons]
            if not member.residence_unit:
                reasons.append(CONSOLE["residence-unknown"].say(language))
            elif member.residence_unit != unit:
                reasons.append(CONSOLE["non-resident"].say(language))
            table.add_row(*first, Text(visible(member.name)), Text(visible("; ".join(reasons))))
            first = [Text(""), Text("")]
        if not here:
            table.add_row(*first, Text("–"), Text(""))
    return table


def _load(load: BranchLoad) -> str:
    """Received members against the limits: ``2 / 1–7``; ``∞`` without a maximum."""
    return f"{load.received} / {load.min}–{'∞' if load.max is None else load.max}"


def _level_table(levels: tuple[LevelResult, ...], language: Language) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, pad_edge=False)
    for key in ("level", "value", "bound", "proof"):
        table.add_column(
            CONSOLE[f"column-{key}"].say(language), justify="right" if key in ("value", "bound") else "left"
        )
    for level in levels:
        proof = PROOFS[level.proof].say(language)
        if level.proof is Proof.NONE and level.bound != level.value:
            proof += CONSOLE["gap"].say(language, {"gap": abs(level.bound - level.value)})
        table.add_row(Text(say_level(level.names, language)), str(level.value), str(level.bound), Text(proof))
    return table
