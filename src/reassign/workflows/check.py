"""Read a case and say everything that is wrong or doubtful, without a solver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reassign.domain.findings import Finding
from reassign.domain.roster import Branch
from reassign.readers.policy.case import CaseSettings
from reassign.workflows.reading import read_case_rosters


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What reading a case found.

    Attributes:
        findings: Problems in reading order.
        counts: ``members``, ``branches`` and ``units``; empty when the rosters could not be read.
        branches: The branch roster; empty when the rosters could not be read.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    branches: tuple[Branch, ...] = ()


def check_case(settings: CaseSettings) -> CheckResult:
    """Read the rosters of a case and hold the policy against them.

    Raises:
        PolicyError: The policy speaks of branches that do not exist.
    """
    rosters, findings = read_case_rosters(settings)
    if rosters is None:
        return CheckResult(findings)
    return CheckResult(
        findings,
        {
            "members": len(rosters.members),
            "branches": len(rosters.branches),
            "units": len({branch.unit for branch in rosters.branches}),
        },
        rosters.branches,
    )
