"""``reassign check``: read everything and report every problem at once."""

import typer

from reassign.cli import options
from reassign.cli.session import Session


def check(
    context: typer.Context,
    *,
    members: options.Members = None,
    branches: options.Branches = None,
    current: options.Current = None,
    pins: options.Pins = None,
    forbids: options.Forbids = None,
    lineage: options.Lineage = None,
    distances: options.Distances = None,
    crosswalk: options.Crosswalk = None,
    holidays: options.Holidays = None,
    policy: options.PolicyFile = None,
    allow_shortfall: options.AllowShortfall = False,
    seed: options.Seed = None,
    time_limit: options.TimeLimit = None,
    dry_run: options.DryRun = False,  # noqa: ARG001 - a check never writes; taken so that a plan's words fit
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,  # noqa: ARG001 - likewise
    interactive: options.Interactive = False,
    no_input: options.NoInput = False,
) -> int:
    """Read everything and report every problem at once."""
    from reassign.cli.findings_view import finding_lines
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.domain.exit_codes import INPUT, OK
    from reassign.domain.findings import has_errors
    from reassign.messages.console import CONSOLE
    from reassign.messages.finding import finding_document
    from reassign.readers.policy.case import CaseFlags, read_case
    from reassign.workflows.check import check_case

    session: Session = context.obj
    files = {
        "members": members,
        "branches": branches,
        "current": current,
        "pins": pins,
        "forbids": forbids,
        "lineage": lineage,
        "distances": distances,
        "crosswalk": crosswalk,
        "holidays": holidays,
    }
    flags = CaseFlags(
        files={role: file for role, file in files.items() if file},
        policy=policy,
        is_shortfall_allowed=allow_shortfall,
        seed=seed,
        time_limit=time_limit,
        language=lang,
    )
    settings = read_case(session.working_folder, flags, session.environment, session.language)
    result = check_case(settings)
    if interactive:
        from reassign.cli.interview import interview

        if interview(result, settings, session, is_silent=as_json or no_input):
            settings = read_case(session.working_folder, flags, session.environment, session.language)
            result = check_case(settings)
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
    return INPUT if has_errors(result.findings) else OK
