"""No command asks the system for a connection: every call about sockets is traced."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.crash.cases import write_case, write_inputs
from tests.crash.traced import command_line, environment, has_strace

pytestmark = pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace")

COMMANDS = (
    ("check",),
    ("plan", "-o", "out/plan.xlsx", "-o", "out/plan.html"),
    ("replan", "plan.json", "-o", "out/new.xlsx"),
    ("verify", "plan.json"),
    ("explain", "plan.json", "--all"),
    ("letters", "plan.json", "-o", "out"),
    ("report", "plan.json", "-o", "out/report.html"),
    ("batch", "root", "-o", "results", "--jobs", "2"),
    ("doctor",),
)


@pytest.mark.parametrize("words", [pytest.param(words, id=words[0]) for words in COMMANDS])
def test_a_command_opens_no_socket(words: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "case"
    write_case(folder)
    write_inputs(folder / "root" / "a")
    write_inputs(folder / "root" / "b")
    log = tmp_path / "log"
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", str(log), "-e", "trace=%network,execve"]
    subprocess.run([*strace, *command_line(words)], cwd=folder, env=environment(), check=True, capture_output=True)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("execve(" in line for line in lines)
    # Two ends of one pipe inside the machine, as workers have, are no way out.
    connecting = [line for line in lines if "execve(" not in line and "socketpair(AF_UNIX" not in line]
    assert [line for line in connecting if "AF_UNIX" not in line and "+++" not in line and "---" not in line] == []
