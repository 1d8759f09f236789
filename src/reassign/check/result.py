"""What the checker found, as values; the words are chosen in ``messages``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reassign.domain.plan import Proof


@dataclass(frozen=True, slots=True)
class Violation:
    """One claim of the plan that is not true.

    Attributes:
        code: Key of the text in ``messages``; for a broken hard rule its name in ``RULES``.
        member: Member id concerned; empty if none.
        branch: Branch id concerned; empty if none.
        parameters: Values for the placeholders.
    """

    code: str
    member: str = ""
    branch: str = ""
    parameters: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedLevel:
    """One level with the value that the checker computed.

    Attributes:
        names: Priorities added up in this level.
        value: Value recomputed from the placements.
        bound: Bound that the plan claims.
        proof: Proof that the plan claims.
        is_checked: Whether value, bound and certificate were all re-derived; False where only the solver vouches.
    """

    names: tuple[str, ...]
    value: int
    bound: int
    proof: Proof
    is_checked: bool


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything that is wrong with a plan, and its levels as recomputed."""

    violations: tuple[Violation, ...]
    levels: tuple[CheckedLevel, ...]

    @property
    def is_ok(self) -> bool:
        """Whether every claim of the plan is true."""
        return not self.violations
