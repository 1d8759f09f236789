"""Who is responsible for which covered need of a branch (docs/reference/model.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.roster import Branch, Member
from reassign.model.draw import draw
from reassign.model.priorities.needs import can_cover


def responsible_members(
    branch: Branch,
    members: Sequence[Member],
    seed: int,
    before: Mapping[str, str] | None = None,
    table: Mapping[str, Mapping[str, int]] | None = None,
) -> Mapping[str, str]:
    """Member id by covered field.

    As many members as possible get a task, then the busiest has the fewest, then as many tasks as possible stay
    with their owner, then the sum of the lots is least; fields in alphabetical order and members by lot settle
    what is left.

    Args:
        branch: The branch.
        members: Members placed there.
        seed: Seed of the draw.
        before: Member id by field in the plan that is re-planned; None when nothing is.
        table: Lots drawn elsewhere; None to draw them from the seed.
    """
    kept = before or {}
    fields = sorted(set(branch.needs))
    ordered = sorted(members, key=lambda member: (draw(seed, member.id, branch.id, table), member.id))
    choices = {field: [rank for rank, member in enumerate(ordered) if can_cover(member, field)] for field in fields}
    covered = [field for field in fields if choices[field]]
    if not covered:
        return {}
    lots = [draw(seed, member.id, branch.id, table) for member in ordered]
    busiest = -(-len(covered) // len(ordered))
    ranks = {member.id: rank for rank, member in enumerate(ordered)}
    task = _Tasks([choices[field] for field in covered], lots, [ranks.get(kept.get(field, "")) for field in covered])
    assigned = _assign(task, len(covered))
    most = len(set(assigned))
    for limit in range(busiest, len(covered) + 1):
        limited = _assign(task, limit)
        if None not in limited and len(set(limited)) == most:
            assigned = limited
            break
    return {field: ordered[rank].id for field, rank in zip(covered, assigned, strict=True) if rank is not None}


@dataclass(frozen=True, slots=True)
class _Tasks:
    """The tasks of a branch.

    Attributes:
        choices: Ranks of the members who can answer, by task.
        lots: Lot of each member, by rank.
        owners: Rank of the old owner by task; None if there is none.
    """

    choices: Sequence[Sequence[int]]
    lots: Sequence[int]
    owners: Sequence[int | None]


def _assign(tasks: _Tasks, limit: int) -> list[int | None]:
    """Each task to one of its choices, at most ``limit`` per member, at least cost.

    Successive shortest augmenting paths: the first task of a member earns more than everything else can
    cost, so the number of members with a task comes first. Costs are Python integers: a change of owner, the
    lot, then the rank of the member by task, later tasks counting less.
    """
    choices, lots = tasks.choices, tasks.lots
    width = len(lots)
    tie = (width + 1) ** len(choices)
    change = (max(lots, default=0) + 1) * tie * (len(choices) + 1)
    earned = change * (len(choices) + 1) * 2
    cost = [
        {
            rank: (change if owner is not None and rank != owner else 0)
            + lots[rank] * tie
            + rank * (width + 1) ** (len(choices) - 1 - task)
            for rank in ranks
        }
        for task, (ranks, owner) in enumerate(zip(choices, tasks.owners, strict=True))
    ]
    holder: list[int | None] = [None] * len(choices)
    load = [0] * width
    for start in range(len(choices)):
        _augment(start, holder, load, cost, limit, earned)
    return holder


def _augment(
    start: int,
    holder: list[int | None],
    load: list[int],
    cost: Sequence[Mapping[int, int]],
    limit: int,
    earned: int,
) -> None:
    """Give one more task an owner along the cheapest chain of reassignments (Bellman-Ford)."""
    reach: dict[int, tuple[int, list[tuple[int, int]]]] = {
        rank: (price, [(start, rank)]) for rank, price in cost[start].items()
    }
    for _ in range(len(cost)):
        changed = False
        for task, rank in enumerate(holder):
            if rank is None or rank not in reach:
                continue
            price, path = reach[rank]
            for other, other_price in cost[task].items():
                total = price - cost[task][rank] + other_price
                if other != rank and (other not in reach or total < reach[other][0]):
                    reach[other] = (total, [*path, (task, other)])
                    changed = True
        if not changed:
            break
    ends = [
        (price - (earned if load[rank] == 0 else 0), rank) for rank, (price, _) in reach.items() if load[rank] < limit
    ]
    if not ends:
        return
    _, last = min(ends)
    for task, rank in reach[last][1]:
        holder[task] = rank
    load[last] += 1
