"""An earlier plan as the report that every writer takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reassign import __version__
from reassign.check.placements import check_shape
from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity
from reassign.domain.language import Language
from reassign.domain.report import Report
from reassign.readers.policy.case import find_case_file, output_language
from reassign.workflows.steps.opening import OpenedPlan, open_plan


def open_report(path: Path, name: str, language: Language | None, fallback: Language) -> Report:
    """Read a plan and what it was made from.

    Args:
        path: ``plan.json`` or a plan workbook.
        name: The file as the user named it.
        language: Language that was asked for; None for that of the case.
        fallback: Language if the case names none.

    Raises:
        InputError: The plan cannot be read, was edited by hand, or does not belong to the files that are there now.
        PolicyError: The policy beside the inputs cannot be read.
    """
    opened = open_plan(path, name)
    return report_of(opened, name, language or _language(opened) or fallback)


def report_of(opened: OpenedPlan, name: str, language: Language) -> Report:
    """The report of an opened plan.

    Raises:
        InputError: The plan names a member or branch that the rosters do not have, or leaves one out (R091).
    """
    from reassign.model.instance import make_instance

    plan, policy, seed = opened.plan_file.plan, opened.plan_file.policy, opened.plan_file.seed
    members = dict.fromkeys(sorted(member.id for member in opened.rosters.members))
    branches = {branch.id for branch in opened.rosters.branches}
    wrong = next(check_shape(members, branches, plan), None)
    if wrong is not None:
        raise InputError((_damage(name, f"placements.{wrong.member}"),))
    if sorted(load.branch for load in plan.branches) != sorted(branches):
        raise InputError((_damage(name, "branches"),))
    instance = make_instance(opened.rosters, policy, seed)
    told = opened.plan_file.replan
    # The policy was read from the plan itself; where that had it from is still told.
    told_files = tuple(file for file in opened.plan_file.inputs if file.role == "policy")
    known = {file.role for file in opened.rosters.files}
    files = (*opened.rosters.files, *(file for file in told_files if file.role not in known))
    return Report(
        plan,
        instance,
        replace(opened.rosters, files=files),
        opened.findings,
        language,
        __version__,
        curve=opened.plan_file.curve,
        replanning=None if told is None else told.replanning(),
        strength={} if told is None else told.strength,
    )


def _damage(name: str, place: str) -> Finding:
    return Finding("R091", Severity.ERROR, CellAddress(name), place, {"place": place})


def _language(opened: OpenedPlan) -> Language | None:
    """The language that the case itself names; None if it names none."""
    case_file = find_case_file(opened.case.folder)
    return output_language(case_file) if case_file else None
