"""The systems that are re-planned: a year of events, new neighbourhoods, a youth union, office branches that stay."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

from reassign.cli.main import run

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
Document: TypeAlias = dict[str, Any]


def copied(name: str, folder: Path) -> Path:
    case = folder / Path(name).name
    shutil.copytree(SAMPLES / name, case)
    return case


def document(path: Path) -> Document:
    told = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(told, dict)
    return told


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def placed(told: Document) -> dict[str, str]:
    return {placement["member"]: placement["branch"] for placement in told["placements"]}


def test_a_year_of_events_in_thu_duc_moves_two(tmp_path: Path) -> None:
    case = copied("thu-duc-2019", tmp_path)
    assert run(["plan", "-q", "-o", "plan.json"], {}, case) == 0

    assert run(["replan", "plan.json", "-q", "-o", "new.json"], {}, case) == 0

    events = table(case / "events.csv")
    kinds = Counter(event["event"] for event in events)
    assert kinds == {"left": 12, "struck_off": 3, "post": 12, "away": 12, "back": 12}
    before, told = document(case / "plan.json"), document(case / "new.json")
    gone = {event["member"] for event in events if event["event"] in ("left", "struck_off")}
    assert set(told["replan"]["leavers"]) == gone
    assert len(told["placements"]) == len(before["placements"]) - len(gone) == 201
    assert (told["replan"]["stayed"], len(told["replan"]["moves"]), told["replan"]["fewest_moves"]) == (199, 2, 2)
    assert told["replan"]["fewest_proof"] == "certificate"
    assert {move["reason"] for move in told["replan"]["moves"]} == {"minimum"}
    moved = {move["member"] for move in told["replan"]["moves"]}
    assert all(placed(told)[member] == placed(before)[member] for member in placed(told).keys() - moved)
    away = {event["member"] for event in events if event["event"] == "away"}
    owners = {owner for load in told["branches"] for owner in load["covered"].values()}
    assert not away & owners, "whoever is away answers for nothing"
    assert told["replan"]["lost_owners"]
    assert run(["verify", "-q", "new.json"], {}, case) == 0


def test_the_events_of_a_year_count_from_the_day_that_is_asked_for(tmp_path: Path) -> None:
    case = copied("thu-duc-2019", tmp_path)
    assert run(["plan", "-q", "-o", "plan.json"], {}, case) == 0

    assert run(["replan", "plan.json", "--as-of", "2019-09-02", "-q", "-o", "new.json"], {}, case) == 0

    told = document(case / "new.json")
    assert (told["replan"]["leavers"], told["replan"]["moves"], told["replan"]["as_of"]) == ([], [], "2019-09-02")
    assert run(["verify", "-q", "new.json"], {}, case) == 0


def test_district_1_goes_from_66_to_85_neighbourhoods(tmp_path: Path) -> None:
    case = copied("quan-1-2023", tmp_path)
    members = table(case / "members.csv")
    with (case / "now.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [("member", "branch"), *((member["id"], member["current_branch"]) for member in members)]
        )

    assert run(["replan", "now.csv", "-q", "-o", "new.json"], {}, case) == 0

    told = document(case / "new.json")
    assert len({member["current_branch"] for member in members}) == 66
    assert len(told["branches"]) == 85
    assert (len(told["placements"]), told["replan"]["stayed"], len(told["replan"]["moves"])) == (340, 323, 17)
    assert told["replan"]["fewest_moves"] == 17
    assert {move["reason"] for move in told["replan"]["moves"]} == {"maximum"}
    lineage: dict[str, set[str]] = {}
    for step in table(case / "lineage.csv"):
        lineage.setdefault(step["from_branch"], set()).add(step["to_branch"])
    homes = {member["id"]: member["current_branch"] for member in members}
    stays = [member for member, branch in placed(told).items() if branch in lineage[homes[member]]]
    assert len(stays) == 323, "staying in a successor is no move"
    codes = Counter(item["code"] for item in told["review"])
    assert codes["successor_undetermined"] > 0
    assert codes["concurrent_posts"] > 0
    assert {post for load in told["branches"] for post in load["posts"]} == {
        "Bí thư chi bộ",
        "Trưởng khu phố",
        "Trưởng ban công tác mặt trận",
        "Chi hội trưởng phụ nữ",
        "Bí thư chi đoàn",
    }
    assert run(["verify", "-q", "new.json"], {}, case) == 0


def test_five_changed_portfolios_move_only_whom_a_higher_level_or_a_rule_moves(tmp_path: Path) -> None:
    case = copied("hoc-mon-2020", tmp_path)
    policy = (case / "reassign.toml").read_text(encoding="utf-8")
    (case / "reassign.toml").write_text(policy.replace('"needs"', '"needs", "continuity"'), encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json"], {}, case) == 0
    members = table(case / "members.csv")
    changed = [member for member in members if member["fields"]][::9][:5]
    for member, other in zip(changed, [*changed[1:], changed[0]], strict=True):
        member["post"], member["fields"] = other["post"], other["fields"]
    with (case / "members.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(members[0]))
        writer.writeheader()
        writer.writerows(members)

    assert run(["replan", "plan.json", "-q", "-o", "new.json"], {}, case) == 0

    before, told = document(case / "plan.json"), document(case / "new.json")
    order = ["+".join(level["names"]) for level in told["priorities"]]
    moved = {move["member"] for move in told["replan"]["moves"]}
    for move in told["replan"]["moves"]:
        assert move["reason"] in {"raises", "minimum", "maximum"}, move
        if move["reason"] == "raises":
            assert order.index(move["subject"]) < order.index("continuity"), move
            assert move["amount"] > 0
    assert all(placed(told)[member] == branch for member, branch in placed(before).items() if member not in moved)
    assert 0 < len(moved) < 20
    assert {level["proof"] for level in told["priorities"]} == {"certificate"}
    assert run(["verify", "-q", "new.json"], {}, case) == 0


@pytest.mark.parametrize("name", ["quan-1-2019/youth", "giong-trom-2014"])
def test_what_has_not_changed_stays(tmp_path: Path, name: str) -> None:
    case = copied("quan-1-2019" if "youth" in name else name, tmp_path)
    case = case / "youth" if "youth" in name else case
    assert run(["plan", "-q", "-o", "plan.json"], {}, case) == 0

    assert run(["replan", "plan.json", "-q", "-o", "new.json"], {}, case) == 0

    assert placed(document(case / "new.json")) == placed(document(case / "plan.json"))
    assert document(case / "new.json")["replan"]["moves"] == []
    assert run(["verify", "-q", "new.json"], {}, case) == 0


def test_giong_trom_keeps_its_office_branches_and_everybody_keeps_contact_at_home(tmp_path: Path) -> None:
    case = copied("giong-trom-2014", tmp_path)

    assert run(["plan", "-q", "-o", "plan.json", "-o", "plan.xlsx"], {}, case) == 0

    told = document(case / "plan.json")
    assert not any(placement["moved"] for placement in told["placements"])
    assert all(placement["branch"] == placement["from_branch"] for placement in told["placements"])
    rows = list(openpyxl.load_workbook(case / "plan.xlsx")["Liên hệ nơi cư trú"].iter_rows(min_row=4, values_only=True))
    assert {row[-1] for row in rows if row[-1]} == {placement["member"] for placement in told["placements"]}
    assert len(told["placements"]) == 279
