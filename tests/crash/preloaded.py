"""A process that has imported everything and forks: runs of the program that begin where its work begins.

Nine tenths of a run are imports, which change nothing. ``make crash`` kills at every single call of the rest.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.crash.traced import CALLS, Call, calls_in, environment

LIBRARIES = (
    "numpy",
    "xlsxwriter",
    "pydantic",
    "docxtpl",
    "rich.table",
    "ortools.linear_solver.python.model_builder_helper",
)


class Preloaded:
    """The process; each run is a fork of it, which waits until somebody traces it."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.preloaded"],
            cwd=Path(__file__).parents[2],
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate("")

    def traced(self, arguments: Sequence[str], folder: Path, log: Path) -> list[Call]:
        """The calls of an undisturbed run after its imports, in their order."""
        self._run(arguments, folder, ["-y", "-o", str(log), "-e", f"trace={CALLS}"])
        return calls_in(log)

    def killed(self, arguments: Sequence[str], folder: Path, call: Call) -> None:
        """Run until a thread is about to make a call, and not one call further."""
        injection = f"inject={call.name}:signal=SIGKILL:when={call.number}"
        self._run(arguments, folder, ["-o", "/dev/null", "-e", f"trace={CALLS}", "-e", injection])

    def _run(self, arguments: Sequence[str], folder: Path, options: Sequence[str]) -> None:
        process = self._ask(json.dumps({"arguments": arguments, "folder": str(folder)}))
        command = ["strace", "-f", "-p", process, *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            told = strace.stderr.readline()
            assert "attached" in told, told
            self._ask("go")
            strace.stderr.read()

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


def _import_everything() -> None:
    import reassign

    for module in pkgutil.walk_packages(reassign.__path__, "reassign."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for library in LIBRARIES:
        importlib.import_module(library)


def _serve() -> None:
    """Fork for each line, tell the number of the child, let it go at the next line, tell its end."""
    _import_everything()
    for line in sys.stdin:
        wish = json.loads(line)
        held, let_go = os.pipe()
        child = os.fork()
        if not child:
            os.close(let_go)
            os.read(held, 1)
            _work(wish["arguments"], wish["folder"])
        os.close(held)
        print(child, flush=True)  # noqa: T201 - a pipe to the tests
        sys.stdin.readline()
        os.close(let_go)
        _, status = os.waitpid(child, 0)
        print(status, flush=True)  # noqa: T201


def _work(arguments: Sequence[str], folder: str) -> None:
    from reassign.cli.main import run

    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    os.chdir(folder)
    code = 70
    try:
        code = run(list(arguments), {}, Path(folder))
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve()
