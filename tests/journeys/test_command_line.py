"""A folder in; exit code, streams and files out."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from reassign.cli.main import run
from reassign.workflows.schema import schema_names

MEMBERS = (
    "id,name,unit,residence_unit,residence_area,fields\nm1,Nguyễn An,Đa Kao,Đa Kao,KP 1,y tế\nm2,Trần Bình,Đa Kao,,,\n"
)
BRANCHES = "id,name,unit,areas,needs\nb1,Chi bộ KP 1,Đa Kao,KP 1,y tế\nb2,Chi bộ KP 2,Đa Kao,KP 2,\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'


def write_case(folder: Path, members: str = MEMBERS, branches: str = BRANCHES, case: str = CASE) -> Path:
    for name, text in (("members.csv", members), ("branches.csv", branches), ("reassign.toml", case)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Ran:
    """What a run left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def document(self) -> dict[str, object]:
        """The JSON on stdout."""
        document = json.loads(self.out)
        assert isinstance(document, dict)
        assert document["schema_version"] == 1
        return document


class Reassign:
    """Runs the command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
        """Run in a folder."""
        code = run(arguments, environment or {}, folder)
        captured = self._capsys.readouterr()
        return Ran(code, captured.out, captured.err)


@pytest.fixture
def reassign(capsys: pytest.CaptureFixture[str]) -> Reassign:
    return Reassign(capsys)


def test_a_plan_is_shown_and_written_beside_the_case(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(write_case(tmp_path), "plan")
    assert ran.code == 0
    assert (tmp_path / "plan.xlsx").read_bytes()[:2] == b"PK"
    assert str(tmp_path / "plan.xlsx") in ran.out.splitlines(), "the path stands unwrapped on a line of its own"
    assert "Nguyễn An" in ran.out
    assert "Placed: 2/2 members" in ran.out
    assert "Branches within limits: 2/2" in ran.out
    assert "\x1b" not in ran.out, "no colour where there is no terminal"


def test_language_changes_the_words(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(write_case(tmp_path), "plan", "--dry-run", "--lang", "vi")
    assert "Đã phân công: 2/2 người" in ran.out
    assert "cư trú tại địa bàn" in ran.out


def test_a_dry_run_writes_nothing(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(write_case(tmp_path), "plan", "--dry-run", "-o", str(tmp_path / "x.json"))
    assert ran.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["branches.csv", "members.csv", "reassign.toml"]


def test_quiet_prints_only_the_paths(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(write_case(tmp_path), "plan", "-q", "-o", "a.json", "-o", "b.csv")
    assert (ran.out.splitlines(), ran.err) == ([str(tmp_path / "a.json"), str(tmp_path / "b.csv")], "")


def test_json_prints_what_the_file_holds(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(write_case(tmp_path), "plan", "--json", "-o", "plan.json")
    assert ran.document == json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert ran.document["status"] == "optimal"


def test_json_alone_writes_no_file_and_can_be_asked_again(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path)
    first, second = reassign(tmp_path, "plan", "--json"), reassign(tmp_path, "plan", "--json")
    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
    assert not (tmp_path / "plan.xlsx").exists()


def test_flags_need_no_case_file(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path)
    (tmp_path / "reassign.toml").unlink()
    ran = reassign(tmp_path, "plan", "--members", "members.csv", "--branches", "branches.csv", "-o", "p.csv", "-q")
    assert ran.code == 0
    assert (tmp_path / "p.csv").exists()


def test_an_existing_plan_stays_without_force_and_is_kept_with_it(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path)
    (tmp_path / "p.csv").write_text("old", encoding="utf-8")
    refused = reassign(tmp_path, "plan", "-o", "p.csv")
    assert refused.code == 6
    assert "--force" in refused.err
    assert (tmp_path / "p.csv").read_text(encoding="utf-8") == "old"
    assert reassign(tmp_path, "plan", "-o", "p.csv", "--force").code == 0
    kept = [path for path in tmp_path.iterdir() if path.is_file() and path.read_bytes() == b"old"]
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("output", "said"),
    [
        pytest.param("plan.pdf", ".xlsx", id="unsupported extension"),
        pytest.param("members.csv", "input", id="output is an input"),
        pytest.param("MEMBERS.csv", "input", id="output is an input in other letters"),
    ],
)
def test_an_output_that_cannot_be_is_a_usage_error(tmp_path: Path, reassign: Reassign, output: str, said: str) -> None:
    ran = reassign(write_case(tmp_path), "plan", "-o", output)
    assert ran.code == 2
    assert said in ran.err
    assert (tmp_path / "members.csv").read_text(encoding="utf-8") == MEMBERS


def test_the_same_output_twice_is_a_usage_error(tmp_path: Path, reassign: Reassign) -> None:
    assert reassign(write_case(tmp_path), "plan", "-o", "a.csv", "-o", "./a.csv").code == 2


@pytest.mark.parametrize("command", ["plan", "check"])
def test_a_policy_with_problems_tells_all_of_them(tmp_path: Path, reassign: Reassign, command: str) -> None:
    write_case(tmp_path, case=CASE + '[policy]\nnmae = "x"\n[policy.limits]\nmax = -1\n')
    ran = reassign(tmp_path, command)
    assert ran.code == 2
    assert [line.split(":")[0] for line in ran.err.splitlines()[:2]] == ["reassign.toml!5", "reassign.toml!7"]
    assert not (tmp_path / "plan.xlsx").exists()


@pytest.mark.parametrize("command", ["plan", "check"])
def test_a_policy_that_names_an_unknown_branch_is_refused(tmp_path: Path, reassign: Reassign, command: str) -> None:
    write_case(tmp_path, case=CASE + '[policy.limits.branch."b11"]\nmax = 2\n')
    ran = reassign(tmp_path, command, "--json")
    assert ran.code == 2
    (finding,) = (finding for finding in json.loads(ran.out)["findings"] if finding["severity"] == "error")
    assert (finding["code"], finding["cell"], finding["suggestions"][0]) == ("P011", "4", "b1")


@pytest.mark.parametrize("command", ["plan", "check"])
def test_bad_rows_stop_the_run_with_their_cells(tmp_path: Path, reassign: Reassign, command: str) -> None:
    write_case(tmp_path, members=MEMBERS + "m1,Lê Chi,Đa Kao,,,\nm4,Võ Dũng,Đa Cao,,,\n")
    ran = reassign(tmp_path, command, "--json")
    assert ran.code == 3
    found = json.loads(ran.out)["findings"]
    assert {("A4", "m1"), ("C5", "Đa Cao")} <= {(finding["cell"], finding["value"]) for finding in found}
    assert not (tmp_path / "plan.xlsx").exists()


def test_check_counts_what_it_read(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(write_case(tmp_path), "check", "--json")
    assert ran.code == 0
    assert ran.document["counts"] == {"members": 2, "branches": 2, "units": 1}


def test_no_plan_names_the_unit_and_the_lack(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path, branches=BRANCHES + "b3,Chi bộ KP 3,Đa Kao,KP 3,\n")
    ran = reassign(tmp_path, "plan")
    assert ran.code == 4
    assert "Đa Kao" in ran.out
    assert "1 too few" in ran.out
    assert not (tmp_path / "plan.xlsx").exists()


def test_no_plan_in_json_has_the_counts(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path, branches=BRANCHES + "b3,Chi bộ KP 3,Đa Kao,KP 3,\n")
    ran = reassign(tmp_path, "plan", "--json")
    (conflict,) = json.loads(ran.out)["conflicts"]
    assert ran.code == 4
    assert (conflict["kind"], conflict["unit"], conflict["need"], conflict["have"]) == (
        "too_few_members",
        "Đa Kao",
        3,
        2,
    )


def test_shortfall_can_be_allowed(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path, branches=BRANCHES + "b3,Chi bộ KP 3,Đa Kao,KP 3,\n")
    ran = reassign(tmp_path, "plan", "--allow-shortfall", "--json", "--dry-run")
    assert ran.code == 0
    priorities = json.loads(ran.out)["priorities"]
    assert (priorities[0]["names"], priorities[0]["value"]) == (["shortfall"], 1)


def test_names_cannot_steer_the_terminal(tmp_path: Path, reassign: Reassign) -> None:
    write_case(tmp_path, members=MEMBERS.replace("Nguyễn An", "[red]An[/]\u202e"))
    for arguments in (("plan", "--dry-run"), ("check",), ("plan", "--dry-run", "--json")):
        ran = reassign(tmp_path, *arguments)
        assert "\u202e" not in ran.out + ran.err
    shown = reassign(tmp_path, "plan", "--dry-run", environment={"COLUMNS": "120"})
    assert "[red]An[/]" in shown.out or shown.code == 3


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_table_keeps_to_the_width(tmp_path: Path, width: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reassign", "plan", "--dry-run"],
        cwd=write_case(tmp_path),
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": width, "REASSIGN_LANG": "vi"},
    )
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert max(len(line) for line in lines) <= int(width)
    assert any("Trần Bình" in line for line in lines)


def test_a_narrow_console_encoding_is_no_obstacle(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reassign", "plan", "--dry-run"],
        cwd=write_case(tmp_path),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0
    assert "Nguyễn An" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reassign", "plan", "--dry-run"],
        cwd=write_case(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait() == 0
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_no_time_to_prove_still_writes_a_plan(tmp_path: Path, reassign: Reassign) -> None:
    rows = "".join(f"m{number},Người {number},Đa Kao,,,y tế\n" for number in range(3, 40))
    write_case(
        tmp_path,
        members=MEMBERS + rows,
        branches=BRANCHES.replace("b1,", "b0,")
        + "".join(f"c{number},Chi bộ {number},Đa Kao,,y tế\n" for number in range(10)),
    )
    ran = reassign(tmp_path, "plan", "--time-limit", "0.000001", "--json", "-o", "p.json")
    assert ran.code == 5
    assert ran.document["status"] == "feasible"
    assert (tmp_path / "p.json").exists()


@pytest.mark.parametrize("is_json", [pytest.param(False, id="words"), pytest.param(True, id="json")])
def test_an_interruption_is_told(
    tmp_path: Path, reassign: Reassign, monkeypatch: pytest.MonkeyPatch, is_json: bool
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reassign.workflows.plan.run_plan", interrupted)
    ran = reassign(write_case(tmp_path), "plan", *(["--json"] if is_json else []))
    assert ran.code == 130
    assert "interrupted" in (ran.out if is_json else ran.err)


def test_a_crash_is_told_without_a_name(tmp_path: Path, reassign: Reassign, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Nguyễn An")

    monkeypatch.setattr("reassign.workflows.plan.run_plan", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ran = reassign(write_case(tmp_path), "plan")
    assert ran.code == 70
    (crash_file,) = tmp_path.glob("reassign-crash-*.txt")
    assert str(crash_file) in ran.err
    assert "Nguyễn An" not in ran.err + crash_file.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
def test_being_told_to_stop_is_an_interruption(tmp_path: Path) -> None:
    program = (
        "import os, signal, reassign.workflows.plan as plan, reassign.cli.main as main;"
        "plan.run_plan = lambda *_: os.kill(os.getpid(), signal.SIGTERM);"
        "main.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "plan"], cwd=write_case(tmp_path), capture_output=True, check=False
    )
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


def test_every_kind_of_document_is_named_to_who_misses_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "plan2", "--lang", "vi"], {}, tmp_path) == 2

    told = capsys.readouterr().err
    assert not [name for name in schema_names() if name not in told]


def test_a_quiet_sample_names_its_folder_alone(tmp_path: Path, reassign: Reassign) -> None:
    ran = reassign(tmp_path, "sample", "quan-4-2020", "sub/../case", "--format", "csv", "-q")

    assert (ran.code, ran.out.split()) == (0, [str(tmp_path / "case")])
