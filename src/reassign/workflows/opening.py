"""Open an earlier plan together with the files that it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity, has_errors
from reassign.domain.roster import InputFile, Rosters
from reassign.readers.grids.sources import RosterSources, Source
from reassign.readers.plans.plan_file import PlanFile, read_plan_file
from reassign.readers.policy.case import CaseFlags, CaseSettings, find_case_file, read_case
from reassign.readers.rosters.rosters import read_rosters


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """A plan and what it was made from, unchanged since.

    Attributes:
        plan_file: The plan with its policy and seed.
        rosters: The rosters it names, read again.
        case: The case that the member roster lies in.
        findings: Warnings of the reading.
    """

    plan_file: PlanFile
    rosters: Rosters
    case: CaseSettings
    findings: tuple[Finding, ...]


def open_plan(path: Path, name: str) -> OpenedPlan:
    """Read a plan and the files it names, which must still have the bytes it was made from.

    Args:
        path: ``plan.json`` or a plan workbook.
        name: The file as the user named it.

    Raises:
        InputError: The plan cannot be read, or does not belong to the files that are there now.
        PolicyError: The policy beside the inputs cannot be read.
    """
    plan_file, findings = read_plan_file(Source(path, name))
    if plan_file is None:
        raise InputError(findings)
    inputs = {file.role: file for file in plan_file.inputs}
    if len(inputs) != len(plan_file.inputs):
        raise InputError((Finding("R091", Severity.ERROR, CellAddress(name), "inputs", {"place": "inputs"}),))
    files = {role: path.parent / file.path for role, file in inputs.items()}
    missing = [role for role in ("members", "branches") if role not in files]
    if missing:
        place = f"inputs.{missing[0]}"
        raise InputError((Finding("R091", Severity.ERROR, CellAddress(name), place, {"place": place}),))
    if "policy" in files and not files["policy"].is_file():
        # Without the policy the rosters are not read; whatever else is missing is told with it.
        gone = Finding("R001", Severity.ERROR, CellAddress(inputs["policy"].path))
        raise InputError((gone, *_missing(inputs, files)))
    case = _case_of(files)
    rosters, findings = read_rosters(_sources(inputs, files, case), plan_file.policy, case.aliases)
    changed = tuple(_changed(inputs, files, rosters))
    if rosters is None or changed or has_errors(findings):
        raise InputError((*changed, *findings))
    return OpenedPlan(plan_file, rosters, case, findings)


def _missing(inputs: Mapping[str, InputFile], files: Mapping[str, Path]) -> Iterator[Finding]:
    """Rosters and tables that are not where the plan says."""
    for role, file in inputs.items():
        if role != "policy" and not files[role].is_file():
            yield Finding("R001", Severity.ERROR, CellAddress(file.path))


def _case_of(files: Mapping[str, Path]) -> CaseSettings:
    """The case that the member roster lies in: its aliases and, if the plan names a policy file, its policy."""
    folder = files["members"].absolute().parent
    case_file = find_case_file(folder)
    policy = files["policy"].absolute().resolve() if "policy" in files else None
    is_beside = policy is not None and (case_file is None or case_file.resolve() != policy)
    flags = CaseFlags(
        files={role: str(files[role].absolute()) for role in ("members", "branches")},
        policy=str(policy) if is_beside else None,
    )
    return read_case(folder, flags, {}, "en")


def _sources(inputs: Mapping[str, InputFile], files: Mapping[str, Path], case: CaseSettings) -> RosterSources:
    """The files of the plan; where the case names the same file with a sheet, that sheet."""

    def source(role: str) -> Source | None:
        if role not in files:
            return None
        known: Source | None = getattr(case.sources, role)
        is_same = known is not None and known.path.absolute().resolve() == files[role].absolute().resolve()
        return Source(files[role], inputs[role].path, known.sheet if known is not None and is_same else "")

    members, branches = source("members"), source("branches")
    if members is None or branches is None:
        raise KeyError(tuple(files))
    return RosterSources(
        members=members,
        branches=branches,
        current=source("current"),
        lineage=source("lineage"),
        pins=source("pins"),
        forbids=source("forbids"),
        distances=source("distances"),
        holidays=source("holidays"),
    )


def _changed(inputs: Mapping[str, InputFile], files: Mapping[str, Path], rosters: Rosters | None) -> Iterator[Finding]:
    """Files whose bytes are not those the plan was made from."""
    found = {file.role: file.sha256 for file in rosters.files} if rosters is not None else {}
    if "policy" in files:
        found["policy"] = hashlib.sha256(files["policy"].read_bytes()).hexdigest()
    for role, file in inputs.items():
        if role in found and found[role] != file.sha256:
            yield Finding("R090", Severity.ERROR, CellAddress(file.path), file.path, {"role": role})
