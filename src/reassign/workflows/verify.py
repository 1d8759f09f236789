"""Check a plan against the files it was made from, without a solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reassign.check.check_plan import check_plan
from reassign.check.result import CheckResult, Violation
from reassign.domain.findings import Finding
from reassign.domain.policy import Policy
from reassign.domain.roster import Rosters
from reassign.readers.plans.plan_file import PlanFile
from reassign.readers.policy.case import CaseSettings
from reassign.workflows.opening import open_plan


@dataclass(frozen=True, slots=True)
class VerifyOutcome:
    """What the check came to.

    Attributes:
        result: Violations and recomputed levels.
        plan: The plan that was checked.
        findings: Warnings of the reading.
    """

    result: CheckResult
    plan: PlanFile
    findings: tuple[Finding, ...]


def verify_plan(path: Path, name: str) -> VerifyOutcome:
    """Read a plan, find its inputs beside it, and work everything out again.

    Args:
        path: ``plan.json`` or a plan workbook.
        name: The file as the user named it.

    Raises:
        InputError: The plan cannot be read, or does not belong to the files that are there now.
        PolicyError: The policy beside the inputs cannot be read.
    """
    opened = open_plan(path, name)
    plan_file, rosters = opened.plan_file, opened.rosters
    result = check_plan(rosters, plan_file.policy, plan_file.plan, plan_file.seed)
    told = (
        *_check_names(plan_file, rosters),
        *_check_policy(plan_file.policy, opened.case, is_named=any(file.role == "policy" for file in plan_file.inputs)),
    )
    return VerifyOutcome(replace(result, violations=(*result.violations, *told)), plan_file, opened.findings)


def _check_names(plan_file: PlanFile, rosters: Rosters) -> Iterator[Violation]:
    """Names and units are copied from the rosters."""
    branches = {branch.id: branch for branch in rosters.branches}
    members = {member.id: member for member in rosters.members}
    for placement in plan_file.plan.placements:
        member, branch = members.get(placement.member), branches.get(placement.branch)
        if member is None or branch is None:
            continue
        if plan_file.names["member", member.id] != (member.name, branch.unit):
            yield Violation("member_name", member.id, branch.id)
    for load in plan_file.plan.branches:
        place = branches.get(load.branch)
        if place is not None and plan_file.names["branch", place.id] != (place.name, place.unit):
            yield Violation("branch_name", branch=place.id)


def _check_policy(policy: Policy, case: CaseSettings, *, is_named: bool) -> Iterator[Violation]:
    """The policy of the plan is that of its policy file, but for what a run decides beside it."""
    if not is_named:
        return
    decided = replace(
        policy,
        is_shortfall_allowed=case.policy.is_shortfall_allowed,
        max_moves=case.policy.max_moves,
        protect=case.policy.protect,
        order=policy.order if case.policy.is_order_given else case.policy.order,
    )
    if decided != case.policy:
        yield Violation("policy")
