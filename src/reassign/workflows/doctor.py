"""Try everything that a plan needs, on this machine, with two invented members."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reassign import __version__
from reassign.domain.errors import ReassignError

LIBRARIES = ("ortools", "numpy", "pydantic", "python-calamine", "xlsxwriter", "docxtpl", "typer", "rich")
"""Distributions whose versions are told."""

_MEMBERS = "id,name,unit,residence_unit,residence_area\nm1,Người Một,Phường A,Phường A,KP 1\nm2,Người Hai,Phường A,,\n"
_BRANCHES = "id,name,unit,areas\nb1,Chi bộ KP 1,Phường A,KP 1\nb2,Chi bộ KP 2,Phường A,KP 2\n"
_CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was tried.

    Attributes:
        name: Key of the text in ``messages``.
        is_fine: Whether it works.
        detail: Version, place or failure; never anything about a member.
    """

    name: str
    is_fine: bool
    detail: str = ""


def examine(working_folder: Path, encoding: str) -> tuple[Diagnosis, ...]:
    """Everything that was tried, in an order in which the first failure explains the later ones.

    Args:
        working_folder: Folder that results would be written to.
        encoding: Encoding of the terminal as it was found.
    """
    return (
        Diagnosis("program", is_fine=True, detail=__version__),
        Diagnosis("python", (3, 11) <= sys.version_info[:2] < (3, 15), platform.python_version()),
        Diagnosis("system", is_fine=True, detail=f"{platform.system()} {platform.machine()}"),
        *(_tried("library", partial(_version, name)) for name in LIBRARIES),
        Diagnosis("terminal", is_fine=True, detail=encoding),
        _tried("folder", lambda: _write_here(working_folder)),
        _tried("plan", _plan_and_verify),
    )


def _tried(name: str, attempt: Callable[[], str]) -> Diagnosis:
    try:
        return Diagnosis(name, is_fine=True, detail=attempt())
    except ReassignError as error:
        return Diagnosis(name, is_fine=False, detail=error.key)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the doctor was called for
        return Diagnosis(name, is_fine=False, detail=type(error).__name__)


def _version(name: str) -> str:
    return f"{name} {importlib.metadata.version(name)}"


def _write_here(folder: Path) -> str:
    """Write, replace and remove a file in a folder, as results are written."""
    from reassign.writers.atomic import write_files

    with tempfile.TemporaryDirectory(prefix=".reassign-", dir=folder) as name:
        target = Path(name) / "a.txt"
        write_files([(target, b"1")], is_forced=False)
        write_files([(target, b"2")], is_forced=True)
        return str(folder) if target.read_bytes() == b"2" and os.access(folder, os.W_OK) else ""


def _plan_and_verify() -> str:
    """A plan of an invented case as workbook and JSON, both read back and checked."""
    from reassign.domain.progress import NoProgress
    from reassign.readers.policy.case import CaseFlags, read_case
    from reassign.workflows.plan import PlanRequest, run_plan
    from reassign.workflows.verify import verify_plan

    with tempfile.TemporaryDirectory(prefix="reassign-") as name:
        folder = Path(name)
        for file, text in (("members.csv", _MEMBERS), ("branches.csv", _BRANCHES), ("reassign.toml", _CASE)):
            (folder / file).write_text(text, encoding="utf-8")
        settings = read_case(folder, CaseFlags(), {}, "en")
        outputs = (folder / "plan.xlsx", folder / "plan.json")
        outcome = run_plan(
            PlanRequest(settings, outputs, is_dry_run=False, is_forced=False, language="en"), NoProgress()
        )
        if outcome.report is None or outcome.report.plan.status != "optimal":
            raise ReassignError("doctor-plan")
        if not all(verify_plan(path, path.name).result.is_ok for path in outputs):
            raise ReassignError("doctor-verify")
        return ", ".join(path.suffix for path in outputs)
