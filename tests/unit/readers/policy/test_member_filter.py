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


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        pytest.param("lương", "filter-form", {"value": "lương"}, id="no sign"),
        pytest.param("unit=", "filter-form", {"value": "unit="}, id="no value"),
        pytest.param("stauts=official", "filter-key", {"value": "stauts", "known": "status"}, id="a slip"),
        pytest.param(
            "key_cadre=perhaps",
            "filter-value",
            {"key": "key_cadre", "value": "perhaps", "known": "true, false"},
            id="neither yes nor no",
        ),
        pytest.param("sex=x", "filter-value", {"key": "sex", "value": "x", "known": "male, female"}, id="no sex"),
        pytest.param(
            "status=x",
            "filter-value",
            {"key": "status", "value": "x", "known": "official, probationary"},
            id="no status",
        ),
    ],
)
def test_a_filter_that_cannot_be_understood_says_what_could(text: str, key: str, told: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        read_filter("--protect", [text])
    assert (caught.value.key, dict(caught.value.parameters)) == (key, {"option": "--protect", **told})


def test_filters_add_up_and_none_is_none() -> None:
    assert read_filter("--protect", []) is None
    found = read_filter("--protect", ["exempt=không", "sex=Nữ", "post=Bí thư=1"])
    assert found is not None
    assert found.attributes == (("exempt", False), ("sex", "female"), ("post", "Bí thư=1"))
