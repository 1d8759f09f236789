"""``reassign plan`` with several policies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.cli.outputs import DEFAULT_OUTPUT, input_paths, settle_named
from reassign.cli.progress import show_progress
from reassign.cli.screen import write_json, write_message, write_result
from reassign.cli.session import Session
from reassign.cli.views.compare import show_comparison
from reassign.cli.views.findings import finding_lines
from reassign.cli.views.plan import show_outcome, summary_lines
from reassign.cli.visible import visible
from reassign.domain.exit_codes import INFEASIBLE, OK, UNPROVED, code_of
from reassign.domain.language import Language
from reassign.domain.report import OUTPUT_EXTENSIONS
from reassign.messages.console import CONSOLE
from reassign.readers.policy.case import CaseFlags
from reassign.workflows.plan import PlanOutcome
from reassign.workflows.scenarios import (
    Scenario,
    ScenarioOutcome,
    ScenarioRequest,
    read_scenarios,
    run_scenarios,
    scenario_outputs,
)
from reassign.writers.totals import totals_of


def plan_scenarios(
    session: Session,
    policies: Sequence[str],
    flags: CaseFlags,
    named: Sequence[str],
    *,
    is_dry_run: bool,
    is_json: bool,
    is_quiet: bool,
    is_verbose: bool,
    is_forced: bool,
    jobs: int,
) -> int:
    """Make, compare, show and write the plans; the exit code is the worst of theirs.

    Args:
        session: Where the command runs.
        policies: Policies as named, two or more.
        flags: What the command line says besides.
        named: Names given with ``-o``.
        is_dry_run: Whether nothing is written.
        is_json: Whether one JSON document is printed.
        is_quiet: Whether only results and errors are printed.
        is_verbose: Whether the whole plans are printed.
        is_forced: Whether existing outputs are replaced.
        jobs: Processes that may share the work.

    Raises:
        ReassignError: As ``read_scenarios`` and ``run_scenarios`` do.
    """
    scenarios = read_scenarios(session.working_folder, policies, flags, session.environment, session.language)
    language = scenarios[0].settings.language
    outputs = settle_named(session.working_folder, named, (), OUTPUT_EXTENSIONS)
    if not named and not (is_dry_run or is_json):
        outputs = (scenarios[0].settings.folder / DEFAULT_OUTPUT,)
    inputs = [path for scenario in scenarios for path in input_paths(scenario.settings)]
    settle_named(
        session.working_folder, [str(path) for path in scenario_outputs(outputs, scenarios)], inputs, OUTPUT_EXTENSIONS
    )
    request = ScenarioRequest(
        scenarios, outputs, is_dry_run=is_dry_run, is_forced=is_forced, language=language, jobs=jobs
    )
    with show_progress(language, is_wanted=not is_quiet) as progress:
        outcome = run_scenarios(request, progress)
    if is_json:
        write_json(outcome.document)
    else:
        _show(outcome, language, session.environment, is_quiet=is_quiet, is_verbose=is_verbose, is_dry_run=is_dry_run)
    return max((_exit_code(each) for _, each in outcome.outcomes), key=(OK, UNPROVED, INFEASIBLE).index)


def _exit_code(outcome: PlanOutcome) -> int:
    if outcome.report is None:
        return INFEASIBLE
    return code_of(outcome.report.plan.status)


def _show(
    outcome: ScenarioOutcome,
    language: Language,
    environment: Mapping[str, str],
    *,
    is_quiet: bool,
    is_verbose: bool,
    is_dry_run: bool,
) -> None:
    for scenario, each in outcome.outcomes:
        for line in finding_lines(each.findings, language, is_verbose=is_verbose, is_quiet=is_quiet):
            write_message(line)
        if not is_quiet or each.report is None:
            _show_one(scenario, each, language, environment, is_verbose=is_verbose)
    if not is_quiet:
        if outcome.comparison is not None:
            show_comparison(outcome.comparison, language, environment, is_verbose=is_verbose)
        if is_dry_run:
            write_message(CONSOLE["dry-run"].say(language))
        if outcome.written:
            write_result(CONSOLE["written"].say(language))
    for path in outcome.written:
        write_result(visible(str(path)))


def _show_one(
    scenario: Scenario, outcome: PlanOutcome, language: Language, environment: Mapping[str, str], *, is_verbose: bool
) -> None:
    """The name of a scenario, then its figures, its whole plan, or why it has none."""
    write_result(visible(f"{scenario.policy}: {scenario.settings.policy.name}"))
    if outcome.report is None or is_verbose:
        show_outcome(outcome, language, environment, is_quiet=False, is_dry_run=False)
    else:
        for line in summary_lines(totals_of(outcome.report), language)[1:]:
            write_result(line)
    write_result("")
