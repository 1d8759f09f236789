"""Who the members of a list are: by their id, in a list without ids by card number, else by name and birth date."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.readers.cells.ids import are_plain, is_absent, read_id, shortened
from reassign.readers.cells.notes import Notes
from reassign.readers.tables.rows import Entries


class MemberIdentities:
    """Reads the identities of the entries of a sheet; what cannot be trusted is noted."""

    def __init__(self, entries: Entries, notes: Notes) -> None:
        self._entries = entries
        self._notes = notes
        self._has_id = entries.has("id")
        self._key = "id" if self._has_id else "card_number"
        self._column = entries.column(self._key)

    def keys(self) -> Sequence[str]:
        """Key of the column that says who each entry is."""
        if self._has_id:
            return ["id"] * len(self._entries.rows)
        return self._column.map(lambda text: "card_number" if text.strip() else "name")

    def read(self, names: Sequence[str], births: Sequence[str]) -> Sequence[str]:
        """The identity of each entry; empty if it has none.

        Args:
            names: Name by entry.
            births: Birth date by entry, ISO 8601.
        """
        ids = self._written()
        if all(self._column.different) and not any(map(str.isspace, self._column.different)):
            return ids
        replaced = self._missing if self._has_id else self._by_name
        return [
            identity if text.strip() else replaced(row, identity, name, birth)
            for row, text, identity, name, birth in zip(
                self._entries.rows, self._column.texts, ids, names, births, strict=True
            )
        ]

    def _written(self) -> Sequence[str]:
        """What stands in the column, as far as it can be trusted."""
        grid, rows, texts = self._entries.grid, self._entries.rows, self._column.texts
        column = self._entries.columns.get(self._key, -1)
        lost = shortened(rows, texts)
        if not lost and are_plain(grid, rows, column, self._column.different):
            return texts
        ids: list[str] = []
        for row, text in zip(rows, texts, strict=True):
            if row in lost:
                self._notes.error("R120", row, self._key, text.strip(), width=lost[row])
            is_told = row not in lost and (self._has_id or text.strip())
            ids.append(read_id(grid, row, self._key, column, self._notes) if is_told else "")
        return ids

    def _missing(self, row: int, identity: str, name: str, _birth: str) -> str:
        if is_absent(self._entries.grid, row, self._entries.columns["id"]):
            self._notes.error("R030", row, "id", "", name=name)
        return identity

    def _by_name(self, row: int, _identity: str, name: str, birth: str) -> str:
        if name and birth:
            return f"{name}|{birth}"
        if name:
            self._notes.error("R039", row, "name", name)
        return ""
