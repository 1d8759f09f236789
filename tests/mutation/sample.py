"""Some mutants of a room that stand for all of them, for rooms whose thousands take hours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from random import Random

from tests.mutation.mutants import Mutant


def sample_of(mutants: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """As many mutants, each as likely as any other, from every file as many as its share; in the order of the source.

    Args:
        mutants: All mutants, file by file.
        size: How many, at least 1; all where there are no more.
        seed: Draws others.
    """
    if size >= len(mutants):
        return list(mutants)
    drawn = Random(seed)
    mixed = list[int]()
    for _, group in groupby(range(len(mutants)), key=lambda index: mutants[index].file):
        of_file = list(group)
        drawn.shuffle(of_file)
        mixed += of_file
    # Equal steps through the files, begun anywhere in the first one.
    begin = drawn.random()
    wanted = sorted(mixed[int((begin + place) * len(mutants) / size)] for place in range(size))
    return [mutants[index] for index in wanted]
