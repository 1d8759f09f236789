"""Giồng Trôm, 2014: the opposite policy, office branches stay; beside it the same people dissolved into hamlets."""

from __future__ import annotations

import datetime

from reassign.messages.text import Text
from reassign.samples.case import Case, Cases, Row
from reassign.samples.chance import Chance
from reassign.samples.description import SampleDescription
from reassign.samples.places import make_units
from reassign.samples.policy import policy_text
from reassign.samples.story import Story
from reassign.samples.system import System, draw_system, unit_sizes

UNITS = (
    *("Thị trấn Giồng Trôm", "Phong Nẫm", "Phong Mỹ", "Mỹ Thạnh", "Châu Hòa", "Lương Hòa", "Lương Quới", "Lương Phú"),
    *("Châu Bình", "Thuận Điền", "Sơn Phú", "Bình Hòa", "Phước Long", "Hưng Phong", "Long Mỹ", "Tân Hào"),
    *("Bình Thành", "Tân Thanh", "Tân Lợi Thạnh", "Thạnh Phú Đông", "Hưng Nhượng", "Hưng Lễ"),
)
CENTRE = (10.150, 106.500)
EFFECTIVE = datetime.date(2014, 3, 3)
MEMBERS, HAMLET_BRANCHES = 279, 118
POLICY_DISSOLVE = "policy-dissolve.toml"

DESCRIPTION = SampleDescription(
    "giong-trom-2014",
    Text(
        "Giồng Trôm, 2014: giữ 22 chi bộ cơ quan của 21 xã và thị trấn, 279 đảng viên; kèm phương án giải thể",
        "Giồng Trôm, 2014: 22 office branches of 21 communes and a township stay, 279 members; dissolving as option",
    ),
    {"units": len(UNITS), "members": MEMBERS, "branches": len(UNITS), "hamlet_branches": HAMLET_BRANCHES},
)


def giong_trom_2014(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(UNITS, "xã", "huyện Giồng Trôm", CENTRE, spacing=0.03)
    branches, members = unit_sizes(chance.fork("sizes"), HAMLET_BRANCHES, MEMBERS, len(UNITS), (4, 7))
    story = Story(EFFECTIVE, area_word="Ấp", residents=66, neighbours=22)
    system = draw_system(chance, units, branches, members, story)
    keep = Case(
        system.members,
        _office_branches(system),
        policy_text(
            "Huyện Giồng Trôm, 2014: giữ chi bộ cơ quan",
            EFFECTIVE,
            order=("continuity", "residence"),
            limits=(1, None),
        ),
        texts={
            POLICY_DISSOLVE: policy_text(
                "Huyện Giồng Trôm, 2014: phương án giải thể chi bộ cơ quan",
                EFFECTIVE,
                order=("in_charge", "residence", "needs", "committee", "posts", "balance", "distance"),
            )
        },
    )
    dissolve = Case((), system.branches, "", {"members": "../members"}, f"../{POLICY_DISSOLVE}")
    return {"": keep, "dissolve": dissolve}


def _office_branches(system: System) -> tuple[Row, ...]:
    """One branch per unit; it covers every hamlet, because its members live all over the commune."""
    rows: list[Row] = []
    for unit in system.units:
        members = [row for row in system.members if row["unit"] == unit.name]
        areas = dict.fromkeys(area.name for site in system.sites[unit.name] for area in site.areas)
        rows.append(
            {
                "id": f"CQ-{unit.number:02}",
                "name": unit.office,
                "unit": unit.name,
                "areas": ";".join(areas),
                "kind": "cơ quan",
                "members_now": str(len(members)),
                "officials_now": str(sum(1 for row in members if row["status"] == "official")),
                "latitude": f"{unit.latitude:.6f}",
                "longitude": f"{unit.longitude:.6f}",
            }
        )
    return tuple(rows)
