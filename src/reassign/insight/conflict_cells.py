"""Where the members, limits, pins and exclusions of a conflict were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from reassign.domain.cells import CellAddress
from reassign.domain.plan import Cause, Conflict
from reassign.domain.policy import Policy
from reassign.domain.roster import Branch, Member, PairDecision, Rosters


def with_cells(conflicts: Sequence[Conflict], rosters: Rosters, policy: Policy) -> tuple[Conflict, ...]:
    """The conflicts with the cells that an officer would look at, each cell once, in the order of what is said.

    Rulings come first: exclusions, pins, labels of groups and limits that stand in a row of a roster. A limit or
    quota of the policy has no cell. Where nothing but the number of members is to blame, no cell is told.

    Args:
        conflicts: The conflicts.
        rosters: What was read.
        policy: The policy; its limits win over the rows.
    """
    finder = _Finder(rosters, policy)
    return tuple(replace(conflict, cells=tuple(dict.fromkeys(finder.cells(conflict)))) for conflict in conflicts)


class _Finder:
    """Rosters by id."""

    def __init__(self, rosters: Rosters, policy: Policy) -> None:
        self._policy = policy
        self._members = {member.id: member for member in rosters.members}
        self._branches = {branch.id: branch for branch in rosters.branches}
        self._pins = _by_member(rosters.pins)
        self._forbids = _by_member(rosters.forbids)

    def cells(self, conflict: Conflict) -> Iterator[CellAddress]:
        """Cells of one conflict, perhaps with repetitions."""
        for cause in conflict.causes:
            yield from self._of_cause(cause)
        if conflict.causes or conflict.kind == "rules":
            return
        for branch in conflict.branches:
            yield from self._limit("max" if conflict.kind == "too_many_members" else "min", branch)
        if conflict.kind == "too_many_members":
            for member in conflict.members:
                yield from self._confining(member, conflict.branches)
        else:
            for member in self._kept_away(conflict):
                yield from self._confining(member, ())

    def _kept_away(self, conflict: Conflict) -> Iterator[str]:
        """Members of the same units whom pins and exclusions keep from the branches."""
        units = {self._branches[branch].unit for branch in conflict.branches}
        able = set(conflict.members)
        yield from (member.id for member in self._members.values() if member.unit in units and member.id not in able)

    def _confining(self, member: str, branches: Sequence[str]) -> Iterator[CellAddress]:
        """Why a member has no other branches than these."""
        yield from self._pin(member)
        person = self._members[member]
        if set(person.excluded_branch_ids) - set(branches):
            yield _cell(person, "excluded_branches")
        yield from (each.address for each in self._forbids.get(member, ()) if each.branch not in branches)

    def _of_cause(self, cause: Cause) -> Iterator[CellAddress]:
        match cause.rule:
            case "pin":
                yield from self._pin(cause.member)
            case "forbid":
                yield from self._forbid(cause.member, cause.branch)
            case "min" | "max":
                yield from self._limit(cause.rule, cause.branch)
            case "together" | "apart":
                yield from (_cell(self._members[member], cause.rule) for member in cause.members)
            case "protect":
                yield self._members[cause.member].address
            case _:
                return

    def _pin(self, member: str) -> Iterator[CellAddress]:
        person = self._members[member]
        if person.pinned_branch_id is not None:
            yield _cell(person, "pinned_branch")
        yield from (each.address for each in self._pins.get(member, ()))

    def _forbid(self, member: str, branch: str) -> Iterator[CellAddress]:
        person = self._members[member]
        if branch in person.excluded_branch_ids:
            yield _cell(person, "excluded_branches")
        yield from (each.address for each in self._forbids.get(member, ()) if each.branch == branch)

    def _limit(self, side: Literal["min", "max"], branch: str) -> Iterator[CellAddress]:
        """The cell of a limit, if the row decides."""
        row, limit = self._branches[branch], self._policy.limits.branches.get(branch)
        if side == "min":
            is_of_row = row.min is not None and (limit is None or limit.min is None)
        else:
            is_of_row = row.max is not None and (limit is None or (limit.max is None and not limit.is_unlimited))
        if is_of_row:
            yield _cell(row, side)


def _cell(row: Member | Branch, key: str) -> CellAddress:
    """The cell of a key in a row, the row itself if the column is not known."""
    return replace(row.address, column=row.columns.get(key, 0))


def _by_member(pairs: Sequence[PairDecision]) -> dict[str, list[PairDecision]]:
    found: dict[str, list[PairDecision]] = {}
    for pair in pairs:
        found.setdefault(pair.member, []).append(pair)
    return found
