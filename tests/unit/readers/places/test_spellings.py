"""Units and areas as people write them."""

from __future__ import annotations

import pytest

from reassign.readers.places.places import Places
from tests.builders import branch

BRANCHES = (
    branch("b1", unit="Phường 2", areas=("Khu phố 1", "Khu phố 3", "Ấp 3", "Chung cư Hòa Bình")),
    branch("b2", unit="Phường 12", areas=("Khu phố 3",)),
    branch("b3", unit="Bến Nghé", areas=("Khu phố 1", "Khu phố 3", "Lô A chung cư 1A", "Bình Ân")),
    branch("b4", unit="Tân Định", areas=("Khu phố Mỹ Khánh",)),
)
PLACES = Places(BRANCHES, {"12 Hai Bà Trưng, phường Đa Kao": "Tân Định", "An Định": "An Định"}, {"xóm Đình": "Ấp 3"})


@pytest.mark.parametrize(
    ("address", "unit", "area"),
    [
        pytest.param("KP.3, P.2", "Phường 2", "Khu phố 3", id="dots"),
        pytest.param("tổ 12 KP3, F.2", "Phường 2", "Khu phố 3", id="F for ward, a residents' group before"),
        pytest.param("KP3 tổ 12, F2", "Phường 2", "Khu phố 3", id="a residents' group behind"),
        pytest.param("12/3 Hoa Lài KP3 P2Q4", "Phường 2", "Khu phố 3", id="no commas at all"),
        pytest.param("Tổ 5, Khu phố Ba, phường Hai, quận 4", "Phường 2", "Khu phố 3", id="numbers in words"),
        pytest.param("K.phố 3, Phường 02", "Phường 2", "Khu phố 3", id="K.phố, a zero"),
        pytest.param("KP3,P.12", "Phường 12", "Khu phố 3", id="12 is not 2"),
        pytest.param("ấp 3, P2", "Phường 2", "Ấp 3", id="a hamlet"),
        pytest.param("CC Hoà Bình, P.2", "Phường 2", "Chung cư Hòa Bình", id="block, tone placement"),
        pytest.param("lô B chung cư Hòa Bình P.2", "Phường 2", "Chung cư Hòa Bình", id="a lot of a block"),
        pytest.param("Lô A CC 1A, phường Bến Nghé", "Bến Nghé", "Lô A chung cư 1A", id="a lot with a branch"),
        pytest.param("Tổ 12/KP3/P2", "Phường 2", "Khu phố 3", id="slashes"),
        pytest.param("tổ 3-KP1-P.Bến Nghé", "Bến Nghé", "Khu phố 1", id="hyphens"),
        pytest.param("số 5 khu phố số 3 phường 2", "Phường 2", "Khu phố 3", id="khu phố số 3"),
        pytest.param("Xóm Đình, P2", "Phường 2", "Ấp 3", id="an alias without the word for its kind"),
        pytest.param("12 Hai Bà Trưng, phường Đa Kao", "Tân Định", "", id="an alias for a whole address"),
        pytest.param("Bi\u0300nh \u00c2n, Be\u0302\u0301n Nghe\u0301", "Bến Nghé", "Bình Ân", id="split accents"),
    ],
)
def test_an_address_is_read(address: str, unit: str, area: str) -> None:
    home = PLACES.parse(address)

    assert (home.unit, home.area, home.is_home) == (unit, area, True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("P.BN", ("Bến Nghé",), id="initials"),
        pytest.param("Phường Bên Nghé", ("Bến Nghé",), id="other diacritics"),
        pytest.param("phường Tân Địn", ("Tân Định",), id="a letter lost"),
        pytest.param("phường Tna Định", ("Tân Định",), id="letters swapped"),
        pytest.param("Phường 3", (), id="another number is another ward"),
        pytest.param("phường Hiệp Phú", (), id="unlike"),
        pytest.param("An Định", (), id="decided to be another place"),
    ],
)
def test_what_a_unit_resembles_is_asked_and_never_taken(text: str, meant: tuple[str, ...]) -> None:
    assert PLACES.units.match(text).name is None
    assert PLACES.resembles(text) == meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("P2Q4", "Phường 2", id="with its district"),
        pytest.param("Phường 2, quận 4", "Phường 2", id="district behind a comma"),
        pytest.param("KP3 P2", "", id="an area is no part of a unit"),
    ],
)
def test_the_unit_of_a_cell(text: str, name: str) -> None:
    assert PLACES.unit(text).name == name


@pytest.mark.parametrize(
    ("text", "near"),
    [
        pytest.param("KP 9", ("Khu phố 3", "Khu phố 1"), id="the nearest numbers of the kind"),
        pytest.param("Chung cư Hòa Bìn", ("Chung cư Hòa Bình",), id="a letter lost"),
        pytest.param("Khu phố Mỹ Khánh", (), id="a name is not near to numbers"),
    ],
)
def test_only_near_areas_are_suggested(text: str, near: tuple[str, ...]) -> None:
    assert PLACES.near_areas("Phường 2", text) == near


def test_an_area_without_any_unit_is_looked_for_in_the_given_one() -> None:
    assert PLACES.parse_within("Bến Nghé", "tổ 4 KP.3").area == "Khu phố 3"
    assert PLACES.parse_within("Bến Nghé", "KP.3, Quận 8").area == ""


def test_a_bare_name_in_front_of_a_district_may_be_a_street() -> None:
    home = PLACES.parse("Bến Nghé, Quận 1")

    assert (home.unit, home.near) == ("", ("Bến Nghé",))
