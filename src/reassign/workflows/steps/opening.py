"""Open an earlier plan together with the files that it was made from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity, has_errors, in_reading_order
from reassign.domain.roster import InputFile, Rosters
from reassign.readers.grids.sources import RosterSources, Source
from reassign.readers.plans.plan_file import PlanFile, read_plan_file
from reassign.readers.policy.case import CASE_FILE, CaseFlags, CaseSettings, find_case_file, read_case
from reassign.readers.policy.policy_references import policy_references
from reassign.readers.rosters.rosters import Replan, read_rosters


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


def open_plan(path: Path, name: str, *, is_compared: bool = False) -> OpenedPlan:
    """Read a plan and the files it names, which must still have the bytes it was made from.

    Args:
        path: ``plan.json`` or a plan workbook.
        name: The file as the user named it.
        is_compared: Whether every cell of a workbook is compared with the plan later on.

    Raises:
        InputError: The plan cannot be read, or does not belong to the files that are there now.
        PolicyError: The policy beside the inputs cannot be read.
    """
    plan_file, findings = read_plan_file(Source(path, name), is_compared=is_compared)
    if plan_file is None:
        raise InputError(findings)
    inputs = _by_role(plan_file.inputs)
    misplaced = next((role for role, files in inputs.items() if not _is_placed(role, files, path.parent)), None)
    if misplaced is not None:
        raise InputError((Finding("R091", Severity.ERROR, CellAddress(name), "inputs", {"place": "inputs"}),))
    missing = [role for role in ("members", "branches") if role not in inputs]
    if missing:
        place = f"inputs.{missing[0]}"
        raise InputError((Finding("R091", Severity.ERROR, CellAddress(name), place, {"place": place}),))
    files = {role: path.parent / listed[0].path for role, listed in inputs.items()}
    gone = tuple(_missing(plan_file.inputs, path.parent))
    if any(len(listed) > 1 for listed in inputs.values()) and gone:
        raise InputError(gone)
    if "policy" in files and not files["policy"].is_file():
        # Without the policy the rosters are not read; whatever else is missing is told with it.
        raise InputError(gone)
    case = _case_of(files)
    replan = None if plan_file.replan is None else Replan(plan_file.replan.as_of)
    rosters, findings = read_rosters(_sources(inputs, files, case), plan_file.policy, case.aliases, replan)
    changed = tuple(_changed(plan_file.inputs, path.parent, rosters))
    if rosters is None or changed or has_errors(findings):
        raise InputError((*changed, *findings))
    if "policy" in files:
        findings = in_reading_order((*policy_references(case, rosters), *findings))
    return OpenedPlan(plan_file, rosters, case, findings)


def _by_role(inputs: Iterable[InputFile]) -> Mapping[str, Sequence[InputFile]]:
    """The files of a plan; a roster that was a folder has one for each file of it."""
    found: dict[str, list[InputFile]] = {}
    for file in inputs:
        found.setdefault(file.role, []).append(file)
    return found


def _is_placed(role: str, files: Sequence[InputFile], folder: Path) -> bool:
    """Whether a role has one file, or is a roster with several different ones in one folder."""
    paths = {(folder / file.path).absolute() for file in files}
    if len(files) == 1:
        return True
    return role in ("members", "branches") and len(paths) == len(files) and len({path.parent for path in paths}) == 1


def _missing(inputs: Iterable[InputFile], folder: Path) -> Iterator[Finding]:
    """Files that are not where the plan says, the policy first."""
    for file in sorted(inputs, key=lambda file: file.role != "policy"):
        if not (folder / file.path).is_file():
            yield Finding("R001", Severity.ERROR, CellAddress(file.path))


def _case_of(files: Mapping[str, Path]) -> CaseSettings:
    """The case the plan was made in: that of its policy, else that of its members, with the policy the plan names."""
    folder = files["members"].absolute().parent
    policy = files["policy"].resolve() if "policy" in files else None
    if policy is not None and policy.name == CASE_FILE:
        # The members may lie outside the case, as when several cases share them.
        folder = policy.parent
    case_file = find_case_file(folder)
    is_beside = policy is not None and (case_file is None or case_file.resolve() != policy)
    flags = CaseFlags(
        files={role: str(files[role].absolute()) for role in ("members", "branches")},
        policy=str(policy) if is_beside else None,
    )
    return read_case(folder, flags, {}, "en")


def _sources(inputs: Mapping[str, Sequence[InputFile]], files: Mapping[str, Path], case: CaseSettings) -> RosterSources:
    """The files and folders of the plan, with the sheets that were asked for."""

    def source(role: str) -> Source | None:
        if role not in files:
            return None
        known: Source | None = getattr(case.sources, role)
        path, name = files[role], inputs[role][0].path
        place = None if known is None else known.path.resolve()
        if len(inputs[role]) > 1 or place == path.resolve().parent:
            path, name = path.parent, name.rpartition("/")[0] or "."
        encoding = next((file.encoding for file in inputs[role] if file.encoding), "")
        return Source(path, name, inputs[role][0].sheet, encoding)

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
        lots=source("lots"),
        holidays=source("holidays"),
        crosswalk=source("crosswalk"),
        events=source("events"),
    )


def _changed(inputs: Sequence[InputFile], folder: Path, rosters: Rosters | None) -> Iterator[Finding]:
    """Files whose bytes are not those the plan was made from, and files that have come into a folder since."""
    found = {(file.role, Path(file.path).resolve()): file for file in rosters.files} if rosters is not None else {}
    known = {(file.role, (folder / file.path).resolve()): file for file in inputs}
    for (role, place), file in known.items():
        if role == "policy":
            digest = hashlib.sha256(place.read_bytes()).hexdigest()
        else:
            digest = found[role, place].sha256 if (role, place) in found else file.sha256
        if digest != file.sha256:
            yield Finding("R090", Severity.ERROR, CellAddress(file.path), file.path, {"role": role})
    for role, place in found:
        if (role, place) not in known:
            name = os.path.relpath(place, folder.resolve())
            yield Finding("R090", Severity.ERROR, CellAddress(name), name, {"role": role})
