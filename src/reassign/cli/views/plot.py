"""A plot in one line of text."""

from __future__ import annotations

from collections.abc import Sequence

_BLOCKS = "▁▂▃▄▅▆▇█"
_GAP = "·"


def bars(heights: Sequence[int | None], width: int) -> str:
    """Heights as blocks from the lowest to the highest, left to right, squeezed or stretched to at most ``width``.

    A longer row is sampled evenly, its first and last height always among the samples; a shorter one is repeated a
    whole number of times. Equal heights give the lowest block, None a dot.
    """
    if not heights:
        return ""
    if len(heights) > width:
        sampled = [heights[round(index * (len(heights) - 1) / max(width - 1, 1))] for index in range(width)]
    else:
        sampled = [height for height in heights for _ in range(width // len(heights))]
    known = [height for height in heights if height is not None]
    low, high = min(known, default=0), max(known, default=0)
    steps = len(_BLOCKS) - 1

    def block(height: int | None) -> str:
        if height is None:
            return _GAP
        return _BLOCKS[(height - low) * steps // (high - low) if high > low else 0]

    return "".join(map(block, sampled))
