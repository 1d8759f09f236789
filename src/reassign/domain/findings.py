"""What is wrong or doubtful in the input, as values; the words are chosen in ``messages``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reassign.domain.cells import CellAddress


class Severity(StrEnum):
    """An error stops the command with exit code 3; a warning is shown and the command goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem with one value.

    Attributes:
        code: Stable code such as ``R012``; texts and help are looked up by it.
        severity: Whether it stops the run.
        address: Where the value stands.
        value: The offending value as read; empty when something is absent.
        parameters: Values for the placeholders of the message.
        suggestions: Nearest valid values, best first; never applied by themselves.
    """

    code: str
    severity: Severity
    address: CellAddress
    value: str = ""
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the run."""
        return self.severity is Severity.ERROR


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops the run."""
    return any(finding.is_error for finding in findings)


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, sheet, row and column, as a person would go through them."""
    return tuple(
        sorted(
            findings,
            key=lambda finding: (
                finding.address.file,
                finding.address.sheet,
                finding.address.row,
                finding.address.column,
                finding.code,
                finding.value,
            ),
        )
    )
