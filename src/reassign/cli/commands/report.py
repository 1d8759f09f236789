"""``reassign report``: a plan as one page for a browser."""

from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session


def report(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="letters-plan", show_default=False)],
    *,
    output: Annotated[str, typer.Option("-o", "--output", metavar="F", help="report-output")] = "report.html",
    as_json: options.AsJson = False,
    lang: options.Lang = None,  # noqa: ARG001 - the session knows it
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Show a plan as one self-contained page."""
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.views.findings import finding_lines
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import OK
    from reassign.messages.console import CONSOLE
    from reassign.workflows.report import ReportRequest, run_report

    session: Session = context.obj
    outcome = run_report(
        ReportRequest(
            plan=(session.working_folder / plan, plan),
            output=session.working_folder / output,
            is_forced=force,
            language=session.asked,
            fallback=session.language,
        )
    )
    if as_json:
        write_json({"schema_version": 1, "status": "ok", "written": [str(outcome.written)]})
        return OK
    if verbose:
        for line in finding_lines(outcome.findings, outcome.language, is_verbose=True, is_quiet=quiet):
            write_message(line)
    if not quiet:
        write_result(CONSOLE["written"].say(outcome.language))
    write_result(visible(str(outcome.written)))
    return OK
