"""Read the rosters of a case and hold the policy against them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from reassign.domain.errors import InputError, PolicyError
from reassign.domain.findings import Finding, has_errors, in_reading_order
from reassign.domain.progress import Progress
from reassign.domain.roster import InputFile, Rosters
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
    return replace(rosters, files=(*rosters.files, *_policy_file(settings))), together


def read_sound_rosters(
    settings: CaseSettings, progress: Progress, replan: Replan | None = None
) -> tuple[Rosters, tuple[Finding, ...]]:
    """Rosters without errors, and the warnings in reading order; a stage of its own.

    Args:
        settings: The case.
        progress: Told of the stage.
        replan: Whether the plan that ``current`` names is re-planned.

    Raises:
        InputError: The rosters have errors; the warnings are told with them.
        PolicyError: The policy speaks of branches that do not exist.
    """
    progress.stage("reading", 1)
    rosters, findings = read_case_rosters(settings, replan)
    if rosters is None or has_errors(findings):
        raise InputError(findings)
    progress.advance()
    return rosters, findings


def _policy_file(settings: CaseSettings) -> tuple[InputFile, ...]:
    """The file that the policy was read from, as one of the files that a plan depends on."""
    if settings.policy_file is None:
        return ()
    return (InputFile("policy", str(settings.policy_file), sha256(settings.policy_file.read_bytes()).hexdigest()),)
