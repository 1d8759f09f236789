"""Nothing of a member leaves the documents that are asked for: an unheard-of name is looked for everywhere else."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reassign.cli.main import run

NAME = "Zxqvêngương Thịkýhiệu"
CARD = "987612345555"
BIRTH = "17/11/1913"
SENTINELS = [NAME, "Zxqv", CARD, BIRTH]
MEMBERS = f"""\
id,name,birth_date,card_number,unit,registered_residence
m1,{NAME},{BIRTH},{CARD},Đa Kao,"5 Zxqv, KP 1, phường Đa Kao"
m2,Trần Bình,1975,111122223333,Đa Kao,"KP 2, phường Đa Kao"
"""
BRANCHES = "id,name,unit,areas\nb1,Chi bộ KP 1,Đa Kao,KP 1\nb2,Chi bộ KP 2,Đa Kao,KP 2\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[output]\nlanguage = "vi"\n'

WATCHED = """
import os, sys, subprocess, socket
from pathlib import Path

said = open(os.environ["WATCH"], "a", encoding="utf-8")

def watch(event, arguments):
    if event.startswith("socket."):
        said.write(f"SOCKET {event} {arguments}\\n")
    if event in ("open", "os.rename", "os.link", "os.mkdir", "subprocess.Popen", "os.exec", "os.posix_spawn"):
        said.write(f"{event} {arguments}\\n")
    said.flush()

sys.addaudithook(watch)
from reassign.cli.main import main
main()
"""


def write_case(folder: Path) -> Path:
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(text: str) -> list[str]:
    """Which of the sentinels a text gives away."""
    return [sentinel for sentinel in SENTINELS if sentinel in text]


COMMANDS = [
    pytest.param(["check", "--report", "found.xlsx"], id="check"),
    pytest.param(["plan", "-o", "p.xlsx", "-o", "p.csv", "-o", "p.json", "-o", "p.html"], id="plan"),
    pytest.param(["verify", "plan.json"], id="verify"),
    pytest.param(["letters", "plan.json", "-o", "letters"], id="letters"),
    pytest.param(["report", "plan.json", "-o", "report.html"], id="report"),
    pytest.param(["explain", "plan.json", "m1"], id="explain"),
    pytest.param(["replan", "plan.xlsx", "-o", "new.xlsx"], id="replan"),
]


@pytest.mark.parametrize("words", COMMANDS)
def test_no_file_name_command_line_or_socket_tells_a_member(words: list[str], tmp_path: Path) -> None:
    """Everything that is opened, renamed or started is written down by the interpreter itself."""
    folder = tmp_path / "case"
    folder.mkdir()
    write_case(folder)
    assert run(["plan", "-q", "-o", "plan.json", "-o", "plan.xlsx"], {}, folder) == 0
    watch = tmp_path / "watched.txt"
    environment = {**os.environ, "WATCH": str(watch), "TMPDIR": str(tmp_path / "temporary")}
    (tmp_path / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    # Letters are named after their members, which is what they are asked for.
    watched = [line for line in watch.read_text(encoding="utf-8").splitlines() if "letters" not in line]
    assert any("members.csv" in line for line in watched)
    assert [line for line in watched if told(line) or line.startswith("SOCKET")] == []
    assert list((tmp_path / "temporary").iterdir()) == []
    assert told(done.stderr.decode()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_what_is_written_is_for_its_owner_alone_and_names_no_author(tmp_path: Path) -> None:
    write_case(tmp_path)
    assert run(["plan", "-q", "-o", "p.xlsx", "-o", "p.csv", "-o", "p.json", "-o", "p.html"], {}, tmp_path) == 0
    assert run(["check", "-q", "--report", "found.xlsx"], {}, tmp_path) == 0
    assert run(["letters", "p.json", "-q", "-o", "letters"], {}, tmp_path) == 0
    written = [tmp_path / name for name in ("p.xlsx", "p.csv", "p.json", "p.html", "found.xlsx")]
    written += [path for path in (tmp_path / "letters").rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    for path in written:
        if path.suffix not in (".xlsx", ".docx"):
            continue
        with zipfile.ZipFile(path) as package:
            properties = [package.read(part).decode() for part in package.namelist() if part.startswith("docProps/")]
        assert [text for text in properties if told(text) or str(tmp_path) in text or "root" in text] == []


@pytest.mark.parametrize(
    "words", [pytest.param(["plan", "-o", "x.json"], id="plan"), pytest.param(["check"], id="check")]
)
def test_a_crash_tells_nothing_of_a_member(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(rosters: object, *_: object, **__: object) -> None:
        raise RuntimeError(f"{NAME} {CARD}") from ValueError(f"{rosters!r} {BIRTH}")

    write_case(tmp_path)
    monkeypatch.setattr("reassign.workflows.check.read_case_rosters", broken)
    monkeypatch.setattr("reassign.model.instance.make_instance", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run(words, {}, tmp_path) == 70
    assert run([*words, "--json"], {}, tmp_path) == 70
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert (document["error"]["key"], document["error"]["exit_code"]) == ("internal", 70)
    crashes = list(tmp_path.glob("reassign-crash-*.txt"))
    assert len(crashes) == 2
    for text in (captured.out, captured.err, *(crash.read_text(encoding="utf-8") for crash in crashes)):
        assert told(text) == []
        assert "Traceback" not in text
    assert {path.name for path in tmp_path.iterdir() if path not in crashes} == {
        "members.csv",
        "branches.csv",
        "reassign.toml",
    }
