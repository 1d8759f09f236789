"""A plan, or the lack of one, on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reassign.cli.screen import show, write_message, write_result
from reassign.cli.views.infeasible import show_infeasible
from reassign.cli.visible import visible
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.member_labels import member_labels
from reassign.domain.plan import BranchLoad, LevelResult, Placement, Proof
from reassign.domain.present_branch import is_transferred
from reassign.domain.report import Report
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import name_sort_key, sort_key
from reassign.messages.committees import say_committees
from reassign.messages.console import CONSOLE
from reassign.messages.reasons import PROOFS, say_measured, say_reason
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
    placements: dict[str, list[Placement]] = {branch: [] for branch in branches}
    for placement in report.plan.placements:
        placements[placement.branch].append(placement)
    loads: dict[str, list[BranchLoad]] = {}
    for load in report.plan.branches:
        loads.setdefault(branches[load.branch].unit, []).append(load)
    rows = _Rows(report.instance, branches, placements, language)
    tables = [rows.unit_table(unit, loads[unit]) for unit in sorted(loads, key=sort_key)]
    show(Group(*(part for table in tables for part in (table, Text("")))), environment)
    for line in summary_lines(totals_of(report), language):
        write_result(line)
    show(
        _level_table(report.plan.levels, language, has_distance_table=report.rosters.distances is not None), environment
    )
    write_result(CONSOLE[f"status-{report.plan.status}"].say(language))


def summary_lines(totals: Totals, language: Language) -> list[str]:
    """The figures of a plan, one to a line."""
    lines = [
        CONSOLE["placed"].say(language, {"placed": totals.placed, "members": totals.members}),
        CONSOLE["within"].say(language, {"within": totals.branches_within, "branches": totals.branches}),
        CONSOLE["leaving"].say(language, {"leaving": totals.leaving, "moved": totals.moved}),
        CONSOLE["non-residents"].say(language, {"count": totals.non_residents, "unknown": totals.residence_unknown}),
        CONSOLE["uncovered"].say(language, {"count": totals.uncovered, "branches": totals.branches_lacking}),
    ]
    if totals.committees is not None:
        each = totals.committees
        lines.append(say_committees(each.filled, each.vacancies, each.seats, each.share, language))
    if totals.to_review:
        lines.append(CONSOLE["to-review"].say(language, {"count": totals.to_review}))
    return [CONSOLE["summary"].say(language), *(f"  {line}" for line in lines)]


class _Rows:
    """The rows of the plan table."""

    def __init__(
        self,
        instance: Instance,
        branches: Mapping[str, Branch],
        placements: Mapping[str, list[Placement]],
        language: Language,
    ) -> None:
        self._instance = instance
        self._branches = branches
        self._placements = placements
        self._language = language
        self._members = {member.id: member for member in instance.members}
        self._labels = member_labels({member.id: member.name for member in instance.members})

    def unit_table(self, unit: str, loads: list[BranchLoad]) -> Table:
        """The branches of a unit with whom they receive, and why."""
        from rich.table import Table
        from rich.text import Text

        said = {"unit": unit, "members": sum(load.received for load in loads), "branches": len(loads)}
        title = CONSOLE["unit-title"].say(self._language, said)
        table = Table(
            title=Text(visible(title), "bold"), title_justify="left", expand=True, show_edge=False, pad_edge=False
        )
        for key, ratio in (("branch", 4), ("load", 0), ("member", 4), ("reason", 6)):
            heading = CONSOLE[f"column-{key}"].say(self._language)
            table.add_column(
                heading, ratio=ratio or None, overflow="fold", no_wrap=key == "load", min_width=len(heading)
            )
        for load in sorted(loads, key=lambda one: (sort_key(self._branches[one.branch].name), one.branch)):
            here = sorted(self._placements[load.branch], key=self._order)
            # Name and load of a branch stand once, beside its first member.
            first = [Text(visible(self._branches[load.branch].name)), Text(_load(load))]
            for placement in here:
                label = self._labels[placement.member]
                table.add_row(*first, Text(visible(label)), Text(visible("; ".join(self._reasons(placement, unit)))))
                first = [Text(""), Text("")]
            if not here:
                table.add_row(*first, Text("–"), Text(""))
        return table

    def _order(self, placement: Placement) -> tuple[object, str]:
        return name_sort_key(self._members[placement.member].name), placement.member

    def _reasons(self, placement: Placement, unit: str) -> list[str]:
        member = self._members[placement.member]
        has_to_move = is_transferred(self._instance, member, placement)
        reasons = [say_reason(code, self._language, has_to_move=has_to_move) for code in placement.reasons]
        if not member.residence_unit:
            reasons.append(CONSOLE["residence-unknown"].say(self._language))
        elif member.residence_unit != unit:
            reasons.append(CONSOLE["non-resident"].say(self._language))
        return reasons


def _load(load: BranchLoad) -> str:
    """Received members against the limits: ``2 / 1–7``; ``∞`` without a maximum."""
    return f"{load.received} / {load.min}–{'∞' if load.max is None else load.max}"


def _level_table(levels: tuple[LevelResult, ...], language: Language, *, has_distance_table: bool) -> Table:
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
        table.add_row(
            Text(say_measured(level.names, language, has_distance_table=has_distance_table)),
            str(level.value),
            str(level.bound),
            Text(proof),
        )
    return table
