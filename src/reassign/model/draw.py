"""The draw: a published, repeatable lottery that settles what the priorities leave open."""

from __future__ import annotations

from hashlib import sha256

DRAW_BITS = 20


def draw(seed: int, member: str, branch: str) -> int:
    """Lot of placing a member in a branch: the first 20 bits of SHA-256 of ``seed|member id|branch id``.

    The least sum of lots wins. By the isolation lemma (Mulmuley, Vazirani and Vazirani, 1987) the
    optimum is then almost surely unique.

    Returns:
        An integer from 0 to 2^20 - 1.
    """
    digest = sha256(f"{seed}|{member}|{branch}".encode()).digest()
    return int.from_bytes(digest[:3], "big") >> (24 - DRAW_BITS)
