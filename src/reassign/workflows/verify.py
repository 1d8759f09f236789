"""Check a plan against the files it was made from, without a solver."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reassign.check.check_plan import check_plan
from reassign.check.copies import check_names, check_policy
from reassign.check.replan import check_replan
from reassign.check.result import CheckResult
from reassign.domain.findings import Finding
from reassign.readers.plans.plan_file import PlanFile
from reassign.workflows.steps.opening import open_plan
from reassign.workflows.steps.sheets import check_sheets


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
    opened = open_plan(path, name, is_compared=True)
    plan_file, rosters = opened.plan_file, opened.rosters
    result = check_plan(rosters, plan_file.policy, plan_file.plan, plan_file.seed)
    told = [*check_names(plan_file.plan, plan_file.names, rosters)]
    if any(file.role == "policy" for file in plan_file.inputs):
        told.extend(check_policy(plan_file.policy, opened.case.policy))
    if plan_file.replan is not None:
        told.extend(check_replan(rosters, plan_file.policy, plan_file.plan, plan_file.seed, plan_file.replan))
    if not result.violations and not told and path.suffix.lower() == ".xlsx":
        told.extend(check_sheets(path, name, opened))
    return VerifyOutcome(replace(result, violations=(*result.violations, *told)), plan_file, opened.findings)
