"""Which field a strange spelling was probably meant for."""

from __future__ import annotations

import pytest

from reassign.readers.rosters.near_fields import near_fields

FIELDS = {"an ninh trật tự": "an ninh trật tự", "y tế": "y tế", "môi trường": "môi trường"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("an ninh trật tư", ("an ninh trật tự",), id="another tone"),
        pytest.param("ANTT", ("an ninh trật tự",), id="first letters"),
        pytest.param("An ninh - trật tự", ("an ninh trật tự",), id="signs"),
        pytest.param("mội trường", ("môi trường",), id="slip"),
        pytest.param("y tê", ("y tế",), id="short but the same letters"),
        pytest.param("y tá", (), id="short and other letters"),
        pytest.param("an ninh", (), id="a part"),
        pytest.param("giáo dục", (), id="another field"),
    ],
)
def test_a_field_is_suggested_when_it_is_all_but_the_same(word: str, expected: tuple[str, ...]) -> None:
    assert near_fields(word, FIELDS) == expected
