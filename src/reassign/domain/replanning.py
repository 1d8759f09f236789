"""What a re-plan knows besides its plan: what was edited by hand, who moves and why, what is carried over."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from reassign.domain.cells import CellAddress
from reassign.domain.plan import Proof
from reassign.domain.policy import Priority, Sense

EditKind: TypeAlias = Literal["branch", "pin", "unpin"]
"""Another branch was chosen, a pin was set, or a pin was taken away."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision that an officer made in the plan workbook.

    Attributes:
        kind: What was done.
        member: Member id.
        branch: Branch id that the member is pinned to by it; empty when a pin was taken away.
        before: Text of the cell as it was written.
        after: Text of the cell as it is now.
        address: The cell.
        undone: Branch id that the member would be pinned to without the edit; empty if they would be free.
    """

    kind: EditKind
    member: str
    branch: str
    before: str
    after: str
    address: CellAddress
    undone: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What people added to the plan workbook, to be carried into the next one.

    Attributes:
        comments: Text of the comment column by member id.
        headings: Headings of added columns, in their order.
        cells: Texts of those columns by member id, as long as ``headings``.
    """

    comments: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Revision:
    """What the plan that is re-planned says beside everybody's place.

    Attributes:
        edits: Decisions made in the workbook since it was written.
        pins: Branch id by member id of all pins that come from the workbook, older ones included.
        task_owners: Responsible member id by branch id and needed field.
        placed: Branch id by member id, members who have left included.
        desk: What people added to the workbook.
    """

    edits: tuple[Edit, ...] = ()
    pins: Mapping[str, str] = field(default_factory=dict)
    task_owners: Mapping[tuple[str, str], str] = field(default_factory=dict)
    placed: Mapping[str, str] = field(default_factory=dict)
    desk: Desk = field(default_factory=Desk)


@dataclass(frozen=True, slots=True)
class PricedLevel:
    """One level with an edit and without it.

    Attributes:
        names: Priorities added up in this level.
        sense: Whether larger or smaller is better.
        here: Value of the plan, which obeys the edit.
        without: Value of the best plan that need not obey it.
    """

    names: tuple[str, ...]
    sense: Sense
    here: int
    without: int


@dataclass(frozen=True, slots=True)
class EditPrice:
    """What one edit costs, all other edits staying in force.

    Attributes:
        edit: The edit.
        levels: Every level with and without it; the draw is the last.
        proof: Weakest proof of the two vectors.
        is_needed: Whether there is no plan without the edit, so that it has no price.
    """

    edit: Edit
    levels: tuple[PricedLevel, ...]
    proof: Proof
    is_needed: bool = False

    @property
    def first_loss(self) -> int | None:
        """Index of the first level that the edit makes worse; None if it costs nothing above the draw."""
        for index, level in enumerate(self.levels[:-1]):
            if level.here != level.without:
                return index
        return None

    @property
    def first_besides_moving(self) -> int | None:
        """Index of the first changed level below, where the first one only says that somebody moves; else None."""
        first = self.first_loss
        if first is None or self.levels[first].names != (Priority.CONTINUITY.value,):
            return None
        later = range(first + 1, len(self.levels) - 1)
        return next((index for index in later if self.levels[index].here != self.levels[index].without), None)


@dataclass(frozen=True, slots=True)
class Move:
    """One member who leaves an incumbent branch, and why.

    Attributes:
        member: Member id.
        origin: The incumbent branch: an id of the roster or an old branch.
        branch: Branch id of the new place.
        reason: ``edited``, ``pinned``, ``closed``, ``unit``, ``excluded``, ``minimum``, ``maximum``, ``quota``,
            ``together``, ``apart``, ``limits`` (several rules together), ``raises``, ``draw``, or ``unknown`` where the
            time ended first.
        subject: Branch id of the rule, or the name of the level that staying would make worse.
        amount: By how much that level gets worse; 0 where no level is meant.
        need: Needed field that the member covers at the new place and nobody would otherwise; empty for none.
        is_changed: Whether an event has changed the member's post or portfolio.
    """

    member: str
    origin: str
    branch: str
    reason: str
    subject: str = ""
    amount: int = 0
    need: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Standstill:
    """Why there is no plan that moves as few as asked.

    Attributes:
        fewest: Fewest moves that a plan needs which breaks nothing but the limit on them; None if that is not it.
        must_move: Ids of the fewest protected members who have to move; empty if nobody is protected or that is not it.
    """

    fewest: int | None = None
    must_move: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LostOwner:
    """A needed field whose responsible member of the old plan no longer answers for it.

    Attributes:
        branch: Branch id.
        need: The field.
        before: Member id of the old owner.
        after: Member id of the new owner; empty if nobody has the field.
    """

    branch: str
    need: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Strength:
    """Members of a branch before the re-plan, the old plan carried out; None if unknown."""

    members: int | None
    officials: int | None


