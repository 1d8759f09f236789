"""Both rosters of a whole system from its units, their sizes and its story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.samples.branches import Site, branch_row, draw_sites
from reassign.samples.case import Row
from reassign.samples.chance import Chance
from reassign.samples.members import draw_members
from reassign.samples.places import Unit
from reassign.samples.story import Story


@dataclass(frozen=True, slots=True)
class System:
    """Rosters of a system.

    Attributes:
        units: Units in their usual order.
        sites: Branches by unit name, as places.
        members: Member roster.
        branches: Branch roster.
    """

    units: tuple[Unit, ...]
    sites: Mapping[str, tuple[Site, ...]]
    members: tuple[Row, ...]
    branches: tuple[Row, ...]


def draw_system(
    chance: Chance, units: tuple[Unit, ...], branches: Sequence[int], members: Sequence[int], story: Story
) -> System:
    """Draw a system with the given numbers of branches and members per unit."""
    sites = {
        unit.name: draw_sites(chance.fork("sites", unit.number), unit, count, story)
        for unit, count in zip(units, branches, strict=True)
    }
    rows = tuple(branch_row(chance.fork("branch", site.id), site, story) for unit in units for site in sites[unit.name])
    people = tuple(
        row
        for unit, count in zip(units, members, strict=True)
        for row in draw_members(chance.fork("members", unit.number), unit, count, sites, story)
    )
    return System(units, sites, people, rows)


def unit_sizes(
    chance: Chance, branches: int, members: int, units: int, spread: tuple[int, int], slack: int = 3
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Branches and members per unit with the given totals, feasible for 1 to 7 received members.

    Args:
        chance: Stream of the sizes.
        branches: Branches in all.
        members: Members in all.
        units: Number of units.
        spread: Fewest and most branches of a unit.
        slack: Members a unit has at least beyond one per branch.
    """
    branch_counts = chance.portions(branches, (spread[0],) * units, (spread[1],) * units)
    most = -(-members * 13 // (10 * branches))
    member_counts = chance.portions(
        members,
        [count + slack for count in branch_counts],
        [max(count + slack, min(7 * count, count * most)) for count in branch_counts],
    )
    return branch_counts, member_counts
