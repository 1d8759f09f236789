"""Places that somebody may have meant: kinds and numbers speak against, slips of the pen for."""

from __future__ import annotations

import pytest

from reassign.readers.places.near_places import is_slip, near_places


@pytest.mark.parametrize(
    ("text", "names", "near"),
    [
        pytest.param("Khu phố 4", ["Khu phố 1", "Khu phố 3", "Khu phố 9", "Khu phố 5"], (3, 5, 1), id="numbers"),
        pytest.param("Khu phố 4", ["Ấp 4", "Chung cư 4"], (), id="another kind"),
        pytest.param("Khu phố 4A", ["Khu phố 4", "Khu phố 5A"], ("Khu phố 5A",), id="a letter behind the number"),
        pytest.param("Khu phố 4", ["Khu phố Mỹ Khánh"], (), id="a name is no number"),
        pytest.param("Khu phố Mỹ Khánh", ["Khu phố 1", "Khu phố Mỹ Khanh"], ("Khu phố Mỹ Khanh",), id="a name"),
        pytest.param("Bình Ân", ["Tân Bình", "Bình Ân 2", "Bình An"], ("Bình An", "Bình Ân 2"), id="the best first"),
        pytest.param(
            "Bình An",
            ["Bình Ân", "Bình Ản", "Bình Ạn", "Bình Ăn"],
            ("Bình Ân", "Bình Ản", "Bình Ạn"),
            id="three at most",
        ),
        pytest.param("Bến Nghé", ["Hiệp Phú"], (), id="unlike"),
        pytest.param("Chi bộ khu phố 2", ["Khu phố 1"], ("Khu phố 1",), id="the word for a branch"),
    ],
)
def test_the_nearest_come_first(text: str, names: list[str], near: tuple[object, ...]) -> None:
    expected = tuple(f"Khu phố {each}" if isinstance(each, int) else each for each in near)
    assert near_places(text, names) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((f"{kind}7", "Khu phố 8") for kind in ("KP", "kp.", "K.phố ", "k. phố ", "Kphố ", "khu phố ")),
        *((f"{kind}7", "Chung cư 8") for kind in ("CC ", "chung cư ", "cc.")),
        *((f"{kind}7", "Phường 8") for kind in ("P", "p.", "F.", "f ", "phường ")),
        *((f"{kind}7", "Thị trấn 8") for kind in ("TT ", "tt.", "thị trấn ")),
        *((f"{kind}7", "Xã 8") for kind in ("x.", "xã ")),
        ("ấp 7", "Ấp 8"),
        ("lô 7", "Lô 8"),
    ],
)
def test_short_words_mean_the_kind(text: str, name: str) -> None:
    assert near_places(text, [name, "Cư xá 8"]) == (name,)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        pytest.param("tan dinh", "tan din", True, id="a letter lost"),
        pytest.param("tan dinh", "tan dinhh", True, id="a letter more"),
        pytest.param("tan dinh", "tam dinh", True, id="another letter"),
        pytest.param("tan dinh", "tna dinh", True, id="two swapped"),
        pytest.param("tan dinh", "tan dinh", False, id="the same"),
        pytest.param("tan dinh", "tam dinn", False, id="two other letters"),
        pytest.param("tan dinh", "tan di", False, id="two letters lost"),
        pytest.param("tan dinh", "nat dinh", False, id="swapped over a letter"),
        pytest.param("12", "13", False, id="numbers"),
        pytest.param("12", "1a", False, id="a number and a word"),
        pytest.param("ab", "b", True, id="the first letter lost"),
        pytest.param("ab", "ba", True, id="nothing but swapped"),
    ],
)
def test_a_slip_is_one_letter(one: str, other: str, *, is_one: bool) -> None:
    assert is_slip(one, other) is is_slip(other, one) is is_one
