"""A whole invented city: one roster of 168 wards, and one folder per ward."""

from __future__ import annotations

import datetime

from reassign.domain.vietnamese import plain
from reassign.messages.text import Text
from reassign.samples.case import Case, Cases, Row
from reassign.samples.chance import Chance
from reassign.samples.description import SampleDescription
from reassign.samples.jobs import SECURITY
from reassign.samples.places import make_units
from reassign.samples.policy import policy_text
from reassign.samples.story import Story
from reassign.samples.system import draw_system, unit_sizes

FIRST = ("An", "Bình", "Châu", "Đông", "Hòa", "Hưng", "Khánh", "Long", "Minh", "Mỹ", "Phú", "Tân", "Thới", "Vĩnh")
SECOND = ("Đức", "Hải", "Hiệp", "Lộc", "Lợi", "Nghĩa", "Phong", "Quới", "Sơn", "Thành", "Thuận", "Trung")
WARDS = tuple(f"{first} {second}" for first in FIRST for second in SECOND)
"""Invented names; where a ward of that name exists, it is not meant."""

CENTRE = (10.780, 106.680)
EFFECTIVE = datetime.date(2026, 3, 2)
MEMBERS, BRANCHES = 6_500, 4_800

DESCRIPTION = SampleDescription(
    "thanh-pho",
    Text(
        "Một thành phố hư cấu: 6.500 đảng viên, 4.800 chi bộ, 168 phường, một danh sách chung và mỗi phường một bộ",
        "An invented city: 6,500 members, 4,800 branches, 168 wards, as one roster and as one folder per ward",
    ),
    {"units": len(WARDS), "members": MEMBERS, "branches": BRANCHES, "folders": len(WARDS)},
)


def thanh_pho(seed: int) -> Cases:
    """Draw the sample: the whole city in the folder itself, the wards under ``wards/NNN-slug``."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(WARDS, "phường", "Thành phố", CENTRE)
    branches, members = unit_sizes(chance.fork("sizes"), BRANCHES, MEMBERS, len(WARDS), (12, 44))
    system = draw_system(chance, units, branches, members, Story(EFFECTIVE, residents=42, neighbours=45))
    city = Case(system.members, system.branches, policy_text("Toàn thành phố", EFFECTIVE, weights={SECURITY: 3}))
    cases: dict[str, Case] = {"": city}
    for unit in units:
        slug = plain(unit.name).replace(" ", "-")
        cases[f"wards/{unit.number:03}-{slug}"] = Case(
            _of(unit.name, system.members),
            _of(unit.name, system.branches),
            policy_text(f"Phường {unit.name}", EFFECTIVE, weights={SECURITY: 3}),
        )
    return cases


def _of(unit: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row["unit"] == unit)
