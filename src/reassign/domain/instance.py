"""One question to the planner: rosters and policy with pins, exclusions and incumbents settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reassign.domain.policy import Policy
from reassign.domain.roster import Branch, Member


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
