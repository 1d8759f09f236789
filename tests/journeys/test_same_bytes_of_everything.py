"""Every command, twenty-one surroundings, one set of bytes.

The ordinary tests try them in four mixtures; ``make same`` tries each by itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reassign.cli.main import run

ROOT = Path(__file__).parents[2]

IS_AT_LENGTH = "REASSIGN_SURROUNDINGS" in os.environ

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check", "--report", "found.xlsx"),
    ("check", "--json"),
    ("plan", "-o", "p.xlsx", "-o", "p.csv", "-o", "p.json", "-o", "p.html"),
    ("plan", "--json"),
    ("plan", "--policy", "one.toml", "--policy", "two.toml", "-o", "scenario.xlsx"),
    ("verify", "p.xlsx", "--json"),
    ("report", "p.json", "-o", "report.html"),
    ("letters", "p.json", "-o", "letters"),
    ("compare", "p.json", "p.xlsx", "-o", "c.xlsx", "-o", "c.json"),
    ("explain", "p.json"),
    ("explain", "p.json", "006001", "--json"),
    ("sweep", "limits.max", "3..5", "-o", "s.xlsx", "-o", "s.csv", "-o", "s.json", "-o", "s.svg"),
    ("replan", "p.xlsx", "-o", "n.xlsx", "-o", "n.csv", "-o", "n.json", "-o", "n.html"),
    ("replan", "p.json", "--curve", "--dry-run", "--json"),
    ("batch", ".", "-o", "every", "--only", "sub"),
    ("init", "begun"),
    ("sample", "giong-trom-2014", "drawn", "--seed", "3"),
    ("schema", "plan"),
    ("rule",),
)

RUN_ALL = """
import contextlib, io, json, os, sys
from pathlib import Path
from reassign.cli.main import run

if "ONE_CORE" in os.environ and hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
said = []
for words in json.loads(sys.argv[1]):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run([*words, "--lang", "vi"], {}, Path.cwd())
    said.append([code, out.getvalue().replace(str(Path.cwd()), ".")])
Path("said.txt").write_text(json.dumps(said), encoding="utf-8")
"""

SURROUNDINGS: tuple[tuple[str, Mapping[str, str], Sequence[str]], ...] = (
    *((f"hash-seed-{seed}", {"PYTHONHASHSEED": seed}, ()) for seed in ("0", "1", "2", "4711", "random")),
    *(
        (f"time-zone-{name}", {"TZ": zone}, ())
        for name, zone in (("east", "Pacific/Kiritimati"), ("west", "Etc/GMT+12"), ("home", "Asia/Ho_Chi_Minh"))
    ),
    *(
        (f"locale-{name}", {"LC_ALL": name, "LANG": name}, ())
        for name in ("C", "POSIX", "C.UTF-8", "vi_VN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8")
    ),
    ("old-console", {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}, ()),
    ("no-home", {"HOME": "/nonexistent", "USER": "", "LOGNAME": ""}, ()),
    ("no-bytecode", {"PYTHONDONTWRITEBYTECODE": "1"}, ()),
    ("optimised", {}, ("-O",)),
    ("developer", {"PYTHONDEVMODE": "1"}, ("-W", "ignore")),
    ("one-core", {"ONE_CORE": "1"}, ()),
    ("threads", {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}, ()),
)


MIXTURES: tuple[tuple[str, Mapping[str, str], Sequence[str]], ...] = (
    ("mixed-c", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "/nonexistent"}, ("-O",)),
    ("mixed-turkish", {"PYTHONHASHSEED": "4711", "TZ": "Etc/GMT+12", "LC_ALL": "tr_TR.UTF-8", "ONE_CORE": "1"}, ()),
    ("mixed-german", {"PYTHONHASHSEED": "random", "LC_ALL": "de_DE.UTF-8", "OMP_NUM_THREADS": "1"}, ()),
    ("mixed-console", {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "TZ": "Asia/Ho_Chi_Minh"}, ()),
)


TRIED = SURROUNDINGS if IS_AT_LENGTH else MIXTURES


def prepare(folder: Path) -> None:
    """A district of 22 communes' size would take long; one of 15 wards does not."""
    assert run(["sample", "quan-4-2020", str(folder), "--format", "csv", "-q"], {}, folder.parent) == 0
    (folder / "one.toml").write_text('[limits]\nmax = 5\n[priorities]\norder = ["residence"]\n', encoding="utf-8")
    (folder / "two.toml").write_text("[limits]\nmax = 6\n", encoding="utf-8")
    shutil.copytree(folder, folder / "sub")


