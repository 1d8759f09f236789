"""The price curve: how good a plan can be with at most so many moves."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.domain.plan import Proof
from reassign.domain.policy import Sense


@dataclass(frozen=True, slots=True)
class CurveLevel:
    """Value of one level at a point of the curve, an exact integer.

    Attributes:
        names: Priorities added up in this level.
        sense: Whether larger or smaller is better.
        value: Value of the best plan with at most so many moves.
    """

    names: tuple[str, ...]
    sense: Sense
    value: int


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The best that at most ``moves`` moves allow.

    Attributes:
        moves: Most moves allowed [members].
        levels: The policy's levels without continuity, in order; the draw is the last.
        proof: Weakest proof of what the point rests on; ``none`` if the time ended first. Then a plan with
            these values exists, and a better one may.
    """

    moves: int
    levels: tuple[CurveLevel, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Curve:
    """Points from the fewest possible moves to the moves of the best plan without any limit on them.

    One point for every number of moves between, ascending; no point is worse than the one before.
    """

    points: tuple[CurvePoint, ...]

    @property
    def is_proved(self) -> bool:
        """Whether every point is proved."""
        return all(point.proof is not Proof.NONE for point in self.points)

    @property
    def steps(self) -> tuple[CurvePoint, ...]:
        """The first point and every point at which a level above the draw gets better."""
        kept = list(self.points[:1])
        for point in self.points[1:]:
            if point.levels[:-1] != kept[-1].levels[:-1]:
                kept.append(point)
        return tuple(kept)

    @property
    def varying(self) -> tuple[int, ...]:
        """Indices of the levels above the draw that are not the same at every point."""
        if not self.points:
            return ()
        values = zip(*([level.value for level in point.levels[:-1]] for point in self.points), strict=True)
        return tuple(index for index, column in enumerate(values) if len(set(column)) > 1)


def first_gain(before: CurvePoint, after: CurvePoint) -> tuple[int, int] | None:
    """Index of the first level in which two points differ, and the difference of the values; None if equal."""
    for index, (old, new) in enumerate(zip(before.levels, after.levels, strict=True)):
        if old.value != new.value:
            return index, new.value - old.value
    return None
