"""Old and new units by date, with the reforms that come with the program."""

from __future__ import annotations

import datetime

import pytest

from reassign.domain.place_names import area_key
from reassign.readers.places.crosswalk import Change, Crosswalk, replaced
from reassign.readers.rosters.crosswalk import read_crosswalk

OLD = ("Tân Định", "Đa Kao", "Bến Nghé", "Bến Thành", "Nguyễn Thái Bình", "Cầu Ông Lãnh", "Cô Giang")
NEW = ("Sài Gòn", "Tân Định", "Bến Thành", "Cầu Ông Lãnh")
DISTRICT_4 = ("Xóm Chiếu", "Khánh Hội", "Vĩnh Hội")
AFTER = datetime.date(2025, 8, 1)


def crosswalk(units: tuple[str, ...], effective: datetime.date | None = AFTER, home: str = "") -> Crosswalk:
    return Crosswalk(read_crosswalk(None, {}).changes, units, effective, home)


@pytest.mark.parametrize("effective", [AFTER, None])
@pytest.mark.parametrize(
    ("text", "district", "unit", "candidates"),
    [
        pytest.param("Phường Bến Nghé", "1", "Sài Gòn", ("Sài Gòn",), id="went wholly into one"),
        pytest.param("P. Đa Kao", "1", "", ("Sài Gòn", "Tân Định"), id="divided"),
        pytest.param("Phường Cầu Ông Lãnh", "1", "", ("Bến Thành", "Cầu Ông Lãnh"), id="divided, with its district"),
        pytest.param("Phường Cầu Ông Lãnh", "", "", (), id="the name of a new one"),
        pytest.param("Phường Tân Định", "1", "", (), id="kept its name"),
        pytest.param("Phường Đa Kao", "3", "", (), id="another district"),
    ],
)
def test_after_the_reform_old_names_lead_to_new_units(
    text: str, district: str, unit: str, candidates: tuple[str, ...], effective: datetime.date | None
) -> None:
    verdict = crosswalk(NEW, effective).look(text, district)

    assert (verdict.unit, verdict.candidates, verdict.is_made_of) == (unit, candidates, False)


@pytest.mark.parametrize("effective", [datetime.date(2019, 5, 16), AFTER, None])
def test_a_roster_with_old_names_knows_nothing_of_the_reform(effective: datetime.date | None) -> None:
    looked = crosswalk(OLD, effective)

    assert looked.look("Phường Đa Kao", "1").candidates == ()
    verdict = looked.look("Phường Sài Gòn")
    assert (verdict.unit, verdict.is_made_of) == ("", True)
    assert verdict.candidates == ("Bến Nghé", "Đa Kao", "Nguyễn Thái Bình")


@pytest.mark.parametrize(
    ("text", "district", "home", "unit", "candidates"),
    [
        pytest.param("Phường 10", "4", "", "Khánh Hội", ("Khánh Hội",), id="two reforms, each whole"),
        pytest.param("Phường 5", "4", "", "", ("Khánh Hội", "Vĩnh Hội"), id="two reforms, the later one divides"),
        pytest.param("Phường 1", "8", "", "", (), id="another district"),
        pytest.param("Phường 1", "", "4", "Vĩnh Hội", ("Vĩnh Hội",), id="the district of the policy"),
        pytest.param("Phường 1", "", "", "", ("Vĩnh Hội",), id="a number alone is not sure"),
    ],
)
def test_numbered_wards_need_their_district(
    text: str, district: str, home: str, unit: str, candidates: tuple[str, ...]
) -> None:
    verdict = crosswalk(DISTRICT_4, home=home).look(text, district)

    assert (verdict.unit, verdict.candidates) == (unit, candidates)


def test_a_line_about_an_area_settles_a_divided_unit() -> None:
    day = datetime.date(2025, 7, 1)
    own = (
        Change("Đa Kao", "1", "", "Sài Gòn", day, "part"),
        Change("Đa Kao", "1", "", "Tân Định", day, "part"),
        Change("Đa Kao", "1", "Khu phố 3", "Tân Định", day, "part"),
    )
    looked = Crosswalk(replaced(read_crosswalk(None, {}).changes, own), NEW, AFTER)

    assert looked.look("Đa Kao", "1", (area_key("KP1"),)).unit == ""
    assert looked.look("Đa Kao", "1", (area_key("KP3"),)).unit == "Tân Định"


def test_what_the_officer_says_replaces_what_comes_with_the_program() -> None:
    day = datetime.date(2025, 7, 1)
    own = (Change("Đa Kao", "1", "", "Sài Gòn", day, "whole"),)

    assert Crosswalk(replaced(read_crosswalk(None, {}).changes, own), NEW, AFTER).look("Đa Kao").unit == "Sài Gòn"
