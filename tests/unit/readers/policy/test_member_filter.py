"""Filters of the command line: columns by key or by heading, values as rosters write them."""

from __future__ import annotations

import pytest

from reassign.domain.errors import UsageError
from reassign.readers.policy.member_filter import read_filter


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        pytest.param("unit=Đa Kao", ("unit", "Đa Kao"), id="key"),
        pytest.param("Phường, xã=Đa Kao", ("unit", "Đa Kao"), id="Vietnamese heading"),
        pytest.param("CHỨC  VỤ = Công chức", ("post", "Công chức"), id="written otherwise"),
        pytest.param("Key cadre=yes", ("key_cadre", True), id="English heading"),
        pytest.param("Loại đảng viên=Chính thức", ("status", "official"), id="heading and value"),
    ],
)
def test_a_column_may_be_called_as_in_the_roster(text: str, attribute: tuple[str, str | bool]) -> None:
    found = read_filter("--protect", [text])
    assert found is not None
    assert found.attributes == (attribute,)


@pytest.mark.parametrize("text", ["Chi bộ chỉ định=b1", "lương=3"])
def test_a_column_that_no_filter_has_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_filter("--protect", [text])
