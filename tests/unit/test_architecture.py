"""The rooms keep to the contract of ``pyproject.toml``, and light commands stay light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "ortools", "pandas", "xlsxwriter", "python_calamine")


def loaded_by(statement: str) -> set[str]:
    """Top-level names in ``sys.modules`` of a fresh interpreter after ``statement``."""
    script = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    return set(finished.stdout.split())


def test_every_import_keeps_to_the_contract() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize(
    "module", ["reassign.cli.main", "reassign.cli.app", "reassign.__main__", "reassign.domain.plan"]
)
def test_importing_the_command_line_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}").isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--help"], id="help"),
        pytest.param(["plan", "--help"], id="help-of-plan"),
        pytest.param(["sample", "--list"], id="list-of-samples"),
    ],
)
def test_showing_help_loads_nothing_heavy(arguments: list[str]) -> None:
    run = f"import sys\nsys.argv = {['reassign', *arguments]!r}\nfrom reassign.cli.main import main\n"
    shown = loaded_by(f"{run}try:\n    main()\nexcept SystemExit as left:\n    assert not left.code, left.code")
    assert shown.isdisjoint(HEAVY)


def test_checking_a_case_loads_neither_arrays_nor_a_solver(tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text("id,name,unit\nm1,An,A\n", encoding="utf-8")
    (tmp_path / "branches.csv").write_text("id,name,unit\nb1,B,A\n", encoding="utf-8")
    files = ["--members", str(tmp_path / "members.csv"), "--branches", str(tmp_path / "branches.csv")]
    run = f"import sys\nsys.argv = {['reassign', 'check', *files]!r}\nfrom reassign.cli.main import main\n"
    shown = loaded_by(f"{run}try:\n    main()\nexcept SystemExit as left:\n    assert not left.code, left.code")
    assert shown.isdisjoint({"numpy", "ortools", "pandas"})
