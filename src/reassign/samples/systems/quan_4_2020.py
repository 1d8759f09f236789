"""District 4, 2020: civil servants fill the free seats in the committees of 51 neighbourhoods."""

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

WARDS = tuple(f"Phường {number}" for number in (*range(1, 7), *range(8, 11), *range(12, 17), 18))
CENTRE = (10.759, 106.704)
EFFECTIVE = datetime.date(2020, 4, 1)
MEMBERS, NEIGHBOURHOODS, SEATS, ADDED = 126, 51, 163, 49
SMALL_COMMITTEE, LARGE_COMMITTEE = 3, 5

DESCRIPTION = SampleDescription(
    "quan-4-2020",
    Text(
        "Quận 4, 2020: 49 công chức bổ sung vào cấp ủy của 51 khu phố, bằng 30 % của 163 cấp ủy viên",
        "District 4, 2020: 49 civil servants for the committees of 51 neighbourhoods, 30 % of 163 seats",
    ),
    {
        "units": len(WARDS),
        "members": MEMBERS,
        "branches": NEIGHBOURHOODS,
        "committee_eligible": ADDED,
        "committee_vacancies": ADDED,
        "committee_seats": SEATS,
    },
)


def quan_4_2020(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(WARDS, "", "Quận 4", CENTRE, spacing=0.006)
    branches, members = unit_sizes(chance.fork("sizes"), NEIGHBOURHOODS, MEMBERS, len(WARDS), (2, 5))
    story = Story(EFFECTIVE, is_one_area_each=True, residents=40, neighbours=30, eligible=0, vacancies=0)
    system = draw_system(chance, units, branches, members, story)
    rosters = _with_committees(chance.fork("committees"), system)
    order = ("committee", "in_charge", "special", "residence", "needs", "posts", "balance", "distance")
    return {"": Case(*rosters, policy_text("Quận 4, 2020", EFFECTIVE, order=order))}


def _with_committees(chance: Chance, system: System) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """163 seats, 49 of them free, and in every ward as many eligible members as free seats."""
    ids = [row["id"] for row in system.branches]
    larger = (SEATS - SMALL_COMMITTEE * NEIGHBOURHOODS) // (LARGE_COMMITTEE - SMALL_COMMITTEE)
    large = frozenset(chance.some(ids, larger))
    able = {
        unit.name: [
            row["id"]
            for row in system.members
            if row["unit"] == unit.name and row["status"] == "official" and not row["exempt"]
        ]
        for unit in system.units
    }
    room = {unit.name: [1 + (site.id in large) for site in system.sites[unit.name]] for unit in system.units}
    most = [min(sum(room[name]), len(people)) for name, people in able.items()]
    wanted = dict(zip(able, chance.portions(ADDED, [0] * len(most), most), strict=True))
    free: dict[str, int] = {}
    for name, sites in system.sites.items():
        seats = chance.portions(wanted[name], [0] * len(sites), room[name])
        free.update(zip((site.id for site in sites), seats, strict=True))
    branches = []
    for row in system.branches:
        officials = max(int(row["officials_now"]), 9)
        changed = {
            "officials_now": str(officials),
            "members_now": str(max(int(row["members_now"]), officials)),
            "committee_size": str(LARGE_COMMITTEE if row["id"] in large else SMALL_COMMITTEE),
            "committee_vacancies": str(free[row["id"]]) if free[row["id"]] else "",
        }
        branches.append({**row, **changed})
    eligible = {member for name, people in able.items() for member in chance.some(people, wanted[name])}
    members = ({**row, "committee_eligible": "yes" if row["id"] in eligible else ""} for row in system.members)
    return tuple(members), tuple(branches)
