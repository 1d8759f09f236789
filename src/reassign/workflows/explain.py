"""Explain a plan: one member's place and what every other place would cost, or where the plan is tight."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from reassign.check.check_answer import check_answer
from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.explanation import Bottlenecks, Explanation
from reassign.domain.findings import Finding, Severity
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Plan, Proof
from reassign.domain.progress import Progress
from reassign.workflows.steps.opening import open_plan
from reassign.workflows.steps.reporting import report_of


@dataclass(frozen=True, slots=True)
class ExplainRequest:
    """What is asked of the command ``explain``.

    Attributes:
        plan: Path of the plan.
        name: The file as the user named it.
        member: Id or name of the member; None for the plan's bottlenecks.
        is_all: Whether every member is asked about.
        branch: Id or name of the one branch that is asked about; None for all.
        time_limit: Seconds after which proving stops; None for no limit.
        language: Language of the words in documents.
        jobs: Processes that may share the work.
    """

    plan: Path
    name: str
    member: str | None
    is_all: bool
    branch: str | None
    time_limit: float | None
    language: Language
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class ExplainOutcome:
    """The answer.

    Attributes:
        plan: The plan.
        instance: The question it answers.
        explanations: The place of the member, or of everybody who was asked about.
        bottlenecks: Where the plan is tight; None if somebody was asked about.
        findings: Warnings of the reading.
    """

    plan: Plan
    instance: Instance
    explanations: tuple[Explanation, ...]
    bottlenecks: Bottlenecks | None
    findings: tuple[Finding, ...]

    @property
    def unproved(self) -> int:
        """Answers that the time was too short to prove."""
        proofs = [each.proof for one in self.explanations for each in one.alternatives]
        if self.bottlenecks is not None:
            covers = (cover for need in self.bottlenecks.open_needs for cover in need.covers)
            proofs += [cover.alternative.proof for cover in covers]
            proofs += [each.proof for each in self.bottlenecks.relaxations]
        return sum(proof is Proof.NONE for proof in proofs)

    @property
    def is_proved(self) -> bool:
        """Whether every answer is proved, by a certificate or by the solver."""
        return not self.unproved


def run_explain(request: ExplainRequest, progress: Progress) -> ExplainOutcome:
    """Read the plan, see that it fits its rosters, and answer.

    Raises:
        UsageError: The member or branch is unknown, or several are meant.
        InputError: The plan cannot be read, was edited by hand, does not belong to the files that are there now, or
            breaks a rule of them.
        PolicyError: The policy beside the inputs cannot be read.
    """
    progress.stage("reading", 1)
    opened = open_plan(request.plan, request.name)
    report = report_of(opened, request.name, request.language)
    plan, instance = report.plan, report.instance
    refused = check_answer(opened.rosters, instance.policy, plan, instance.seed)
    if refused:
        place = refused[0].member or refused[0].branch or refused[0].code
        raise InputError((Finding("R091", Severity.ERROR, CellAddress(request.name), place, {"place": place}),))
    progress.advance()

    from reassign.insight.bottlenecks import bottlenecks_of
    from reassign.insight.explain import explain, explain_all
    from reassign.insight.standing import stand
    from reassign.insight.subjects import find_branch, find_member
    from reassign.solve.clock import Clock

    member = None if request.member is None else find_member(instance, request.member)
    branch = None
    if member is not None and request.branch is not None:
        branch = find_branch(instance, member, request.branch)
    clock = Clock(None if request.time_limit is None else time.monotonic() + request.time_limit)
    standing = stand(instance, {placement.member: placement.branch for placement in plan.placements})
    if request.is_all:
        everybody = explain_all(standing, plan, clock, progress, jobs=request.jobs)
        return ExplainOutcome(plan, instance, everybody, None, opened.findings)
    if member is None:
        found = bottlenecks_of(standing, plan, clock, progress)
        return ExplainOutcome(plan, instance, (), found, opened.findings)
    explanation = explain(standing, plan, member.id, None if branch is None else branch.id, clock, progress)
    return ExplainOutcome(plan, instance, (explanation,), None, opened.findings)


def explain_document(outcome: ExplainOutcome, language: Language, *, is_all: bool) -> dict[str, object]:
    """The answer as plain JSON values (docs/reference/files.md)."""
    from reassign.writers.json.explanation import bottlenecks_document, explanation_document, explanations_document

    if outcome.bottlenecks is not None:
        return bottlenecks_document(outcome.bottlenecks, outcome.plan, outcome.instance, language)
    if is_all:
        return explanations_document(outcome.explanations, outcome.instance, language)
    return explanation_document(outcome.explanations[0], outcome.instance, language)
