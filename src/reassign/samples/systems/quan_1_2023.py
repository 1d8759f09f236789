"""District 1, 2023 (a draft then): 66 neighbourhoods become 85 by split and merge; five posts in each."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reassign.messages.text import Text
from reassign.samples.case import Case, Cases, Row, SmallTable
from reassign.samples.chance import Chance
from reassign.samples.description import SampleDescription
from reassign.samples.jobs import POSTS
from reassign.samples.places import Unit, make_units
from reassign.samples.policy import policy_text
from reassign.samples.story import Story
from reassign.samples.system import System, draw_system
from reassign.samples.systems.quan_1_2019 import CENTRE, DISTRICT, WARDS

EFFECTIVE = datetime.date(2023, 11, 1)
MEMBERS, OLD, NEW = 340, 66, 85
POSTS_BEFORE, POSTS_AFTER = 858, 425
POSTS_HELD = 25
"""Percentage of those eligible for two posts who hold one of them before the plan."""

DESCRIPTION = SampleDescription(
    "quan-1-2023",
    Text(
        "Quận 1, 2023 (dự thảo): 66 khu phố thành 85, năm chức danh mỗi khu phố, 858 còn 425 chức danh",
        "District 1, 2023 (a draft): 66 neighbourhoods become 85, five posts in each, 858 posts become 425",
    ),
    {
        "units": len(WARDS),
        "members": MEMBERS,
        "branches_before": OLD,
        "branches": NEW,
        "posts_before": POSTS_BEFORE,
        "posts": POSTS_AFTER,
    },
)


@dataclass(frozen=True, slots=True)
class _Zoning:
    """Old neighbourhoods of a ward and how they turn into new ones, as (old number, new number)."""

    old: int
    new: int
    pairs: tuple[tuple[int, int], ...]


def quan_1_2023(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(WARDS, "phường", DISTRICT, CENTRE)
    old_counts = chance.portions(OLD, [5] * len(WARDS), [9] * len(WARDS))
    growth = chance.portions(NEW - OLD, [1] * len(WARDS), [3] * len(WARDS))
    zonings = [
        _draw_zoning(chance.fork("zoning", unit.number), old, old + more)
        for unit, old, more in zip(units, old_counts, growth, strict=True)
    ]
    new_counts = [zoning.new for zoning in zonings]
    sizes = chance.portions(MEMBERS, [3 * count for count in new_counts], [5 * count for count in new_counts])
    story = Story(
        EFFECTIVE, is_one_area_each=True, residents=75, neighbours=15, key_cadres=(1, 3), post_holders=85, special=6
    )
    system = draw_system(chance, units, new_counts, sizes, story)
    tables = {"lineage.csv": _lineage(units, zonings), "old-branches.csv": _old_branches(units, zonings)}
    case = Case(
        _with_posts_held(chance.fork("held"), _with_old_branches(chance.fork("old"), system, zonings)),
        tuple({**row, "vacant_posts": ";".join(POSTS)} for row in system.branches),
        policy_text(
            "Quận 1, 2023 (dự thảo)",
            EFFECTIVE,
            order=("continuity", "posts", "residence", "special", "needs", "committee", "balance", "distance"),
        ),
        inputs={"lineage": "lineage.csv"},
        tables=tables,
    )
    return {"": case}


def _draw_zoning(chance: Chance, old: int, new: int) -> _Zoning:
    """Mostly one to one; one merger of two per ward, and splits in two or three until the count is right."""
    merged = chance.below(old - 1)
    groups: list[tuple[int, ...]] = [(number,) for number in range(1, old + 1)]
    groups[merged : merged + 2] = [(merged + 1, merged + 2)]
    most = [3 if len(group) == 1 else 1 for group in groups]
    pieces = chance.portions(new, [1] * len(groups), most)
    pairs: list[tuple[int, int]] = []
    number = 1
    for group, count in zip(groups, pieces, strict=True):
        pairs += [(before, after) for before in group for after in range(number, number + count)]
        number += count
    return _Zoning(old, new, tuple(pairs))


def _old_id(unit: Unit, number: int) -> str:
    return f"CU-{unit.number:02}-{number:02}"


def _lineage(units: tuple[Unit, ...], zonings: list[_Zoning]) -> SmallTable:
    rows = tuple(
        (_old_id(unit, old), f"CB-{unit.number:02}-{new:02}")
        for unit, zoning in zip(units, zonings, strict=True)
        for old, new in zoning.pairs
    )
    return SmallTable(("from_branch", "to_branch"), rows)


def _old_branches(units: tuple[Unit, ...], zonings: list[_Zoning]) -> SmallTable:
    """The neighbourhoods before, with the number of posts each had."""
    rows = tuple(
        (_old_id(unit, number), f"Chi bộ Khu phố {number} (cũ)", unit.name, str(POSTS_BEFORE // OLD))
        for unit, zoning in zip(units, zonings, strict=True)
        for number in range(1, zoning.old + 1)
    )
    return SmallTable(("id", "name", "unit", "posts"), rows)


def _with_posts_held(chance: Chance, members: tuple[Row, ...]) -> tuple[Row, ...]:
    """One in four of those who could take two posts of a neighbourhood holds one of them already."""
    rows: list[Row] = []
    for row in members:
        posts = row["eligible_posts"].split(";")
        is_holder = len(posts) > 1 and chance.happens(POSTS_HELD)
        rows.append({**row, "post": f"{row['post']}; {chance.pick(posts)}"} if is_holder else row)
    return tuple(rows)


def _with_old_branches(chance: Chance, system: System, zonings: list[_Zoning]) -> tuple[Row, ...]:
    """Members come from the old neighbourhoods, a few more of them from those that are split."""
    rows: list[Row] = []
    for unit, zoning in zip(system.units, zonings, strict=True):
        members = [row for row in system.members if row["unit"] == unit.name]
        weights = [old for old, _ in zoning.pairs]
        seats = list(range(1, zoning.old + 1)) + [chance.pick(weights) for _ in range(len(members) - zoning.old)]
        for row, old in zip(members, chance.shuffled(seats), strict=True):
            rows.append({**row, "current_branch": _old_id(unit, old)})
    return tuple(rows)
