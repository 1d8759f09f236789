"""Odd surroundings: the same bytes, or a clear refusal; never a traceback, never a torn file."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from reassign.cli.main import run

MEMBERS = (
    "id,name,unit,residence_unit,residence_area\n"
    "m1,Nguyễn Ỉn,Đa Kao,Đa Kao,KP 1\nm2,TRẦN ISTANBUL,Đa Kao,Đa Kao,KP 2\nm3,Lê Iris,Đa Kao,ĐA KAO,kp 1\n"
)
BRANCHES = "id,name,unit,areas\nb1,Chi bộ KP 1,Đa Kao,KP 1\nb2,Chi bộ KP 2,Đa Kao,KP 2\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[output]\nlanguage = "vi"\n'
PLAN = ("plan", "-q", "-o", "plan.xlsx", "-o", "plan.csv", "-o", "plan.json")


def write_case(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def alone(
    folder: Path, *words: str, program: str = "", changes: Mapping[str, str | None] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run in a process of its own with variables changed, or taken away by None."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REASSIGN_")}
    for name, value in (changes or {}).items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    command = ["-c", program] if program else ["-m", "reassign"]
    return subprocess.run(
        [sys.executable, *command, *words], cwd=folder, env=environment, capture_output=True, check=False, timeout=120
    )


def digests(folder: Path) -> Mapping[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("plan.*")}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The bytes of the plan where nothing is odd."""
    folder = write_case(tmp_path_factory.mktemp("usual"))
    assert alone(folder, *PLAN).returncode == 0
    return digests(folder)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="C locale"),
        pytest.param({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, id="Turkish locale"),
        pytest.param({"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, id="cp1252 console"),
        pytest.param({"HOME": None, "USERPROFILE": None, "XDG_CACHE_HOME": None}, id="no home"),
        pytest.param({"TZ": "Pacific/Kiritimati"}, id="another time zone"),
        pytest.param({"PYTHONHASHSEED": "12345"}, id="another hash seed"),
        pytest.param({"TERM": "dumb", "COLUMNS": "1"}, id="no terminal to speak of"),
    ],
)
def test_surroundings_change_nothing(changes: dict[str, str | None], usual: Mapping[str, str], tmp_path: Path) -> None:
    done = alone(write_case(tmp_path), *PLAN, changes=changes)
    assert (done.returncode, done.stderr) == (0, b"")
    assert digests(tmp_path) == usual


def test_a_clock_at_1970_changes_nothing(usual: Mapping[str, str], tmp_path: Path) -> None:
    program = "import time, reassign.cli.main as main; time.time = lambda: 0.0; main.main()"
    assert alone(write_case(tmp_path), *PLAN, program=program).returncode == 0
    assert digests(tmp_path) == usual


def test_checking_needs_no_solver(tmp_path: Path) -> None:
    program = "import sys; sys.modules['ortools'] = None; import reassign.cli.main as main; main.main()"
    done = alone(write_case(tmp_path), "check", "-q", program=program)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_missing_solver_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    program = "import sys; sys.modules['ortools'] = None; import reassign.cli.main as main; main.main()"
    done = alone(write_case(tmp_path), *PLAN, program=program, changes={"TMPDIR": str(tmp_path)})
    assert done.returncode == 70
    assert b"Traceback" not in done.stderr
    assert b"ortools" in done.stderr
    assert not list(tmp_path.glob("reassign-crash-*")), "there is nothing to find out"
    assert digests(tmp_path) == {}


def test_two_runs_at_once_leave_one_whole_plan(usual: Mapping[str, str], tmp_path: Path) -> None:
    write_case(tmp_path)
    both = [
        subprocess.Popen([sys.executable, "-m", "reassign", *PLAN], cwd=tmp_path, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    codes = sorted(process.wait(timeout=120) for process in both)
    for process in both:
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
        process.stderr.close()
    assert codes == [0, 6]
    assert digests(tmp_path) == usual
    assert not list(tmp_path.glob(".reassign-*.tmp"))


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_a_link_is_not_written_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path)
    kept = tmp_path / "kept.json"
    kept.write_text("old", encoding="utf-8")
    (tmp_path / "plan.json").symlink_to(kept)
    assert run(["plan", "-q", "--force", "-o", "plan.json"], {}, tmp_path) == 6
    assert "plan.json" in capsys.readouterr().err
    assert kept.read_text(encoding="utf-8") == "old"


def test_a_name_over_255_bytes_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "đ" * 130 + ".json"
    assert run(["plan", "-q", "-o", name, "--lang", "vi"], {}, write_case(tmp_path)) == 6
    assert "quá dài" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["branches.csv", "members.csv", "reassign.toml"]


def test_a_path_over_260_characters_is_written_where_the_system_can(
    usual: Mapping[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path.joinpath(*["thư mục rất dài" * 4] * 5)
    try:
        write_case(folder)
    except OSError:
        pytest.skip("the system has no paths as long as this")
    assert len(str(folder)) > 260
    assert run(list(PLAN), {}, folder) == 0
    assert digests(folder) == usual
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only to an administrator")
def test_a_read_only_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path).chmod(0o500)
    try:
        assert run(list(PLAN), {}, tmp_path) == 6
    finally:
        tmp_path.chmod(0o700)
    assert "plan.xlsx" in capsys.readouterr().err
    assert digests(tmp_path) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a size")
@pytest.mark.parametrize("megabytes", [40, 60, 80])
def test_too_little_memory_is_told_and_writes_nothing(megabytes: int, tmp_path: Path) -> None:
    program = (
        "import resource, reassign.cli.main as main;"
        f"resource.setrlimit(resource.RLIMIT_AS, ({megabytes} << 20, {megabytes} << 20)); main.main()"
    )
    write_case(tmp_path)
    (tmp_path / "plan.csv").write_text("an older plan", encoding="utf-8")
    kept = digests(tmp_path)
    done = alone(tmp_path, *PLAN, "--force", program=program, changes={"TMPDIR": str(tmp_path)})
    assert (done.returncode, b"Traceback" in done.stderr) == (70, False)
    assert "bộ nhớ" in done.stderr.decode()
    assert not list(tmp_path.glob("reassign-crash-*")), "it is no fault of the program"
    assert digests(tmp_path) == kept


@pytest.mark.parametrize(
    ("place", "error"),
    [
        pytest.param("reassign.workflows.steps.reading.read_rosters", MemoryError(), id="while reading"),
        pytest.param("reassign.model.instance.make_instance", MemoryError(), id="before solving"),
        pytest.param("reassign.workflows.plan.write_report", MemoryError(), id="while writing"),
        pytest.param("reassign.workflows.plan.run_plan", OSError(errno.ENOMEM, "Cannot allocate memory"), id="system"),
        pytest.param(
            "reassign.workflows.plan.run_plan",
            ImportError("x.so: failed to map segment from shared object"),
            id="a library that finds no room",
        ),
    ],
)
def test_no_memory_at_any_place_of_the_run_is_told(
    place: str,
    error: Exception,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(place, fail)
    write_case(tmp_path)
    assert run([*PLAN, "--json"], {}, tmp_path) == 70
    assert json.loads(capsys.readouterr().out)["error"]["key"] == "out-of-memory"
    assert digests(tmp_path) == {}
