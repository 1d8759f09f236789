"""A plan that is read back is the plan that was written, and one that was damaged is none."""

from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reassign.domain.curve import CurveLevel
from reassign.domain.plan import Proof
from reassign.domain.replanning import LostOwner, Strength
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_file import PlanFile, read_plan_file
from tests.golden.documents.two_wards import replan


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A re-plan with an edit, events and the price of moves; two of its texts say something that the case does not."""
    folder = tmp_path_factory.mktemp("plan")
    replan(folder, "second.json")
    found: dict[str, Any] = json.loads((folder / "second.json").read_text(encoding="utf-8"))
    found["replan"]["closed"] = [{"member": "m01", "from": "b0", "to": "b1"}]
    found["replan"]["joiners"] = ["m03"]
    found["replan"]["edits"].append({**found["replan"]["edits"][0], "cell": "AB12", "kind": "unpin", "branch": None})
    return found


def read(folder: Path, document: object) -> PlanFile:
    (folder / "plan.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    found, findings = read_plan_file(Source(folder / "plan.json", "plan.json"))
    assert findings == ()
    assert found is not None
    return found


def test_the_plan_itself_comes_back(tmp_path: Path, document: dict[str, Any]) -> None:
    found = read(tmp_path, document)
    assert (found.plan.status, found.seed) == (document["status"], document["seed"])
    assert [
        {"names": list(each.names), "sense": each.sense, "value": each.value, "bound": each.bound}
        for each in found.plan.levels
    ] == [{key: each[key] for key in ("names", "sense", "value", "bound")} for each in document["priorities"]]
    assert all(each.proof is Proof.CERTIFICATE for each in found.plan.levels)
    assert [
        {
            "member": each.member,
            "branch": each.branch,
            "from_branch": each.from_branch,
            "pinned": each.is_pinned,
            "moved": each.has_moved,
            "reasons": list(each.reasons),
            "tasks": list(each.tasks),
            "interchangeable_with": list(each.interchangeable_with),
        }
        for each in found.plan.placements
    ] == [{key: value for key, value in each.items() if key not in {"name", "unit"}} for each in document["placements"]]
    assert [
        {
            "branch": each.branch,
            "received": each.received,
            "min": each.min,
            "max": each.max,
            "covered": dict(each.covered),
            "uncovered": list(each.uncovered),
            "committee_candidates": list(each.committee_candidates),
            "posts": {post: list(holders) for post, holders in each.posts.items()},
        }
        for each in found.plan.branches
    ] == [{key: value for key, value in each.items() if key not in {"name", "unit"}} for each in document["branches"]]
    assert [(each.code, each.member, each.branch, dict(each.parameters)) for each in found.plan.review] == [
        (each["code"], each["member"] or "", each["branch"] or "", each["parameters"]) for each in document["review"]
    ]
    assert found.plan.certificate == document["certificate"]
    assert [(each.role, each.path, each.sha256) for each in found.inputs] == [
        (each["role"], each["file"], each["sha256"]) for each in document["inputs"]
    ]
    assert found.names["member", "m07"] == ("Phạm Thị Hà", "Tân Định")
    assert found.names["branch", "b7"] == ("Chi bộ Khu phố 7", "Tân Định")


def test_what_it_tells_about_the_plan_before_comes_back(tmp_path: Path, document: dict[str, Any]) -> None:
    told = read(tmp_path, document).replan
    assert told is not None
    assert told.moves == (("m05", "b1", "b2"), ("m02", "b2", "b3"))
    assert [(each.member, each.origin, each.branch) for each in told.reasons] == list(told.moves)
    assert [
        (each.reason, each.subject or None, each.amount, each.need or None, each.is_changed) for each in told.reasons
    ] == [
        (each["reason"], each["subject"], each["amount"], each["need"], each["post_changed"])
        for each in document["replan"]["moves"]
    ]
    assert (told.stayed, told.joiners, told.leavers) == (6, ("m03",), ("m04",))
    assert (dict(told.pins), told.as_of) == ({"m02": "b3"}, datetime.date(2024, 7, 1))
    assert told.closed == (("m01", "b0", "b1"),)
    assert told.lost == (LostOwner("b1", "y tế", "m05", "m01"), LostOwner("b2", "môi trường", "m02", ""))
    assert told.strength["b1"] == Strength(31, 30)
    assert (told.fewest, told.fewest_proof) == (2, Proof.CERTIFICATE)
    edited, unpinned = told.prices
    assert (edited.edit.member, edited.edit.kind, edited.edit.branch) == ("m02", "branch", "b3")
    assert (edited.edit.before, edited.edit.after) == ("Chi bộ Khu phố 2", "Chi bộ Khu phố 3")
    assert (edited.edit.address.sheet, edited.edit.address.row, edited.edit.address.column) == ("Phương án", 9, 12)
    assert (edited.is_needed, edited.proof) == (False, Proof.CERTIFICATE)
    first, *_, balance, _, draw = edited.levels
    assert (first.names, first.sense, first.here, first.without) == (("continuity",), "max", 6, 8)
    assert (balance.names, balance.sense, draw.sense) == (("balance",), "min", "min")
    assert (unpinned.edit.branch, unpinned.edit.address.row, unpinned.edit.address.column) == ("", 12, 28)


def test_the_price_of_moves_comes_back(tmp_path: Path, document: dict[str, Any]) -> None:
    curve = read(tmp_path, document).curve
    assert curve is not None
    (point,) = curve.points
    assert (point.moves, point.proof) == (2, Proof.CERTIFICATE)
    assert point.levels[0] == CurveLevel(("in_charge",), "max", 2)
    without = {**document, "curve": None}
    assert read(tmp_path, without).curve is None
    assert read(tmp_path, {**without, "replan": None}).replan is None


def test_the_policy_comes_back_with_what_the_run_decided(tmp_path: Path, document: dict[str, Any]) -> None:
    policy = read(tmp_path, document).policy
    assert (policy.name, policy.effective) == ("Hai phường, thử", datetime.date(2024, 5, 16))
    assert (policy.is_order_given, policy.is_shortfall_allowed, policy.max_moves) == (False, False, None)
    changed = copy.deepcopy(document)
    changed["policy"]["priorities"]["is_default"] = False
    changed["policy"]["allow_shortfall"] = True
    changed["policy"]["replan"]["max_moves"] = 3
    changed["policy"]["effective"] = None
    policy = read(tmp_path, changed).policy
    assert (policy.is_order_given, policy.is_shortfall_allowed, policy.max_moves, policy.effective) == (
        True,
        True,
        3,
        None,
    )


def at(*path: str | int, value: object = ...) -> Callable[[dict[str, Any]], None]:
    """Put another value at a place; take the place away without one."""

    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for part in path[:-1]:
            place = place[part]
        if value is ...:
            del place[path[-1]]
        else:
            place[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "place"),
    [
        pytest.param(at("status", value="perfect"), "status", id="another status"),
        pytest.param(at("seed", value="x"), "seed", id="a seed that is a text"),
        pytest.param(at("placements", 2, "branch"), "placements.2.branch", id="no branch"),
        pytest.param(at("placements", 2, "pinned", value="x"), "placements.2.pinned", id="a pin that is a text"),
        pytest.param(at("priorities", 0, "value", value=1.5), "priorities.0.value", id="a fraction"),
        pytest.param(at("replan", "edits", 0, "levels", 0, "with"), "replan.edits.0.levels.0.with", id="no price"),
        pytest.param(at("replan", "as_of", value="hôm qua"), "replan.as_of", id="no day"),
        pytest.param(at("policy", "allow_shortfall", value="no"), "policy", id="a word of the policy"),
        pytest.param(at("policy", "priorities", value=[]), "policy", id="no order"),
        pytest.param(at("policy", "priorities", "is_default", value=1), "policy", id="a default that is a number"),
        pytest.param(at("policy", "replan", value=None), "policy", id="no table of re-plans"),
        pytest.param(at("policy", "replan", "max_moves", value=True), "policy", id="a cap that is a truth value"),
        pytest.param(at("policy", "replan", "max_moves", value="3"), "policy", id="a cap that is a text"),
        pytest.param(at("policy", "effective", value="31/02"), "policy", id="no effective day"),
        pytest.param(at("policy", "limits", "min", value=-1), "policy", id="a limit below zero"),
        pytest.param(at("policy", "stranger", value=1), "policy", id="a key that there is not"),
    ],
)
def test_a_damaged_plan_is_refused_with_the_place(
    tmp_path: Path, document: dict[str, Any], change: Callable[[dict[str, Any]], None], place: str
) -> None:
    changed = copy.deepcopy(document)
    change(changed)
    (tmp_path / "plan.json").write_text(json.dumps(changed), encoding="utf-8")
    found, findings = read_plan_file(Source(tmp_path / "plan.json", "plan.json"))
    assert found is None
    assert [(each.code, each.value, dict(each.parameters)) for each in findings] == [("R091", place, {"place": place})]


def test_points_of_a_curve_have_the_same_levels(tmp_path: Path, document: dict[str, Any]) -> None:
    changed = copy.deepcopy(document)
    shorter = copy.deepcopy(changed["curve"][0])
    shorter["levels"].pop()
    changed["curve"].append(shorter)
    (tmp_path / "plan.json").write_text(json.dumps(changed), encoding="utf-8")
    found, (finding,) = read_plan_file(Source(tmp_path / "plan.json", "plan.json"))
    assert (found, finding.value) == (None, "curve")


@pytest.mark.parametrize(
    ("content", "code"), [("{}", "R066"), ("[]", "R066"), ('{"schema_version": 1}', "R066"), ("{", "R066")]
)
def test_what_is_no_plan_is_told(tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "plan.json").write_text(content, encoding="utf-8")
    found, findings = read_plan_file(Source(tmp_path / "plan.json", "plan.json"))
    assert found is None
    assert [each.code for each in findings] == [code]
