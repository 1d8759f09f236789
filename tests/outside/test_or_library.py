"""Published optima of two assignment problems of the OR-Library (Beasley 1990), through the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parents[3] / "shared" / "corpora" / "or-library"


@pytest.mark.skipif(not CASES.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize("name", ["assign100", "assign500"])
def test_distance_equals_the_published_optimum(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    for source in (CASES / name).iterdir():
        shutil.copyfile(source, folder / source.name)
    run = subprocess.run(
        [sys.executable, "-m", "reassign", "plan", "-o", "plan.json", "--no-input"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr.decode()[-500:] if run.returncode else "") == (0, "")
    distance, draw = json.loads((folder / "plan.json").read_text(encoding="utf-8"))["priorities"]
    assert distance["names"] == ["distance"]
    assert distance["value"] == distance["bound"] == int((folder / "expected.txt").read_text())
    assert draw["names"] == ["draw"]
