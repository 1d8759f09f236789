"""One figure of the policy over a range, with the best plan at every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reassign.domain.plan import Conflict, LevelResult, Proof


@dataclass(frozen=True, slots=True)
class SweepPoint:
    """What one value comes to.

    Attributes:
        value: The value of the key; None for no limit.
        is_current: Whether it is what the policy says now.
        levels: Levels of the best plan in order, the draw last; empty if there is no plan.
        moved: Members who leave an incumbent branch.
        changed: Members in another branch than in the plan of the last value before that has one; None for the
            first plan.
        uncovered: Needed fields that nobody covers.
        lowest: Fewest members that any branch receives.
        highest: Most members that any branch receives.
        measures: Values that weights change, counted by the weights of the policy as it is: by priority, and
            ``field:`` with a name for the branches where that needed field is covered.
        conflicts: Why there is no plan; empty if there is one.
    """

    value: int | None
    is_current: bool
    levels: tuple[LevelResult, ...] = ()
    moved: int = 0
    changed: int | None = None
    uncovered: int = 0
    lowest: int = 0
    highest: int = 0
    measures: Mapping[str, int] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    @property
    def is_feasible(self) -> bool:
        """Whether any plan satisfies the hard rules with this value."""
        return bool(self.levels)

    @property
    def status(self) -> str:
        """``optimal``, ``feasible`` if the time ended before the proof, or ``infeasible``."""
        if not self.levels:
            return "infeasible"
        return "feasible" if any(level.proof is Proof.NONE for level in self.levels) else "optimal"


@dataclass(frozen=True, slots=True)
class Sweep:
    """A key of the policy with a point for every value, in the order asked.

    Attributes:
        key: The key as in ``[policy]`` of ``reassign.toml``.
        current: What the policy says now; None for no limit.
        points: One per value.
    """

    key: str
    current: int | None
    points: tuple[SweepPoint, ...]

    @property
    def feasible(self) -> tuple[SweepPoint, ...]:
        """Points with a plan."""
        return tuple(point for point in self.points if point.is_feasible)

    @property
    def varying(self) -> tuple[int, ...]:
        """Indices of the levels above the draw that are not the same wherever there is a plan."""
        plans = [point.levels[:-1] for point in self.feasible]
        columns = zip(*([level.value for level in levels] for levels in plans), strict=True)
        return tuple(index for index, column in enumerate(columns) if len(set(column)) > 1)
