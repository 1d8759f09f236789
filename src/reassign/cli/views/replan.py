"""A re-plan on a terminal: what moves and why, what edits cost, then the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reassign.cli.screen import show, write_result
from reassign.cli.views.plan import show_outcome
from reassign.cli.visible import visible
from reassign.domain.language import Language
from reassign.domain.member_labels import member_labels
from reassign.domain.plan_workbook import branch_labels
from reassign.domain.replanning import Replanning
from reassign.domain.report import Report
from reassign.messages.replan import REPLAN, say_balance, say_fewest, say_move, say_people, say_price

if TYPE_CHECKING:
    from reassign.workflows.replan import ReplanOutcome


def show_replan(
    outcome: ReplanOutcome,
    language: Language,
    environment: Mapping[str, str],
    *,
    is_quiet: bool,
    is_verbose: bool,
    is_dry_run: bool,
) -> None:
    """Print the new plan as ``plan`` does, with what has changed in front of it."""
    report = outcome.plan.report
    replanning = None if report is None else report.replanning
    if report is not None and replanning is not None and not is_quiet:
        _show_changes(report, replanning, language, environment, is_verbose=is_verbose)
        if report.curve is not None:
            from reassign.cli.views.curve import show_curve

            show_curve(report.curve, language, environment, is_verbose=is_verbose)
    show_outcome(outcome.plan, language, environment, is_quiet=is_quiet, is_dry_run=is_dry_run)
    _say_standstill(outcome, language)
    if outcome.clashes:
        labels = member_labels({member.id: member.name for member in outcome.plan.instance.members})
        places = {branch.id: branch.name for branch in outcome.plan.instance.branches}
        write_result(REPLAN["clash"].say(language))
        for edit in outcome.clashes:
            said = REPLAN[f"edit-{edit.kind}"].say(
                language, {"name": labels.get(edit.member, edit.member), "branch": places.get(edit.branch, "")}
            )
            write_result("  • " + visible(f"{edit.address}: {said}"))


def _say_standstill(outcome: ReplanOutcome, language: Language) -> None:
    """Say whether too few may move for any plan."""
    instance, standstill = outcome.plan.instance, outcome.standstill
    if standstill.fewest is not None and instance.policy.max_moves is not None:
        numbers = {"fewest": standstill.fewest, "max": instance.policy.max_moves}
        write_result(REPLAN["too-few-moves"].say(language, numbers))
    if standstill.must_move:
        names = {member.id: member.name for member in instance.members}
        named = ", ".join(f"{names[member]} ({member})" for member in standstill.must_move)
        write_result(visible(REPLAN["must-move"].say(language, {"names": named})))


def _show_changes(
    report: Report,
    replanning: Replanning,
    language: Language,
    environment: Mapping[str, str],
    *,
    is_verbose: bool,
) -> None:
    names = {**replanning.left, **{member.id: member.name for member in report.instance.members}}
    labels = member_labels(names)
    places = {**report.rosters.former_names, **branch_labels(report.instance.branches, is_across_units=True)}

    def called(branch: str) -> str:
        return places.get(branch, branch)

    write_result(say_balance(replanning, language))
    write_result(say_fewest(replanning, language))
    if replanning.protected is not None:
        write_result(REPLAN["protected"].say(language, {"count": replanning.protected}))
    for key, listed in (("joiners", replanning.joiners), ("leavers", replanning.leavers)):
        people = [f"{names[member]} ({member})" if member in names else member for member in listed]
        if people:
            write_result(visible(say_people(key, people, language, is_whole=is_verbose)))
    for title, listing in (("moves", replanning.moves), ("closed", replanning.closed)):
        moves = [
            (labels[move.member], called(move.origin), called(move.branch), say_move(move, called, language))
            for move in listing
        ]
        _show_table(title, ("name", "from", "to", "why"), moves, language, environment)
    edits = []
    for price in replanning.prices:
        said = REPLAN[f"edit-{price.edit.kind}"].say(
            language, {"name": labels.get(price.edit.member, price.edit.member), "branch": called(price.edit.branch)}
        )
        edits.append((price.edit.address.cell, said, say_price(price, language)))
    _show_table("edits", ("cell", "edit", "price"), edits, language, environment)
    nobody = REPLAN["nobody"].say(language)
    lost = [
        (called(each.branch), each.need, labels.get(each.before, each.before), labels.get(each.after, nobody))
        for each in replanning.lost
    ]
    _show_table("lost", ("branch", "need", "before", "after"), lost, language, environment)


def _show_table(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
    environment: Mapping[str, str],
) -> None:
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    table = Table(
        title=Text(REPLAN[title].say(language), "bold"),
        title_justify="left",
        expand=True,
        show_edge=False,
        pad_edge=False,
    )
    for column in columns:
        table.add_column(
            REPLAN[f"column-{column}"].say(language), overflow="fold", ratio=1 if column != "cell" else None
        )
    for row in rows:
        table.add_row(*(Text(visible(text)) for text in row))
    show(table, environment)
    write_result("")
