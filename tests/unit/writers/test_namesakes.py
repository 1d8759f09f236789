"""People of one name are told apart in papers by birth date, else card number, else id."""

from __future__ import annotations

import pytest

from reassign.domain.roster import Member
from reassign.writers.namesakes import called, called_beside_birth_dates
from tests.builders import member


def two(first: tuple[str, str], second: tuple[str, str]) -> list[Member]:
    """Two members of one name with birth date and card number each, and one of another name."""
    return [
        member("m1", name="Nguyễn Thị Lan", birth_date=first[0], card_number=first[1]),
        member("m2", name="nguyễn thị  lan", birth_date=second[0], card_number=second[1]),
        member("m3", name="Nguyễn Thị Lân", birth_date="1975"),
    ]


@pytest.mark.parametrize(
    ("members", "alone", "beside"),
    [
        pytest.param(two(("1975-03-02", "1"), ("1980", "2")), "(sinh 02/03/1975)", "", id="birth-dates-differ"),
        pytest.param(two(("1975", "1"), ("1975", "2")), "(thẻ 1)", "(thẻ 1)", id="same-birth-date"),
        pytest.param(two(("1975", "1"), ("", "2")), "(thẻ 1)", "(thẻ 1)", id="a-birth-date-is-missing"),
        pytest.param(two(("", ""), ("", "2")), "(m1)", "(m1)", id="a-card-is-missing-too"),
    ],
)
def test_namesakes_are_told_apart(members: list[Member], alone: str, beside: str) -> None:
    assert called(members, "vi")["m1"] == f"Nguyễn Thị Lan {alone}"
    assert called_beside_birth_dates(members, "vi")["m1"] == f"Nguyễn Thị Lan {beside}".rstrip()
    assert called(members, "vi")["m3"] == "Nguyễn Thị Lân"


def test_a_name_in_another_unit_is_no_namesake() -> None:
    members = [member("m1", name="Lê An", birth_date="1970"), member("m2", "P2", name="Lê An", birth_date="1980")]

    assert list(called(members, "en").values()) == ["Lê An", "Lê An"]
