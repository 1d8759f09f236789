"""Hóc Môn, 2020: by registered residence, and an area weak in a field gets a member in charge of it."""

from __future__ import annotations

import datetime

from reassign.messages.text import Text
from reassign.samples.case import Case, Cases, Row
from reassign.samples.chance import Chance
from reassign.samples.description import SampleDescription
from reassign.samples.jobs import ENVIRONMENT, SECURITY
from reassign.samples.places import make_units
from reassign.samples.policy import policy_text
from reassign.samples.story import Story
from reassign.samples.system import draw_system, unit_sizes

COMMUNES = (
    *("Thị trấn Hóc Môn", "Tân Hiệp", "Nhị Bình", "Đông Thạnh", "Tân Thới Nhì", "Thới Tam Thôn"),
    *("Xuân Thới Sơn", "Tân Xuân", "Xuân Thới Đông", "Trung Chánh", "Xuân Thới Thượng", "Bà Điểm"),
)
CENTRE = (10.886, 106.592)
EFFECTIVE = datetime.date(2020, 1, 6)
MEMBERS, BRANCHES, NOMINATED = 184, 84, 37

DESCRIPTION = SampleDescription(
    "hoc-mon-2020",
    Text(
        "Hóc Môn, 2020: 12 xã, thị trấn, theo hộ khẩu và lĩnh vực còn hạn chế; 37 người được giới thiệu vào cấp ủy",
        "Hóc Môn, 2020: 12 communes, by registered residence and weak fields; 37 nominated for the committees",
    ),
    {"units": len(COMMUNES), "members": MEMBERS, "branches": BRANCHES, "nominated": NOMINATED},
)


def hoc_mon_2020(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(COMMUNES, "xã", "huyện Hóc Môn", CENTRE, spacing=0.03)
    branches, members = unit_sizes(chance.fork("sizes"), BRANCHES, MEMBERS, len(COMMUNES), (5, 10))
    story = Story(EFFECTIVE, area_word="Ấp", residents=62, neighbours=22, needy=85, eligible=0, vacancies=50)
    system = draw_system(chance, units, branches, members, story)
    case = Case(
        with_nominated(chance.fork("nominated"), system.members, NOMINATED),
        system.branches,
        policy_text(
            "Huyện Hóc Môn, 2020",
            EFFECTIVE,
            order=("residence", "needs", "in_charge", "special", "committee", "posts", "balance", "distance"),
            weights={SECURITY: 3, ENVIRONMENT: 2},
            is_official_needed=True,
        ),
    )
    return {"": case}


def with_nominated(chance: Chance, members: tuple[Row, ...], count: int) -> tuple[Row, ...]:
    """The members with ``count`` of the official, not exempt ones eligible for a committee."""
    able = [row["id"] for row in members if row["status"] == "official" and not row["exempt"]]
    nominated = frozenset(chance.some(able, count))
    return tuple({**row, "committee_eligible": "yes" if row["id"] in nominated else ""} for row in members)
