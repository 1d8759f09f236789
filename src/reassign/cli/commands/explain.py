"""``reassign explain``: why here, why not there, at what price; where a plan is tight."""

from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session


def explain(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="plan-file", show_default=False)],
    member: Annotated[str | None, typer.Argument(metavar="MEMBER", help="explain-member", show_default=False)] = None,
    *,
    branch: Annotated[str | None, typer.Option("--branch", metavar="B", help="explain-branch")] = None,
    everybody: Annotated[bool, typer.Option("--all", help="explain-all")] = False,
    time_limit: Annotated[float | None, typer.Option("--time-limit", metavar="S", help="explain-time-limit")] = None,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,  # noqa: ARG001 - nothing is written
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Explain a member's place, or what holds the plan back."""
    from reassign.cli.cores import cores
    from reassign.cli.progress import show_progress
    from reassign.cli.screen import write_json, write_message
    from reassign.cli.views.explain import show_bottlenecks, show_everybody, show_explanation
    from reassign.cli.views.findings import finding_lines
    from reassign.domain.exit_codes import OK, UNPROVED
    from reassign.workflows.explain import ExplainRequest, explain_document, run_explain

    session: Session = context.obj
    language = lang or session.language
    _see_usage(member, branch, time_limit, is_all=everybody)
    request = ExplainRequest(
        plan=session.working_folder / plan,
        name=plan,
        member=member,
        is_all=everybody,
        branch=branch,
        time_limit=time_limit,
        language=language,
        jobs=cores(),
    )
    with show_progress(language, is_wanted=not quiet) as progress:
        outcome = run_explain(request, progress)
    if not as_json:
        for line in finding_lines(outcome.findings, language, is_verbose=verbose, is_quiet=quiet or not verbose):
            write_message(line)
    if as_json:
        write_json(explain_document(outcome, language, is_all=everybody))
    elif outcome.bottlenecks is not None:
        show_bottlenecks(outcome, language, session.environment, is_verbose=verbose)
    elif everybody:
        show_everybody(outcome, language, session.environment)
    else:
        show_explanation(outcome, language, session.environment, is_one=branch is not None, is_verbose=verbose)
    return OK if outcome.is_proved else UNPROVED


def _see_usage(member: str | None, branch: str | None, time_limit: float | None, *, is_all: bool) -> None:
    """Refuse arguments that contradict each other."""
    from reassign.domain.errors import UsageError

    if is_all and member is not None:
        raise UsageError("explain-one-or-all")
    if branch is not None and member is None:
        raise UsageError("explain-branch-alone")
    if time_limit is not None and not time_limit > 0:
        raise UsageError("time-limit", {"value": str(time_limit)})
