"""The draw: a published, repeatable lottery that settles what the priorities leave open."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

DRAW_BITS = 20
GREATEST_LOT = 2**DRAW_BITS - 1


def draw(seed: int, member: str, branch: str, table: Mapping[str, Mapping[str, int]] | None = None) -> int:
    """Lot of placing a member in a branch: the first 20 bits of SHA-256 of ``seed|member id|branch id``.

    The least sum of lots wins. By the isolation lemma (Mulmuley, Vazirani and Vazirani, 1987) the
    optimum is then almost surely unique.

    Args:
        seed: Seed of the draw.
        member: Member id.
        branch: Branch id.
        table: Lots drawn elsewhere; a pair that it leaves out has the greatest. None to draw.

    Returns:
        An integer from 0 to 2^20 - 1.
    """
    if table is not None:
        return table.get(member, {}).get(branch, GREATEST_LOT)
    digest = sha256(f"{seed}|{member}|{branch}".encode()).digest()
    return int.from_bytes(digest[:3], "big") >> (24 - DRAW_BITS)
