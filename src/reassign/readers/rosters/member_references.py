"""What a member's cells refer to: branches, areas, fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reassign.domain.vietnamese import fold
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed, parts, parts_at_commas
from reassign.readers.places.names import Match
from reassign.readers.places.places import Places
from reassign.readers.places.references import BranchReferences
from reassign.readers.rosters.member_context import MemberContext
from reassign.readers.rosters.near_fields import near_fields
from reassign.readers.tables.rows import Entries


class MemberReferences:
    """Resolves the references of the entries of a sheet; what names nothing is noted."""

    def __init__(self, notes: Notes, places: Places, context: MemberContext) -> None:
        self._notes = notes
        self._places = places
        self._branches = BranchReferences(context.branches, context.aliases.branch)
        self._has_branches = bool(context.branches)
        self._old = old_spellings(context.old_branches)
        self._fields = context.fields
        self._strange: dict[str, tuple[str, ...]] = {}
        self._is_anywhere = context.policy.scope == "any"

    def pinned(self, entries: Entries, units: Sequence[str]) -> Sequence[str | None]:
        """The branch that each entry pins its member to.

        Args:
            entries: The entries of the sheet.
            units: The unit of each.
        """
        column = entries.column("pinned_branch")
        if not self._has_branches or not column.is_filled():
            return [None] * len(entries.rows)
        return [
            self._pinned(row, word, unit) if word else None
            for row, word, unit in zip(entries.rows, column.map(composed), units, strict=True)
        ]

    def excluded(
        self, entries: Entries, units: Sequence[str], pinned: Sequence[str | None]
    ) -> Sequence[tuple[str, ...]]:
        """The branches that each entry rules out for its member.

        Args:
            entries: The entries of the sheet.
            units: The unit of each.
            pinned: The branch that it pins its member to.
        """
        column = entries.column("excluded_branches")
        if not self._has_branches or not column.is_filled():
            return [()] * len(entries.rows)
        return [
            self._excluded(row, text, unit, branch) if text else ()
            for row, text, unit, branch in zip(entries.rows, column.texts, units, pinned, strict=True)
        ]

    def origins(self, texts: Sequence[str], units: Sequence[str]) -> Sequence[str | None]:
        """The branches where members of the units come from: of the roster, or old ones of the lineage."""
        return [self._origin(text, unit) if text else None for text, unit in zip(texts, units, strict=True)]

    def in_charge_of(self, entries: Entries, units: Sequence[str]) -> Sequence[tuple[str, ...]]:
        """Branch ids, and names and areas of the unit as the branch roster spells them, entry by entry."""
        labels = entries.column("in_charge_of").map(parts_at_commas)
        if not self._has_branches:
            return labels
        return [
            tuple(dict.fromkeys(self._charge(row, word, unit) for word in words)) if words else ()
            for row, words, unit in zip(entries.rows, labels, units, strict=True)
        ]

    def fields(self, entries: Entries) -> Sequence[tuple[str, ...]]:
        """The portfolio of each entry in the spelling of the branch needs where they agree."""
        settled: dict[str, tuple[str, ...]] = {}
        found: list[tuple[str, ...]] = []
        for row, text in zip(entries.rows, entries.column("fields").texts, strict=True):
            portfolio = settled.get(text)
            if portfolio is None:
                words = parts(text)
                portfolio = tuple(dict.fromkeys(self._field(row, word) for word in words))
                if not any(map(self._enumerated, words)):
                    settled[text] = portfolio
            found.append(portfolio)
        return found

    def _pinned(self, row: int, word: str, unit: str) -> str | None:
        found = self._match(row, "pinned_branch", word, unit).name
        if found is not None and unit and not self._is_anywhere and self._branches.unit(found) != unit:
            self._notes.warning("R064", row, "pinned_branch", word, unit=self._branches.unit(found))
        return found

    def _excluded(self, row: int, text: str, unit: str, pinned: str | None) -> tuple[str, ...]:
        found: list[str] = []
        for piece in parts(text):
            is_one = "," not in piece or self._branches.match(piece, unit).name is not None
            for word in (piece,) if is_one else parts_at_commas(piece):
                branch = self._match(row, "excluded_branches", word, unit).name
                if branch is None:
                    continue
                if branch == pinned:
                    self._notes.error(
                        "R062", row, "excluded_branches", word, cell=self._notes.cell(row, "pinned_branch")
                    )
                found.append(branch)
        return tuple(dict.fromkeys(found))

    def _origin(self, text: str, unit: str) -> str | None:
        found = self._branches.match(text, unit).name
        return found if found is not None else self._old.get(text) or self._old.get(fold(text))

    def _field(self, row: int, word: str) -> str:
        """A field as the branch roster spells it; what was probably meant for one is noted."""
        known = self._fields.get(fold(word))
        if known is not None:
            return known or word
        near = self._enumerated(word)
        if near:
            self._notes.warning("R054", row, "fields", word, near[:3])
        elif word not in self._strange:
            # A strange field is told once, not in each row.
            self._strange[word] = near_fields(word, self._fields)
            if self._strange[word]:
                self._notes.warning("R119", row, "fields", word, self._strange[word])
        return word

    def _enumerated(self, word: str) -> tuple[str, ...]:
        """The fields of the branch roster that an unknown field seems to list with commas between them."""
        if "," not in word or fold(word) in self._fields:
            return ()
        return tuple(self._fields[key] for key in map(fold, parts_at_commas(word)) if key in self._fields)

    def _charge(self, row: int, word: str, unit: str) -> str:
        branch = self._branches.match(word, unit)
        if branch.name is not None:
            # By id it may be anywhere; by name it is in the unit, and the name is what is stored.
            return branch.name if branch.name == word else self._branches.name(branch.name)
        area = self._places.area(unit, word)
        if area.name is not None:
            return area.name
        if not unit:
            return word
        near = area.candidates or branch.candidates or self._near_places(word, unit)
        self._notes.warning("R015", row, "in_charge_of", word, near, unit=unit)
        return word

    def _near_places(self, word: str, unit: str) -> tuple[str, ...]:
        return self._places.near_areas(unit, word) or self._branches.near(word, unit)

    def _match(self, row: int, key: str, word: str, unit: str) -> Match:
        match = self._branches.match(word, unit)
        if match.name is None:
            self._notes.error("R019" if match.is_ambiguous else "R018", row, key, word, self._branches.near(word, unit))
        return match


def old_spellings(old_branches: Sequence[str]) -> Mapping[str, str]:
    """Old branches by spelling and by comparison key; two that compare alike are known by spelling only."""
    spellings: dict[str, str] = {}
    counted = Counter(map(fold, old_branches))
    for name in old_branches:
        if counted[fold(name)] == 1:
            spellings[fold(name)] = name
    spellings.update({name: name for name in old_branches})
    return spellings
