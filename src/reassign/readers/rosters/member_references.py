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


class MemberReferences:
    """Resolves references of one row after another; what names nothing is noted."""

    def __init__(self, notes: Notes, places: Places, context: MemberContext) -> None:
        self._notes = notes
        self._places = places
        self._branches = BranchReferences(context.branches, context.aliases.branch)
        self._has_branches = bool(context.branches)
        self._old = old_spellings(context.old_branches)
        self._fields = context.fields
        self._strange: dict[str, tuple[str, ...]] = {}
        self._is_anywhere = context.policy.scope == "any"

    def pinned(self, row: int, text: str, unit: str) -> str | None:
        """The branch that a row pins its member to."""
        word = composed(text)
        if not word or not self._has_branches:
            return None
        match = self._match(row, "pinned_branch", word, unit)
        found = match.name
        if found is not None and unit and not self._is_anywhere and self._branches.unit(found) != unit:
            self._notes.warning("R064", row, "pinned_branch", word, unit=self._branches.unit(found))
        return found

    def excluded(self, row: int, text: str, unit: str, pinned: str | None) -> tuple[str, ...]:
        """The branches that a row rules out for its member."""
        if not text or not self._has_branches:
            return ()
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

    def origin(self, text: str, unit: str) -> str | None:
        """The branch where a member comes from: one of the roster, or an old one of the lineage."""
        if not text:
            return None
        found = self._branches.match(text, unit).name
        return found if found is not None else self._old.get(text) or self._old.get(fold(text))

    def in_charge_of(self, row: int, words: Sequence[str], unit: str) -> tuple[str, ...]:
        """Branch ids, and names and areas of the unit as the branch roster spells them."""
        if not self._has_branches:
            return tuple(words)
        return tuple(dict.fromkeys(self._charge(row, word, unit) for word in words))

    def fields(self, row: int, words: Sequence[str]) -> tuple[str, ...]:
        """A portfolio in the spelling of the branch needs where they agree."""
        found: list[str] = []
        for word in words:
            known = self._fields.get(fold(word))
            found.append(known or word)
            if known is None and "," in word:
                near = tuple(self._fields[key] for key in map(fold, parts_at_commas(word)) if key in self._fields)
                if near:
                    self._notes.warning("R054", row, "fields", word, near[:3])
                    continue
            if known is None and word not in self._strange:
                self._strange[word] = near_fields(word, self._fields)
                if self._strange[word]:
                    self._notes.warning("R119", row, "fields", word, self._strange[word])
        return tuple(dict.fromkeys(found))

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
