"""Largest matchings against enumeration."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reassign.model.matching import largest_matching

GRAPHS = st.lists(st.lists(st.integers(0, 3), max_size=4, unique=True), max_size=4)


def test_somebody_gives_way_so_that_both_are_served() -> None:
    assert largest_matching([[0, 1], [0]], 2) == [1, 0]


def test_nobody_to_match_leaves_everything_free() -> None:
    assert largest_matching([], 2) == [None, None]


@settings(deadline=None, derandomize=True)
@given(GRAPHS)
def test_as_large_as_enumeration_finds(choices: list[list[int]]) -> None:
    holders = largest_matching(choices, 4)
    matched = [left for left in holders if left is not None]
    assert len(set(matched)) == len(matched)
    assert all(right in choices[left] for right, left in enumerate(holders) if left is not None)
    most = 0
    for combination in product(*([None, *nodes] for nodes in choices)):
        taken = [node for node in combination if node is not None]
        if len(set(taken)) == len(taken):
            most = max(most, len(taken))
    assert len(matched) == most
