"""Spellings that mean the same fold alike, whatever stands around them."""

from __future__ import annotations

import pytest

from reassign.domain.vietnamese import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà", "hòa", id="where the tone stands"),
        pytest.param("Hoà  Bình", "HÒA BÌNH", id="case and space"),
        pytest.param("Tân Hoà-Phú Thuỷ", "Tân Hòa-Phú Thủy", id="two syllables with a sign between"),
        pytest.param("(hoà)", "(hòa)", id="in brackets"),
        pytest.param("tổ Ⅳ/hoà", "tổ Ⅳ/hòa", id="a number that is written as a letter"),
    ],
)
def test_these_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoa", "hòa", id="another tone"),
        pytest.param("Hòa-Hà", "Hoa-Hà", id="another tone before a sign"),
        pytest.param("Phú/Mỹ", "Phù/Mỹ", id="another tone before a slash"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("sign", list(":.;,)/-–"))
def test_a_sign_follows_the_word_that_it_follows(sign: str) -> None:
    assert fold(f"Dự bị{sign}") == f"{fold('Dự bị')}{sign}"
    assert fold(f"bị{sign}sĩ") == f"{fold('bị')}{sign}{fold('sĩ')}"
