"""``verify``: an honest plan passes, and a plan that was changed in any place does not."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

from reassign.cli.main import run
from reassign.domain.errors import ReassignError
from reassign.workflows.verify import verify_plan

Document: TypeAlias = dict[str, Any]
Where: TypeAlias = tuple[str | int, ...]

MEMBERS = """\
id,name,unit,status,residence_unit,residence_area,fields,in_charge_of,key_cadre,committee_eligible,eligible_posts,exempt,\
current_branch,pinned_branch
m1,Nguyễn An,Đa Kao,official,Đa Kao,KP 1,y tế;an ninh,,x,x,bí thư,,b2,
m2,Trần Bình,Đa Kao,official,Đa Kao,KP 2,an ninh,KP 2,,,bí thư,,b2,
m3,Lê Cúc,Đa Kao,probationary,,,y tế,,,x,,,,b1
m4,Phạm Dung,Đa Kao,official,Tân Định,,giáo dục,,,,,x,Cơ quan,
m5,Vũ Em,Tân Định,official,Tân Định,KP 3,,,,,,,,
m6,Vũ Gia,Tân Định,official,Tân Định,KP 3,,,,,,,,
"""
BRANCHES = """\
id,name,unit,areas,max,needs,special,committee_vacancies,vacant_posts,members_now
b1,Chi bộ 1,Đa Kao,KP 1,,y tế;an ninh,x,1,bí thư,5
b2,Chi bộ 2,Đa Kao,KP 2,,an ninh;môi trường,,,,4
b3,Chi bộ 3,Tân Định,KP 3,1,,,,,
b4,Chi bộ 4,Tân Định,KP 3,,,,,,
"""
DISTANCES = "member,b1,b2,b3,b4\nm1,300,100,,\nm2,100,250,,\nm3,10,20,,\nm4,70,60,,\nm5,,,40,40\nm6,,,40,40\n"
CASE = """\
[inputs]
members = "members.csv"
branches = "branches.csv"
distances = "distances.csv"
[policy.limits]
max = 3
[policy.priorities]
order = ["special", "residence", { needs = 3, committee = 2 },
  "in_charge", "posts", "continuity", "balance", "distance"]
[[policy.quota]]
members = { status = "official" }
branches = "all"
min = 1
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    tables = {"members.csv": MEMBERS, "branches.csv": BRANCHES, "distances.csv": DISTANCES, "reassign.toml": CASE}
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json", "-o", "plan.xlsx"], {}, folder) == 0
    return folder


