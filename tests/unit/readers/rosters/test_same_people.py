"""Whether an earlier plan speaks of the people of the roster."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_document import DocumentReading
from reassign.readers.rosters.incumbent import IncumbentReading
from reassign.readers.rosters.same_people import check_same_people
from tests.builders import member

ROSTER = {each.id: each for each in (member("m1", name="Nguyễn An"), member("m2", name="Trần Bình"))}


def reading(**names: str) -> IncumbentReading:
    file = FileBytes(Source(Path("plan.json"), "plan.json"), "json", b"", "")
    placements = [{"member": identity, "name": name, "branch": "b1"} for identity, name in names.items()]
    return IncumbentReading(file, {}, (), DocumentReading(file, {"placements": placements}))


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        pytest.param({"m1": "Nguyễn An", "m2": "Trần Bình"}, [], id="the same"),
        pytest.param({"m1": "NGUYỄN AN", "m2": "Trần  Bình"}, [], id="written otherwise"),
        pytest.param({"m1": "Nguyễn An", "m2": "Trần Bảo"}, ["R157"], id="half"),
        pytest.param({"m1": "Lê Cúc", "m2": "Trần Bảo"}, ["R158"], id="most"),
        pytest.param({"m8": "Lê Cúc", "m2": "Trần Bình"}, [], id="ids that are gone do not count"),
        pytest.param({"m1": ""}, [], id="no name told"),
    ],
)
def test_names_of_the_same_ids_are_compared(names: dict[str, str], codes: list[str]) -> None:
    assert [finding.code for finding in check_same_people(reading(**names), ROSTER)] == codes
