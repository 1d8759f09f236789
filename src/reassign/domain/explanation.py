"""Why a member is where the plan puts them, what every other place would cost, and where a plan is tight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from reassign.domain.plan import Conflict, Placement, Proof
from reassign.domain.policy import Sense

Obstacle: TypeAlias = Literal["pin", "forbid", "unit", "distance"]
"""Why a branch is no candidate of a member: pinned elsewhere, ruled out, of another unit, without a distance."""


@dataclass(frozen=True, slots=True)
class ComparedLevel:
    """Value of one level of the whole plan, here and there, exact integers.

    Attributes:
        names: Priorities added up in this level.
        sense: Whether larger or smaller is better.
        here: Value of the plan.
        there: Value of the best plan with the change.
    """

    names: tuple[str, ...]
    sense: Sense
    here: int
    there: int

    @property
    def gain(self) -> int:
        """By how much there is better than here; negative if it is worse."""
        return self.there - self.here if self.sense == "max" else self.here - self.there


@dataclass(frozen=True, slots=True)
class Difference:
    """The first level that a change makes different.

    Attributes:
        index: Index of the level.
        level: The level.
        by: How much it loses, or gains, always positive.
    """

    index: int
    level: ComparedLevel
    by: int


def first_loss(levels: Sequence[ComparedLevel]) -> Difference | None:
    """The first level that differs, if it is worse there: what is given up before anything else."""
    found = _first_difference(levels)
    return found if found is not None and found.level.gain < 0 else None


def first_gain(levels: Sequence[ComparedLevel]) -> Difference | None:
    """The first level that differs, if it is better there."""
    found = _first_difference(levels)
    return found if found is not None and found.level.gain > 0 else None


def _first_difference(levels: Sequence[ComparedLevel]) -> Difference | None:
    return next((Difference(index, each, abs(each.gain)) for index, each in enumerate(levels) if each.gain), None)


@dataclass(frozen=True, slots=True)
class Relocation:
    """A member whom another plan places elsewhere.

    Attributes:
        member: Member id.
        before: Branch id in the plan.
        after: Branch id in the other plan.
    """

    member: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """What follows if the member goes to another branch.

    Attributes:
        branch: The other branch.
        levels: Every level here and there, the draw last; empty if there is no such plan.
        moves: Who else would be elsewhere, by member id; the member asked about is not among them.
        conflict: Why there is no such plan; None if there is one.
        obstacle: Why the branch is no candidate at all; None if it is one.
        proof: Who vouches that no plan with the member there is better.
    """

    branch: str
    levels: tuple[ComparedLevel, ...] = ()
    moves: tuple[Relocation, ...] = ()
    conflict: Conflict | None = None
    obstacle: Obstacle | None = None
    proof: Proof = Proof.CERTIFICATE

    @property
    def is_feasible(self) -> bool:
        """Whether there is a plan with the member there."""
        return self.conflict is None


def cheapness(alternative: Alternative) -> tuple[bool, tuple[int, ...], str]:
    """Sort key: what costs least first, in the order of the levels; what is impossible last."""
    return not alternative.is_feasible, tuple(-level.gain for level in alternative.levels), alternative.branch


@dataclass(frozen=True, slots=True)
class Explanation:
    """One placement and its alternatives.

    Attributes:
        placement: Where the plan puts the member, and why.
        alternatives: The other branches that were asked about, by branch id.
    """

    placement: Placement
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """A member who could cover a need that nobody covers.

    Attributes:
        member: Member id.
        before: Branch id in the plan.
        alternative: What follows if the member goes there.
    """

    member: str
    before: str
    alternative: Alternative


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """A needed field that nobody placed in the branch has.

    Attributes:
        branch: Branch id.
        field: The field.
        weight: What covering it is worth in the level of needs.
        covers: Everybody who has the field and may go there, the cheapest first.
        elsewhere: Ids of members who have the field and may not go there.
    """

    branch: str
    field: str
    weight: int
    covers: tuple[Cover, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What one binding limit costs: the best plan when it is relaxed by one.

    Attributes:
        what: ``min`` or ``max`` of a branch, ``quota`` or ``max_moves``.
        before: The limit.
        after: The limit relaxed by one.
        levels: Every level here and there, the draw last.
        moves: Who would be elsewhere.
        proof: Weakest proof of the plan that it was compared with.
        branch: Branch id; empty unless ``min`` or ``max``.
        quota: Index of the quota; None unless ``quota``.
        bound: Which bound of the quota; empty otherwise.
    """

    what: Literal["min", "max", "quota", "max_moves"]
    before: int
    after: int
    levels: tuple[ComparedLevel, ...]
    moves: tuple[Relocation, ...]
    proof: Proof
    branch: str = ""
    quota: int | None = None
    bound: Literal["", "min", "max"] = ""


@dataclass(frozen=True, slots=True)
class Bottlenecks:
    """Where a plan is tight.

    Attributes:
        full: Ids of branches that receive their maximum.
        starved: Ids of branches that receive no more than their minimum.
        open_needs: Needs that nobody covers.
        relaxations: Every binding limit relaxed by one, those that gain most first.
    """

    full: tuple[str, ...]
    starved: tuple[str, ...]
    open_needs: tuple[OpenNeed, ...]
    relaxations: tuple[Relaxation, ...] = field(default=())
