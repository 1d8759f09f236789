"""The systems that are planned from nothing: their figures come out, and the rules in use there decide."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from reassign.cli.main import run

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
Document: TypeAlias = dict[str, Any]


def planned(name: str, folder: Path) -> Document:
    """The plan of a copy of a sample, in the folder ``case``."""
    shutil.copytree(SAMPLES / name, folder / "case")
    assert run(["plan", "-o", "plan.json", "-q"], {}, folder / "case") == 0
    told = json.loads((folder / "case" / "plan.json").read_text(encoding="utf-8"))
    assert isinstance(told, dict)
    return told


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def levels(told: Document) -> dict[str, int]:
    return {"+".join(level["names"]): level["value"] for level in told["priorities"]}


@pytest.mark.parametrize("name", ["quan-1-2019", "quan-1-2019/youth"])
def test_district_1_places_everybody_inside_their_ward_and_every_branch_within_limits(
    tmp_path: Path, name: str
) -> None:
    told = planned(name, tmp_path)
    unit = {load["branch"]: load["unit"] for load in told["branches"]}

    assert all(placement["unit"] == unit[placement["branch"]] for placement in told["placements"])
    assert all(1 <= load["received"] <= 7 for load in told["branches"])
    if name == "quan-1-2019":
        assert (len(told["placements"]), len(told["branches"]), len(set(unit.values()))) == (193, 95, 10)
    assert {level["proof"] for level in told["priorities"]} == {"certificate"}


def test_phu_nhuan_sends_cadres_to_their_areas_before_their_homes(tmp_path: Path) -> None:
    told = planned("phu-nhuan-2020", tmp_path)
    names = list(levels(told))

    assert (len(told["placements"]), len(told["branches"])) == (223, 73)
    assert names.index("in_charge") < names.index("special") < names.index("residence")
    reasons = Counter(reason for placement in told["placements"] for reason in placement["reasons"])
    assert reasons["in_charge"] == levels(told)["in_charge"] > 0


def test_hoc_mon_prints_a_reason_on_every_row(tmp_path: Path) -> None:
    told = planned("hoc-mon-2020", tmp_path)

    assert len({placement["unit"] for placement in told["placements"]}) == 12
    assert all(placement["reasons"] for placement in told["placements"])
    needs = {f"need:{field}" for load in told["branches"] for field in load["covered"]}
    assert needs
    assert needs <= {reason for placement in told["placements"] for reason in placement["reasons"]}


def test_district_4_tells_the_candidates_and_their_share_of_all_seats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = planned("quan-4-2020", tmp_path)
    eligible = {row["id"] for row in table(tmp_path / "case" / "members.csv") if row["committee_eligible"]}
    free = {row["id"]: int(row["committee_vacancies"] or 0) for row in table(tmp_path / "case" / "branches.csv")}
    candidates = {load["branch"]: load["committee_candidates"] for load in told["branches"]}

    assert sum(min(free[branch], len(members)) for branch, members in candidates.items()) == 49
    assert {member for members in candidates.values() for member in members} <= eligible
    assert run(["plan", "--dry-run", "--lang", "en"], {}, tmp_path / "case") == 0
    assert "Free committee seats with a candidate: 49/49, 30 % of 163 seats" in capsys.readouterr().out
