"""``reassign check``: read everything and report every problem at once."""

from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.case_options import takes_case
from reassign.cli.session import Session

if TYPE_CHECKING:
    from reassign.readers.policy.case import CaseFlags


@takes_case()
def check(
    context: typer.Context,
    *,
    flags: "CaseFlags",
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    report: Annotated[str | None, typer.Option("--report", metavar="F", help="check-report")] = None,
    interactive: options.Interactive = False,
    no_input: options.NoInput = False,
) -> int:
    """Read everything and report every problem at once."""
    from reassign.cli.outputs import input_paths, settle_named
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.views.findings import finding_lines
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import INPUT, OK
    from reassign.domain.findings import has_errors
    from reassign.messages.console import CONSOLE
    from reassign.messages.finding import finding_document
    from reassign.readers.policy.case import read_case
    from reassign.workflows.check import check_case, write_check_report

    session: Session = context.obj
    settings = read_case(session.working_folder, flags, session.environment, session.language)
    named = settle_named(session.working_folder, [report] if report else [], input_paths(settings), (".xlsx",))
    result = check_case(settings)
    if interactive:
        from reassign.cli.interview import interview

        if interview(result, settings, session, is_silent=as_json or no_input):
            settings = read_case(session.working_folder, flags, session.environment, session.language)
            result = check_case(settings)
    for target in () if dry_run else named:
        write_check_report(settings, result, target, settings.language, is_forced=force)
    if as_json:
        write_json(
            {
                "schema_version": 1,
                "findings": [finding_document(finding, settings.language) for finding in result.findings],
                "counts": dict(result.counts),
            }
        )
    else:
        lines = finding_lines(result.findings, settings.language, is_verbose=verbose, is_quiet=quiet)
        for line in lines:
            write_message(line)
        if result.counts and not quiet:
            write_result(CONSOLE["read"].say(settings.language, result.counts))
            if not lines:
                write_result(CONSOLE["clean"].say(settings.language))
        if named and not quiet:
            write_result(CONSOLE["dry-run" if dry_run else "written"].say(settings.language))
        for target in () if dry_run else named:
            write_result(visible(str(target)))
    return INPUT if has_errors(result.findings) else OK
