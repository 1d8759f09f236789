"""Reading an address from what follows its first comma gives what reading all of it gives."""

from __future__ import annotations

import datetime
from itertools import product

import pytest

from reassign.readers.places.crosswalk import Crosswalk
from reassign.readers.places.places import Places, home_district
from reassign.readers.rosters.crosswalk import read_crosswalk
from tests.builders import branch

BRANCHES = (
    branch("b1", unit="Phường 2", areas=("Khu phố 1", "Khu phố 2", "Chung cư Hoa Sen")),
    branch("b2", unit="Bến Nghé", areas=("Khu phố 1", "2", "Bến Nghé")),
    branch("b3", unit="Sài Gòn", areas=("Khu phố 1",)),
)
HEADS = (
    "12 Hoa Lài",
    "KP 2",
    "Bến Nghé",
    "P.2",
    "Chung cư Hoa Sen lô A",
    "Quận 5",
    "phường Đa Kao",
    "Đa Kao KP1",
    "2",
    "–",
    "",
)
MIDDLES = ("KP.1", "khu phố 9", "Hoa Sen", "Quận 1", "P2 KP 1", "Bến Nghé", "2", "", "Q.1; KP 2")
ENDS = ("P.2", "Phường Bến Nghé", "phường Đa Kao, Quận 1", "Q5", "phường 9", "KP 1", "Bến Nghé", "Sài Gòn", "")


def crosswalk() -> Crosswalk:
    changes = read_crosswalk(None, {}).changes
    return Crosswalk(changes, [place.unit for place in BRANCHES], datetime.date(2025, 8, 1), "")


@pytest.mark.parametrize("home", ["", "Quận 1", "Quận 5"])
@pytest.mark.parametrize("is_reformed", [False, True])
def test_an_address_means_the_same_read_from_its_end(home: str, *, is_reformed: bool) -> None:
    places = Places(BRANCHES, {}, {}, home_district(home), crosswalk() if is_reformed else None)
    found = 0
    for parts in product(HEADS, MIDDLES, ENDS):
        address = ", ".join(parts)
        whole = Places._parse(places, address)
        assert places.parse(address) == whole, address
        assert places.parse("\n".join(parts)) == Places._parse(places, "\n".join(parts))
        found += places._ends.get(address.partition(",")[2]) is not None
    assert found > len(HEADS), "some addresses are read from their ends alone"


def test_a_spelling_of_the_officer_for_a_whole_address_counts() -> None:
    places = Places(BRANCHES, {"KP 2, KP 1, P.2": "Bến Nghé"}, {})
    assert places.parse("KP 2, KP 1, P.2").unit == "Bến Nghé"
