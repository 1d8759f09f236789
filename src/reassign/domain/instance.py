"""One question to the planner: rosters and policy with pins, exclusions and incumbents settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reassign.domain.policy import Policy
from reassign.domain.roster import Branch, Member

_Ruling = TypeVar("_Ruling")


@dataclass(frozen=True, slots=True)
class Instance:
    """Members, branches and the decisions already taken about them, in canonical order.

    Attributes:
        members: Members sorted by id.
        branches: Branches sorted by id.
        policy: The policy.
        seed: Seed of the draw.
        minimum: Fewest received members by branch id [members].
        maximum: Most received members by branch id [members]; None for no limit.
        pins: Branch id by member id.
        exclusions: Pairs (member id, branch id) that are ruled out.
        incumbents: Incumbent branch by member id: an id of the roster or an old branch of the lineage.
            Joiners are absent.
        successors: Successors (branch ids) by old branch.
        origins: Where a member comes from, as written, by member id; absent if nowhere.
        distances: Distance by member id and branch id; None without a table.
        task_owners: Responsible member id of the old plan by branch id and needed field; empty unless re-planned.
        lots: Lot by member id and branch id where a table holds the draw, the greatest lot where it has none; None if
            the seed draws.
    """

    members: tuple[Member, ...]
    branches: tuple[Branch, ...]
    policy: Policy
    seed: int
    minimum: Mapping[str, int]
    maximum: Mapping[str, int | None]
    pins: Mapping[str, str]
    exclusions: frozenset[tuple[str, str]]
    incumbents: Mapping[str, str]
    successors: Mapping[str, frozenset[str]]
    origins: Mapping[str, str]
    distances: Mapping[str, Mapping[str, int]] | None
    task_owners: Mapping[tuple[str, str], str] = field(default_factory=dict)
    lots: Mapping[str, Mapping[str, int]] | None = None

    def heirs(self, branch: str) -> frozenset[str]:
        """Branches in which whoever was in this one has not moved: itself and its successors."""
        return self.successors.get(branch, frozenset()) | {branch}


def part_of(instance: Instance, members: Sequence[Member], branches: Sequence[Branch]) -> Instance:
    """Some members and branches as a question of their own; rulings about others are left out.

    Args:
        instance: The whole question.
        members: Members of the part in canonical order.
        branches: Branches of the part, likewise.
    """
    people, places = {member.id for member in members}, {branch.id for branch in branches}

    def of_people(table: Mapping[str, _Ruling]) -> dict[str, _Ruling]:
        return {member.id: table[member.id] for member in members if member.id in table}

    return replace(
        instance,
        members=tuple(members),
        branches=tuple(branches),
        minimum={branch.id: instance.minimum[branch.id] for branch in branches},
        maximum={branch.id: instance.maximum[branch.id] for branch in branches},
        pins=of_people(instance.pins),
        exclusions=frozenset(pair for pair in instance.exclusions if pair[0] in people),
        incumbents=of_people(instance.incumbents),
        origins=of_people(instance.origins),
        distances=None if instance.distances is None else of_people(instance.distances),
        task_owners={key: owner for key, owner in instance.task_owners.items() if key[0] in places},
        lots=None if instance.lots is None else of_people(instance.lots),
    )
