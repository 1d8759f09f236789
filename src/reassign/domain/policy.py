"""The rules of one reassignment as data: limits, priorities, quotas, thresholds, deadlines."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, TypeAlias

Sense: TypeAlias = Literal["max", "min"]


class Priority(StrEnum):
    """Names that a policy may order. The draw is always last; the shortfall, when allowed, first."""

    IN_CHARGE = "in_charge"
    SPECIAL = "special"
    RESIDENCE = "residence"
    NEEDS = "needs"
    COMMITTEE = "committee"
    POSTS = "posts"
    CONTINUITY = "continuity"
    BALANCE = "balance"
    DISTANCE = "distance"
    SHORTFALL = "shortfall"
    DRAW = "draw"


SENSES: Mapping[Priority, Sense] = {
    Priority.IN_CHARGE: "max",
    Priority.SPECIAL: "max",
    Priority.RESIDENCE: "max",
    Priority.NEEDS: "max",
    Priority.COMMITTEE: "max",
    Priority.POSTS: "max",
    Priority.CONTINUITY: "max",
    Priority.BALANCE: "min",
    Priority.DISTANCE: "min",
    Priority.SHORTFALL: "min",
    Priority.DRAW: "min",
}

DEFAULT_ORDER: tuple[Priority, ...] = (
    Priority.IN_CHARGE,
    Priority.SPECIAL,
    Priority.RESIDENCE,
    Priority.NEEDS,
    Priority.COMMITTEE,
    Priority.POSTS,
    Priority.CONTINUITY,
    Priority.BALANCE,
    Priority.DISTANCE,
)


@dataclass(frozen=True, slots=True)
class Level:
    """One strictly ordered level: a priority, or several added up with weights.

    Attributes:
        terms: Priorities with their weights (>= 0). A single unweighted name has weight 1.
        is_weighted: Whether the policy wrote a table of weights. Then the sense is max and
            priorities of sense min count negatively.
    """

    terms: tuple[tuple[Priority, int], ...]
    is_weighted: bool = False

    @property
    def names(self) -> tuple[Priority, ...]:
        """The priorities of this level in the order of the policy."""
        return tuple(priority for priority, _ in self.terms)

    @property
    def sense(self) -> Sense:
        """Whether a larger or a smaller value is better."""
        return "max" if self.is_weighted else SENSES[self.terms[0][0]]

    @property
    def signed_terms(self) -> tuple[tuple[Priority, int], ...]:
        """Priorities with the factor by which their own value enters the value of the level."""
        if not self.is_weighted:
            return self.terms
        return tuple((priority, weight if SENSES[priority] == "max" else -weight) for priority, weight in self.terms)


def single_level(priority: Priority) -> Level:
    """The level that consists of one priority."""
    return Level(((priority, 1),))


AttributeValue: TypeAlias = str | bool | int


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Members that match every attribute; a list attribute matches if it contains the value.

    Attributes:
        attributes: Canonical member keys with the wanted value.
        alternatives: Further filters; a member who matches one of them matches too.
    """

    attributes: tuple[tuple[str, AttributeValue], ...]
    alternatives: tuple[MemberFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class Quota:
    """Hard rule 3: bounds on the matching members in each branch of a set.

    Attributes:
        members: Which members count.
        branches: ``"all"``, ``"special"`` or branch ids.
        min: Fewest matching members per branch [members]; None for no bound.
        max: Most matching members per branch [members]; None for no bound.
    """

    members: MemberFilter
    branches: Literal["all", "special"] | tuple[str, ...]
    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class BranchLimit:
    """Limits of one branch in the policy; they win over the roster's row.

    Attributes:
        min: Fewest received members; None to leave the roster's.
        max: Most received members; None to leave the roster's.
        is_unlimited: Whether the policy lifts the maximum (``max = "none"``).
    """

    min: int | None = None
    max: int | None = None
    is_unlimited: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Received members per branch (hard rule 2).

    Attributes:
        min: Default minimum [members].
        max: Default maximum [members]; None when the policy says ``"none"``.
        branches: Exceptions by branch id.
    """

    min: int = 1
    max: int | None = 7
    branches: Mapping[str, BranchLimit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Flags in the summary [official members] (Charter art. 24; 294-QĐ/TW)."""

    branch: int = 3
    committee: int = 9
    large: int = 30


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Working days from the plan's date (294-QĐ/TW)."""

    start: int = 60
    present: int = 30


@dataclass(frozen=True, slots=True)
class Aliases:
    """Spellings the officer has decided on: what is written → the name in the branch roster."""

    area: Mapping[str, str] = field(default_factory=dict)
    unit: Mapping[str, str] = field(default_factory=dict)
    field_name: Mapping[str, str] = field(default_factory=dict)
    branch: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A pin or a forbid of the rosters that the policy lifts.

    Attributes:
        what: Which of the two.
        member: Member id.
        branch: Branch id.
    """

    what: Literal["pin", "forbid"]
    member: str
    branch: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that decides about a plan besides the rosters.

    Attributes:
        name: Title of the plan.
        effective: Date of the plan; None if the policy has none.
        scope: ``"unit"`` places members inside their own unit, ``"any"`` in every branch.
        limits: Received members per branch.
        order: Levels from the most to the least important, without shortfall and draw.
        is_order_given: Whether the policy names the order itself. Then constant levels are reported.
        needs_weights: Weight of a needed field; 1 where absent.
        residence_basis: Which residence column is parsed.
        balance_count: Whether balance counts received members or the total strength.
        distance_missing: What a pair without a distance means.
        quotas: Hard rule 3.
        repair_flex: What a repair may change, in the order of reluctance.
        dropped: Pins and forbids of the rosters that do not hold.
        protect: Members who may not move when re-planning; None for nobody.
        is_shortfall_allowed: Whether minima are the first level instead of a hard rule.
        max_moves: Most moves [members]; None for no limit (hard rule 5).
    """

    name: str = ""
    effective: datetime.date | None = None
    scope: Literal["unit", "any"] = "unit"
    limits: Limits = field(default_factory=Limits)
    order: tuple[Level, ...] = tuple(single_level(priority) for priority in DEFAULT_ORDER)
    is_order_given: bool = False
    needs_weights: Mapping[str, int] = field(default_factory=dict)
    residence_basis: Literal["registered", "current"] = "registered"
    balance_count: Literal["received", "total"] = "received"
    distance_missing: Literal["zero", "forbidden"] = "zero"
    quotas: tuple[Quota, ...] = ()
    repair_flex: tuple[str, ...] = ("min", "max")
    dropped: tuple[Dropped, ...] = ()
    protect: MemberFilter | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    deadlines: Deadlines = field(default_factory=Deadlines)
    is_shortfall_allowed: bool = False
    max_moves: int | None = None

    def of_a_first_plan(self) -> Policy:
        """The policy when nothing is re-planned: protection keeps people where a plan put them, and there is none."""
        return replace(self, protect=None)
