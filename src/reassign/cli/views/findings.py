"""Findings as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.cli.visible import visible
from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.messages.console import CONSOLE
from reassign.messages.finding import say_any_finding

_MOST_WARNINGS = 20


def finding_lines(
    findings: Sequence[Finding], language: Language, *, is_verbose: bool, is_quiet: bool = False
) -> list[str]:
    """Errors first, then warnings (20 unless verbose, none if quiet), then the counts; nothing if there are none."""
    errors = [finding for finding in findings if finding.is_error]
    warnings = [] if is_quiet else [finding for finding in findings if not finding.is_error]
    shown = warnings if is_verbose else warnings[:_MOST_WARNINGS]
    lines = [finding_line(finding, language) for finding in (*errors, *shown)]
    if len(shown) < len(warnings):
        lines.append(CONSOLE["more-warnings"].say(language, {"count": len(warnings) - len(shown)}))
    if lines:
        lines.append(CONSOLE["counts"].say(language, {"errors": len(errors), "warnings": len(warnings)}))
    return lines


def finding_line(finding: Finding, language: Language) -> str:
    """``file › sheet!C14: message; did you mean “…”?   [R012]`` in harmless characters."""
    message = say_any_finding(finding, language)
    if not finding.is_error:
        message = f"{CONSOLE['severity-warning'].say(language)}: {message}"
    if finding.suggestions:
        first, *others = finding.suggestions
        key = "perhaps-several" if others else "perhaps"
        message += CONSOLE[key].say(language, {"first": first, "others": ", ".join(others)})
    return visible(f"{finding.address}: {message}   [{finding.code}]")
