"""``reassign sweep``: one figure of the policy over a range."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.case_options import takes_case
from reassign.cli.session import Session

if TYPE_CHECKING:
    from reassign.readers.policy.case import CaseFlags


@takes_case()
def sweep(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="sweep-key", show_default=False)],
    values: Annotated[str, typer.Argument(metavar="VALUES", help="sweep-values", show_default=False)],
    *,
    flags: "CaseFlags",
    output: Annotated[list[str] | None, typer.Option("-o", "--output", metavar="F", help="sweep-output")] = None,
    time_limit: Annotated[float | None, typer.Option("--time-limit", metavar="S", help="sweep-time-limit")] = None,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Make the best plan with every value of one figure of the policy."""
    from reassign.cli.cores import cores
    from reassign.cli.outputs import input_paths, settle_named
    from reassign.cli.progress import show_progress
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.views.findings import finding_lines
    from reassign.cli.views.sweep import show_sweep
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import INFEASIBLE, OK, UNPROVED
    from reassign.messages.console import CONSOLE
    from reassign.messages.sweep import SWEEP
    from reassign.readers.policy.case import read_case
    from reassign.workflows.sweep import OUTPUTS, SweepRequest, run_sweep
    from reassign.writers.json.sweep import sweep_document

    session: Session = context.obj
    flags = replace(flags, time_limit=time_limit)
    settings = read_case(session.working_folder, flags, session.environment, session.language)
    language = settings.language
    outputs = settle_named(session.working_folder, output or (), input_paths(settings), OUTPUTS)
    request = SweepRequest(
        settings=settings,
        key=key,
        values=values,
        outputs=outputs,
        is_forced=force,
        language=language,
        jobs=cores(),
    )
    with show_progress(language, is_wanted=not quiet) as progress:
        outcome = run_sweep(request, progress)
    if as_json:
        write_json(sweep_document(outcome.sweep, outcome.instance, language))
    else:
        for line in finding_lines(outcome.findings, language, is_verbose=verbose, is_quiet=quiet or not verbose):
            write_message(line)
        if not quiet:
            show_sweep(outcome, language, session.environment, is_verbose=verbose)
            if outputs:
                write_result(CONSOLE["written"].say(language))
        elif not outcome.sweep.feasible:
            write_result(SWEEP["none"].say(language))
        for path in outputs:
            write_result(visible(str(path)))
    if not outcome.sweep.feasible:
        return INFEASIBLE
    return UNPROVED if any(point.status == "feasible" for point in outcome.sweep.points) else OK
