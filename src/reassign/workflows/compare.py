"""Compare plans: read each, find its rosters where they are, hold them side by side, write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reassign.check.placements import check_shape
from reassign.check.question import Question, settle
from reassign.domain.comparison import Comparison
from reassign.domain.errors import InputError, PolicyError, UsageError
from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.domain.report import Report
from reassign.domain.roster import Rosters
from reassign.insight.compare import Subject, compare
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_file import PlanFile, read_plan_file
from reassign.workflows.steps.opening import OpenedPlan, open_plan
from reassign.writers.json.policy import policy_document

OUTPUTS: tuple[str, ...] = (".xlsx", ".json")
"""Kinds of files that a comparison can be written to."""


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """What is asked of the command ``compare``.

    Attributes:
        plans: Path of each plan and the file as the user named it; two or more.
        outputs: Files to write; the ending decides what.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.
        language: Language of the workbook.
    """

    plans: tuple[tuple[Path, str], ...]
    outputs: tuple[Path, ...]
    is_forced: bool
    language: Language


@dataclass(frozen=True, slots=True)
class CompareOutcome:
    """What came of it.

    Attributes:
        comparison: The plans side by side.
        stale: Why the rosters of some plan are not those it was made from; those are compared without gains.
    """

    comparison: Comparison
    stale: tuple[Finding, ...]


def run_compare(request: CompareRequest) -> CompareOutcome:
    """Read the plans, compare them with the first, and write the outputs.

    A plan whose rosters have changed or are gone is compared as far as the plan itself tells.

    Raises:
        UsageError: Fewer than two plans.
        InputError: A plan cannot be read or was edited by hand.
        OutputError: An output was not written.
    """
    if len(request.plans) < 2:
        raise UsageError("compare-needs-two")
    plan_files = _read_all(request.plans)
    subjects = []
    stale: list[Finding] = []
    for (path, name), plan_file in zip(request.plans, plan_files, strict=True):
        opened, findings = _opened(path, name)
        subjects.append(_subject_of_file(name, plan_file, opened))
        stale.extend(findings)
    comparison = compare(subjects)
    write_comparison(comparison, request.outputs, request.language, is_forced=request.is_forced)
    return CompareOutcome(comparison, tuple(stale))


def compare_reports(reports: Sequence[tuple[str, Report]]) -> Comparison:
    """Plans that were just made, each with the name of its file."""
    return compare([_subject_of_report(name, report) for name, report in reports])


def write_comparison(comparison: Comparison, outputs: Sequence[Path], language: Language, *, is_forced: bool) -> None:
    """Write a comparison as workbook or JSON.

    Raises:
        OutputError: An output was not written.
    """
    if not outputs:
        return
    from reassign.writers.atomic import write_files

    write_files([(path, comparison_bytes(comparison, path, language)) for path in outputs], is_forced=is_forced)


def comparison_bytes(comparison: Comparison, path: Path, language: Language) -> bytes:
    """The bytes of the file that ``path`` names, without writing it."""
    if path.suffix.lower() == ".json":
        from reassign.writers.json.comparison import comparison_document
        from reassign.writers.json.plan import layout

        return layout(comparison_document(comparison)).encode()
    from reassign.writers.workbook.comparison_book import render_comparison

    return render_comparison(comparison, language)


def _read_all(plans: Sequence[tuple[Path, str]]) -> list[PlanFile]:
    """Every plan; what is wrong with any of them is told at once."""
    read = [read_plan_file(Source(path, name)) for path, name in plans]
    usable = [plan_file for plan_file, _ in read if plan_file is not None]
    if len(usable) < len(read):
        raise InputError(tuple(finding for _, findings in read for finding in findings))
    return usable


def _opened(path: Path, name: str) -> tuple[OpenedPlan | None, tuple[Finding, ...]]:
    """The plan with its rosters; None with the reasons if its files are not what they were."""
    try:
        opened = open_plan(path, name)
    except (InputError, PolicyError) as error:
        return None, tuple(finding for finding in error.findings if finding.is_error)
    except UsageError:
        return None, ()
    return opened, ()


def _question(opened: OpenedPlan) -> Question | None:
    """What the plan was asked; None where it does not answer that."""
    question = settle(opened.rosters, opened.plan_file.policy, opened.plan_file.seed)
    # A plan that does not fit its rosters is a matter for `verify`; nobody's gains can be told from it.
    return None if any(check_shape(question.members, question.branches, opened.plan_file.plan)) else question


def _lineage(rosters: Rosters) -> frozenset[tuple[str, str]]:
    return frozenset((step.from_branch, step.to_branch) for step in rosters.lineage)


def _subject_of_file(name: str, plan_file: PlanFile, opened: OpenedPlan | None) -> Subject:
    return Subject(
        file=name,
        plan=plan_file.plan,
        policy=plan_file.policy,
        policy_document=policy_document(plan_file.policy),
        seed=plan_file.seed,
        inputs=plan_file.inputs,
        names=plan_file.names,
        question=None if opened is None else _question(opened),
        lineage=frozenset() if opened is None else _lineage(opened.rosters),
    )


def _subject_of_report(name: str, report: Report) -> Subject:
    instance = report.instance
    branches = {branch.id: branch for branch in instance.branches}
    members = {member.id: member.name for member in instance.members}
    names = {("branch", branch.id): (branch.name, branch.unit) for branch in instance.branches}
    for placement in report.plan.placements:
        names["member", placement.member] = (members[placement.member], branches[placement.branch].unit)
    return Subject(
        file=name,
        plan=report.plan,
        policy=instance.policy,
        policy_document=policy_document(instance.policy),
        seed=instance.seed,
        inputs=tuple(replace(file, path=Path(file.path).name) for file in report.rosters.files),
        names=names,
        question=settle(report.rosters, instance.policy, instance.seed),
        lineage=_lineage(report.rosters),
    )
