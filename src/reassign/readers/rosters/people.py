"""Who was read already, over all sheets and files: nobody twice, nobody under two ids unnoticed."""

from __future__ import annotations

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.ids import twins


class People:
    """The members read so far."""

    def __init__(self) -> None:
        self._ids: dict[str, CellAddress] = {}
        self._persons: dict[tuple[str, str], CellAddress] = {}
        self._cards: dict[str, tuple[str, CellAddress]] = {}
        self._found: list[Finding] = []

    def findings(self) -> tuple[Finding, ...]:
        """Everything found, and ids that look alike."""
        return (*self._found, *twins(self._ids.items()))

    def is_repeated(self, identity: str, address: CellAddress) -> bool:
        """Whether somebody has the identity already; noted even where the row is unusable for other reasons."""
        if not identity:
            return False
        first = self._ids.setdefault(identity, address)
        if first is address:
            return False
        self._found.append(Finding("R031", Severity.ERROR, address, identity, {"cell": first.seen_from(address)}))
        return True

    def add(self, member: Member, name: CellAddress, card: CellAddress) -> None:
        """Take a member; the addresses are those of the name and of the card number."""
        person = fold(member.name), member.birth_date
        if member.birth_date:
            first = self._persons.setdefault(person, name)
            if first is not name:
                parameters = {"cell": first.seen_from(name), "birth_date": member.birth_date}
                self._found.append(Finding("R037", Severity.WARNING, name, member.name, parameters))
        if member.card_number and member.card_number != member.id:
            other, place = self._cards.setdefault(member.card_number, (member.id, card))
            if place is not card:
                parameters = {"cell": place.seen_from(card), "other": other}
                self._found.append(Finding("R121", Severity.WARNING, card, member.card_number, parameters))
