"""The draw can be done again by anyone: digests are public."""

from __future__ import annotations

import hashlib

import pytest

from reassign.model.draw import DRAW_BITS, draw


@pytest.mark.parametrize(
    ("seed", "member", "branch", "text"),
    [
        pytest.param(0, "m1", "b1", "0|m1|b1", id="plain"),
        pytest.param(2020, "Nguyễn", "KP 1", "2020|Nguyễn|KP 1", id="UTF-8"),
        pytest.param(1, "a|b", "c", "1|a|b|c", id="bar in an id"),
    ],
)
def test_the_lot_is_the_first_five_hexadecimal_digits(seed: int, member: str, branch: str, text: str) -> None:
    assert draw(seed, member, branch) == int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:5], 16)


def test_known_lots() -> None:
    assert [draw(seed, "m1", "b1") for seed in (0, 1, 2020)] == [0x29086, 0x92069, 0x0FB2C]


def test_a_lot_has_twenty_bits() -> None:
    lots = [draw(0, f"m{index}", "b1") for index in range(300)]
    assert DRAW_BITS == 20
    assert min(lots) >= 0
    assert 1 << 19 <= max(lots) < 1 << 20
