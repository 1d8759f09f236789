"""Who was read already, over all sheets and files: nobody twice, nobody under two ids unnoticed."""

from __future__ import annotations

from typing import TypeAlias

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.ids import twins
from reassign.readers.cells.notes import Notes

_Place: TypeAlias = tuple[Notes, int, str]
"""A sheet, a zero-based row of it and the key of a column."""


class People:
    """The members read so far. Where they stand is worked out only when somebody has to be told."""

    def __init__(self) -> None:
        self._ids: dict[str, _Place] = {}
        self._persons: dict[tuple[str, str], _Place] = {}
        self._cards: dict[str, tuple[str, _Place]] = {}
        self._found: list[Finding] = []

    def findings(self) -> tuple[Finding, ...]:
        """Everything found, and ids that look alike."""
        return (*self._found, *twins((identity, _address(place)) for identity, place in self._ids.items()))

    def is_repeated(self, identity: str, notes: Notes, row: int, key: str) -> bool:
        """Whether somebody has the identity already; noted even where the row is unusable for other reasons."""
        if not identity:
            return False
        here = notes, row, key
        first = self._ids.setdefault(identity, here)
        if first is here:
            return False
        self._add("R031", Severity.ERROR, here, identity, first)
        return True

    def add(self, member: Member, notes: Notes, row: int) -> None:
        """Take a member of a row."""
        if member.birth_date:
            here = notes, row, "name"
            first = self._persons.setdefault((fold(member.name), member.birth_date), here)
            if first is not here:
                self._add("R037", Severity.WARNING, here, member.name, first, birth_date=member.birth_date)
        if member.card_number and member.card_number != member.id:
            here = notes, row, "card_number"
            other, first = self._cards.setdefault(member.card_number, (member.id, here))
            if first is not here:
                self._add("R121", Severity.WARNING, here, member.card_number, first, other=other)

    def _add(self, code: str, severity: Severity, here: _Place, value: str, first: _Place, **parameters: str) -> None:
        address = _address(here)
        cell = _address(first).seen_from(address)
        self._found.append(Finding(code, severity, address, value, {"cell": cell, **parameters}))


def _address(place: _Place) -> CellAddress:
    notes, row, key = place
    return notes.address(row, key)
