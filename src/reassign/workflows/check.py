"""Read a case and say everything that is wrong or doubtful, without a solver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.domain.roster import Branch, Rosters
from reassign.readers.policy.case import CaseSettings
from reassign.workflows.steps.reading import read_case_rosters


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What reading a case found.

    Attributes:
        findings: Problems in reading order.
        counts: ``members``, ``branches`` and ``units``; empty when the rosters could not be read.
        branches: The branch roster; empty when the rosters could not be read.
        places: File and sheet of every row that was read and of everything that was found.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    branches: tuple[Branch, ...] = ()
    places: frozenset[tuple[str, str]] = frozenset()


def check_case(settings: CaseSettings) -> CheckResult:
    """Read the rosters of a case and hold the policy against them.

    Raises:
        PolicyError: The policy speaks of branches that do not exist.
    """
    rosters, findings = read_case_rosters(settings)
    if rosters is None:
        return CheckResult(findings, places=_places(settings, findings, None))
    return CheckResult(
        findings,
        {
            "members": len(rosters.members),
            "branches": len(rosters.branches),
            "units": len({branch.unit for branch in rosters.branches}),
        },
        rosters.branches,
        _places(settings, findings, rosters),
    )


def write_check_report(
    settings: CaseSettings, result: CheckResult, target: Path, language: Language, *, is_forced: bool
) -> None:
    """Write the sheets of a case with everything that was found in them marked.

    Args:
        settings: The case.
        result: What reading it found.
        target: An ``.xlsx`` file.
        language: Language of the words.
        is_forced: Whether an existing file is replaced; the old one is kept as a backup.

    Raises:
        OutputError: The file was not written.
    """
    from reassign.readers.grids.copies import copy_sheets
    from reassign.writers.atomic import write_files
    from reassign.writers.workbook.findings_book import render_findings

    copies = copy_sheets(settings.sources, result.places)
    write_files([(target, render_findings(result.findings, copies, language))], is_forced=is_forced)


def _places(
    settings: CaseSettings, findings: tuple[Finding, ...], rosters: Rosters | None
) -> frozenset[tuple[str, str]]:
    """Both rosters in any case; other inputs if something was read from them or found in them."""
    addresses = [finding.address for finding in findings]
    if rosters is not None:
        addresses += [member.address for member in rosters.members]
        addresses += [branch.address for branch in rosters.branches]
        addresses += [decision.address for decision in (*rosters.pins, *rosters.forbids)]
    places = {(address.file, address.sheet) for address in addresses}
    sources = (settings.sources.members, settings.sources.branches)
    return frozenset(places | {(source.name, source.sheet) for source in sources})
