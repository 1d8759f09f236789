"""Names that two people share."""

from __future__ import annotations

import pytest

from reassign.domain.member_labels import member_labels


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        pytest.param({"m1": "Lê An", "m2": "Lê Bình"}, ["Lê An", "Lê Bình"], id="different names"),
        pytest.param({"m1": "Lê An", "m2": "Lê An"}, ["Lê An (m1)", "Lê An (m2)"], id="the same name"),
        pytest.param({"m1": "LÊ AN", "m2": "Lê  An"}, ["LÊ AN (m1)", "Lê  An (m2)"], id="case and spaces"),
        pytest.param({"m1": "Hoà", "m2": "Hòa", "m3": "Hoa"}, ["Hoà (m1)", "Hòa (m2)", "Hoa"], id="tone"),
        pytest.param({}, [], id="nobody"),
    ],
)
def test_who_shares_a_name_is_told_by_id(names: dict[str, str], labels: list[str]) -> None:
    assert list(member_labels(names).values()) == labels
