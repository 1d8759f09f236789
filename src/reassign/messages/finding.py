"""Any finding in words, whichever room found it."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.messages.findings.registry import ROSTER_FINDINGS
from reassign.messages.policy import FORMS, POLICY_FINDINGS
from reassign.messages.text import Text

_TEXTS: Mapping[str, Text] = {**POLICY_FINDINGS, **{code: text.message for code, text in ROSTER_FINDINGS.items()}}


def say_any_finding(finding: Finding, language: Language) -> str:
    """The message of a finding; its code and value if no room has words for it."""
    text = _TEXTS.get(finding.code)
    if text is None:
        return f"{finding.code}: {finding.value}"
    parameters: dict[str, object] = {"value": finding.value, **finding.parameters}
    if finding.code == "P002":
        parameters["form"] = FORMS[str(finding.parameters["form"])].say(language)
    return text.say(language, parameters)


def finding_texts() -> Mapping[str, Text]:
    """The texts of every code there is, in the order of the codes."""
    return {code: _TEXTS[code] for code in sorted(_TEXTS)}


def finding_document(finding: Finding, language: Language) -> dict[str, object]:
    """A finding with its words as plain JSON values (findings of docs/reference/files.md)."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "file": finding.address.file,
        "sheet": finding.address.sheet,
        "cell": finding.address.cell,
        "value": finding.value,
        "message": say_any_finding(finding, language),
        "suggestions": list(finding.suggestions),
    }
