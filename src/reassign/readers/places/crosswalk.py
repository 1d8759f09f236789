"""Old and new units by date: where the people of a unit that is gone belong now."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reassign.domain.place_names import area_key, bare_key, unit_key
from reassign.domain.vietnamese import fold

Share: TypeAlias = Literal["whole", "part"]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a crosswalk: an old unit, or one area of it, and a unit it went into.

    Attributes:
        old_unit: Name before.
        district: Comparison key of the district of the old unit; empty if its name needs none.
        old_area: Area of the old unit that the line speaks of; empty for the unit itself.
        new_unit: Name since.
        valid_from: First day of the new unit.
        share: ``whole`` if all of the old unit went into the new one.
    """

    old_unit: str
    district: str
    old_area: str
    new_unit: str
    valid_from: datetime.date
    share: Share


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a crosswalk says about a written unit.

    Attributes:
        unit: The one unit it is now; empty if there are several or none.
        candidates: Units it may be; empty if the crosswalk does not know the text.
        date: Day of the last change, ISO 8601.
        is_made_of: Whether the text is a new unit and the candidates are old ones.
    """

    unit: str = ""
    candidates: tuple[str, ...] = ()
    date: str = ""
    is_made_of: bool = False


UNKNOWN = Verdict()


class Crosswalk:
    """The changes that are in force for a branch roster, and those that it does not know yet."""

    def __init__(
        self, changes: Iterable[Change], units: Iterable[str], effective: datetime.date | None, home: str = ""
    ) -> None:
        """Decide for every reform, which is a day and a district, whether the roster was written before or after it.

        Args:
            changes: All lines.
            units: Units of the branch roster.
            effective: Day of the policy; None to judge by the names of the roster alone.
            home: Comparison key of the district of all units; empty if not known.
        """
        self._units = {_key(unit): unit for unit in units}
        self._home = home
        reforms: dict[tuple[datetime.date, str], list[Change]] = {}
        for change in changes:
            reforms.setdefault((change.valid_from, change.district), []).append(change)
        self._forward: dict[str, list[Change]] = {}
        self._backward: dict[str, list[Change]] = {}
        for (day, district), lines in sorted(reforms.items()):
            later = [
                line for (other, where), all_ in reforms.items() if where == district and other >= day for line in all_
            ]
            if self._is_in_force(lines, later, day, effective):
                for line in lines:
                    self._forward.setdefault(_key(line.old_unit), []).append(line)
            else:
                # A new unit that bears the name of an old one says nothing about when it was written.
                old = {_key(line.old_unit) for line in lines}
                for line in (line for line in lines if _key(line.new_unit) not in old):
                    self._backward.setdefault(_key(line.new_unit), []).append(line)

    def knows(self, text: str) -> bool:
        """Whether any reform is about a unit of this name; most names need no further look."""
        key = _key(text)
        return key in self._forward or key in self._backward

    def look(self, text: str, district: str = "", areas: Sequence[str] = ()) -> Verdict:
        """What the crosswalk says about a unit as somebody wrote it.

        Args:
            text: The unit.
            district: Comparison key of the district written beside it; empty if none.
            areas: Comparison keys of what else the address names, for units divided by areas.
        """
        key = _key(text)
        if key in self._forward:
            return self._now(key, district, areas)
        if key in self._backward and key not in self._units:
            return self._before(key)
        return UNKNOWN

    def _is_in_force(
        self,
        lines: Sequence[Change],
        later: Sequence[Change],
        day: datetime.date,
        effective: datetime.date | None,
    ) -> bool:
        """Whether the roster was written after a reform: by its own names, else by the day of the policy."""
        old, new = {_key(line.old_unit) for line in lines}, {_key(line.new_unit) for line in lines}
        if any(key in self._units for key in old - new):
            return False
        final, gone = {_key(line.new_unit) for line in later}, {_key(line.old_unit) for line in later}
        if not any(key in self._units for key in final):
            return False
        if effective is not None:
            return effective >= day
        return any(key in self._units for key in final - gone)

    def _now(self, key: str, district: str, areas: Sequence[str]) -> Verdict:
        is_number = key.isdigit()
        if key in self._units and not district:
            # The roster's own name; nothing says that the old unit of that name is meant.
            return UNKNOWN
        lines = [line for line in self._forward[key] if not district or line.district in ("", district)]
        if not lines:
            return UNKNOWN
        is_sure = not is_number or bool(district) or (self._home and {line.district for line in lines} == {self._home})
        found, is_whole, day = self._followed(lines, areas)
        names = tuple(self._units.get(_key(name), name) for name in found)
        date = day.isoformat()
        if len(names) == 1 and is_whole and is_sure:
            return UNKNOWN if _key(names[0]) == key else Verdict(names[0], names, date)
        if not any(_key(name) in self._units for name in names):
            return UNKNOWN
        return Verdict("", names, date)

    def _followed(self, lines: Sequence[Change], areas: Sequence[str]) -> tuple[tuple[str, ...], bool, datetime.date]:
        """The units that lines lead to through every later reform, whether all of the old one, and the last day."""
        by_area = [line for line in lines if line.old_area and area_key(line.old_area) in areas]
        chosen = by_area or [line for line in lines if not line.old_area] or list(lines)
        first = min(line.valid_from for line in chosen)
        chosen = [line for line in chosen if line.valid_from == first]
        is_whole = bool(by_area) or all(line.share == "whole" for line in chosen)
        found: dict[str, None] = {}
        last = first
        for line in chosen:
            onward = [
                other
                for other in self._forward.get(_key(line.new_unit), ())
                if other.valid_from > line.valid_from and other.district == line.district
            ]
            if not onward:
                found[line.new_unit] = None
                continue
            names, is_all, day = self._followed(onward, areas)
            found.update(dict.fromkeys(names))
            is_whole, last = is_whole and is_all, max(last, day)
        return tuple(found), is_whole and len(found) == 1, last

    def _before(self, key: str) -> Verdict:
        lines = [
            line
            for line in self._backward[key]
            if _key(line.old_unit) in self._units and (not _key(line.old_unit).isdigit() or line.district == self._home)
        ]
        if not lines:
            return UNKNOWN
        names = tuple(dict.fromkeys(self._units[_key(line.old_unit)] for line in lines))
        date = max(line.valid_from for line in lines).isoformat()
        is_same = len(self._backward[key]) == 1 and lines[0].share == "whole"
        return Verdict(names[0] if is_same else "", names, date, is_made_of=True)


def _key(unit: str) -> str:
    """Units are compared without the word for their kind: a reform may change that too."""
    return bare_key(unit_key(unit))


def replaced(shipped: Sequence[Change], own: Sequence[Change]) -> tuple[Change, ...]:
    """The officer's lines, and the shipped ones about units and days on which the officer says nothing."""
    told = {(_key(line.old_unit), line.district, line.valid_from) for line in own}
    kept = (line for line in shipped if (_key(line.old_unit), line.district, line.valid_from) not in told)
    return (*kept, *own)


SHARES: Mapping[str, Share] = {"whole": "whole", "part": "part", fold("toàn bộ"): "whole", fold("một phần"): "part"}
"""Words for the share of an old unit."""
