"""Units, their areas and invented addresses and coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from reassign.samples.chance import Chance

STREETS = (
    *("đường Số 3", "đường Số 7", "đường Số 12", "đường Hoa Phượng", "đường Bông Sao", "đường Cây Keo"),
    *("đường Bờ Kè", "đường Chợ Cũ", "đường Sông Xanh", "đường Lò Gạch", "hẻm Cây Điệp", "đường Hoa Lài"),
)
"""Invented streets: no address here is somebody's home."""

ELSEWHERE = (
    ("phường", "Tân Sơn Nhì", "quận Tân Phú"),
    ("phường", "Hiệp Tân", "quận Tân Phú"),
    ("phường", "Bình Hưng Hòa A", "quận Bình Tân"),
    ("phường", "An Lạc A", "quận Bình Tân"),
    ("phường", "Tân Thuận Tây", "Quận 7"),
    ("phường", "Phú Mỹ", "Quận 7"),
    ("phường", "Thạnh Lộc", "Quận 12"),
    ("phường", "Hiệp Thành", "Quận 12"),
    ("xã", "Vĩnh Lộc B", "huyện Bình Chánh"),
    ("xã", "Phước Kiển", "huyện Nhà Bè"),
)
"""Places outside every system, where non-residents live. None has a number that a ward could share."""

BLOCKS = (
    *("Hoa Sen", "Bình Minh", "Ánh Sao", "Hướng Dương", "Sao Mai", "Hoa Mai", "Rạng Đông", "Thanh Bình", "Phú Quý"),
    *("An Cư", "Hòa Bình", "Cầu Vồng", "Tân Tiến", "Đại Lộc"),
)
"""Invented apartment blocks."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A ward, commune or township.

    Attributes:
        name: Name in the rosters.
        kind: Word before the name in an address; empty when the name has it already.
        district: District as an address ends.
        number: One-based number, used in ids.
        latitude: Invented centre, degrees north.
        longitude: Invented centre, degrees east.
    """

    name: str
    kind: str
    district: str
    number: int
    latitude: float
    longitude: float

    @property
    def address(self) -> str:
        """The unit as an address names it."""
        words = f"{self.kind} {self.name}" if self.kind else self.name[0].lower() + self.name[1:]
        return f"{words}, {self.district}"

    @property
    def office(self) -> str:
        """The office branch of the unit."""
        return f"Chi bộ cơ quan {self.address.split(',')[0]}"


@dataclass(frozen=True, slots=True)
class Area:
    """A neighbourhood, hamlet or apartment block with an invented centre [degrees]."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives.

    Attributes:
        text: The address as an officer writes it.
        unit: Unit name.
        area: Area name; empty outside the system.
        latitude: Degrees north.
        longitude: Degrees east.
    """

    text: str
    unit: str
    area: str
    latitude: float
    longitude: float


def make_units(
    names: tuple[str, ...], kind: str, district: str, centre: tuple[float, float], spacing: float = 0.014
) -> tuple[Unit, ...]:
    """Units laid out on a grid around ``centre`` [degrees north, degrees east].

    A name that says its kind itself (Phường 3, Thị trấn Hóc Môn) gets no word before it.
    """
    width = 1
    while width * width < len(names):
        width += 1
    return tuple(
        Unit(
            name=name,
            kind="" if name.startswith(("Phường ", "Thị trấn ")) else kind,
            district=district,
            number=place + 1,
            latitude=centre[0] + (place // width - width / 2) * spacing,
            longitude=centre[1] + (place % width - width / 2) * spacing,
        )
        for place, name in enumerate(names)
    )


def draw_home(chance: Chance, unit: Unit, area: Area) -> Home:
    """An address in an area of the system."""
    text = f"{_door(chance)}, {area.name}, {unit.address}"
    return Home(text, unit.name, area.name, area.latitude + chance.spread(0.002), area.longitude + chance.spread(0.002))


def draw_home_elsewhere(chance: Chance, unit: Unit) -> Home:
    """An address outside the system of somebody who works in ``unit``."""
    kind, name, district = chance.pick(ELSEWHERE)
    text = f"{_door(chance)}, {kind} {name}, {district}"
    return Home(text, name, "", unit.latitude + chance.spread(0.09), unit.longitude + chance.spread(0.09))


def _door(chance: Chance) -> str:
    number = str(chance.between(2, 480))
    if chance.happens(40):
        number += f"/{chance.between(1, 60)}"
    return f"{number} {chance.pick(STREETS)}"
