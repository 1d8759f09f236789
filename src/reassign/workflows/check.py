"""Read a case and say everything that is wrong or doubtful, without a solver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reassign.domain.errors import InputError, PolicyError
from reassign.domain.findings import Finding, has_errors, in_reading_order
from reassign.readers.case import CaseSettings
from reassign.readers.policy_references import policy_references
from reassign.readers.rosters import read_rosters


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What reading a case found.

    Attributes:
        findings: Problems in reading order.
        counts: ``members``, ``branches`` and ``units``; empty when the rosters could not be read.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[str, int] = field(default_factory=dict)


def check_case(settings: CaseSettings) -> CheckResult:
    """Read the rosters of a case and hold the policy against them.

    Raises:
        PolicyError: The policy speaks of branches that do not exist.
    """
    try:
        rosters, findings = read_rosters(settings.sources, settings.policy, settings.aliases)
    except InputError as error:
        return CheckResult(in_reading_order(error.findings))
    if rosters is None:
        return CheckResult(in_reading_order(findings))
    about_policy = policy_references(settings, rosters)
    if has_errors(about_policy):
        raise PolicyError(in_reading_order((*about_policy, *findings)))
    return CheckResult(
        in_reading_order((*about_policy, *findings)),
        {
            "members": len(rosters.members),
            "branches": len(rosters.branches),
            "units": len({branch.unit for branch in rosters.branches}),
        },
    )
