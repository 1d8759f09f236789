"""District 1, 2019: ten wards close their office branches; most members live elsewhere; the youth follows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from reassign.messages.text import Text
from reassign.samples.case import Case, Cases, Row
from reassign.samples.chance import Chance
from reassign.samples.description import SampleDescription
from reassign.samples.jobs import SECURITY
from reassign.samples.people import day, draw_person
from reassign.samples.places import make_units
from reassign.samples.policy import policy_text
from reassign.samples.story import Story
from reassign.samples.system import System, draw_system, unit_sizes

WARDS = (
    *("Tân Định", "Đa Kao", "Bến Nghé", "Bến Thành", "Nguyễn Thái Bình"),
    *("Phạm Ngũ Lão", "Cầu Ông Lãnh", "Cô Giang", "Nguyễn Cư Trinh", "Cầu Kho"),
)
DISTRICT = "Quận 1"
CENTRE = (10.775, 106.695)
EFFECTIVE = datetime.date(2019, 5, 16)
MEMBERS, BRANCHES, YOUTH = 193, 95, 152

DESCRIPTION = SampleDescription(
    "quan-1-2019",
    Text(
        "Quận 1, 2019: 193 đảng viên cơ quan của 10 phường về 95 chi bộ, phần lớn không ở tại phường; kèm đoàn viên",
        "District 1, 2019: 193 office members of 10 wards into 95 branches, most live elsewhere; youth as second case",
    ),
    {"units": len(WARDS), "members": MEMBERS, "branches": BRANCHES, "youth_members": YOUTH, "youth_branches": BRANCHES},
)


def quan_1_2019(seed: int) -> Cases:
    """Draw the sample."""
    chance = Chance(seed, DESCRIPTION.name)
    units = make_units(WARDS, "phường", DISTRICT, CENTRE)
    branches, members = unit_sizes(chance.fork("sizes"), BRANCHES, MEMBERS, len(WARDS), (6, 13))
    story = Story(EFFECTIVE, residents=18, neighbours=17)
    system = draw_system(chance, units, branches, members, story)
    party = Case(
        _with_personal_rules(system),
        system.branches,
        policy_text("Quận 1, 2019", EFFECTIVE, weights={SECURITY: 3}),
    )
    return {"": party, "youth": _youth(chance.fork("youth"), system, branches)}


def _with_personal_rules(system: System) -> tuple[Row, ...]:
    """A couple apart, a frail member with a colleague, a branch ruled out, a branch given: one ward each."""
    people = {unit.name: [row for row in system.members if row["unit"] == unit.name] for unit in system.units}
    husband, wife = people["Tân Định"][5:7]
    frail, helper = people["Đa Kao"][6:8]
    relative = people["Bến Nghé"][5]
    elected = next(row for row in people["Bến Thành"][5:] if row["status"] == "official" and not row["exempt"])
    changes: dict[str, Mapping[str, str]] = {
        husband["id"]: {"apart": "G01", "note": "Vợ chồng cùng cơ quan"},
        wife["id"]: {"apart": "G01", "note": "Vợ chồng cùng cơ quan"},
        frail["id"]: {"together": "G02", "note": "Khiếm thị, đi cùng đồng nghiệp"},
        helper["id"]: {"together": "G02"},
        relative["id"]: {
            "excluded_branches": system.sites["Bến Nghé"][1].id,
            "note": "Người thân là bí thư chi bộ đó",
        },
        elected["id"]: {
            "pinned_branch": system.sites["Bến Thành"][0].id,
            "note": "Đã được giới thiệu làm bí thư chi bộ",
        },
    }
    return tuple({**row, **changes.get(row["id"], {})} for row in system.members)


def _youth(chance: Chance, system: System, branches: tuple[int, ...]) -> Case:
    """Youth-union members of the offices into the youth branches of the same neighbourhoods."""
    counts = chance.portions(YOUTH, [count + 1 for count in branches], [2 * count for count in branches])
    members: list[Row] = []
    for unit, count in zip(system.units, counts, strict=True):
        colleagues = [row for row in system.members if row["unit"] == unit.name]
        for place in range(1, count + 1):
            draw = chance.fork(unit.number, place)
            person = draw_person(draw, EFFECTIVE, is_probationary=False, is_youth=True)
            # Young people live where their colleagues do: the addresses are drawn from the party roster.
            home = draw.pick(colleagues)
            members.append(
                {
                    "id": f"DV{unit.number:02}{place:03}",
                    "name": person.name,
                    "birth_date": day(person.birth_date),
                    "sex": person.sex,
                    "ethnicity": person.ethnicity,
                    "post": "Đoàn viên",
                    "organisation": f"Đoàn Thanh niên phường {unit.name}",
                    "unit": unit.name,
                    **{key: home[key] for key in _HOME_KEYS},
                    "fields": home["fields"] if draw.happens(40) else "",
                    "current_branch": f"Chi đoàn cơ quan phường {unit.name}",
                }
            )
    rows = tuple(
        {
            "id": branch["id"].replace("CB-", "CD-"),
            "name": branch["name"].replace("Chi bộ", "Chi đoàn"),
            **{key: branch[key] for key in ("unit", "areas", "kind", "needs", "latitude", "longitude")},
        }
        for branch in system.branches
    )
    return Case(tuple(members), rows, policy_text("Đoàn viên Quận 1, 2019", EFFECTIVE))


_HOME_KEYS = (
    *("registered_residence", "current_residence", "residence_unit", "residence_area"),
    *("latitude", "longitude"),
)
