"""Every violation of ``verify`` is brought about by a change of an honest plan, and is named by its code.

A change may contradict more than one claim; the table names all codes that must be told.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest

from reassign.cli.main import run
from reassign.messages.violations import VIOLATIONS

Document: TypeAlias = dict[str, Any]
Change: TypeAlias = Callable[[Document], object]

MEMBERS = """\
id,name,unit,residence_unit,residence_area,fields,committee_eligible,eligible_posts,current_branch,pinned_branch,together,apart
m1,Nguyễn An,Đa Kao,Đa Kao,KP 1,y tế;an ninh,x,bí thư,b2,,,
m2,Trần Bình,Đa Kao,Đa Kao,KP 2,an ninh,,bí thư,b2,,T,
m3,Lê Cúc,Đa Kao,,,y tế,x,,,b1,,
m4,Phạm Dung,Đa Kao,Tân Định,,giáo dục,,,Cơ quan,,T,
m5,Vũ Em,Tân Định,Tân Định,KP 3,,,,,,,A
m6,Vũ Gia,Tân Định,Tân Định,KP 3,,,,,,,A
"""
BRANCHES = """\
id,name,unit,areas,max,needs,special,committee_vacancies,vacant_posts,members_now
b1,Chi bộ 1,Đa Kao,KP 1,,y tế;an ninh,x,1,bí thư,5
b2,Chi bộ 2,Đa Kao,KP 2,,an ninh;môi trường,,,,4
b3,Chi bộ 3,Tân Định,KP 3,2,,,,,
b4,Chi bộ 4,Tân Định,KP 3,2,,,,,
"""
CASE = """\
[inputs]
members = "members.csv"
branches = "branches.csv"
[policy.limits]
max = 3
[policy.replan]
protect = { exempt = true }
[[policy.quota]]
members = { status = "official" }
branches = "all"
min = 1
"""
TOLD_ELSEWHERE = {"sheet", "replan"}
"""Workbooks and re-plans have tests of their own."""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    for name, text in {"members.csv": MEMBERS, "branches.csv": BRANCHES, "reassign.toml": CASE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json"], {}, folder) == 0
    return folder


def placement(plan: Document, member: str) -> Document:
    found = next(entry for entry in plan["placements"] if entry["member"] == member)
    assert isinstance(found, dict)
    return found


def branch(plan: Document, identity: str) -> Document:
    found = next(entry for entry in plan["branches"] if entry["branch"] == identity)
    assert isinstance(found, dict)
    return found


def of_member(identity: str, /, **values: object) -> Change:
    return lambda plan: placement(plan, identity).update(values)


def of_branch(identity: str, /, **values: object) -> Change:
    return lambda plan: branch(plan, identity).update(values)


def of_level(number: int, **values: object) -> Change:
    return lambda plan: plan["priorities"][number].update(values)


def one_owner(plan: Document) -> None:
    """m1 has both tasks of b1, m3 none."""
    placement(plan, "m1")["tasks"] = ["an ninh", "y tế"]
    placement(plan, "m3")["tasks"] = []
    branch(plan, "b1")["covered"] = {"an ninh": "m1", "y tế": "m1"}


CLAIMS = [
    pytest.param(of_member("m1", member="m9"), {"unknown_member", "not_placed"}, id="member that is not in the roster"),
    pytest.param(of_member("m1", branch="b9"), {"unknown_branch"}, id="branch that is not in the roster"),
    pytest.param(
        lambda plan: plan["placements"].append(placement(plan, "m1")), {"placed_twice"}, id="member placed twice"
    ),
    pytest.param(lambda plan: plan["placements"].pop(0), {"not_placed"}, id="member left out"),
    pytest.param(lambda plan: plan["placements"].reverse(), {"placement_order"}, id="order of the rows"),
    pytest.param(of_member("m1", pinned=True), {"pinned_mark"}, id="pinned"),
    pytest.param(of_member("m1", moved=False), {"moved_mark"}, id="moved"),
    pytest.param(of_member("m1", from_branch="b1"), {"from_branch"}, id="branch of origin"),
    pytest.param(of_member("m2", reasons=["special"]), {"reasons"}, id="reasons"),
    pytest.param(of_member("m1", tasks=["môi trường"]), {"tasks", "reasons"}, id="tasks"),
    pytest.param(of_member("m1", interchangeable_with=["m2"]), {"interchangeable", "reasons"}, id="swaps"),
    pytest.param(of_member("m1", name="Nguyễn Anh"), {"member_name"}, id="name of a member"),
    pytest.param(lambda plan: plan["review"].clear(), {"review_item"}, id="points to decide"),
    pytest.param(lambda plan: plan["branches"].pop(), {"branch_list"}, id="branch left out"),
    pytest.param(of_branch("b1", name="Chi bộ Một"), {"branch_name"}, id="name of a branch"),
    pytest.param(of_branch("b1", max=7), {"load"}, id="limits"),
    pytest.param(
        of_branch("b1", covered={"an ninh": "m3", "y tế": "m3"}), {"covered", "tasks"}, id="owner without the field"
    ),
    pytest.param(of_branch("b2", uncovered=[]), {"uncovered"}, id="needs nobody covers"),
    pytest.param(one_owner, {"task_spread", "reasons"}, id="tasks on one member"),
    pytest.param(of_branch("b1", committee_candidates=["m2"]), {"committee_candidates"}, id="candidates"),
    pytest.param(of_branch("b1", posts={}), {"posts_held", "reasons"}, id="posts"),
    pytest.param(lambda plan: plan["priorities"].pop(0), {"level_list"}, id="level left out"),
    pytest.param(of_level(1, value=99, bound=99), {"level_value"}, id="value of a level"),
    pytest.param(of_level(1, bound=99), {"level_bound"}, id="bound of a level"),
    pytest.param(of_level(1, proof="solver"), {"level_proof"}, id="proof of a level"),
    pytest.param(lambda plan: plan.update(status="feasible"), {"status"}, id="status"),
    pytest.param(lambda plan: plan["certificate"]["components"].pop(), {"certificate"}, id="certificate"),
    pytest.param(lambda plan: plan["policy"]["limits"].update(max=9), {"policy", "load", "certificate"}, id="policy"),
]
"""What a plan claims, each with exactly the codes that a wrong claim is told by."""

PLACES = [
    pytest.param(of_member("m1", branch="b3"), {"candidate"}, id="branch of another unit"),
    pytest.param(of_member("m3", branch="b2"), {"candidate"}, id="not where pinned"),
    pytest.param(of_member("m5", branch="b3"), {"apart", "branch_quota", "quota"}, id="a group that is kept apart"),
    pytest.param(of_member("m4", branch="b1"), {"together"}, id="a group that is kept together"),
    pytest.param(lambda plan: plan["policy"]["replan"].update(max_moves=0), {"max_moves"}, id="more moves than asked"),
    pytest.param(
        lambda plan: plan["policy"]["replan"].update(protect={"committee_eligible": True}), {"protect"}, id="protected"
    ),
]
"""Where somebody is placed; figures that follow from it are told as well."""


def told(folder: Path, document: Document, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """Codes of the violations that ``verify`` tells, each with a sentence."""
    (folder / "changed.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    code = run(["verify", "changed.json", "--json", "--lang", "vi"], {}, folder)
    violations = json.loads(capsys.readouterr().out)["violations"]
    assert code == (1 if violations else 0)
    assert all(violation["message"] for violation in violations)
    return {violation["code"] for violation in violations}


@pytest.mark.parametrize(("change", "codes"), CLAIMS)
def test_a_wrong_claim_is_told_by_its_code(
    case: Path, change: Change, codes: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(case, changed_by(case, change), capsys) == codes


@pytest.mark.parametrize(("change", "codes"), PLACES)
def test_a_broken_rule_is_told_by_its_code(
    case: Path, change: Change, codes: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert codes <= told(case, changed_by(case, change), capsys)


def test_the_plan_as_it_was_made_breaks_nothing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(case, changed_by(case, lambda plan: plan), capsys) == set()


def test_every_violation_is_brought_about() -> None:
    shown = {code for row in (*CLAIMS, *PLACES) for code in cast("set[str]", row.values[1])}

    assert set(VIOLATIONS) - shown == TOLD_ELSEWHERE


def changed_by(case: Path, change: Change) -> Document:
    document: Document = json.loads((case / "plan.json").read_text(encoding="utf-8"))
    change(document)
    return document
