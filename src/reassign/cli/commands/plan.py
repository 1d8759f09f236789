"""``reassign plan``: make the plan and write it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.case_options import takes_case
from reassign.cli.session import Session

if TYPE_CHECKING:
    from reassign.readers.policy.case import CaseFlags


@takes_case()
def plan(
    context: typer.Context,
    *,
    flags: "CaseFlags",
    policy: options.Policies = None,
    output: options.Output = None,
    apply_repair: options.ApplyRepair = None,
    pseudonymise: Annotated[str | None, typer.Option("--pseudonymise", metavar="DIR", help="pseudonymise")] = None,
    key: Annotated[str | None, typer.Option("--key", metavar="F", help="pseudonymise-key")] = None,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks, so there is nothing to hold back
) -> int:
    """Make the plan and write it."""
    from reassign.cli.cores import cores
    from reassign.cli.outputs import settle_outputs
    from reassign.cli.progress import show_progress
    from reassign.cli.screen import write_json, write_message
    from reassign.cli.views.findings import finding_lines
    from reassign.cli.views.plan import show_outcome
    from reassign.cli.views.repair import apply_repair_to, asked_again
    from reassign.domain.errors import UsageError
    from reassign.domain.exit_codes import INFEASIBLE, code_of
    from reassign.readers.policy.case import read_case
    from reassign.workflows.plan import PlanRequest, run_plan

    session: Session = context.obj
    if pseudonymise is not None or key is not None:
        from reassign.cli.commands.pseudonymise import share_case, sharing

        return share_case(
            session,
            replace(flags, policy=policy[0] if policy else None),
            *sharing(pseudonymise, key, policy or (), output or (), apply_repair),
            is_dry_run=dry_run,
            is_json=as_json,
            is_quiet=quiet,
            is_forced=force,
        )
    if policy and len(policy) > 1:
        if apply_repair is not None:
            raise UsageError("options-together", {"first": "--apply-repair", "second": "--policy, --policy"})
        from reassign.cli.commands.scenarios import plan_scenarios

        return plan_scenarios(
            session,
            policy,
            flags,
            output or (),
            is_dry_run=dry_run,
            is_json=as_json,
            is_quiet=quiet,
            is_verbose=verbose,
            is_forced=force,
            jobs=cores(),
        )
    flags = replace(flags, policy=policy[0] if policy else None)
    settings = read_case(session.working_folder, flags, session.environment, session.language)
    if apply_repair is not None and output:
        raise UsageError("options-together", {"first": "--apply-repair", "second": "--output"})
    has_default = not (dry_run or as_json or apply_repair is not None)
    outputs = settle_outputs(session.working_folder, settings, output or (), has_default=has_default)
    request = PlanRequest(
        settings=settings,
        outputs=outputs,
        is_dry_run=dry_run,
        is_forced=force,
        language=settings.language,
        jobs=cores(),
    )
    with show_progress(settings.language, is_wanted=not quiet) as progress:
        outcome = run_plan(request, progress)
    if as_json:
        write_json(outcome.document)
    else:
        for line in finding_lines(outcome.findings, settings.language, is_verbose=verbose, is_quiet=quiet):
            write_message(line)
        show_outcome(outcome, settings.language, session.environment, is_quiet=quiet, is_dry_run=dry_run)
    if apply_repair is not None:
        apply_repair_to(
            settings,
            outcome,
            apply_repair,
            session.working_folder,
            asked_again(context),
            is_forced=force,
            is_dry_run=dry_run,
        )
    if outcome.report is None:
        return INFEASIBLE
    return code_of(outcome.report.plan.status)
