"""A plan, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from reassign.domain.cells import CellAddress
from reassign.domain.policy import MemberFilter, Sense


class Proof(StrEnum):
    """Who vouches for the bound of a level."""

    CERTIFICATE = "certificate"
    SOLVER = "solver"
    NONE = "none"


def weakest(proofs: Iterable[Proof], *, default: Proof = Proof.CERTIFICATE) -> Proof:
    """The proof that the others lean on; ``default`` if there are none."""
    return min(proofs, key=(Proof.NONE, Proof.SOLVER, Proof.CERTIFICATE).index, default=default)


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

    @property
    def moved(self) -> int:
        """Members who leave an incumbent branch for one that does not succeed it."""
        return sum(placement.has_moved for placement in self.placements)

    @property
    def uncovered(self) -> int:
        """Needed fields without a placed member, over all branches."""
        return sum(len(load.uncovered) for load in self.branches)


@dataclass(frozen=True, slots=True)
class Cause:
    """One rule that a conflict needs: without it, the others can be obeyed together.

    Attributes:
        rule: Which kind of rule.
        branch: Branch id where the rule speaks about one; of a pin or forbid the branch it names.
        member: Member id where the rule speaks about one.
        label: Label of a group.
        quota: Index of the quota in the policy; -1 for other rules.
        bound: Side of the quota.
        amount: The figure of a limit or quota [members]; 0 where there is none.
        members: Ids of the members of a group.
        wanted: Whom a quota counts; None for other rules.
    """

    rule: Literal["min", "max", "quota", "together", "apart", "max_moves", "protect", "pin", "forbid"]
    branch: str = ""
    member: str = ""
    label: str = ""
    quota: int = -1
    bound: Literal["", "min", "max"] = ""
    amount: int = 0
    members: tuple[str, ...] = ()
    wanted: MemberFilter | None = None

    @property
    def code(self) -> str:
        """The rule and its subject in one word for documents: ``min:b1``, ``quota:0:b1:min``, ``pin:m1:b1``."""
        number = str(self.quota) if self.quota >= 0 else ""
        return ":".join(filter(None, (self.rule, number, self.label, self.member, self.branch, self.bound)))


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
        causes: The contradicting rules one by one; each was proved necessary by solving without it.
        cells: Where members, limits, pins and exclusions concerned were read.
    """

    kind: Literal["too_many_members", "too_few_members", "rules"]
    unit: str
    branches: tuple[str, ...]
    members: tuple[str, ...]
    need: int
    have: int
    rules: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    cells: tuple[CellAddress, ...] = ()


@dataclass(frozen=True, slots=True)
class RepairChange:
    """One thing that a repair changes.

    Attributes:
        what: ``min``, ``max`` or ``quota`` of a branch; ``pin`` or ``forbid`` of a member to a branch.
        branch: Branch id.
        before: The bound as it is; 1 for a pin or forbid that is in force.
        after: The bound after the repair; 0 for a pin or forbid that is dropped.
        member: Member id of a pin or forbid; empty otherwise.
        quota: Index of the quota in the policy; None otherwise.
        bound: Side of the quota.
    """

    what: Literal["min", "max", "pin", "forbid", "quota"]
    branch: str
    before: int
    after: int
    member: str = ""
    quota: int | None = None
    bound: Literal["min", "max"] | None = None

    @property
    def amount(self) -> int:
        """By how much it changes."""
        return abs(self.after - self.before)


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that together make a plan possible.

    Attributes:
        changes: The changes, by kind, branch and member.
        proof: Who vouches that no smaller total change does.
    """

    changes: tuple[RepairChange, ...]
    proof: Proof = Proof.SOLVER

    @property
    def total_change(self) -> int:
        """Sum of the amounts."""
        return sum(change.amount for change in self.changes)


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No plan satisfies the hard rules.

    Attributes:
        conflicts: Why.
        repairs: Smallest changes that make a plan possible, those that the policy changes more readily first; empty
            if nothing that may flex helps, or time was over.
        helpful: Kinds of changes that the policy would have to allow as well for a repair to exist; empty if there is
            one, or if no change would do.
    """

    conflicts: tuple[Conflict, ...]
    repairs: tuple[Repair, ...] = ()
    helpful: tuple[str, ...] = ()
