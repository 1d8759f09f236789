"""Read the rosters of a case and hold the policy against them."""

from __future__ import annotations

from reassign.domain.errors import PolicyError
from reassign.domain.findings import Finding, has_errors, in_reading_order
from reassign.domain.roster import Rosters
from reassign.readers.policy.case import CaseSettings
from reassign.readers.policy.policy_references import policy_references
from reassign.readers.rosters.rosters import Replan, read_rosters


def read_case_rosters(
    settings: CaseSettings, replan: Replan | None = None
) -> tuple[Rosters | None, tuple[Finding, ...]]:
    """The rosters, None if there are no members or no branches, and every finding in reading order.

    Args:
        settings: The case.
        replan: Whether the plan that ``current`` names is re-planned.

    Raises:
        PolicyError: The policy speaks of branches that do not exist.
    """
    rosters, findings = read_rosters(settings.sources, settings.policy, settings.aliases, replan)
    if rosters is None:
        return None, findings
    about_policy = policy_references(settings, rosters)
    together = in_reading_order((*about_policy, *findings))
    if has_errors(about_policy):
        raise PolicyError(together)
    return rosters, together
