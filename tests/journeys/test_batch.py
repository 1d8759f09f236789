"""Many cases in one run: found, planned, written down, taken up again."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from reassign.cli.main import run

MEMBERS = "id,name,unit,residence_unit,residence_area\nm1,Nguyễn An,Đa Kao,Đa Kao,KP 1\nm2,Trần Bình,Đa Kao,,\n"
BRANCHES = "id,name,unit,areas,needs\nb1,Chi bộ KP 1,Đa Kao,KP 1,y tế\nb2,Chi bộ KP 2,Đa Kao,KP 2,\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[policy]\nname = "{name}"\n'


def write_case(folder: Path, *, members: str = MEMBERS, case: str = CASE) -> None:
    folder.mkdir(parents=True)
    (folder / "members.csv").write_text(members, encoding="utf-8")
    (folder / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (folder / "reassign.toml").write_text(case.replace("{name}", folder.name), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three good cases, one whose roster is wrong, one that has no plan, and a folder that is no case."""
    for name in ("a/1", "a/2", "b"):
        write_case(tmp_path / "cases" / name)
    write_case(tmp_path / "cases" / "wrong", members=MEMBERS.replace("m2,", "m1,"))
    write_case(tmp_path / "cases" / "tight", case=CASE + "[policy.limits]\nmin = 2\n")
    (tmp_path / "cases" / "notes").mkdir()
    return tmp_path / "cases"


def results(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_case_is_planned_and_those_that_fail_stop_no_other(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(root), "-o", "out", "--lang", "en"], {}, root.parent) == 3
    shown = capsys.readouterr()
    assert "5 cases: 3 proved best, 0 valid, 2 without a plan." in shown.err
    assert "wrong [3]" in shown.err
    assert "tight [4]" in shown.err
    assert set(results(root.parent / "out")) == {
        "a/1/plan.xlsx",
        "a/2/plan.xlsx",
        "b/plan.xlsx",
        "journal.jsonl",
        "summary.xlsx",
    }


def test_json_gives_a_line_per_case_and_one_for_all(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["batch", str(root), "-o", "out", "--json", "--jobs", "1"], {}, root.parent)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["case"]: (line["status"], line["exit_code"]) for line in lines[:-1]} == {
        "a/1": ("optimal", 0),
        "a/2": ("optimal", 0),
        "b": ("optimal", 0),
        "tight": ("infeasible", 4),
        "wrong": ("error", 3),
    }
    assert lines[0]["open_needs"] == [{"unit": "Đa Kao", "branch": "Chi bộ KP 1", "need": "y tế"}]
    assert {key: lines[-1][key] for key in ("cases", "optimal", "infeasible", "error", "exit_code")} == {
        "cases": 5,
        "optimal": 3,
        "infeasible": 1,
        "error": 1,
        "exit_code": 3,
    }


def test_a_plan_of_a_batch_is_the_plan_of_the_case_alone(root: Path) -> None:
    run(["batch", str(root), "-o", "out", "--format", "json"], {}, root.parent)
    assert run(["plan", "-o", "../../../alone.json"], {}, root / "a/1") == 0
    alone, batched = (
        json.loads((root.parent / name).read_text(encoding="utf-8")) for name in ("alone.json", "out/a/1/plan.json")
    )
    assert batched["placements"] == alone["placements"]
    assert batched["priorities"] == alone["priorities"]


def test_a_plan_of_a_batch_can_be_verified_where_it_lies(root: Path) -> None:
    run(["batch", str(root), "-o", "out"], {}, root.parent)
    assert run(["verify", "out/a/1/plan.xlsx"], {}, root.parent) == 0


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_the_number_of_workers_leaves_no_trace(root: Path, jobs: str) -> None:
    run(["batch", str(root), "-o", "out", "--jobs", "3"], {}, root.parent)
    run(["batch", str(root), "-o", "other", "--jobs", jobs], {}, root.parent)
    assert results(root.parent / "other") == results(root.parent / "out")


