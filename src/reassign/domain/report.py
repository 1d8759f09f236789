"""What every writer receives: the plan with all that is needed to explain it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reassign.domain.curve import Curve
from reassign.domain.findings import Finding
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Plan
from reassign.domain.replanning import Replanning, Strength
from reassign.domain.roster import Rosters

__all__ = ["OUTPUT_EXTENSIONS", "Language", "Report"]

OUTPUT_EXTENSIONS: tuple[str, ...] = (".xlsx", ".csv", ".json", ".html")
"""Kinds of files that a report can be written to."""


@dataclass(frozen=True, slots=True)
class Report:
    """A plan, its question and its language; the same report gives the same bytes.

    Attributes:
        plan: The plan.
        instance: The question it answers.
        rosters: The rosters as read, for columns carried through and for digests.
        findings: Warnings of the reading.
        language: Language of the words.
        version: Version of this program.
        curve: What each move buys, when it was asked for.
        replanning: How the plan differs from the one it was made from, of a plan that was read back as it tells; None
            for a plan of its own.
        strength: Members of each branch before a re-plan, as far as it knows better than the branch roster.
    """

    plan: Plan
    instance: Instance
    rosters: Rosters
    findings: tuple[Finding, ...]
    language: Language
    version: str
    curve: Curve | None = None
    replanning: Replanning | None = None
    strength: Mapping[str, Strength] = field(default_factory=dict)
