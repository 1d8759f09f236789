from __future__ import annotations

import pytest

from reassign.domain.place_names import area_key, unit_key
from reassign.readers.places.places import Places, home_district
from tests.builders import branch

BRANCHES = (
    branch("b1", unit="Phường 2", areas=("Khu phố 1", "Khu phố 2")),
    branch("b2", unit="Phường 2", areas=("Chung cư Hoa Sen",)),
    branch("b3", unit="Bến Nghé", areas=("Khu phố 1",)),
    branch("b4", unit="Xã Tân Hiệp", areas=("Ấp 3",)),
)


def places(home: str = "") -> Places:
    return Places(BRANCHES, {"P.BN": "Bến Nghé"}, {"KP 3 cũ": "Khu phố 2"}, home)


@pytest.mark.parametrize("text", ["Khu phố 3", "KP3", "KP.3", "kp 3", "K.phố 3", "K. phố 03", "khu  phố 3"])
def test_spellings_of_a_neighbourhood(text: str) -> None:
    assert area_key(text) == area_key("Khu phố 3")


@pytest.mark.parametrize("text", ["Phường 4", "P4", "P.04", "P. 4", "F.4", "f4", "PHƯỜNG 04"])
def test_spellings_of_a_ward(text: str) -> None:
    assert unit_key(text) == unit_key("Phường 4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Phường Bến Nghé", "Bến Nghé", id="with the word ward"),
        pytest.param("bến  nghé", "Bến Nghé", id="case and spaces"),
        pytest.param("P.BN", "Bến Nghé", id="an alias"),
        pytest.param("Tân Hiệp", "Xã Tân Hiệp", id="without the word commune"),
        pytest.param("Phường Tân Hiệp", None, id="a ward is no commune"),
        pytest.param("Bên Nghé", None, id="other diacritics"),
        pytest.param("2", None, id="a number alone"),
    ],
)
def test_a_unit_is_matched_exactly_or_not_at_all(text: str, expected: str | None) -> None:
    assert places().units.match(text).name == expected


def test_two_branches_of_one_name_make_a_reference_ambiguous() -> None:
    twins = Places((*BRANCHES, branch("b5", unit="phường 2", areas=("Khu phố 9",))), {}, {})

    match = twins.units.match("P.2")

    assert (match.name, match.candidates) == (None, ("Phường 2", "phường 2"))


@pytest.mark.parametrize(
    ("address", "unit", "area"),
    [
        pytest.param("12/3 Hoa Lài, KP.2, P.2, Q. Phú Nhuận", "Phường 2", "Khu phố 2", id="abbreviations"),
        pytest.param("tổ 12 KP2, phường 2", "Phường 2", "Khu phố 2", id="a residents' group before it"),
        pytest.param("1 Hoa Lài - KP 3 cũ - P2", "Phường 2", "Khu phố 2", id="an alias between dashes"),
        pytest.param("lô A, Chung cư Hoa Sen, Phường 2", "Phường 2", "Chung cư Hoa Sen", id="a block"),
        pytest.param("5 Hoa Lài, Bến Nghé, Quận 1, TP. Hồ Chí Minh", "Bến Nghé", "", id="no area"),
        pytest.param("5 Hoa Lài, phường 7, quận 8", "phường 7", "", id="another ward"),
        pytest.param("Bến Nghé, Hoa Lài", "", "", id="a street of that name first"),
        pytest.param("5 Hoa Lài", "", "", id="a street only"),
    ],
)
def test_addresses(address: str, unit: str, area: str) -> None:
    home = places().parse(address)

    assert (home.unit, home.area) == (unit, area)


def test_a_ward_of_the_same_number_in_another_district_is_another_ward() -> None:
    assert home_district("Quận Phú Nhuận, 2020") == home_district("Q. Phú Nhuận")

    home = places(home_district("Quận Phú Nhuận, 2020")).parse("1 Hoa Lài, KP1, phường 2, Quận 4")

    assert (home.unit, home.area, home.is_home) == ("phường 2, Quận 4", "", False)


def test_an_unknown_area_of_a_known_unit_is_told_with_the_nearest() -> None:
    home = places().parse("KP9, P2")

    assert (home.unit, home.area, home.unknown_area) == ("Phường 2", "", "KP9")
    assert home.near
