"""No plan exists: what to change is told, can be written into a policy, and then there is a plan that verifies."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from reassign.cli.main import run
from reassign.writers.json.schemas.infeasible import InfeasibleDocument

INPUTS = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
HEAD = "id,name,unit,status,pinned_branch,excluded_branches\n"


def write_case(
    folder: Path, rows: str, policy: str, branches: str = "b1,Chi bộ 1,Đa Kao\nb2,Chi bộ 2,Đa Kao\n"
) -> None:
    (folder / "members.csv").write_text(HEAD + rows, encoding="utf-8")
    (folder / "branches.csv").write_text("id,name,unit\n" + branches, encoding="utf-8")
    (folder / "reassign.toml").write_text(INPUTS + policy, encoding="utf-8")


PLAIN = "m1,An,Đa Kao,official,,\nm2,Bình,Đa Kao,probationary,,\n"
CASES = [
    pytest.param(
        PLAIN,
        '[policy.limits.branch."b1"]\nmin = 2\n',
        2,
        [
            [{"what": "min", "branch": "b1", "from": 2, "to": 1}],
            [{"what": "min", "branch": "b2", "from": 1, "to": 0}],
        ],
        id="a minimum",
    ),
    pytest.param(
        PLAIN,
        '[policy.limits]\nmin = 0\nmax = 0\n[policy.limits.branch."b2"]\nmax = 1\n',
        1,
        [
            [{"what": "max", "branch": "b2", "from": 1, "to": 2}],
            [{"what": "max", "branch": "b1", "from": 0, "to": 1}],
        ],
        id="a maximum",
    ),
    pytest.param(
        "m1,An,Đa Kao,,b1,\nm2,Bình,Đa Kao,,b1,\n",
        '[policy.repair]\nflex = ["pin"]\n',
        1,
        [
            [{"what": "pin", "member": "m1", "branch": "b1", "from": True, "to": False}],
            [{"what": "pin", "member": "m2", "branch": "b1", "from": True, "to": False}],
        ],
        id="a pin",
    ),
    pytest.param(
        "m1,An,Đa Kao,,,b1;b2\nm2,Bình,Đa Kao,,b1,\n",
        '[policy.limits]\nmax = 1\n[policy.repair]\nflex = ["forbid", "min"]\n',
        1,
        [[{"what": "forbid", "member": "m1", "branch": "b2", "from": True, "to": False}]],
        id="a forbid",
    ),
    pytest.param(
        PLAIN,
        '[[policy.quota]]\nmembers = { status = "official" }\nmin = 1\n[policy.repair]\nflex = ["quota"]\n',
        1,
        [
            [{"what": "quota", "quota": 0, "branch": "b1", "bound": "min", "from": 1, "to": 0}],
            [{"what": "quota", "quota": 0, "branch": "b2", "bound": "min", "from": 1, "to": 0}],
        ],
        id="a quota",
    ),
]


@pytest.mark.parametrize(("rows", "policy", "number", "expected"), CASES)
def test_each_kind_of_repair_is_told_written_and_works(
    rows: str,
    policy: str,
    number: int,
    expected: list[list[dict[str, object]]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_case(tmp_path, rows, policy)
    before = (tmp_path / "reassign.toml").read_bytes()
    assert run(["plan", "--json"], {}, tmp_path) == 4
    printed = capsys.readouterr().out
    InfeasibleDocument.model_validate_json(printed)
    repairs = json.loads(printed)["repairs"]
    assert all(repair["total_change"] == 1 for repair in repairs)
    told = [repair["changes"] for repair in repairs]
    assert sorted(told, key=str) == sorted(expected, key=str)
    assert run(["plan", "--apply-repair", str(number), "--lang", "en"], {}, tmp_path) == 4
    file = f"policy-repair-{number}.toml"
    assert f"reassign plan --lang en --policy {file}" in capsys.readouterr().err
    assert (tmp_path / "reassign.toml").read_bytes() == before
    assert run(["plan", "--policy", file, "-o", "plan.json"], {}, tmp_path) == 0
    assert run(["verify", "plan.json"], {}, tmp_path) == 0


def test_the_screen_tells_repairs_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, PLAIN, '[policy.limits.branch."b1"]\nmin = 2\n')
    assert run(["plan", "--dry-run", "--lang", "vi"], {}, tmp_path) == 4
    shown = capsys.readouterr().out
    assert "Chi bộ 1: tối thiểu 2 → 1" in shown
    assert "Chi bộ 2: tối thiểu 1 → 0" in shown


def test_where_nothing_that_may_flex_helps_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, "m1,An,Đa Kao,,,b1;b2\nm2,Bình,Đa Kao,,,\n", "")
    assert run(["plan", "--lang", "en"], {}, tmp_path) == 4
    told = " ".join(capsys.readouterr().out.split())
    assert "Nothing that the policy lets change would help." in told
    assert 'exclusions. Write into the policy: [policy.repair] flex = ["min", "max", "forbid"]' in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--apply-repair", "0"], 2, id="counted from one"),
        pytest.param(["--apply-repair", "3"], 2, id="no such repair"),
        pytest.param(["--apply-repair", "1", "-o", "x.json"], 2, id="with an output"),
        pytest.param(["--apply-repair", "1", "--dry-run"], 4, id="a dry run"),
    ],
)
def test_what_cannot_be_applied_writes_nothing(tmp_path: Path, arguments: list[str], code: int) -> None:
    write_case(tmp_path, PLAIN, '[policy.limits.branch."b1"]\nmin = 2\n')
    before = sorted(path.name for path in tmp_path.iterdir())
    assert run(["plan", *arguments], {}, tmp_path) == code
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_repair_is_not_written_over_a_file(tmp_path: Path) -> None:
    write_case(tmp_path, PLAIN, '[policy.limits.branch."b1"]\nmin = 2\n')
    (tmp_path / "policy-repair-1.toml").write_text("mine", encoding="utf-8")
    assert run(["plan", "--apply-repair", "1"], {}, tmp_path) == 6
    assert (tmp_path / "policy-repair-1.toml").read_text(encoding="utf-8") == "mine"


def test_where_a_plan_exists_nothing_is_repaired(tmp_path: Path) -> None:
    write_case(tmp_path, PLAIN, "")
    assert run(["plan", "--apply-repair", "1"], {}, tmp_path) == 2


def test_a_replan_without_a_plan_is_repaired_likewise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, PLAIN, "")
    assert run(["plan", "-o", "plan.json"], {}, tmp_path) == 0
    (tmp_path / "members.csv").write_text(HEAD + PLAIN.splitlines()[0] + "\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["replan", "plan.json", "--apply-repair", "1", "--lang", "en"], {}, tmp_path) == 4
    assert "reassign replan plan.json --lang en --policy policy-repair-1.toml" in capsys.readouterr().err
    assert run(["replan", "plan.json", "--policy", "policy-repair-1.toml", "-o", "new.json"], {}, tmp_path) == 0


def test_the_command_that_is_told_asks_of_the_same_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, PLAIN, "")
    (tmp_path / "more branches.csv").write_text(
        "id,name,unit\nb1,Chi bộ 1,Đa Kao\nb2,Chi bộ 2,Đa Kao\nb3,Chi bộ 3,Đa Kao\n", encoding="utf-8"
    )
    asked = ["plan", "--branches", "more branches.csv", "--seed", "7", "--lang", "en"]
    assert run([*asked, "--apply-repair", "1"], {}, tmp_path) == 4
    told = capsys.readouterr().err.partition("To plan with it: reassign ")[2].strip()
    words = shlex.split(told)
    assert words == [*asked, "--policy", "policy-repair-1.toml"]
    assert run([*words, "-o", "plan.json"], {}, tmp_path) == 0
    assert run(["verify", "plan.json"], {}, tmp_path) == 0


def test_a_conflict_tells_the_cells_it_comes_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, "m1,An,Đa Kao,,,b1;b2\nm2,Bình,Đa Kao,,,\n", "[policy.limits]\nmin = 0\n")
    assert run(["plan", "--json", "--lang", "en"], {}, tmp_path) == 4
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (conflict["members"], conflict["cells"]) == (["m1"], ["members.csv!F2"])
