"""Make a plan: read, solve, describe, write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reassign import __version__
from reassign.domain.findings import Finding
from reassign.domain.plan import Infeasible
from reassign.domain.progress import Progress
from reassign.domain.report import Language, Report
from reassign.workflows.steps.reading import read_sound_rosters
from reassign.workflows.steps.solving import make_checked_plan
from reassign.workflows.steps.writing import write_report

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
    rosters, findings = read_sound_rosters(settings, progress)

    from reassign.model.instance import make_instance
    from reassign.writers.json.plan import plan_document

    policy = settings.policy.of_a_first_plan()
    instance = make_instance(rosters, policy, settings.seed)
    plan = make_checked_plan(rosters, instance, time_limit=settings.time_limit, progress=progress, jobs=request.jobs)
    if isinstance(plan, Infeasible):
        from reassign.insight.conflict_cells import with_cells
        from reassign.writers.json.infeasible import infeasible_document

        plan = replace(plan, conflicts=with_cells(plan.conflicts, rosters, policy))
        document = infeasible_document(plan, instance, request.language)
        return PlanOutcome(None, plan, instance, findings, document, ())
    report = Report(plan, instance, rosters, findings, request.language, __version__)
    written = () if request.is_dry_run else write_report(report, request.outputs, progress, is_forced=request.is_forced)
    folder = request.outputs[0].parent if request.outputs else settings.folder
    return PlanOutcome(report, None, instance, findings, plan_document(report, folder), written)
