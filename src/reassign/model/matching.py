"""Largest matchings in small two-sided graphs."""

from __future__ import annotations

from collections.abc import Sequence


def largest_matching(choices: Sequence[Sequence[int]], right: int) -> list[int | None]:
    """Largest matching by augmenting paths (Kuhn, 1955; Berge, 1957).

    Left nodes are served in order, each tries its choices in order, so the result is determined.

    Args:
        choices: Right nodes that each left node may take.
        right: Number of right nodes.

    Returns:
        The left node matched to each right node, or None; its length is ``right``.
    """
    holder: list[int | None] = [None] * right

    def is_placed(left: int, seen: set[int]) -> bool:
        for node in choices[left]:
            if node not in seen:
                seen.add(node)
                current = holder[node]
                if current is None or is_placed(current, seen):
                    holder[node] = left
                    return True
        return False

    for left in range(len(choices)):
        is_placed(left, set())
    return holder
