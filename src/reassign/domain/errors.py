"""The small tree of exceptions: usage, broken input, output, bugs. Bad rows are findings instead."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import ClassVar

from reassign.domain.exit_codes import INPUT, INTERNAL, OUTPUT, USAGE
from reassign.domain.findings import Finding


class ReassignError(Exception):
    """A failure with a message key and parameters; the words are chosen in ``messages``.

    Attributes:
        key: Key of the text in ``messages``.
        parameters: Values for its placeholders.
        exit_code: What a command leaves with.
    """

    exit_code: ClassVar[int] = INTERNAL

    def __init__(self, key: str, parameters: Mapping[str, str | int] | None = None) -> None:
        super().__init__(key, dict(parameters or {}))
        self.key = key
        self.parameters: Mapping[str, str | int] = dict(parameters or {})


class UsageError(ReassignError):
    """The command line or the policy cannot be used (exit code 2)."""

    exit_code = USAGE


class PolicyError(UsageError):
    """The policy or ``reassign.toml`` cannot be used; carries every finding (exit code 2)."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("policy-unusable", {"count": len(findings)})
        self.findings = findings


class InputError(ReassignError):
    """The input cannot be used; carries every finding (exit code 3)."""

    exit_code = INPUT

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("input-unusable", {"count": len(findings)})
        self.findings = findings


class OutputError(ReassignError):
    """An output was not written: exists, locked, read-only or disk (exit code 6)."""

    exit_code = OUTPUT


class InternalError(ReassignError):
    """The program contradicts itself (exit code 70); never the user's fault."""


def system_detail(error: OSError) -> str:
    """What the system refused, as the symbolic name of the error number where it has one (``EACCES``)."""
    if error.errno is not None and error.errno in errno.errorcode:
        return errno.errorcode[error.errno]
    return error.strerror or type(error).__name__