def test_finished_cases_are_not_planned_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["batch", str(root), "-o", "out"], {}, root.parent)
    first = results(root.parent / "out")
    before = (root.parent / "out/b/plan.xlsx").stat().st_mtime_ns
    capsys.readouterr()
    assert run(["batch", str(root), "-o", "out", "--lang", "en"], {}, root.parent) == 3
    assert "5 cases were done by an earlier run" in capsys.readouterr().err
    assert (root.parent / "out/b/plan.xlsx").stat().st_mtime_ns == before
    assert results(root.parent / "out") == first


def test_a_result_that_was_lost_is_made_again(root: Path) -> None:
    run(["batch", str(root), "-o", "out"], {}, root.parent)
    first = results(root.parent / "out")
    (root.parent / "out/b/plan.xlsx").unlink()
    run(["batch", str(root), "-o", "out"], {}, root.parent)
    assert results(root.parent / "out") == first


def test_changed_inputs_are_planned_again_only_when_that_is_asked_for(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["batch", str(root), "-o", "out"], {}, root.parent)
    first = results(root.parent / "out")
    members = root / "b" / "members.csv"
    members.write_text(MEMBERS.replace("Trần Bình", "Trần Bảo"), encoding="utf-8")
    capsys.readouterr()
    assert run(["batch", str(root), "-o", "out", "--lang", "en"], {}, root.parent) == 6
    assert "(1): b;" in capsys.readouterr().err
    assert results(root.parent / "out") == first
    assert run(["batch", str(root), "-o", "out", "--force"], {}, root.parent) == 3
    assert (root.parent / "out/b/plan.xlsx").read_bytes() != first["b/plan.xlsx"]
    assert (root.parent / "out/b/plan.xlsx.bak").read_bytes() == first["b/plan.xlsx"]


def test_only_the_named_cases_are_planned(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(root), "-o", "out", "--only", "a/*", "--json"], {}, root.parent) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(line["case"] for line in lines[:-1]) == ["a/1", "a/2"]


def test_fail_fast_begins_nothing_after_a_failure(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(root / "0", members="id,name\n")
    assert run(["batch", str(root), "-o", "out", "--fail-fast", "--jobs", "1", "--json"], {}, root.parent) == 3
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1]["left"] == 5
    assert run(["batch", str(root), "-o", "out", "--json"], {}, root.parent) == 3


def test_a_root_that_is_a_case_itself_is_planned_when_there_is_none_below(tmp_path: Path) -> None:
    write_case(tmp_path / "case")
    assert run(["batch", "case", "-o", "out"], {}, tmp_path) == 0
    assert set(results(tmp_path / "out")) == {"plan.xlsx", "journal.jsonl", "summary.xlsx"}


def test_results_below_the_root_are_no_cases(root: Path) -> None:
    run(["batch", ".", "-o", "out"], {}, root)
    (root / "out" / "a" / "1" / "reassign.toml").write_text(CASE, encoding="utf-8")
    assert run(["batch", ".", "-o", "out", "--only", "a/*"], {}, root) == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["batch", "nowhere", "-o", "out"], 2, id="no-such-folder"),
        pytest.param(["batch", "cases/notes", "-o", "out"], 2, id="no-case"),
        pytest.param(["batch", "cases"], 2, id="no-output"),
        pytest.param(["batch", "cases", "-o", "out", "--jobs", "0"], 2, id="no-worker"),
        pytest.param(["batch", "cases", "-o", "out", "--share", "3/2"], 2, id="no-such-share"),
        pytest.param(["batch", "cases", "-o", "out", "--share", "2"], 2, id="half-a-share"),
        pytest.param(["batch", "cases", "-o", "out", "--format", "pdf"], 2, id="unknown-format"),
        pytest.param(["batch", "cases", "-o", "cases/b/members.csv"], 6, id="output-is-a-file"),
    ],
)
def test_what_cannot_be_done_is_refused(root: Path, arguments: list[str], code: int) -> None:
    before = results(root.parent)
    assert run(arguments, {}, root.parent) == code
    assert results(root.parent) == before


