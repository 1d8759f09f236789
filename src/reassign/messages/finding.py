"""Any finding in words, whichever room found it."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.messages.columns import COLUMN_HEADERS
from reassign.messages.findings.finding_text import FindingText
from reassign.messages.findings.registry import ROSTER_FINDINGS
from reassign.messages.policy import FORMS, POLICY_FINDINGS
from reassign.messages.roles import say_role

_TEXTS: Mapping[str, FindingText] = {**POLICY_FINDINGS, **ROSTER_FINDINGS}


def say_any_finding(finding: Finding, language: Language) -> str:
    """The message of a finding; its code and value if no room has words for it."""
    text = _TEXTS.get(finding.code)
    if text is None:
        return f"{finding.code}: {finding.value}"
    return text.message.say(language, _parameters(finding, language))


def say_meaning(finding: Finding, language: Language) -> str:
    """Why the value cannot be used, or is doubtful; empty if no room has words for it."""
    text = _TEXTS.get(finding.code)
    return "" if text is None else text.meaning.say(language, _parameters(finding, language))


def say_fix(finding: Finding, language: Language) -> str:
    """What the officer can do about a finding; empty if no room has words for it."""
    text = _TEXTS.get(finding.code)
    return "" if text is None else text.fix.say(language, _parameters(finding, language))


def finding_texts() -> Mapping[str, FindingText]:
    """The texts of every code there is, in the order of the codes."""
    return {code: _TEXTS[code] for code in sorted(_TEXTS)}


def _parameters(finding: Finding, language: Language) -> Mapping[str, object]:
    parameters: dict[str, object] = {"value": finding.value, **finding.parameters}
    for name in ("key", "heading"):
        # An officer knows a column by its heading; whoever writes a script, by its key.
        heading = COLUMN_HEADERS.get(str(finding.parameters.get(name, "")))
        if heading is not None and finding.code.startswith("R"):
            parameters[name] = f"{heading.say(language)} ({finding.parameters[name]})"
    if "role" in parameters:
        parameters["role_name"] = say_role(str(parameters["role"]), language)
    if "form" in parameters:
        parameters["form"] = FORMS[str(parameters["form"])].say(language)
    return parameters


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