@pytest.fixture(scope="module")
def honest(case: Path) -> Document:
    document = json.loads((case / "plan.json").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def is_refused(folder: Path, document: Document) -> bool:
    """Whether the checker finds something wrong with the document, or cannot read it."""
    path = folder / "changed.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    try:
        return not verify_plan(path, path.name).result.is_ok
    except ReassignError:
        return True


def test_an_honest_plan_passes_from_both_files(
    case: Path, honest: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("plan.json", "plan.xlsx"):
        assert run(["verify", name, "--json"], {}, case) == 0
        told = json.loads(capsys.readouterr().out)
        assert told == {
            "schema_version": 1,
            "ok": True,
            "violations": [],
            "levels": [
                {key: level[key] for key in ("names", "value", "bound", "proof")} | {"checked": True}
                for level in honest["priorities"]
            ],
        }


def test_the_words_say_that_it_is_right(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "plan.json", "--lang", "en"], {}, case) == 0
    assert "The plan is right" in capsys.readouterr().out


def test_a_wrong_value_is_named_on_stderr(case: Path, honest: Document, capsys: pytest.CaptureFixture[str]) -> None:
    changed = copy.deepcopy(honest)
    changed["priorities"][1]["value"] += 1
    changed["priorities"][1]["bound"] += 1
    (case / "wrong.json").write_text(json.dumps(changed), encoding="utf-8")
    assert run(["verify", "wrong.json", "--lang", "en"], {}, case) == 1
    assert "level residence: told 9, found 8   [level_value]" in capsys.readouterr().err


# What a plan says besides what it claims; nobody is misled by a change there.
FREE = {
    ("tool", "version"),
    ("policy", "name"),
    ("policy", "effective"),
    ("policy", "repair"),
    ("policy", "thresholds"),
    ("policy", "deadlines"),
    ("policy", "residence"),
    ("policy", "scope"),
    ("policy", "replan", "protect"),
    ("policy", "replan", "max_moves"),
    ("policy", "distance"),
    ("policy", "quota"),
    ("policy", "needs", "weights"),
}


def places(value: object, where: Where = ()) -> Iterator[Where]:
    """Every place of the document, the inner ones first."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*where, index))
    if where:
        yield where


def at(document: Document, where: Where) -> Any:
    value: Any = document
    for key in where:
        value = value[key]
    return value


def altered(value: object) -> list[object]:
    """Other values of the same and of another type."""
    if isinstance(value, bool):
        return [not value, None]
    if isinstance(value, int):
        return [value + 1, value - 1, str(value)]
    if isinstance(value, str):
        return [value + "x", "", 1]
    if isinstance(value, list):
        return [[*value, "x"], value[1:] if value else None, [*value, value[0]] if value else 1]
    if isinstance(value, dict):
        return [{**value, "x": 1}, None]
    return ["x", 1]


def changes(document: Document, top: str) -> Iterator[tuple[Where, object, Document]]:
    """The document with one place changed, for each place below a top key and each other value."""
    for where in places(document[top], (top,)):
        for value in altered(at(document, where)):
            changed = copy.deepcopy(document)
            at(changed, where[:-1])[where[-1]] = value
            yield where, value, changed


@pytest.mark.parametrize(
    "top", ["schema_version", "tool", "status", "inputs", "seed", "priorities", "placements", "branches", "review"]
)
def test_a_change_in_any_place_is_refused(case: Path, honest: Document, top: str) -> None:
    passed = [
        (where, value)
        for where, value, changed in changes(honest, top)
        if where not in FREE
        and not _is_mere_wording(where)
        and not _is_comparison(at(honest, where), value)
        and not is_refused(case, changed)
    ]
    assert passed == []


def _is_mere_wording(where: Where) -> bool:
    """The words of a review item are for people; its code and ids are what counts."""
    return where[0] == "review" and where[-1] == "message"


def _is_comparison(before: object, after: object) -> bool:
    """Whether only reasons were left out that compare with other places; they state no fact."""
    return (
        isinstance(before, list)
        and isinstance(after, list)
        and after == before[1:]
        and before[0] in ("minimum", "balance", "distance")
        and bool(after)
    )


@pytest.mark.parametrize("top", ["status", "seed", "priorities", "placements", "branches", "policy", "certificate"])
def test_a_missing_key_is_refused(case: Path, honest: Document, top: str) -> None:
    changed = {key: value for key, value in honest.items() if key != top}
    assert is_refused(case, changed)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        pytest.param(("limits", "max"), 1, id="maximum"),
        pytest.param(("limits", "min"), 2, id="minimum"),
        pytest.param(("limits", "branch"), {"b1": {"max": 1}}, id="maximum of a branch"),
        pytest.param(("priorities", "order"), ["distance"], id="order"),
        pytest.param(("priorities", "is_default"), "no", id="type"),
        pytest.param(("needs", "weights"), {"y tế": 5}, id="weight of a need"),
        pytest.param(("balance", "count"), "total", id="what balance counts"),
        pytest.param(("replan", "max_moves"), 0, id="moves"),
        pytest.param(("allow_shortfall",), True, id="shortfall"),
        pytest.param(("quota",), [{"members": {"status": "probationary"}, "branches": "all", "min": 1}], id="quota"),
        pytest.param(("scope", "within"), "any", id="scope"),
        pytest.param(("effective",), "yesterday", id="date"),
    ],
)
def test_another_policy_is_refused(case: Path, honest: Document, where: Where, value: object) -> None:
    changed = copy.deepcopy(honest)
    at(changed["policy"], where[:-1])[where[-1]] = value
    assert is_refused(case, changed)


def test_a_change_in_the_certificate_is_refused_or_still_proves(case: Path, honest: Document) -> None:
    """Another multiplier may prove as much, by a better luck than ours; any other key may not change."""
    passed = [
        where
        for where, _, changed in changes(honest, "certificate")
        if "multipliers" not in where and "weights" not in where and not is_refused(case, changed)
    ]
    assert [where for where in passed if where[-1] != "denominator"] == []


@pytest.mark.parametrize("amount", [10**9, -(10**9)])
def test_a_spoiled_multiplier_is_refused_with_its_component(case: Path, honest: Document, amount: int) -> None:
    """Far from its place a multiplier proves nothing, but where its row is tight in every plan."""
    refused = []
    for number, component in enumerate(honest["certificate"]["components"]):
        for step, stage in enumerate(component["stages"]):
            for place in range(len(stage["multipliers"])):
                changed = copy.deepcopy(honest)
                changed["certificate"]["components"][number]["stages"][step]["multipliers"][place] += amount
                path = case / "spoiled.json"
                path.write_text(json.dumps(changed), encoding="utf-8")
                violations = verify_plan(path, path.name).result.violations
                assert {violation.code for violation in violations} <= {"certificate"}
                refused += [violation.parameters["component"] == number for violation in violations]
    assert refused
    assert all(refused)


def test_a_certificate_of_nothing_is_refused(case: Path, honest: Document) -> None:
    assert is_refused(case, {**honest, "certificate": {}})
    assert is_refused(case, {**honest, "certificate": {"format": 1, "components": []}})


def test_a_plan_of_other_rosters_is_bad_input(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("members.csv", "branches.csv", "distances.csv", "reassign.toml", "plan.json"):
        (tmp_path / name).write_bytes((case / name).read_bytes())
    (tmp_path / "members.csv").write_text(MEMBERS.replace("Lê Cúc", "Lê Cúc Anh"), encoding="utf-8")
    assert run(["verify", "plan.json", "--json"], {}, tmp_path) == 3
    findings = json.loads(capsys.readouterr().out)["findings"]
    errors = [(finding["code"], finding["file"]) for finding in findings if finding["severity"] == "error"]
    assert errors == [("R090", "members.csv")]


def test_a_workbook_edited_by_hand_is_bad_input(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(case / "plan.xlsx")
    facts = {row[0].value: row[1].value for row in book["_reassign"].iter_rows()}
    sheet = book[facts["plan_sheet"]]
    sheet.cell(int(facts["header_row"]) + 1, int(facts["branch_column"])).value = "Chi bộ 9"
    book.save(case / "edited.xlsx")
    assert run(["verify", "edited.xlsx", "--json"], {}, case) == 3
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == ["R069"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param('{"schema_version": 2, "placements": []}', "R067", id="newer"),
        pytest.param('{"schema_version": 1, "placements": []}', "R091", id="keys missing"),
        pytest.param("{}", "R066", id="no plan"),
        pytest.param('{"placements"', "R066", id="broken"),
    ],
)
def test_what_is_no_plan_is_bad_input(case: Path, text: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "odd.json").write_text(text, encoding="utf-8")
    assert run(["verify", "odd.json", "--json"], {}, case) == 3
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == [code]


def test_a_missing_input_is_bad_input(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.json").write_bytes((case / "plan.json").read_bytes())
    assert run(["verify", "plan.json", "--json"], {}, tmp_path) == 3
    assert {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]} == {"R001"}


def test_no_solver_and_no_arrays_are_loaded(case: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom reassign.cli.main import run\n"
        "assert run(['verify', 'plan.json', '-q'], {}, Path('.')) == 0\n"
        "heavy = {'numpy', 'ortools', 'pandas', 'reassign.model', 'reassign.solve'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    run_alone = subprocess.run([sys.executable, "-c", script], cwd=case, capture_output=True, text=True, check=False)
    assert run_alone.returncode == 0, run_alone.stderr


def test_a_plan_that_ran_out_of_time_is_right_as_far_as_it_claims(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"m{index},Người {index},P,P,KP {index % 3}\n" for index in range(9))
    (tmp_path / "members.csv").write_text("id,name,unit,residence_unit,residence_area\n" + rows, encoding="utf-8")
    (tmp_path / "branches.csv").write_text(
        "id,name,unit,areas\n" + "".join(f"b{index},Chi bộ {index},P,KP {index}\n" for index in range(3)),
        encoding="utf-8",
    )
    flags = ["--members", "members.csv", "--branches", "branches.csv", "--time-limit", "0.000001"]
    assert run(["plan", *flags, "-q", "-o", "plan.json"], {}, tmp_path) == 5
    capsys.readouterr()
    assert run(["verify", "plan.json", "--json"], {}, tmp_path) == 0
    assert {level["proof"] for level in json.loads(capsys.readouterr().out)["levels"]} >= {"none"}
