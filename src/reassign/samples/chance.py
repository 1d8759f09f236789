"""Reproducible chance: the same seed and the same words give the same draws everywhere."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance:
    """A stream of draws named by a text, so that one part of a sample never disturbs another.

    Only ``random.Random.random`` is used: Python promises its sequence for a seed, and promises
    nothing of the kind for ``choice``, ``sample`` and ``shuffle``.
    """

    def __init__(self, seed: int, *names: str | int) -> None:
        """Open the stream of ``seed`` and ``names``."""
        self._seed = seed
        self._names = names
        text = "|".join(str(part) for part in (seed, *names))
        self._random = random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest(), "big"))

    def fork(self, *names: str | int) -> Chance:
        """A stream of its own, independent of how much was drawn from this one."""
        return Chance(self._seed, *self._names, *names)

    def below(self, limit: int) -> int:
        """An integer from 0 to ``limit`` - 1."""
        return int(self._random.random() * limit)

    def between(self, lowest: int, highest: int) -> int:
        """An integer from ``lowest`` to ``highest``, both included."""
        return lowest + self.below(highest - lowest + 1)

    def happens(self, percent: int) -> bool:
        """Whether an event of this probability [percent] happens."""
        return self.below(100) < percent

    def spread(self, width: float) -> float:
        """A number between -``width`` and ``width``."""
        return (self._random.random() * 2 - 1) * width

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of the things."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[Thing], count: int) -> tuple[Thing, ...]:
        """``count`` different things, or all of them if there are fewer, in the order drawn."""
        return self.shuffled(things)[:count]

    def shuffled(self, things: Sequence[Thing]) -> tuple[Thing, ...]:
        """All things in a drawn order."""
        pool = list(things)
        for last in range(len(pool) - 1, 0, -1):
            other = self.below(last + 1)
            pool[last], pool[other] = pool[other], pool[last]
        return tuple(pool)

    def portions(self, total: int, lowest: Sequence[int], highest: Sequence[int]) -> tuple[int, ...]:
        """``total`` shared out by chance, each portion between its lowest and its highest.

        Raises:
            ValueError: The limits cannot add up to ``total``.
        """
        if not sum(lowest) <= total <= sum(highest):
            raise ValueError(f"{total} does not lie between {sum(lowest)} and {sum(highest)}")
        portions = list(lowest)
        for _ in range(total - sum(lowest)):
            portions[self.pick([place for place, limit in enumerate(highest) if portions[place] < limit])] += 1
        return tuple(portions)