def test_two_runs_never_share_a_folder_of_results(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from reassign.writers.lock import locked

    (root.parent / "out").mkdir()
    with locked(root.parent / "out"):
        assert run(["batch", str(root), "-o", "out", "--lang", "en"], {}, root.parent) == 6
    assert "another run is writing" in capsys.readouterr().err


def test_shares_of_several_machines_are_put_together_as_the_guide_says(root: Path) -> None:
    """As in docs/how-to/plan-many-cases.md: copy the folders together, join the journals, run once more."""
    run(["batch", str(root), "-o", "whole"], {}, root.parent)
    together = root.parent / "together"
    together.mkdir()
    for number in ("1", "2", "3"):
        share = root.parent / f"share-{number}"
        run(["batch", str(root), "-o", share.name, "--share", f"{number}/3"], {}, root.parent)
        journal = (share / "journal.jsonl").read_bytes()
        (share / "journal.jsonl").unlink()
        (share / "summary.xlsx").unlink()
        shutil.copytree(share, together, dirs_exist_ok=True)
        with (together / "journal.jsonl").open("ab") as joined:
            joined.write(journal)
    planned = {path: path.stat().st_mtime_ns for path in together.rglob("plan.xlsx")}
    assert run(["batch", str(root), "-o", "together"], {}, root.parent) == 3
    assert {path: path.stat().st_mtime_ns for path in planned} == planned
    assert results(together) == results(root.parent / "whole")


@pytest.mark.skipif(os.name != "posix", reason="kills a group of processes")
def test_a_batch_killed_again_and_again_ends_in_the_same_bytes(root: Path) -> None:
    run(["batch", str(root), "-o", "whole"], {}, root.parent)
    chance = random.Random(7)
    command = [sys.executable, "-m", "reassign", "batch", str(root), "-o", "killed", "-q"]
    kills = int(os.environ.get("REASSIGN_KILLS", "4"))
    for _ in range(kills):
        process = subprocess.Popen(
            command, cwd=root.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(chance.uniform(0.3, 1.3))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    finished = subprocess.run(command, cwd=root.parent, capture_output=True, check=False)
    assert finished.returncode == 3
    assert results(root.parent / "killed") == results(root.parent / "whole")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("nowhere",), "không có thư mục", id="no such folder"),
        pytest.param(("cases/notes",), "mỗi hồ sơ là một thư mục có tệp reassign.toml", id="a folder without a case"),
        pytest.param(("cases", "--only", "zz*"), "zz*; có 5: a/1, a/2, b, tight, wrong", id="none that is meant"),
    ],
)
def test_each_way_to_have_no_case_is_told_apart(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(["batch", *arguments, "-o", "out", "--lang", "vi"], {}, root.parent) == 2

    assert said in capsys.readouterr().err


def test_other_options_are_named_as_a_cause_of_other_plans(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["batch", "cases", "-o", "out", "--only", "b", "--lang", "vi"]
    assert run([*asked, "--format", "csv"], {}, root.parent) == 0
    capsys.readouterr()

    assert run(asked, {}, root.parent) == 6
    assert "dữ liệu hoặc tùy chọn của 1 hồ sơ" in capsys.readouterr().err


def test_an_encoding_is_meant_for_every_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path / "cases" / "old")
    # In cp1258 the tone of ễ and ầ stands behind its letter.
    old = MEMBERS.replace("Nguyễn", "Nguyê\u0303n").replace("Trần Bình", "Trâ\u0300n Bi\u0300nh")
    (tmp_path / "cases" / "old" / "members.csv").write_bytes(old.encode("cp1258"))
    assert run(["batch", "cases", "-o", "out", "-q"], {}, tmp_path) == 3
    assert run(["batch", "cases", "-o", "out", "-q", "--encoding", "cp1258", "--format", "csv"], {}, tmp_path) == 0
    assert "Nguyễn An" in (tmp_path / "out" / "old" / "plan.csv").read_text(encoding="utf-8")
    capsys.readouterr()
