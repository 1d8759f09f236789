"""Phú Nhuận, 2020: key cadres go where they are in charge and to special areas."""

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

WARDS = tuple(f"Phường {number}" for number in (*range(1, 6), *range(7, 16), 17))
CENTRE = (10.799, 106.680)
EFFECTIVE = datetime.date(2020, 3, 2)
MEMBERS, BRANCHES = 223, 73

CROWDED_WARD = "Phường 17"
"""Its special branches outnumber its key cadres, so that one of them gets none in any plan."""

DESCRIPTION = SampleDescription(
    "phu-nhuan-2020",
    Text(
        "Phú Nhuận, 2020: 223 đảng viên của 15 phường về 73 chi bộ; cán bộ chủ chốt về nơi phụ trách, địa bàn đặc thù",
        "Phú Nhuận, 2020: 223 members of 15 wards into 73 branches; key cadres where in charge and in special areas",
    ),
    {"units": len(WARDS), "members": MEMBERS, "branches": BRANCHES},
)


def phu_nhuan_2020(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(WARDS, "", "quận Phú Nhuận", CENTRE, spacing=0.008)
    branches, members = unit_sizes(chance.fork("sizes"), BRANCHES, MEMBERS, len(WARDS), (4, 6), slack=6)
    story = Story(EFFECTIVE, residents=38, neighbours=27, key_cadres=(3, 5), in_charge=20, special=0)
    system = draw_system(chance, units, branches, members, story)
    rows = _with_charges(chance.fork("charges"), system)
    special = _special_branches(chance.fork("special"), system, rows)
    case = Case(
        rows,
        tuple({**row, "special": "yes" if row["id"] in special else ""} for row in system.branches),
        policy_text("Quận Phú Nhuận, 2020", EFFECTIVE),
        is_as_kept_by_officers=True,
        titles=("QUẬN ỦY PHÚ NHUẬN", "BAN TỔ CHỨC", "DANH SÁCH ĐẢNG VIÊN CƠ QUAN PHƯỜNG CHUYỂN SINH HOẠT NĂM 2020"),
    )
    return {"": case}


def _with_charges(chance: Chance, system: System) -> tuple[Row, ...]:
    """The first two key cadres of a ward are in charge of nothing: they are free for special areas.

    The others are in charge of an area, except in the crowded ward, where they hand over and count no more.
    """
    rows: list[Row] = []
    for unit in system.units:
        members = [row for row in system.members if row["unit"] == unit.name]
        keys = [row["id"] for row in members if row["key_cadre"]]
        areas = [area.name for site in system.sites[unit.name] for area in site.areas]
        for row in members:
            if row["id"] in keys[:2]:
                rows.append({**row, "in_charge_of": ""})
            elif row["id"] in keys and unit.name == CROWDED_WARD:
                rows.append({**row, "key_cadre": "", "note": "Đang bàn giao công tác, chờ nghỉ theo chế độ"})
            elif row["id"] in keys and not row["in_charge_of"]:
                rows.append({**row, "in_charge_of": chance.pick(areas)})
            else:
                rows.append(row)
    return tuple(rows)


def _special_branches(chance: Chance, system: System, members: tuple[Row, ...]) -> frozenset[str]:
    """One or two special branches per ward; in the crowded ward one more than it has key cadres."""
    special: set[str] = set()
    for unit in system.units:
        keys = sum(1 for row in members if row["unit"] == unit.name and row["key_cadre"])
        count = keys + 1 if unit.name == CROWDED_WARD else chance.between(1, 2)
        special.update(site.id for site in chance.some(system.sites[unit.name], count))
    return frozenset(special)
