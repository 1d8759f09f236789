"""The same inputs give the same bytes, whoever runs them, wherever, and in whatever order the rows stand."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from reassign.cli.main import run

OUTPUTS = ("plan.xlsx", "plan.csv", "plan.json", "plan.html")
VARIATIONS = (
    pytest.param({"PYTHONHASHSEED": "0"}, id="hash-seed-0"),
    pytest.param({"PYTHONHASHSEED": "4711"}, id="hash-seed-4711"),
    pytest.param({"TZ": "Asia/Ho_Chi_Minh"}, id="time-zone-east"),
    pytest.param({"TZ": "America/Los_Angeles"}, id="time-zone-west"),
    pytest.param({"LC_ALL": "C", "LANG": "C"}, id="c-locale"),
    pytest.param({"LC_ALL": "tr_TR.UTF-8"}, id="turkish-locale"),
    pytest.param({"LC_ALL": "vi_VN.UTF-8"}, id="vietnamese-locale"),
    pytest.param({"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}, id="old-console"),
    pytest.param({"COLUMNS": "40", "NO_COLOR": "1"}, id="narrow-terminal"),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small district."""
    folder = tmp_path_factory.mktemp("sample") / "case"
    assert run(["sample", "hoc-mon-2020", str(folder), "--format", "csv", "-q"], {}, folder.parent) == 0
    return folder


@pytest.fixture(scope="module")
def expected(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every output of a first run."""
    return planned(sample, tmp_path_factory.mktemp("first") / "case", {})


def planned(sample: Path, folder: Path, environment: Mapping[str, str]) -> Mapping[str, bytes]:
    """Outputs of a run in a process of its own, in a copy of the case."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sample.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    words = [word for name in OUTPUTS for word in ("-o", name)]
    finished = subprocess.run(
        [sys.executable, "-m", "reassign", "plan", "-q", *words],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return {name: (folder / name).read_bytes() for name in OUTPUTS}


@pytest.mark.parametrize("environment", VARIATIONS)
def test_the_surroundings_leave_no_trace(
    sample: Path, expected: Mapping[str, bytes], environment: Mapping[str, str], tmp_path: Path
) -> None:
    found = planned(sample, tmp_path / "another folder" / "deeper", environment)
    assert {name: found[name] == expected[name] for name in OUTPUTS} == dict.fromkeys(OUTPUTS, True)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_shows_in_nothing_but_the_digest_of_the_file(
    sample: Path, expected: Mapping[str, bytes], seed: int, tmp_path: Path
) -> None:
    shuffled = tmp_path / "shuffled"
    shuffled.mkdir()
    for path in sample.iterdir():
        (shuffled / path.name).write_bytes(path.read_bytes())
    for name in ("members.csv", "branches.csv"):
        (shuffled / name).write_bytes(_shuffled((sample / name).read_bytes(), seed))
    found = planned(shuffled, tmp_path / "case", {})
    assert found["plan.csv"] == expected["plan.csv"]
    assert _without_digests(found["plan.json"]) == _without_digests(expected["plan.json"])
    first, second = (_visible_sheets(files["plan.xlsx"]) for files in (found, expected))
    assert first == second


def _shuffled(content: bytes, seed: int) -> bytes:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    random.Random(seed).shuffle(rows)
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    return text.getvalue().encode()


def _without_digests(content: bytes) -> dict[str, object]:
    document = json.loads(content)
    return {key: value for key, value in document.items() if key != "inputs"}


def _visible_sheets(content: bytes) -> dict[str, bytes]:
    """Parts of the workbook but those that hold the digests: the hidden sheet and its texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            part: package.read(part)
            for part in package.namelist()
            if part.startswith(("xl/worksheets/sheet1.", "xl/charts")) or part == "xl/workbook.xml"
        }