@dataclass(frozen=True, slots=True)
class Replanning:
    """How a plan differs from the plan it was made from.

    Attributes:
        moves: Who moves, sorted like the placements.
        stayed: Members who stay in their incumbent branch or a successor of it.
        closed: Members whose branch of the old plan is gone without a successor, sorted like the placements. They have
            nowhere to stay, so they neither move nor stay, and no limit on moves counts them.
        joiners: Ids of members without an incumbent branch, those of closed branches left out.
        leavers: Ids of members of the old plan who are not in the roster any more.
        fewest: Fewest moves that any plan needs; None if no plan could be found in time.
        fewest_proof: Proof of ``fewest``.
        prices: What each edit costs.
        changed: Roles of the files that are not what the old plan was made from.
        as_of: Last day whose events count; None for all of them.
        pins: Branch id by member id of the pins that stand in the plan and in no file.
        lost: Needs that lost their owner.
        strength: Members of each branch before the re-plan, by branch id.
        left: Names of the leavers by member id.
        protected: Members who may not move; None if nobody is protected by a filter.
    """

    moves: tuple[Move, ...]
    stayed: int
    closed: tuple[Move, ...] = ()
    joiners: tuple[str, ...] = ()
    leavers: tuple[str, ...] = ()
    fewest: int | None = None
    fewest_proof: Proof = Proof.NONE
    prices: tuple[EditPrice, ...] = ()
    changed: tuple[str, ...] = ()
    as_of: datetime.date | None = None
    pins: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[LostOwner, ...] = ()
    strength: Mapping[str, Strength] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)
    protected: int | None = None


@dataclass(frozen=True, slots=True)
class ToldReplan:
    """What a re-plan tells about itself, as far as it can be checked.

    Attributes:
        moves: Member id, incumbent branch and new branch of every move.
        stayed: Members who stay.
        joiners: Ids of members without an incumbent branch, those of closed branches left out.
        leavers: Ids of members of the old plan who are gone.
        pins: Branch id by member id of the pins that stand in no file.
        as_of: Last day whose events count; None for all.
        lost: Needs that lost their owner.
        strength: Members of each branch before the re-plan, by branch id.
        closed: Member id, old branch and new branch of everybody whose old branch is gone without a successor.
        reasons: The moves with their reasons, which were found by solving and are told as they stand.
        prices: What each edit cost, likewise.
        fewest: Fewest moves that any plan needed, likewise; None if no plan could be found in time.
        fewest_proof: Proof of ``fewest`` that the plan claims.
    """

    moves: tuple[tuple[str, str, str], ...]
    stayed: int
    joiners: tuple[str, ...]
    leavers: tuple[str, ...]
    pins: Mapping[str, str]
    as_of: datetime.date | None
    lost: tuple[LostOwner, ...]
    strength: Mapping[str, Strength] = field(default_factory=dict)
    closed: tuple[tuple[str, str, str], ...] = ()
    reasons: tuple[Move, ...] = ()
    prices: tuple[EditPrice, ...] = ()
    fewest: int | None = None
    fewest_proof: Proof = Proof.NONE

    def replanning(self) -> Replanning:
        """The same as a report tells it; who the leavers were and which files had changed is not known any more."""
        return Replanning(
            moves=self.reasons,
            stayed=self.stayed,
            closed=tuple(Move(member, origin, branch, "closed", origin) for member, origin, branch in self.closed),
            joiners=self.joiners,
            leavers=self.leavers,
            fewest=self.fewest,
            fewest_proof=self.fewest_proof,
            prices=self.prices,
            as_of=self.as_of,
            pins=self.pins,
            lost=self.lost,
            strength=self.strength,
        )
