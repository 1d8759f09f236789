"""Branches of a unit: the areas they cover, what they lack, how strong they are."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.samples.case import Row
from reassign.samples.chance import Chance
from reassign.samples.jobs import NEEDED_FIELDS, POSTS
from reassign.samples.places import BLOCKS, Area, Unit
from reassign.samples.story import Story


@dataclass(frozen=True, slots=True)
class Site:
    """A branch and its areas, before anything is known about its members.

    Attributes:
        id: Branch id.
        name: Branch name.
        unit: The unit it belongs to.
        areas: Areas it covers.
        kind: Neighbourhood, hamlet or apartment block, in Vietnamese.
    """

    id: str
    name: str
    unit: Unit
    areas: tuple[Area, ...]
    kind: str


def draw_sites(chance: Chance, unit: Unit, count: int, story: Story) -> tuple[Site, ...]:
    """Branches of a unit: most cover one area, some two, some share one, some are apartment blocks."""
    blocks = iter(chance.some(BLOCKS, len(BLOCKS)))
    shapes: list[tuple[str, tuple[Area, ...], str]] = []
    number = 1
    while len(shapes) < count:
        area = _area(chance, unit, f"{story.area_word} {number}")
        luck = 100 if story.is_one_area_each else chance.below(100)
        block = next(blocks, None) if luck < 14 and story.area_word == "Khu phố" else None
        if block is not None:
            area = _area(chance, unit, f"Chung cư {block}")
            shapes.append((area.name, (area,), "chung cư"))
            continue
        kind = story.area_word.lower()
        if luck >= 30 or (luck >= 22 and len(shapes) + 2 > count):
            shapes.append((area.name, (area,), kind))
        elif luck >= 22:
            # Two branches of one neighbourhood: a branch is not the same thing as a neighbourhood.
            shapes += [(f"{area.name}{letter}", (area,), kind) for letter in "AB"]
        else:
            number += 1
            second = _area(chance, unit, f"{story.area_word} {number}")
            shapes.append((f"{area.name} và {second.name}", (area, second), kind))
        number += 1
    return tuple(
        Site(f"CB-{unit.number:02}-{place:02}", f"Chi bộ {name}", unit, areas, kind)
        for place, (name, areas, kind) in enumerate(shapes, start=1)
    )


def _area(chance: Chance, unit: Unit, name: str) -> Area:
    return Area(name, unit.latitude + chance.spread(0.006), unit.longitude + chance.spread(0.006))


def branch_row(chance: Chance, site: Site, story: Story) -> Row:
    """The roster row of a branch."""
    members_now = chance.between(6, 58)
    officials_now = members_now - chance.below(4)
    size = 0 if officials_now < 9 else 3 if officials_now < 25 else 5
    vacancies = chance.between(1, 2) if size and chance.happens(story.vacancies) else 0
    needs: tuple[str, ...] = ()
    if chance.happens(story.needy):
        drawn = (chance.pick(NEEDED_FIELDS) for _ in range(chance.between(1, 3)))
        needs = tuple(dict.fromkeys(drawn))
    posts = (chance.pick(POSTS),) if chance.happens(story.vacant_posts) else ()
    return {
        "id": site.id,
        "name": site.name,
        "unit": site.unit.name,
        "areas": ";".join(area.name for area in site.areas),
        "kind": site.kind,
        "members_now": str(members_now),
        "officials_now": str(officials_now),
        "needs": ";".join(needs),
        "special": "yes" if chance.happens(story.special) else "",
        "committee_size": str(size) if size else "",
        "committee_vacancies": str(vacancies) if vacancies else "",
        "vacant_posts": ";".join(posts),
        "latitude": f"{site.areas[0].latitude:.6f}",
        "longitude": f"{site.areas[0].longitude:.6f}",
    }
