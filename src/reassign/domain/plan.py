"""A plan, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from reassign.domain.policy import Sense


class Proof(StrEnum):
    """Who vouches for the bound of a level."""

    CERTIFICATE = "certificate"
    SOLVER = "solver"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LevelResult:
    """Value and bound of one level, exact integers.

    Attributes:
        names: Priorities added up in this level.
        sense: Whether larger or smaller is better.
        value: Value of the plan.
        bound: No plan that is as good in all levels above is better than this.
        proof: Who vouches for the bound.
    """

    names: tuple[str, ...]
    sense: Sense
    value: int
    bound: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Placement:
    """One member in one branch.

    Attributes:
        member: Member id.
        branch: Branch id.
        from_branch: Where the member comes from: a branch id, an old branch, or the text of the
            roster; None if nowhere.
        is_pinned: Whether a pin decided.
        has_moved: Whether an incumbent branch was left for one that does not succeed it.
        reasons: Reason codes in the order of the policy.
        tasks: Needs the member is responsible for.
        interchangeable_with: Ids of members with whom the place could be swapped at no loss above the draw.
    """

    member: str
    branch: str
    from_branch: str | None = None
    is_pinned: bool = False
    has_moved: bool = False
    reasons: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    interchangeable_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BranchLoad:
    """What one branch receives.

    Attributes:
        branch: Branch id.
        received: Members received by this plan.
        min: Fewest allowed.
        max: Most allowed; None for no limit.
        covered: Responsible member id by needed field.
        uncovered: Needed fields that nobody placed here has.
        committee_candidates: Ids of placed eligible members where the committee has vacancies.
        posts: Ids of the holders by post.
    """

    branch: str
    received: int
    min: int
    max: int | None
    covered: Mapping[str, str] = field(default_factory=dict)
    uncovered: tuple[str, ...] = ()
    committee_candidates: tuple[str, ...] = ()
    posts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something a person has to decide about a placement.

    Attributes:
        code: Key of the text in ``messages``.
        member: Member id; empty if a branch is meant.
        branch: Branch id; empty if a member alone is meant.
        parameters: Values for the placeholders.
    """

    code: str
    member: str = ""
    branch: str = ""
    parameters: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A placement of every member that breaks no hard rule.

    Attributes:
        status: ``optimal`` if every level is proved, else ``feasible``.
        levels: Levels in order; the draw is the last.
        placements: Sorted by unit, branch id, member id.
        branches: Sorted by unit, branch id.
        review: What a person has to decide.
        certificate: Proof data as plain JSON values; empty if there is none.
    """

    status: Literal["optimal", "feasible"]
    levels: tuple[LevelResult, ...]
    placements: tuple[Placement, ...]
    branches: tuple[BranchLoad, ...]
    review: tuple[ReviewItem, ...] = ()
    certificate: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why no plan exists, checkable by counting where ``kind`` is not ``rules``.

    Attributes:
        kind: ``too_many_members``: ``need`` members are confined to ``branches``, which hold ``have``.
            ``too_few_members``: ``branches`` need ``need`` members, only ``have`` can reach them.
            ``rules``: the named rules contradict each other.
        unit: Unit concerned; empty if several.
        branches: Branch ids.
        members: Member ids.
        need: Members that need a place, or places that need a member.
        have: Places or members there are.
        rules: Names of the contradicting rules when ``kind`` is ``rules``.
    """

    kind: Literal["too_many_members", "too_few_members", "rules"]
    unit: str
    branches: tuple[str, ...]
    members: tuple[str, ...]
    need: int
    have: int
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No plan satisfies the hard rules."""

    conflicts: tuple[Conflict, ...]