def results(folder: Path, python: str, options: Sequence[str], environment: Mapping[str, str]) -> Mapping[str, str]:
    """Digest of every file that the commands write, in a process of its own."""
    finished = subprocess.run(
        [python, *options, "-c", RUN_ALL, json.dumps(COMMANDS)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr.decode(errors="replace")
    said = json.loads((folder / "said.txt").read_text(encoding="utf-8"))
    found = {f"said by {' '.join(words)}": f"{code} {text}" for words, (code, text) in zip(COMMANDS, said, strict=True)}
    assert {name: text[:300] for name, text in found.items() if text[0] != "0"} == {}
    return found | {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "said.txt"
    }


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case that all runs copy."""
    folder = tmp_path_factory.mktemp("same") / "case"
    prepare(folder)
    return folder


@pytest.fixture(scope="module")
def expected(case: Path) -> Mapping[str, str]:
    """What a first run writes."""
    folder = case.parent / "first"
    shutil.copytree(case, folder)
    return results(folder, sys.executable, (), {})


def test_the_first_run_writes_every_kind(expected: Mapping[str, str]) -> None:
    assert {Path(name).suffix for name in expected} >= {".xlsx", ".csv", ".json", ".html", ".docx", ".svg", ".toml"}
    assert len(expected) > 200


def different(found: Mapping[str, str], expected: Mapping[str, str]) -> set[str]:
    return {name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)}


@pytest.mark.parametrize(
    ("environment", "options"),
    [pytest.param(environment, options, id=name) for name, environment, options in TRIED],
)
def test_the_surroundings_leave_no_trace_in_any_file(
    case: Path,
    expected: Mapping[str, str],
    environment: Mapping[str, str],
    options: Sequence[str],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "ở chỗ khác" / "case"
    shutil.copytree(case, folder)
    assert different(results(folder, sys.executable, options, environment), expected) == set()


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_the_number_of_workers_leaves_no_trace(case: Path, jobs: str, tmp_path: Path) -> None:
    found: list[dict[str, bytes]] = []
    for count in ("1", jobs):
        folder = tmp_path / f"jobs-{count}-{len(found)}"
        for name in ("a", "b", "c"):
            shutil.copytree(case / "sub", folder / "root" / name)
        assert run(["batch", "root", "-o", "every", "--jobs", count, "-q"], {}, folder) == 0
        paths = [path for path in sorted((folder / "every").rglob("*")) if path.is_file()]
        found.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})
    assert {name for name in found[0] | found[1] if found[0].get(name) != found[1].get(name)} == set()


def other_pythons() -> list[str]:
    """Other interpreters of this machine in which the program's libraries are installed (see ``.ci/run``)."""
    known = [str(path) for path in sorted((ROOT / "build").glob("python-3.*/bin/python"))]
    named = [found for minor in range(11, 16) if (found := shutil.which(f"python3.{minor}"))]
    usable = []
    for python in (*known, *named):
        tried = subprocess.run(
            [python, "-c", "import sys, ortools, pydantic, typer, xlsxwriter, docxtpl; print(sys.version_info[:2])"],
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            capture_output=True,
            text=True,
            check=False,
        )
        if tried.returncode == 0 and tried.stdout.strip() != str(tuple(sys.version_info[:2])):
            usable.append(python)
    return usable


def test_another_version_of_python_writes_the_same_bytes(
    case: Path, expected: Mapping[str, str], tmp_path: Path
) -> None:
    pythons = other_pythons()
    if not pythons:
        pytest.skip("no other Python with the libraries here")
    for number, python in enumerate(pythons):
        folder = tmp_path / str(number) / "case"
        shutil.copytree(case, folder)
        assert different(results(folder, python, (), {}), expected) == set(), python
