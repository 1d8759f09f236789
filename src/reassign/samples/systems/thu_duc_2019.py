"""Thủ Đức, 2019: an assignment that nobody revised, and a year of events."""

from __future__ import annotations

import datetime

from reassign.messages.text import Text
from reassign.samples.case import Case, Cases, Row, SmallTable
from reassign.samples.chance import Chance
from reassign.samples.description import SampleDescription
from reassign.samples.people import day
from reassign.samples.places import make_units
from reassign.samples.policy import DEFAULT_ORDER, policy_text
from reassign.samples.story import Story
from reassign.samples.system import System, draw_system, unit_sizes

WARDS = (
    *("Linh Xuân", "Bình Chiểu", "Linh Trung", "Tam Bình", "Tam Phú", "Hiệp Bình Phước"),
    *("Hiệp Bình Chánh", "Linh Chiểu", "Linh Tây", "Linh Đông", "Bình Thọ", "Trường Thọ"),
)
CENTRE = (10.850, 106.755)
EFFECTIVE = datetime.date(2019, 9, 2)
MEMBERS, BRANCHES = 216, 96
EVENTS_PER_WARD = ("left", "struck_off", "post", "away", "back")
"""Every ward sees each kind once except ``struck_off``, which only every fourth ward sees."""

DESCRIPTION = SampleDescription(
    "thu-duc-2019",
    Text(
        "Thủ Đức, 2019: 12 phường, đã phân công từ trước, có biến động: rời đi, xóa tên, đổi chức vụ, đi xa, trở lại",
        "Thủ Đức, 2019: 12 wards, already assigned, then events: left, struck off, change of post, away, back",
    ),
    {"units": len(WARDS), "members": MEMBERS, "branches": BRANCHES, "events": 51},
)


def thu_duc_2019(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(WARDS, "phường", "quận Thủ Đức", CENTRE, spacing=0.02)
    branches, members = unit_sizes(chance.fork("sizes"), BRANCHES, MEMBERS, len(WARDS), (6, 10), slack=6)
    system = draw_system(chance, units, branches, members, Story(EFFECTIVE, residents=48, exempt=0))
    assigned = _with_assignment(system)
    rosters, events = _with_events(chance.fork("events"), system, assigned)
    case = Case(
        rosters,
        system.branches,
        policy_text(
            "Quận Thủ Đức, 2019",
            EFFECTIVE,
            order=("continuity", *(name for name in DEFAULT_ORDER if name != "continuity")),
        ),
        inputs={"events": "events.csv"},
        tables={"events.csv": SmallTable(("date", "member", "event", "value"), events)},
    )
    return {"": case}


def _with_assignment(system: System) -> tuple[Row, ...]:
    """Each branch holds one to seven members of its ward, at home if they can; the last of a ward joined later."""
    rows: list[Row] = []
    for unit in system.units:
        members = [row for row in system.members if row["unit"] == unit.name]
        loads = {site.id: 0 for site in system.sites[unit.name]}
        homes = {area.name: site.id for site in system.sites[unit.name] for area in site.areas}
        for place, row in enumerate(members[:-1]):
            left = len(members) - 1 - place
            at_home = homes.get(row["residence_area"]) if row["residence_unit"] == unit.name else None
            empty = sum(1 for load in loads.values() if not load)
            branch = min(loads, key=loads.__getitem__)
            if at_home is not None and loads[at_home] < 7 and (left > empty or not loads[at_home]):
                branch = at_home
            loads[branch] += 1
            rows.append({**row, "current_branch": branch})
        rows.append(members[-1])
    return tuple(rows)


def _with_events(
    chance: Chance, system: System, members: tuple[Row, ...]
) -> tuple[tuple[Row, ...], tuple[tuple[str, str, str, str], ...]]:
    """Events by date; whoever comes ``back`` was exempt in the roster until then."""
    events: list[tuple[datetime.date, str, str, str]] = []
    returned: set[str] = set()
    for unit in system.units:
        ordinary = [row for row in members if row["unit"] == unit.name and not row["key_cadre"]][:-1]
        kinds = [kind for kind in EVENTS_PER_WARD if kind != "struck_off" or unit.number % 4 == 1]
        for kind, row in zip(kinds, chance.some(ordinary, len(kinds)), strict=True):
            date = EFFECTIVE + datetime.timedelta(days=chance.between(20, 360))
            value = "Công chức Văn hóa – Xã hội" if kind == "post" else ""
            events.append((date, row["id"], kind, value))
            if kind == "back":
                returned.add(row["id"])
    away = {"exempt": "yes", "note": "Đi công tác xa"}
    rows = tuple({**row, **(away if row["id"] in returned else {})} for row in members)
    return rows, tuple((day(date), member, kind, value) for date, member, kind, value in sorted(events))
