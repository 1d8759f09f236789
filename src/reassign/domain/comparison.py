"""Plans side by side: what was asked, what came out, who is elsewhere and who is better off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from reassign.domain.policy import Sense

Outcome: TypeAlias = Literal["gains", "loses", "even"]
"""What a member has from a change: decided by the first priority of the policy in which the two places differ."""

Scalar: TypeAlias = str | int | bool | None


@dataclass(frozen=True, slots=True)
class ComparedPlan:
    """One of the plans.

    Attributes:
        file: The plan as the user named it.
        title: Name that its policy gives it.
        status: ``optimal`` or ``feasible``.
        seed: Seed of the draw.
        members: Members placed.
        branches: Branches it knows.
        moved: Members who leave an incumbent branch.
        uncovered: Needed fields that nobody covers.
        is_measured: Whether its rosters are as they were, so that members' gains can be told.
    """

    file: str
    title: str
    status: str
    seed: int
    members: int
    branches: int
    moved: int
    uncovered: int
    is_measured: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A key of the policy, the seed, or an input that is not the same in every plan.

    Attributes:
        key: Key as in ``reassign.toml`` (``policy.limits.max``), ``seed``, or ``inputs.`` with a role.
        values: The value in each plan; lists and tables as JSON text; None where absent.
    """

    key: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class ComparedLevel:
    """A level of any of the plans.

    Attributes:
        names: Priorities added up in it.
        sense: Whether larger or smaller is better.
        values: Value in each plan; None if neither told nor measurable.
        is_ordered: Whether the plan's own policy orders this level; else the value was only measured.
    """

    names: tuple[str, ...]
    sense: Sense
    values: tuple[int | None, ...]
    is_ordered: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class ComparedLoad:
    """What one branch receives in each plan.

    Attributes:
        branch: Branch id.
        name: Its name.
        unit: Its unit.
        received: Received members by plan; None where the plan has no such branch.
        limits: Fewest and most allowed by plan; None where the plan has no such branch, a most of None is no limit.
    """

    branch: str
    name: str
    unit: str
    received: tuple[int | None, ...]
    limits: tuple[tuple[int, int | None] | None, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change means to a member under one priority.

    Attributes:
        priority: The priority.
        before: Worth of the place in the first plan.
        after: Worth of the place in the other plan.
    """

    priority: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Change:
    """A member who is in another branch than in the first plan.

    Attributes:
        plan: Index of the other plan.
        member: Member id.
        name: Their name.
        unit: Unit of the branch in the other plan.
        before: Branch id in the first plan.
        after: Branch id in the other plan.
        before_name: Name of the branch in the first plan.
        after_name: Name of the branch in the other plan.
        outcome: What the member has from it; None if the rosters are not there to tell.
        effects: Priorities in which the two places differ, in the order of the policy.
        reasons_before: Reason codes in the first plan.
        reasons_after: Reason codes in the other plan.
    """

    plan: int
    member: str
    name: str
    unit: str
    before: str
    after: str
    before_name: str
    after_name: str
    outcome: Outcome | None
    effects: tuple[Effect, ...]
    reasons_before: tuple[str, ...]
    reasons_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A member whom only one of the first plan and another one knows.

    Attributes:
        plan: Index of the other plan.
        member: Member id.
        name: Their name.
        branch: Branch id in the plan that knows them.
        branch_name: Its name.
        has_joined: Whether the other plan knows them, and not the first.
    """

    plan: int
    member: str
    name: str
    branch: str
    branch_name: str
    has_joined: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans or more; the first is what the others are held against.

    Attributes:
        plans: The plans in the order given.
        differences: What was not asked alike.
        levels: Levels of the first plan in their order, then those that only others have; the draw last.
        loads: Every branch of every plan, by unit and id.
        changes: Members in another branch than in the first plan, by plan, unit and name.
        passages: Members who joined or left, by plan and name.
        successions: Members whose branch in one plan succeeds that in the other (merged, split, renamed), likewise;
            staying in a successor is no change of place.
        namesakes: Ids of members whose name somebody else of the plans has too.
    """

    plans: tuple[ComparedPlan, ...]
    differences: tuple[Difference, ...]
    levels: tuple[ComparedLevel, ...]
    loads: tuple[ComparedLoad, ...]
    changes: tuple[Change, ...]
    passages: tuple[Passage, ...]
    successions: tuple[Change, ...] = ()
    namesakes: frozenset[str] = frozenset()

    @property
    def is_same(self) -> bool:
        """Whether every plan places the same members in the same branches."""
        return not self.changes and not self.passages and not self.successions

    def changes_of(self, plan: int) -> tuple[Change, ...]:
        """Changes between the first plan and another."""
        return tuple(change for change in self.changes if change.plan == plan)

    def successions_of(self, plan: int) -> tuple[Change, ...]:
        """Members who stay in a successor between the first plan and another."""
        return tuple(change for change in self.successions if change.plan == plan)

    def passages_of(self, plan: int) -> tuple[Passage, ...]:
        """Members who joined or left between the first plan and another."""
        return tuple(passage for passage in self.passages if passage.plan == plan)
