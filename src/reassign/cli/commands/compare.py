"""``reassign compare``: plans side by side."""

from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session


def compare(
    context: typer.Context,
    plans: Annotated[list[str], typer.Argument(metavar="PLAN PLAN…", help="compared-plans", show_default=False)],
    *,
    output: Annotated[list[str] | None, typer.Option("-o", "--output", metavar="F", help="compare-output")] = None,
    fail_on_change: Annotated[bool, typer.Option("--fail-on-change", help="fail-on-change")] = False,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Hold plans against the first one: what was asked, levels, loads, who is elsewhere, who gains and who loses."""
    from reassign.cli.outputs import settle_named
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.views.compare import show_comparison
    from reassign.cli.views.findings import finding_line
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import OK, WRONG
    from reassign.messages.console import CONSOLE
    from reassign.messages.finding import finding_document
    from reassign.workflows.compare import OUTPUTS, CompareRequest, run_compare
    from reassign.writers.json.comparison import comparison_document

    session: Session = context.obj
    language = lang or session.language
    paths = tuple((session.working_folder / plan, plan) for plan in plans)
    outputs = settle_named(session.working_folder, output or (), [path for path, _ in paths], OUTPUTS)
    outcome = run_compare(CompareRequest(paths, outputs, is_forced=force, language=language))
    comparison = outcome.comparison
    if as_json:
        findings = [finding_document(finding, language) for finding in outcome.stale]
        write_json({**comparison_document(comparison), "findings": findings})
    else:
        if verbose:
            for finding in outcome.stale:
                write_message(finding_line(finding, language))
        if not quiet:
            show_comparison(comparison, language, session.environment, is_verbose=verbose)
            if outputs:
                write_result(CONSOLE["written"].say(language))
        for path in outputs:
            write_result(visible(str(path)))
    return WRONG if fail_on_change and not comparison.is_same else OK
