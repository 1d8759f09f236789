"""Every code of the rosters."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.edits import EDITS
from reassign.messages.findings.files import FILES
from reassign.messages.findings.finding_text import FindingText
from reassign.messages.findings.identity import IDENTITY
from reassign.messages.findings.places import PLACES
from reassign.messages.findings.shape import SHAPE
from reassign.messages.findings.tables import TABLES
from reassign.messages.findings.templates import TEMPLATES
from reassign.messages.findings.texts import TEXTS
from reassign.messages.findings.values import VALUES

ROSTER_FINDINGS: Mapping[str, FindingText] = {
    **FILES,
    **PLACES,
    **SHAPE,
    **IDENTITY,
    **VALUES,
    **TABLES,
    **EDITS,
    **TEXTS,
    **TEMPLATES,
}
"""What is said about every code of the rosters."""
