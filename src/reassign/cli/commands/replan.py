"""``reassign replan``: a new plan from an old one."""

import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.case_options import takes_case
from reassign.cli.session import Session

if TYPE_CHECKING:
    from reassign.readers.policy.case import CaseFlags


@takes_case(without={"current"})
def replan(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="replan-file", show_default=False)],
    *,
    flags: "CaseFlags",
    max_moves: Annotated[int | None, typer.Option("--max-moves", metavar="K", help="max-moves")] = None,
    protect: Annotated[list[str] | None, typer.Option("--protect", metavar="FILTER", help="protect")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="as-of")] = None,
    curve: Annotated[bool, typer.Option("--curve", help="curve")] = False,
    output: Annotated[list[str] | None, typer.Option("-o", "--output", metavar="F", help="replan-output")] = None,
    apply_repair: options.ApplyRepair = None,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks, so there is nothing to hold back
) -> int:
    """Make a new plan from an old one and write it."""
    from reassign.cli.cores import cores
    from reassign.cli.outputs import input_paths, settle_named
    from reassign.cli.progress import show_progress
    from reassign.cli.screen import write_json, write_message
    from reassign.cli.views.findings import finding_lines
    from reassign.cli.views.repair import apply_repair_to, asked_again
    from reassign.cli.views.replan import show_replan
    from reassign.domain.errors import UsageError
    from reassign.domain.exit_codes import INFEASIBLE, code_of
    from reassign.domain.report import OUTPUT_EXTENSIONS
    from reassign.readers.policy.member_filter import read_filter
    from reassign.workflows.replan import ReplanRequest, run_replan
    from reassign.workflows.replan_case import ReplanFlags, next_name, settle_replan

    session: Session = context.obj
    more = ReplanFlags(read_filter("--protect", protect or ()), max_moves, _day(as_of))
    settings = settle_replan(session.working_folder, plan, flags, more, session.environment, session.language)
    case = settings.case
    if apply_repair is not None and output:
        raise UsageError("options-together", {"first": "--apply-repair", "second": "--output"})
    if output:
        outputs = settle_named(session.working_folder, output, input_paths(case), OUTPUT_EXTENSIONS)
    else:
        outputs = () if dry_run or as_json or apply_repair is not None else (next_name(settings.path),)
    request = ReplanRequest(
        settings=settings,
        outputs=outputs,
        has_curve=curve,
        is_dry_run=dry_run,
        is_forced=force,
        language=case.language,
        jobs=cores(),
    )
    with show_progress(case.language, is_wanted=not quiet) as progress:
        outcome = run_replan(request, progress)
    if as_json:
        write_json(outcome.plan.document)
    else:
        for line in finding_lines(outcome.plan.findings, case.language, is_verbose=verbose, is_quiet=quiet):
            write_message(line)
        show_replan(outcome, case.language, session.environment, is_quiet=quiet, is_verbose=verbose, is_dry_run=dry_run)
    if apply_repair is not None:
        words = asked_again(context)
        folder = session.working_folder
        apply_repair_to(case, outcome.plan, apply_repair, folder, words, is_forced=force, is_dry_run=dry_run)
    if outcome.plan.report is None:
        return INFEASIBLE
    return code_of(outcome.plan.report.plan.status)


def _day(text: str | None) -> datetime.date | None:
    from reassign.domain.errors import UsageError
    from reassign.readers.cells.values import date

    if text is None:
        return None
    day, _ = date(text)
    try:
        return datetime.date.fromisoformat(day)
    except ValueError:
        raise UsageError("day", {"option": "--as-of", "value": text}) from None
