"""Runs of the program under strace, which kills it or lets its system calls fail where it is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CALLS = "openat,write,pwrite64,fsync,close,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,access"
"""System calls that are counted; everything that changes a file is among them."""

_CALL = re.compile(r"^(\d+) +(\w+)\(")


def has_strace() -> bool:
    """Whether this machine has strace and lets it trace."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0


@dataclass(frozen=True, slots=True)
class Call:
    """One system call of the main thread.

    Attributes:
        name: Its name.
        number: How many of that name the thread had made with it.
        line: What strace says about it, paths of file descriptors included.
    """

    name: str
    number: int
    line: str


def environment() -> dict[str, str]:
    """The one of the tests without what measures coverage: it writes files too, and would take the faults."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "COV_CORE_"))}


def command_line(arguments: Sequence[str]) -> list[str]:
    """The command line as a process of its own."""
    return [sys.executable, "-m", "reassign", *arguments]


def traced(arguments: Sequence[str], folder: Path, log: Path) -> list[Call]:
    """The calls of an undisturbed run, in their order."""
    command = ["strace", "-f", "-y", "--seccomp-bpf", "-qq", "-o", str(log), "-e", f"trace={CALLS}"]
    subprocess.run([*command, *command_line(arguments)], cwd=folder, env=environment(), check=True, capture_output=True)
    return calls_in(log)


def calls_in(log: Path) -> list[Call]:
    """The calls of the main thread that strace wrote down, in their order."""
    calls: list[Call] = []
    counts: dict[str, int] = {}
    main = ""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _CALL.match(line)
        if found is None:
            continue
        main = main or found.group(1)
        if found.group(1) == main:
            name = found.group(2)
            counts[name] = counts.get(name, 0) + 1
            calls.append(Call(name, counts[name], line))
    return calls


def killed(arguments: Sequence[str], folder: Path, call: Call) -> None:
    """Run until a thread is about to make a call, and not one call further."""
    _disturbed(arguments, folder, f"inject={call.name}:signal=SIGKILL:when={call.number}")


def failing(arguments: Sequence[str], folder: Path, call: Call, error: str) -> subprocess.CompletedProcess[str]:
    """Run with one call that fails."""
    return _disturbed(arguments, folder, f"inject={call.name}:error={error}:when={call.number}")


def _disturbed(arguments: Sequence[str], folder: Path, injection: str) -> subprocess.CompletedProcess[str]:
    # No filter in the kernel here: under it strace 6 lets the calls pass that it should kill at.
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}", "-e", injection]
    return subprocess.run(
        [*command, *command_line(arguments)],
        cwd=folder,
        env=environment(),
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
