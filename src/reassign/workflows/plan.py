"""Make a plan: read, solve, describe, write."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reassign import __version__
from reassign.domain.errors import InputError, InternalError
from reassign.domain.findings import Finding, has_errors
from reassign.domain.plan import Infeasible, Plan
from reassign.domain.progress import Progress
from reassign.domain.report import Language, Report
from reassign.domain.roster import InputFile
from reassign.workflows.reading import read_case_rosters

if TYPE_CHECKING:
    from reassign.domain.instance import Instance
    from reassign.readers.policy.case import CaseSettings


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What is asked of the command ``plan``.

    Attributes:
        settings: The case.
        outputs: Files to write; the ending decides what.
        is_dry_run: Whether nothing is written.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.
        language: Language of documents.
        jobs: Processes that may share the work.
    """

    settings: CaseSettings
    outputs: tuple[Path, ...]
    is_dry_run: bool
    is_forced: bool
    language: Language
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What came of it.

    Attributes:
        report: The plan with all that explains it; None if there is no plan.
        infeasible: Why there is no plan; None if there is one.
        instance: The question that was asked.
        findings: Warnings of the reading.
        document: The plan, or the conflicts, as plain JSON values (docs/reference/files.md).
        written: Files that were written.
    """

    report: Report | None
    infeasible: Infeasible | None
    instance: Instance
    findings: tuple[Finding, ...]
    document: Mapping[str, object]
    written: tuple[Path, ...]


def run_plan(request: PlanRequest, progress: Progress) -> PlanOutcome:
    """Read the case, make the plan and write the outputs.

    Raises:
        InputError: The rosters have errors; nothing is solved and nothing written.
        UsageError: An output has an ending that nothing is written for.
        OutputError: An output was not written.
        InternalError: The checker refuses the plan that the solver made.
    """
    settings = request.settings
    progress.stage("reading", 1)
    rosters, findings = read_case_rosters(settings)
    if rosters is None or has_errors(findings):
        raise InputError(findings)
    progress.advance()

    from reassign.check.check_answer import check_answer
    from reassign.model.instance import make_instance
    from reassign.writers.formats import render
    from reassign.writers.json_document import plan_document

    # Protection holds when a plan is re-planned; a first plan has nothing to protect.
    policy = replace(settings.policy, protect=None)
    instance = make_instance(rosters, policy, settings.seed)
    plan = make_plan(instance, time_limit=settings.time_limit, progress=progress, jobs=request.jobs)
    if isinstance(plan, Infeasible):
        from reassign.insight.conflict_cells import with_cells
        from reassign.writers.infeasible_json import infeasible_document

        plan = replace(plan, conflicts=with_cells(plan.conflicts, rosters, policy))
        document = infeasible_document(plan, instance, request.language)
        return PlanOutcome(None, plan, instance, findings, document, ())
    refused = check_answer(rosters, policy, plan, settings.seed)
    if refused:
        raise InternalError("plan-refused", {"codes": ", ".join(sorted({violation.code for violation in refused}))})
    rosters = replace(rosters, files=(*rosters.files, *_policy_file(settings)))
    report = Report(plan, instance, rosters, findings, request.language, __version__)
    written: tuple[Path, ...] = ()
    if request.outputs and not request.is_dry_run:
        from reassign.writers.atomic import write_files

        progress.stage("writing", len(request.outputs))
        write_files([(path, render(report, path)) for path in request.outputs], is_forced=request.is_forced)
        written = request.outputs
    folder = request.outputs[0].parent if request.outputs else settings.folder
    return PlanOutcome(report, None, instance, findings, plan_document(report, folder), written)


def _policy_file(settings: CaseSettings) -> tuple[InputFile, ...]:
    """The file that the policy was read from, as one of the files the plan depends on."""
    if settings.policy_file is None:
        return ()
    digest = sha256(settings.policy_file.read_bytes()).hexdigest()
    return (InputFile("policy", str(settings.policy_file), digest),)


def make_plan(
    instance: Instance,
    *,
    time_limit: float | None = None,
    engine: str = "auto",
    progress: Progress | None = None,
    jobs: int = 1,
) -> Plan | Infeasible:
    """The best plan of an instance, or why there is none.

    Args:
        instance: The question.
        time_limit: Seconds after which proving stops; None for no limit.
        engine: ``"auto"``, or ``"cp-sat"`` for the second opinion of the tests.
        progress: Told of the stages; None for nobody.
        jobs: Processes that may share the work.
    """
    from reassign.solve.best_plan import best_plan
    from reassign.solve.clock import Clock
    from reassign.solve.solve import Unsolvable

    clock = Clock(None if time_limit is None else time.monotonic() + time_limit)
    plan = best_plan(instance, clock, engine=engine, progress=progress, jobs=jobs)
    if isinstance(plan, Unsolvable):
        from reassign.insight.helpful import helpful_kinds
        from reassign.insight.infeasible import all_conflicts
        from reassign.insight.repair import repairs_of

        repairs = repairs_of(instance, plan.components, clock)
        helpful = () if repairs else helpful_kinds(instance, plan.components, clock)
        return Infeasible(all_conflicts(plan.components), repairs, helpful)
    return plan
