"""Who was read already, over all sheets and files: nobody twice, nobody under two ids unnoticed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import repeat
from typing import TypeAlias, TypeVar

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.ids import twins
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import Memory

_Place: TypeAlias = tuple[Notes, int, str]
"""A sheet, a zero-based row of it and the key of a column."""

_Key = TypeVar("_Key")


class People:
    """The members read so far. Where they stand is worked out only when somebody has to be told."""

    def __init__(self) -> None:
        self._ids: dict[str, _Place] = {}
        self._persons: dict[tuple[str, str], _Place] = {}
        self._cards: dict[str, _Place] = {}
        self._owners: dict[str, str] = {}
        self._found: list[Finding] = []

    def findings(self) -> tuple[Finding, ...]:
        """Everything found, and ids that look alike."""
        return (*self._found, *twins(self._ids, lambda identity: _address(self._ids[identity])))

    def take_ids(self, ids: Sequence[str], notes: Notes, rows: Sequence[int], keys: Sequence[str]) -> Collection[int]:
        """Take the ids of a sheet; noted even where the row is unusable for other reasons.

        Args:
            ids: Id by entry; empty where there is none.
            notes: Speak of the sheet.
            rows: Its zero-based row.
            keys: Key of the column that it was read from.

        Returns:
            The entries whose id somebody had already.
        """
        repeated: list[int] = []
        places = list(zip(repeat(notes), rows, keys))
        for number, first in _again(self._ids, ids, places):
            if ids[number]:
                self._add("R031", Severity.ERROR, places[number], ids[number], first)
                repeated.append(number)
        self._ids.pop("", None)
        return repeated

    def take_members(self, members: Sequence[Member], notes: Notes, rows: Sequence[int]) -> None:
        """Take the members of a sheet, each with its zero-based row."""
        folded = Memory(fold)
        persons = [(folded[member.name], member.birth_date) for member in members]
        places = list(zip(repeat(notes), rows, repeat("name")))
        for number, first in _again(self._persons, persons, places):
            member = members[number]
            if member.birth_date:
                self._add("R037", Severity.WARNING, places[number], member.name, first, birth_date=member.birth_date)
        for member, row in zip(members, rows, strict=True):
            card = member.card_number
            if card and card != member.id:
                here = notes, row, "card_number"
                other = self._owners.setdefault(card, member.id)
                first = self._cards.setdefault(card, here)
                if first is not here:
                    self._add("R121", Severity.WARNING, here, card, first, other=other)

    def _add(self, code: str, severity: Severity, here: _Place, value: str, first: _Place, **parameters: str) -> None:
        address = _address(here)
        cell = _address(first).seen_from(address)
        self._found.append(Finding(code, severity, address, value, {"cell": cell, **parameters}))


def _again(seen: dict[_Key, _Place], keys: Sequence[_Key], places: Sequence[_Place]) -> Iterator[tuple[int, _Place]]:
    """Remember where each key stands; the number of each that was seen already, and where it stood first."""
    for number, (key, here) in enumerate(zip(keys, places, strict=True)):
        first = seen.setdefault(key, here)
        if first is not here:
            yield number, first


def _address(place: _Place) -> CellAddress:
    notes, row, key = place
    return notes.address(row, key)
