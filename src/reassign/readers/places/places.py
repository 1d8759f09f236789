"""Which unit or area of the branch roster a text names: exactly after normalisation, or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.place_names import (
    UNIT_KINDS,
    area_key,
    district_key,
    unit_key,
    without_branch,
)
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold, plain
from reassign.readers.cells.values import Memory
from reassign.readers.places.address_parts import SEPARATORS, segments_of, without_group, without_lot
from reassign.readers.places.crosswalk import UNKNOWN, Crosswalk, Verdict
from reassign.readers.places.names import Match, Names
from reassign.readers.places.near_places import is_slip


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """The unit that a cell names.

    Attributes:
        name: The unit of the roster; empty if the text names none.
        code: What to say about it; empty if nothing.
        near: Names to suggest.
        since: Day of the reform that changed the unit, ISO 8601.
    """

    name: str
    code: str = ""
    near: tuple[str, ...] = ()
    since: str = ""


@dataclass(frozen=True, slots=True)
class Residence:
    """Where an address lies.

    Attributes:
        unit: Unit of the roster, or the unit as written if it is another; empty if the text names none.
        area: Area of the roster; empty if the text names none.
        district: Comparison key of the district that the text names; empty if none.
        is_home: Whether the unit is one of the roster.
        unknown_area: What looks like an area of the unit and is none.
        near: Names nearest to it, or the units that the text may mean.
        old: The old or new name of a unit that a reform has changed, as written; empty if none.
        since: Day of the reform, ISO 8601.
        is_made_of: Whether that unit is a new one and ``near`` names old ones.
    """

    unit: str = ""
    area: str = ""
    district: str = ""
    is_home: bool = False
    unknown_area: str = ""
    near: tuple[str, ...] = ()
    old: str = ""
    since: str = ""
    is_made_of: bool = False


@dataclass(frozen=True, slots=True)
class _WrittenUnit:
    """The part of an address that names a unit.

    Attributes:
        unit: Unit of the roster; empty if it is none.
        written: The part as written.
        district: Comparison key of the district named behind it.
        place: Which part it is.
        verdict: What the crosswalk says about it.
        near: Units that it may mean equally.
    """

    unit: str = ""
    written: str = ""
    district: str = ""
    place: int = 0
    verdict: Verdict = UNKNOWN
    near: tuple[str, ...] = ()


_KINDS = re.compile(r"^(?:phuong|xa|thi tran|tt|[pfx])(?:\.\s*|\s+)")


class Places:
    """Units and areas of the branch roster, and everything that can be matched against them."""

    def __init__(
        self,
        branches: Sequence[Branch],
        units: Mapping[str, str],
        areas: Mapping[str, str],
        home: str = "",
        crosswalk: Crosswalk | None = None,
    ) -> None:
        """Index a branch roster.

        Args:
            branches: The branches.
            units: The officer's spellings of units → unit of the roster.
            areas: Likewise of areas.
            home: Comparison key of the district all units lie in; empty if not known. A ward of the same name
                in another district is another ward.
            crosswalk: Old and new units; None if there were no reforms.
        """
        self._home = home
        self._crosswalk = crosswalk
        self.units = Names((branch.unit for branch in branches), unit_key, units)
        by_unit: dict[str, list[str]] = {}
        for branch in branches:
            by_unit.setdefault(branch.unit, []).extend(branch.areas)
        self._areas = {unit: Names(names, _area_key, areas) for unit, names in by_unit.items()}
        self._addresses = Memory(self._parse)
        self._ends = Memory(self._parse_end)
        self._districts = Memory(lambda segment: district_key(fold(segment)))
        self._has_kind = Memory(_has_kind)
        self._is_reformed = Memory(crosswalk.knows if crosswalk is not None else bool)
        self._rests = Memory(without_group)

    def unit(self, text: str) -> FoundUnit:
        """The unit that a cell or section line names which should hold nothing else."""
        match = self.units.match(text)
        if match.name is not None:
            return FoundUnit(match.name)
        if match.is_ambiguous:
            return FoundUnit("", "R019", match.candidates)
        verdict = self._crosswalk.look(text, self._home) if self._crosswalk is not None else UNKNOWN
        segments = segments_of(text)
        if len(segments) > 1:
            # The district may be written behind the unit, but nothing before it.
            written = self._written_unit(segments)
            if written.place == 0 and written.unit and not written.verdict.unit:
                return FoundUnit(written.unit)
            verdict = written.verdict if written.place == 0 else verdict
        if verdict.unit in self.units.names:
            return FoundUnit(verdict.unit, "R113", (), verdict.date)
        if verdict.candidates:
            code = "R116" if verdict.is_made_of else "R112"
            return FoundUnit("", code, verdict.candidates, verdict.date)
        return FoundUnit("", "R010", self.resembles(text) or self.units.near(text))

    def area(self, unit: str, text: str) -> Match:
        """The area of a unit of the roster that a text names."""
        names = self._areas.get(unit)
        if names is None:
            return Match(None)
        match = names.match(text)
        if match.name is None and not match.is_ambiguous:
            rest, is_shorter = without_lot(self._rests[text][0])
            if is_shorter or rest != text:
                match = names.match(rest)
        return match if match.name is not None or match.is_ambiguous else self._area_among(names, text)

    def _area_among(self, names: Names, text: str) -> Match:
        """The only area among the parts of a text that is longer: ``số 5, tổ 4, KP.2``."""
        segments = segments_of(text)
        parts = [rest for rest, has_kind in (self._rests[segment] for segment in segments) if has_kind]
        if len(segments) < 2 or len(parts) != 1 or any(self._has_kind[segment] for segment in segments):
            return Match(None)
        return names.match(without_lot(parts[0])[0])

    def near_areas(self, unit: str, text: str) -> tuple[str, ...]:
        """What to suggest for an area of a unit: the nearest ones."""
        names = self._areas.get(unit)
        return names.near(self._rests[text][0]) if names else ()

    def areas(self, unit: str) -> tuple[str, ...]:
        """The areas of a unit."""
        names = self._areas.get(unit)
        return names.names if names else ()

    def resembles(self, text: str) -> tuple[str, ...]:
        """Units that a text may mean though it does not say so: other diacritics, a slip of the pen, or initials.

        What the officer has decided on is no slip.
        """
        if self.units.alias(text) is not None:
            return ()
        wanted = _bare(text)
        found = [name for name in self.units.names if _bare(name) == wanted]
        if not found and wanted.isalpha() and 2 <= len(wanted) <= 4:
            found = [name for name in self.units.names if _initials(name) == wanted]
        if not found and len(wanted) >= 5:
            found = [name for name in self.units.names if is_slip(wanted, _bare(name))]
        return tuple(found[:3])

    def parse(self, address: str) -> Residence:
        """Unit and area that a written address names. Street names are never taken for either."""
        head, _, end = address.partition(",")
        if end and not self.units.has_aliases and any(map(str.isalnum, head)):
            # Streets differ from member to member, wards and areas repeat themselves.
            home = self._ends[end]
            if home is not None:
                return home
        return self._addresses[address]

    def parse_within(self, unit: str, address: str) -> Residence:
        """The area of a given unit that an address names which names no unit and no district of its own."""
        if not unit or any(self._districts[segment] is not None for segment in segments_of(address)):
            return Residence()
        found = self._with_area(unit, "", segments_of(address))
        return found if found.area or found.unknown_area else Residence()

    def _parse(self, address: str) -> Residence:
        decided = self.units.alias(address)
        segments = segments_of(address)
        if decided is not None:
            match = self.units.match(decided)
            if match.name is None:
                return Residence(decided)
            return self._with_area(match.name, "", segments)
        return self._parse_segments(segments)

    def _parse_end(self, end: str) -> Residence | None:
        """What follows the first comma of an address, where it alone says unit and area; else None.

        An address is read from its end, so nothing that stands before these two can matter.
        """
        segments = segments_of(end)
        if self._crosswalk is not None and any(self._is_reformed[segment] for segment in segments):
            return None
        home = self._parse_segments(("", *segments))
        is_plain = home.is_home and home.area and not (home.old or home.unknown_area or home.near)
        return home if is_plain else None

    def _parse_segments(self, segments: Sequence[str]) -> Residence:
        found = self._written_unit(segments)
        verdict = found.verdict
        if verdict.candidates and not verdict.unit:
            return Residence(
                district=found.district,
                near=verdict.candidates,
                old=found.written,
                since=verdict.date,
                is_made_of=verdict.is_made_of,
            )
        if found.near:
            return Residence(district=found.district, near=found.near)
        if not found.unit:
            return Residence(verdict.unit or found.written, district=found.district)
        home = self._with_area(found.unit, found.district, segments[: found.place])
        return replace(home, old=found.written, since=verdict.date) if verdict.unit else home

    def _written_unit(self, segments: Sequence[str]) -> _WrittenUnit:
        """The last part of an address that names a unit, be it of the roster or not."""
        district = ""
        for number in range(len(segments) - 1, -1, -1):
            segment = segments[number]
            named = self._districts[segment]
            if named is not None:
                district = named or district
                continue
            found = self._as_unit(segments, number, district)
            if found is not None:
                return found
        return _WrittenUnit(district=district)

    def _as_unit(self, segments: Sequence[str], number: int, district: str) -> _WrittenUnit | None:
        segment = segments[number]
        has_kind = self._has_kind[segment]
        is_placed = number > 0 or len(segments) == 1 or has_kind
        verdict = self._look(segment, district, segments[:number]) if is_placed else UNKNOWN
        if verdict.candidates:
            unit = verdict.unit if verdict.unit in self.units.names else ""
            return _WrittenUnit(unit, segment, district, number, verdict=verdict)
        if has_kind and district and self._home and district != self._home:
            return _WrittenUnit("", ", ".join(segments[number:]), district, number)
        match = self.units.match(segment)
        if match.name is not None and is_placed:
            return _WrittenUnit(match.name, segment, district, number)
        if match.name is not None:
            # In front of a district a bare name may be a ward or a street.
            return _WrittenUnit("", segment, district, number, near=(match.name,))
        if match.is_ambiguous:
            return _WrittenUnit("", segment, district, number, near=match.candidates)
        return _WrittenUnit("", segment, district, number) if has_kind else None

    def _look(self, segment: str, district: str, before: Sequence[str]) -> Verdict:
        if self._crosswalk is None or not self._is_reformed[segment] or self.units.alias(segment) is not None:
            return UNKNOWN
        return self._crosswalk.look(segment, district, tuple(area_key(self._rests[part][0]) for part in before))

    def _with_area(self, unit: str, district: str, segments: Sequence[str]) -> Residence:
        unknown = ""
        near: tuple[str, ...] = ()
        names = self._areas.get(unit)
        for segment in reversed(segments):
            rest, has_kind = self._rests[segment]
            # Without the word before it, only the whole name as the roster has it is an area.
            if not has_kind and not (names and names.is_spelled(rest)):
                continue
            match = self.area(unit, rest)
            if match.name is not None:
                return Residence(unit, match.name, district, is_home=True)
            unknown, near = unknown or segment, near or match.candidates or self.near_areas(unit, rest)
        return Residence(unit, "", district, is_home=True, unknown_area=unknown, near=near)


def home_district(title: str) -> str:
    """The only district that the title of a policy names, such as ``Quận 1, 2019``; empty if none or several."""
    found = {district_key(fold(segment)) for segment in SEPARATORS.split(title)} - {None, ""}
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


def _initials(unit: str) -> str:
    """First letters of the words of a unit, as in ``P.BN`` for Bến Nghé."""
    return "".join(word[0] for word in _bare(unit).split(" ") if word)
