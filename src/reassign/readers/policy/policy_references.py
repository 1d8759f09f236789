"""What the policy says about branches, fields and members, held against the rosters."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Limits, Policy
from reassign.domain.roster import Rosters
from reassign.domain.vietnamese import fold
from reassign.readers.policy.case import CaseSettings
from reassign.readers.policy.toml_lines import KeyPath


def policy_references(settings: CaseSettings, rosters: Rosters) -> tuple[Finding, ...]:
    """Unknown branch ids (errors), weights of fields that no branch needs and unknown members (warnings).

    The file is only opened again, for the lines, when there is something to report.
    """
    problems = tuple(_problems(settings.policy, rosters))
    if not problems or settings.policy_file is None:
        return ()
    from reassign.readers.policy.policy_findings import TomlPlaces, nearest
    from reassign.readers.policy.toml_file import read_toml

    file = read_toml(settings.policy_file, _named(settings.policy_file, settings.folder))
    places = TomlPlaces(file.name, file.text, ("policy",) if "policy" in file.data else ())
    known = {
        "P011": [branch.id for branch in rosters.branches],
        "P012": sorted({need for branch in rosters.branches for need in branch.needs}),
        "P013": [member.id for member in rosters.members],
        "P014": [],
    }
    return tuple(
        Finding(
            code,
            Severity.ERROR if code == "P011" else Severity.WARNING,
            CellAddress(file.name, row=places.address(path).row),
            value,
            {"key": places.dotted(path)},
            nearest(value, known[code]),
        )
        for code, path, value in problems
    )


def _named(file: Path, folder: Path) -> str:
    """The file as seen from the case."""
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else str(file)


def _problems(policy: Policy, rosters: Rosters) -> Iterator[tuple[str, KeyPath, str]]:
    branch_ids = {branch.id for branch in rosters.branches}
    for branch in policy.limits.branches:
        if branch not in branch_ids:
            yield "P011", ("limits", "branch", branch), branch
    for index, quota in enumerate(policy.quotas):
        for position, branch in enumerate(quota.branches if isinstance(quota.branches, tuple) else ()):
            if branch not in branch_ids:
                yield "P011", ("quota", index, "branches", position), branch
    yield from _dropped(policy, rosters, branch_ids)
    yield from _overruled(policy, rosters)
    needs = {fold(need) for branch in rosters.branches for need in branch.needs}
    for field in policy.needs_weights:
        if fold(field) not in needs:
            yield "P012", ("needs", "weights", field), field


def _dropped(policy: Policy, rosters: Rosters, branch_ids: AbstractSet[str]) -> Iterator[tuple[str, KeyPath, str]]:
    """Members come and go between re-plans: a lifted pin of somebody who has left is doubtful, no mistake."""
    member_ids = {member.id for member in rosters.members}
    for index, dropped in enumerate(policy.dropped):
        if dropped.branch not in branch_ids:
            yield "P011", ("repair", "drop", index, "branch"), dropped.branch
        if dropped.member not in member_ids:
            yield "P013", ("repair", "drop", index, "member"), dropped.member


def _overruled(policy: Policy, rosters: Rosters) -> Iterator[tuple[str, KeyPath, str]]:
    """A limit of the policy that no branch follows, since each has its own in its row."""
    limits, usual = policy.limits, Limits()
    if limits.min != usual.min and all(branch.min is not None for branch in rosters.branches):
        yield "P014", ("limits", "min"), str(limits.min)
    if limits.max != usual.max and all(branch.max is not None for branch in rosters.branches):
        yield "P014", ("limits", "max"), "none" if limits.max is None else str(limits.max)
