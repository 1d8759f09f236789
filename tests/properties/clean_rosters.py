"""Clean rosters at random: what a messy one has to read back to."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

UNITS = ("Bến Nghé", "Đa Kao", "Tân Định", "Cầu Ông Lãnh", "Phường 4", "Phường 12")
AREAS = ("Khu phố 1", "Khu phố 2", "Khu phố 3", "Ấp 5", "Chung cư Hòa Bình", "Khu phố 11")
FIELDS = ("môi trường", "an ninh trật tự", "văn hóa", "giảm nghèo")
SURNAMES = ("Nguyễn", "Trần", "Đinh", "Huỳnh", "Đỗ", "Phạm")
MIDDLES = ("Thị", "Văn", "Thúy", "Hoàng", "")
GIVEN = ("An", "Hòa", "Thủy", "Đức", "Khuê", "Quý", "Bình", "Loan")
STREETS = ("12 Lê Hoa", "3/4 Hoa Lài", "77 Hoa Sứ")


@dataclass(frozen=True, slots=True)
class Person:
    """What a list says about one member; every value in its clean form, dates as ISO 8601."""

    id: str
    name: str
    unit: str
    birth_date: str
    sex: str
    card_number: str
    joined: str
    official_date: str
    residence_unit: str
    residence_area: str
    street: str
    fields: tuple[str, ...]
    key_cadre: bool
    current_branch: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class CleanRosters:
    """A branch roster as canonical CSV, and members by unit."""

    branches: str
    people: tuple[Person, ...]


def clean_rosters(random: Random) -> CleanRosters:
    """Two to four units of branches, and two to five members of each."""
    units = random.sample(UNITS, random.randint(2, 4))
    areas = {unit: tuple(random.sample(AREAS, random.randint(2, 4))) for unit in units}
    lines = ["id,name,unit,areas,needs,max"]
    for unit in units:
        for number, area in enumerate(areas[unit], start=1):
            need = random.choice(FIELDS)
            lines.append(f"{units.index(unit)}-{number},Chi bộ {area},{unit},{area},{need},9")
    people = [
        _person(random, order, unit, areas)
        for order, unit in enumerate(unit for unit in units for _ in range(random.randint(2, 5)))
    ]
    return CleanRosters("\n".join(lines) + "\n", tuple(people))


def _person(random: Random, order: int, unit: str, areas: dict[str, tuple[str, ...]]) -> Person:
    name = " ".join(filter(None, (random.choice(SURNAMES), random.choice(MIDDLES), random.choice(GIVEN))))
    home = random.choice([*areas, "", "Hiệp Phú"])
    day = f"{random.randint(1955, 1995)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    joined = f"{random.randint(1998, 2015)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    is_placed = random.random() < 0.3
    return Person(
        id=f"0{order:03}",
        name=name,
        unit=unit,
        birth_date=random.choice((day, day, day[:7], day[:4])),
        sex=random.choice(("male", "female")),
        card_number=f"79.{order + 100:06}",
        joined=joined,
        official_date=random.choice((f"{int(joined[:4]) + 1}{joined[4:]}", "")),
        residence_unit=home,
        residence_area=random.choice((*areas[home], "")) if home in areas else "",
        street=random.choice(STREETS),
        fields=tuple(random.sample(FIELDS, random.randint(0, 2))),
        key_cadre=random.random() < 0.2,
        current_branch=random.choice(("Chi bộ cơ quan", "Chi bộ Trường học", "")),
        latitude=10.7769 if is_placed else None,
        longitude=106.7009 if is_placed else None,
    )
