"""Many cases planned in one run: what came of each, and of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.domain.language import Language
from reassign.domain.plan import LevelResult

BATCH_SCHEMA_VERSION = 1
"""Version of the journal and of the summary."""


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """A need of a branch that nobody placed there covers.

    Attributes:
        unit: Unit of the branch.
        branch: Name of the branch.
        need: The field.
    """

    unit: str
    branch: str
    need: str


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """What came of one case, without anything that differs between two runs over the same files.

    Attributes:
        case: Folder of the case below the root, with ``/``; ``.`` for the root itself.
        key: Digest of everything that the outcome depends on.
        exit_code: What ``reassign plan`` would have left with.
        status: ``optimal``, ``feasible``, ``infeasible`` or ``error``.
        title: Name of the policy; empty if it has none or was not read.
        counts: ``members``, ``branches``, ``placed``, ``moved``, ``to_review``, ``errors`` and ``warnings``.
        levels: Levels of the plan; empty without one.
        open_needs: Needs that nobody covers.
        findings: Findings as JSON values, errors first, at most ``MOST_FINDINGS``.
        messages: Why there is no plan, in words.
        outputs: SHA-256 by file name in the folder of the case's results.
    """

    case: str
    key: str
    exit_code: int
    status: str
    title: str
    counts: Mapping[str, int]
    levels: tuple[LevelResult, ...]
    open_needs: tuple[OpenNeed, ...]
    findings: tuple[Mapping[str, object], ...]
    messages: tuple[str, ...]
    outputs: Mapping[str, str]

    @property
    def has_failed(self) -> bool:
        """Whether the case has no plan."""
        return self.status in ("infeasible", "error")


MOST_FINDINGS = 50
"""Findings that a record keeps; ``check`` shows all of them."""

_GRAVITY = (70, 6, 2, 3, 4, 5)


def worst_exit_code(records: tuple[CaseRecord, ...]) -> int:
    """The exit code of a batch: the gravest of its cases, 0 if all are done and proved.

    Bugs come before lost outputs, unusable policies, bad input, plans that do not exist and missing proofs.
    """
    codes = {record.exit_code for record in records}
    return next((code for code in _GRAVITY if code in codes), 0)


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What the summary of a batch is made from; the same report gives the same bytes.

    Attributes:
        records: Records by the names of their cases.
        language: Language of the words.
        version: Version of this program.
    """

    records: tuple[CaseRecord, ...]
    language: Language
    version: str
