"""Ask the tests of a room about every mutant of its files: ``python -m tests.mutation.run check``.

Tests are collected once. Each mutant lives in a forked child, where the code of one function is exchanged, and dies at
the first test that fails. Only tests that pass through the changed lines are asked, who killed most before first, then
the quickest.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import inspect
import json
import mmap
import os
import shutil
import signal
import struct
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from coverage import Coverage

from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.report import Outcome, read_accepted, written_report
from tests.mutation.rooms import ROOMS, Room, files_of
from tests.mutation.sample import sample_of

PATIENCE = 40.0  # tests asked about one mutant [seconds of an unhurried run]
_FIGURE = struct.Struct("q")
QUIET = ["-p", "no:cacheprovider", "-p", "no:randomly", "-q", "--capture=no"]


@dataclass(frozen=True, slots=True)
class Passage:
    """What each test takes and where it passes.

    Attributes:
        seconds: By test.
        tests: By file, then by line, the tests that ran it.
    """

    seconds: dict[str, float]
    tests: dict[str, dict[str, list[str]]]

    def through(self, mutant: Mutant, kills: Mapping[str, int], first: str) -> list[str]:
        """Tests that pass through a mutant, as many as patience allows.

        Args:
            mutant: The mutant.
            kills: How many others each test has killed; who killed most goes before all others.
            first: Begin of the names of tests that go before those that are quicker.
        """
        by_line = self.tests.get(mutant.file, {})
        if mutant.first_line:
            found = {test for line in mutant.lines for test in by_line.get(str(line), ())}
        else:
            found = {test for tests in by_line.values() for test in tests}
        asked, spent = list[str](), 0.0
        for test in sorted(
            found, key=lambda test: (-kills.get(test, 0), not test.startswith(first), self.seconds[test], test)
        ):
            spent += self.seconds[test]
            if spent > PATIENCE and asked:
                break
            asked.append(test)
        return asked

    def limit(self, tests: Iterable[str]) -> float:
        """After how long a mutant hangs [seconds]."""
        return 15 + 5 * sum(self.seconds[test] for test in tests)


def quiet() -> list[str]:
    """Settings of pytest. Every process has a folder of its own; in a shared one tests would fail for nothing."""
    return [*QUIET, f"--basetemp=build/mutation/files-{os.getpid()}"]


class Measuring:
    """A pytest plugin: run everything and note who passes where."""

    def __init__(self, room: Room, target: Path) -> None:
        self.room, self.target = room, target

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run and measure every test."""
        root = Path.cwd()
        coverage = Coverage(data_file=None, include=[str(root / self.room.folder / "*")], config_file=False)
        seconds = dict[str, float]()
        coverage.start()
        for index, item in enumerate(session.items):
            coverage.switch_context(item.nodeid)
            failed, before = session.testsfailed, time.perf_counter()
            run_item(session.items, index)
            if session.testsfailed == failed:
                seconds[item.nodeid] = time.perf_counter() - before
            else:
                say(f"left out, as it fails without any change: {item.nodeid}")
        coverage.stop()
        data = coverage.get_data()
        tests = {
            Path(file).relative_to(root).as_posix(): {
                str(line): [name for name in names if name in seconds]
                for line, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        self.target.write_text(json.dumps({"seconds": seconds, "tests": tests}), encoding="utf-8")
        return True


class Mutating:
    """A pytest plugin: instead of running the tests once, run some of them for each mutant."""

    def __init__(
        self, mutants: Sequence[Mutant], passage: Passage, first: str, tell: Callable[[Mutant, str], None]
    ) -> None:
        self.mutants, self.passage, self.first, self.tell = mutants, passage, first, tell

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Ask about every mutant."""
        items = {item.nodeid: item for item in session.items}
        gc.freeze()
        kills, unreliable = Counter[str](), set[str]()
        with mmap.mmap(-1, _FIGURE.size) as shared:

            def ask(mutant: Mutant | None, names: Sequence[str]) -> tuple[str, int]:
                """What becomes of a mutant, or of no change at all, and the place of the test that failed."""

                def asked() -> int:
                    if mutant is not None:
                        exchange(mutant)
                    failed = first_failure([items[name] for name in names], session)
                    _FIGURE.pack_into(shared, 0, -1 if failed is None else failed)
                    return 0 if failed is None else 1

                _FIGURE.pack_into(shared, 0, -1)
                result = in_child(asked, self.passage.limit(names))
                return result, int(_FIGURE.unpack_from(shared)[0])

            for mutant in self.mutants:
                while True:
                    names = [name for name in self.passage.through(mutant, kills, self.first) if name not in unreliable]
                    if not names:
                        self.tell(mutant, "no test passes here")
                        break
                    result, failed = ask(mutant, names)
                    killer = names[failed] if failed >= 0 else ""
                    # The first time that a test kills, the same tests must pass in the same order without any change.
                    if killer and not kills[killer] and ask(None, names[: failed + 1])[0] != "survived":
                        say(f"left out, as it fails without any change: {killer}")
                        unreliable.add(killer)
                        continue
                    kills[killer] += bool(killer)
                    self.tell(mutant, result)
                    break
        return True


class StoppingEarly:
    """A pytest plugin: ask the tests in the order of the command line."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Stop at the first failure, and with it the process."""
        os._exit(0 if first_failure(session.items, session) is None else 1)


def first_failure(items: Sequence[pytest.Item], session: pytest.Session) -> int | None:
    """The place of the first test that fails; None when none does."""
    for index in range(len(items)):
        run_item(items, index)
        if session.testsfailed:
            return index
    return None


def run_item(items: Sequence[pytest.Item], index: int) -> None:
    """As pytest does itself."""
    following = items[index + 1] if index + 1 < len(items) else None
    items[index].config.hook.pytest_runtest_protocol(item=items[index], nextitem=following)


def exchange(mutant: Mutant) -> None:
    """Give the function the changed code; whoever imported it has it too."""
    wanted = next(code for code in codes_in(mutant.code()) if code.co_firstlineno == mutant.first_line)
    module = importlib.import_module(module_name(mutant.file))
    for function in functions_in(vars(module), module):
        if function.__code__.co_firstlineno == mutant.first_line and function.__code__.co_name == wanted.co_name:
            function.__code__ = wanted
            return
    raise LookupError(mutant.key)


def codes_in(code: CodeType) -> Iterable[CodeType]:
    """All code objects, outermost first."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_flags & inspect.CO_OPTIMIZED and constant.co_name != "<lambda>":
                yield constant
            yield from codes_in(constant)


def functions_in(names: dict[str, Any], module: ModuleType) -> Iterable[FunctionType]:
    """The functions that a module defines, those of its classes and under wrappers among them."""
    for found in list(names.values()):
        value = found
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from functions_in(dict(vars(value)), module)
        if isinstance(value, property):
            value = value.fget
        value = getattr(value, "func", value) if type(value).__name__ == "cached_property" else value
        while hasattr(value, "__wrapped__") or isinstance(value, staticmethod | classmethod):
            value = value.__wrapped__
        if isinstance(value, FunctionType) and value.__module__ == module.__name__:
            yield value


def module_name(file: str) -> str:
    """``src/a/b.py`` is called ``a.b``."""
    return file.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """An importer that gives one module the changed code."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant, self.name = mutant, module_name(mutant.file)

    def find_spec(self, fullname: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Only the one module."""
        if fullname != self.name:
            return None
        place = str(Path.cwd() / self.mutant.file)
        is_package = place.endswith("__init__.py")
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=place, is_package=is_package)
        if is_package:
            spec.submodule_search_locations = [str(Path(place).parent)]
        spec.has_location = True
        return spec

    def get_code(self, _: str) -> CodeType:
        """The changed code."""
        return self.mutant.code()

    def get_source(self, _: str) -> None:
        """There is no text of it."""
        return


def ask_at_import(mutant: Mutant | None, names: Sequence[str]) -> int:
    """For what is computed at import: collect again, with the changed module, or with none changed."""
    if mutant is not None:
        sys.meta_path.insert(0, Changed(mutant))
    pytest.main([*quiet(), *names], plugins=[StoppingEarly()])
    return 1  # not even collected


def in_child(ask: Callable[[], int], limit: float) -> str:
    """What became of a mutant that is asked about in a child."""
    child = os.fork()
    if not child:
        status = 1
        os.dup2(1, 2)
        try:
            signal.setitimer(signal.ITIMER_REAL, limit)
            status = ask()
        except LookupError:
            status = 2
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    shutil.rmtree(f"build/mutation/files-{child}", ignore_errors=True)
    if os.WIFSIGNALED(status):
        return "killed"
    return {0: "survived", 2: "not exchanged"}.get(os.WEXITSTATUS(status), "killed")


@contextmanager
def silence() -> Iterator[None]:
    """Keep what tests and mutants print from the terminal."""
    kept = os.dup(1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(nothing)


def say(words: str) -> None:
    """To the one who waits."""
    sys.stderr.write(words + "\n")


def digest(root: Path, places: Iterable[str]) -> str:
    """One figure for the text of files and folders."""
    found = hashlib.sha256()
    for place in places:
        path = root / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found.update(file.read_bytes())
    return found.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which mutants of a room are asked about.

    Attributes:
        only: Parts of file names, any of which a file must have; empty for all files.
        step: Every so manyth mutant only.
        sample: How many mutants at most, drawn over all files; None for all.
        seed: Draws other mutants.
    """

    only: Sequence[str] = ()
    step: int = 1
    sample: int | None = None
    seed: int = 1

    def of(self, mutants: Sequence[Mutant]) -> list[Mutant]:
        """Those of them, in the order of the source."""
        found = list(mutants[:: self.step])
        return found if self.sample is None else sample_of(found, self.sample, self.seed)


def run(name: str, choice: Choice) -> int:
    """Ask about what no earlier run has settled, and write the report; 0 when the room reaches its score.

    Args:
        name: A room of ``rooms.py``.
        choice: Which of its mutants.
    """
    root, room = Path.cwd(), ROOMS[name]
    folder = root / "build" / "mutation"
    folder.mkdir(parents=True, exist_ok=True)
    files = [file for file in files_of(room, root) if not choice.only or any(part in file for part in choice.only)]
    everything = [mutant for file in files for mutant in mutants_of(root, file)]
    mutants = choice.of(everything)
    sources = {file: digest(root, [file]) for file in files}
    tests = digest(root, room.tests)
    store = folder / f"{name}.jsonl"
    settled = {outcome.key: outcome for outcome in read_outcomes(store) if outcome.still_holds(sources, tests)}
    open_mutants = [mutant for mutant in mutants if mutant.key not in settled]
    say(f"{name}: {len(mutants)} mutants, {len(open_mutants)} to ask about")
    if open_mutants:
        with silence():
            passage = passage_of(room, folder / f"{name}-{digest(root, [room.folder, *room.tests])}.json")

        def tell(mutant: Mutant, result: str) -> None:
            outcome = Outcome(*mutant.key, sources[mutant.file], tests, result)
            settled[mutant.key] = outcome
            with store.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
            if result != "killed":
                say(f"{result}: {mutant.file} {mutant.function}: {mutant.line}  [{mutant.change}]")

        with silence():
            ask_about(open_mutants, passage, room, tell)
    title = name if len(mutants) == len(everything) else f"{name}, drawn from {len(everything)} by seed {choice.seed}"
    report, is_reached = written_report(title, room.wanted, [settled[m.key] for m in mutants], read_accepted(root))
    (folder / f"{name}.txt").write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 0 if is_reached else 1


def ask_about(mutants: Sequence[Mutant], passage: Passage, room: Room, tell: Callable[[Mutant, str], None]) -> None:
    """First what is computed at import, while no module of the package is loaded; then the inside of functions."""
    sound = set[str]()
    for mutant in mutants:
        if not mutant.first_line:
            names = passage.through(mutant, {}, room.first)
            limit = 30 + passage.limit(names)
            if (
                names
                and mutant.file not in sound
                and in_child(partial(ask_at_import, None, names), limit) != "survived"
            ):
                raise SystemExit(f"tests that pass through {mutant.file} fail in this order without any change")
            sound.add(mutant.file)
            asked = partial(ask_at_import, mutant, names)
            tell(mutant, in_child(asked, limit) if names else "no test passes here")
    inside = [mutant for mutant in mutants if mutant.first_line]
    pytest.main([*quiet(), *room.tests], plugins=[Mutating(inside, passage, room.first, tell)])


def read_outcomes(store: Path) -> list[Outcome]:
    """What earlier runs have settled."""
    if not store.exists():
        return []
    return [Outcome(**json.loads(line)) for line in store.read_text(encoding="utf-8").splitlines()]


def passage_of(room: Room, target: Path) -> Passage:
    """Measured once per state of source and tests, in a child so that no module is loaded here."""
    if not target.exists():
        say("running the tests once")
        child = os.fork()
        if not child:
            pytest.main([*quiet(), *room.tests], plugins=[Measuring(room, target)])
            os._exit(0)
        os.waitpid(child, 0)
    if not target.exists():
        raise SystemExit("the tests cannot be run as they are: try them with pytest first")
    return Passage(**json.loads(target.read_text(encoding="utf-8")))


def choice_of(arguments: Sequence[str]) -> tuple[str, Choice]:
    """The room and what is asked about, from the command line."""
    parser = argparse.ArgumentParser(description="Ask the tests of a room about mutants of its files.")
    parser.add_argument("room", choices=sorted(ROOMS))
    parser.add_argument("only", nargs="*", help="parts of file names; all files without")
    parser.add_argument("--sample", type=int, help="how many mutants, drawn over all files; all without")
    parser.add_argument("--seed", type=int, default=1, help="draws other mutants")
    asked = parser.parse_args(arguments)
    step = int(os.environ.get("REASSIGN_MUTANT_STEP", "1"))
    return asked.room, Choice(asked.only, step, asked.sample, asked.seed)


if __name__ == "__main__":
    sys.exit(run(*choice_of(sys.argv[1:])))
