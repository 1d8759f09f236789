"""Which branch a cell means: its id, or its name if only one branch of the unit has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.roster import Branch
from reassign.domain.typed_branch import branches_meant, branches_to_offer, printed_branch
from reassign.domain.vietnamese import fold, tidy
from reassign.readers.cells.nearest import nearest
from reassign.readers.places.names import Match


class BranchReferences:
    """Branches by id and by name."""

    def __init__(self, branches: Sequence[Branch], aliases: Mapping[str, str]) -> None:
        """Index a branch roster.

        Args:
            branches: The branches.
            aliases: The officer's spellings → id or name.
        """
        self._ids = {branch.id: branch for branch in branches}
        self._aliases = {fold(spelling): name for spelling, name in aliases.items()}
        self._by_name: dict[tuple[str, str], list[str]] = {}
        self._by_key: dict[tuple[str, str], list[str]] = {}
        self._names: dict[str, list[str]] = {}
        for branch in branches:
            for unit in (branch.unit, ""):
                self._by_name.setdefault((unit, branch.name), []).append(branch.id)
                self._by_key.setdefault((unit, fold(branch.name)), []).append(branch.id)
                self._names.setdefault(unit, []).append(branch.name)
        self._found: dict[tuple[str, str], Match] = {}

    def match(self, text: str, unit: str) -> Match:
        """The id of the branch that a text means to somebody of a unit.

        Args:
            text: An id or a name.
            unit: Unit whose branches can be meant by name; empty for all units.
        """
        found = self._found.get((text, unit))
        if found is None:
            found = self._found[text, unit] = self._match(text, unit)
        return found

    def near(self, text: str, unit: str) -> tuple[str, ...]:
        """What to suggest for a reference: the branches that fit equally, else the nearest names and ids."""
        found = self.match(text, unit).candidates
        return found or nearest(tidy(text), (*self._names.get(unit, ()), *self._ids))

    def typed(self, text: str, unit: str) -> tuple[str, ...]:
        """Ids of the branches that fit equally to what a person typed: looser than what a roster may say.

        Args:
            text: An id, a name, an area, or a branch as the program prints it.
            unit: Unit whose branches go before others; empty for none.
        """
        match = self.match(text, unit)
        if match.name is not None:
            return (match.name,)
        return tuple(branch.id for branch in branches_meant(tuple(self._ids.values()), text, unit))

    def offers(self, text: str, unit: str) -> tuple[str, ...]:
        """What to suggest to a person who typed a branch that there is not: with id and unit, their unit first."""
        word, offered = branches_to_offer(tuple(self._ids.values()), text, unit)
        for places in (offered, tuple(self._ids.values())):
            called: dict[str, list[str]] = {}
            for branch in places:
                for name in (branch.id, branch.name, *branch.areas):
                    called.setdefault(name, []).append(printed_branch(branch))
            found = tuple(dict.fromkeys(each for name in nearest(tidy(word), called) for each in called[name]))
            if found:
                return found[:3]
        return ()

    def unit(self, branch: str) -> str:
        """The unit of a branch by id."""
        return self._ids[branch].unit

    def name(self, branch: str) -> str:
        """The name of a branch by id."""
        return self._ids[branch].name

    def _match(self, text: str, unit: str) -> Match:
        word = text.strip()
        if word in self._ids:
            return Match(word)
        word = self._aliases.get(fold(word), tidy(word))
        if word in self._ids:
            return Match(word)
        found = self._by_name.get((unit, word)) or self._by_key.get((unit, fold(word)), [])
        if len(found) == 1:
            return Match(found[0])
        if found:
            return Match(None, tuple(found[:3]), is_ambiguous=True)
        return Match(None)
