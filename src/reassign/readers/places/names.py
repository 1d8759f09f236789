"""Names of a roster, and which of them a text means: exactly after normalisation, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.place_names import bare_key
from reassign.domain.vietnamese import fold, tidy
from reassign.readers.cells.values import Memory
from reassign.readers.places.near_places import near_places


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

    @property
    def has_aliases(self) -> bool:
        """Whether the officer has decided on any spelling."""
        return bool(self._aliases)

    def alias(self, text: str) -> str | None:
        """What the officer has decided that a text means; None if nothing was decided."""
        return self._aliases.get(fold(text)) if self._aliases else None

    def is_spelled(self, text: str) -> bool:
        """Whether a text is a whole name as it stands, or a spelling that the officer has decided on."""
        return fold(text) in self._steps[0] or fold(text) in self._aliases

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
        return self.match(text).candidates or near_places(text, self.names)

    @staticmethod
    def _settled(found: Sequence[str]) -> Match:
        return Match(found[0]) if len(found) == 1 else Match(None, tuple(found[:3]), is_ambiguous=True)
