"""Which unit or area of the branch roster a text names: exactly after normalisation, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold, plain, tidy
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.values import Memory
from reassign.readers.places.place_names import AREA_KINDS, UNIT_KINDS, area_key, bare_key, unit_key, without_branch


@dataclass(frozen=True, slots=True)
class Match:
    """What a text names.

    Attributes:
        name: The name in the roster; None if the text names nothing or several things.
        candidates: Several names that fit equally; empty when none fits.
        is_ambiguous: Whether several fit.
    """

    name: str | None
    candidates: tuple[str, ...] = ()
    is_ambiguous: bool = False


class Names:
    """Names that a text can be matched against, by spelling, then by key, then without the kind of place."""

    def __init__(self, names: Iterable[str], key: Callable[[str], str], aliases: Mapping[str, str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._key = key
        self._exact = frozenset(self.names)
        self._aliases = {fold(spelling): name for spelling, name in aliases.items()}
        self._steps: tuple[dict[str, list[str]], ...] = ({}, {}, {})
        for name in self.names:
            for step, text in zip(self._steps, (fold(name), key(name), bare_key(key(name))), strict=True):
                step.setdefault(text, []).append(name)
        self._memory = Memory(self._match)

    def match(self, text: str) -> Match:
        """The name that a text means; aliases come first."""
        return self._memory[text]

    def _match(self, text: str) -> Match:
        text = tidy(text)
        text = self._aliases.get(fold(text), text)
        if text in self._exact:
            return Match(text)
        by_fold, by_key, by_bare = self._steps
        key = self._key(text)
        for step, word in ((by_fold, fold(text)), (by_key, key)):
            found = step.get(word, [])
            if found:
                return self._settled(found)
        # "Bến Nghé" may mean "Phường Bến Nghé" and the other way round, but "Xã X" never means "Phường X".
        bare = bare_key(key)
        found = by_bare.get(bare, [])
        if bare != key:
            found = [name for name in found if bare_key(self._key(name)) == self._key(name)]
        if found and not bare.isdigit():
            return self._settled(found)
        return Match(None)

    def near(self, text: str) -> tuple[str, ...]:
        """What to suggest for a text: the names that fit equally, else the nearest ones."""
        return self.match(text).candidates or nearest(tidy(text), self.names)

    @staticmethod
    def _settled(found: Sequence[str]) -> Match:
        return Match(found[0]) if len(found) == 1 else Match(None, tuple(found[:3]), is_ambiguous=True)


@dataclass(frozen=True, slots=True)
class Residence:
    """Where an address lies.

    Attributes:
        unit: Unit of the roster, or the unit as written if it is another; empty if the text names none.
        area: Area of the roster; empty if the text names none.
        district: Comparison key of the district that the text names; empty if none.
        is_home: Whether the unit is one of the roster.
        unknown_area: What looks like an area of the unit and is none.
        near: Names nearest to it.
    """

    unit: str = ""
    area: str = ""
    district: str = ""
    is_home: bool = False
    unknown_area: str = ""
    near: tuple[str, ...] = ()


_KINDS = re.compile(r"^(?:phuong|xa|thi tran|tt|[pfx])(?:\.\s*|\s+)")
_DISTRICT_WORDS = "|".join(map(fold, ("quận", "huyện", "thành phố", "thị xã", "q", "h", "tp", "tx")))
_DISTRICT = re.compile(rf"(?:{_DISTRICT_WORDS})(?:\.\s*|\s+)(\S.*)|q([0-9]+)")
_CITIES = frozenset(map(fold, ("Hồ Chí Minh", "HCM", "Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")))
_SEPARATORS = re.compile(r"[,;]|\s[-–]\s")
_CELL_GROUP = re.compile(rf"{fold('tổ')}(?:\s+{fold('dân phố')})?\s*[0-9]+\w?\s*(?:[-–]\s*)?")


class Places:
    """Units and areas of the branch roster, and everything that can be matched against them."""

    def __init__(
        self, branches: Sequence[Branch], units: Mapping[str, str], areas: Mapping[str, str], home: str = ""
    ) -> None:
        """Index a branch roster.

        Args:
            branches: The branches.
            units: The officer's spellings of units → unit of the roster.
            areas: Likewise of areas.
            home: Comparison key of the district all units lie in; empty if not known. A ward of the same name
                in another district is another ward.
        """
        self._home = home
        self.units = Names((branch.unit for branch in branches), unit_key, units)
        by_unit: dict[str, list[str]] = {}
        for branch in branches:
            by_unit.setdefault(branch.unit, []).extend(branch.areas)
        self._areas = {unit: Names(names, _area_key, areas) for unit, names in by_unit.items()}
        self._addresses = Memory(self._parse)
        self._districts = Memory(lambda segment: district_key(fold(segment)))
        self._has_kind = Memory(_has_kind)
        self._rests = Memory(_without_group)

    def area(self, unit: str, text: str) -> Match:
        """The area of a unit of the roster that a text names."""
        names = self._areas.get(unit)
        return names.match(text) if names else Match(None)

    def near_areas(self, unit: str, text: str) -> tuple[str, ...]:
        """What to suggest for an area of a unit: the nearest ones, else the first ones."""
        names = self._areas.get(unit)
        return names.near(text) or names.names[:3] if names else ()

    def areas(self, unit: str) -> tuple[str, ...]:
        """The areas of a unit."""
        names = self._areas.get(unit)
        return names.names if names else ()

    def resembles(self, text: str) -> tuple[str, ...]:
        """Units that differ from a text only in diacritics, which is nearly always a slip."""
        wanted = _bare(text)
        return tuple(name for name in self.units.names if _bare(name) == wanted)[:3]

    def parse(self, address: str) -> Residence:
        """Unit and area that a written address names. Street names are never taken for either."""
        return self._addresses[address]

    def _parse(self, address: str) -> Residence:
        segments = [
            segment for segment in map(str.strip, _SEPARATORS.split(tidy(address.replace("\n", ", ")))) if segment
        ]
        unit, written, district, place = "", "", "", len(segments)
        for number in range(len(segments) - 1, -1, -1):
            segment = segments[number]
            found = self._districts[segment]
            if found is not None:
                district = found or district
                continue
            has_kind = self._has_kind[segment]
            if has_kind and district and self._home and district != self._home:
                written, place = ", ".join(segments[number:]), number
                break
            match = self.units.match(segment)
            if match.name is not None and (number > 0 or len(segments) == 1 or has_kind):
                unit, place = match.name, number
                break
            if match.is_ambiguous:
                return Residence(district=district, near=match.candidates)
            if has_kind:
                written, place = segment, number
                break
        if not unit:
            return Residence(written, district=district)
        return self._with_area(unit, district, segments[:place])

    def _with_area(self, unit: str, district: str, segments: Sequence[str]) -> Residence:
        unknown = ""
        near: tuple[str, ...] = ()
        for segment in reversed(segments):
            rest, has_kind = self._rests[segment]
            # Without the word before it, only the whole name as the roster has it is an area.
            if not has_kind and rest not in self.areas(unit):
                continue
            match = self.area(unit, rest)
            if match.name is not None:
                return Residence(unit, match.name, district, is_home=True)
            unknown, near = unknown or segment, near or match.candidates or self.near_areas(unit, rest)
        return Residence(unit, "", district, is_home=True, unknown_area=unknown, near=near)


def _without_group(segment: str) -> tuple[str, bool]:
    """A part of an address without ``tổ 12`` before it, and whether it says that it is an area."""
    folded = fold(segment)
    rest = _CELL_GROUP.sub("", folded, count=1) if _CELL_GROUP.match(folded) else segment
    key = area_key(rest)
    return rest, any(key.startswith(f"{kind} ") for kind in AREA_KINDS)


def district_key(segment: str) -> str | None:
    """Comparison key of the district a folded segment names; empty for a city, None if it names neither."""
    match = _DISTRICT.fullmatch(segment)
    if match is None:
        return None
    name = (match.group(1) or match.group(2)).strip()
    return "" if name in _CITIES else name


def home_district(title: str) -> str:
    """The only district that the title of a policy names, such as ``Quận 1, 2019``; empty if none or several."""
    found = {district_key(fold(segment)) for segment in _SEPARATORS.split(title)} - {None, ""}
    return next(iter(found)) or "" if len(found) == 1 else ""


def _area_key(text: str) -> str:
    """A branch that stands for its own area may be called ``Chi bộ Khu phố 3``."""
    return area_key(without_branch(fold(text)))


def _bare(unit: str) -> str:
    """A unit without diacritics and without the word that says its kind."""
    return _KINDS.sub("", plain(unit))


def _has_kind(segment: str) -> bool:
    key = unit_key(segment)
    return any(key.startswith(f"{kind} ") for kind in UNIT_KINDS)
