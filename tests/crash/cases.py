"""What is run, and what it writes."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reassign.cli.main import run

MEMBERS = (
    "id,name,unit,residence_unit,residence_area\nm1,Nguyễn An,Đa Kao,Đa Kao,KP 1\nm2,Trần Bình,Đa Kao,Đa Kao,KP 2\n"
)
BRANCHES = "id,name,unit,areas,needs\nb1,Chi bộ KP 1,Đa Kao,KP 1,y tế\nb2,Chi bộ KP 2,Đa Kao,KP 2,\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
OLD = b"what was there before"


@dataclass(frozen=True, slots=True)
class Writing:
    """A command and the files that it writes.

    Attributes:
        name: For the name of the test.
        arguments: The command.
        targets: Files below the case folder.
    """

    name: str
    arguments: tuple[str, ...]
    targets: tuple[str, ...]


LETTERS = (
    *("001-appendix.docx", "002-decision-chi-bo-kp-1.docx", "003-decision-chi-bo-kp-2.docx"),
    *("004-notice-chi-bo-kp-1.docx", "005-notice-chi-bo-kp-2.docx", "006-list-chi-bo-kp-1.docx"),
    *("007-list-chi-bo-kp-2.docx", "008-summary.docx", "009-residence-contact.docx", "010-to-decide.docx"),
    *("011-deadlines.docx", "012-merge-data.xlsx", "013-merge-data.csv"),
)

WRITINGS = (
    Writing("xlsx", ("plan", "-q", "-o", "out/plan.xlsx"), ("out/plan.xlsx",)),
    Writing("csv", ("plan", "-q", "-o", "out/plan.csv"), ("out/plan.csv",)),
    Writing("json", ("plan", "-q", "-o", "out/plan.json"), ("out/plan.json",)),
    Writing("html", ("plan", "-q", "-o", "out/plan.html"), ("out/plan.html",)),
    Writing("replan", ("replan", "plan.json", "-q", "-o", "out/new.xlsx"), ("out/new.xlsx",)),
    Writing("report", ("report", "plan.json", "-q", "-o", "out/report.html"), ("out/report.html",)),
    Writing("letters", ("letters", "plan.json", "-q", "-o", "out"), tuple(f"out/{name}" for name in LETTERS)),
    Writing("findings", ("check", "-q", "--report", "out/findings.xlsx"), ("out/findings.xlsx",)),
    Writing(
        "identify", ("identify", "plan.json", "--key", "ward.key", "-q", "-o", "out/back.json"), ("out/back.json",)
    ),
    Writing(
        "sweep",
        ("sweep", "limits.max", "2,3", "-q", "-o", "out/s.xlsx", "-o", "out/s.csv", "-o", "out/s.svg"),
        ("out/s.xlsx", "out/s.csv", "out/s.svg"),
    ),
    Writing(
        "compare",
        ("compare", "plan.json", "plan.json", "-q", "-o", "out/c.xlsx", "-o", "out/c.json"),
        ("out/c.xlsx", "out/c.json"),
    ),
    Writing(
        "sample",
        ("sample", "quan-4-2020", "out", "-q"),
        ("out/reassign.toml", "out/members.xlsx", "out/branches.xlsx"),
    ),
    Writing(
        "init",
        ("init", "out", "-q"),
        (
            *("out/reassign.toml", "out/members.xlsx", "out/branches.xlsx"),
            *("out/templates/decision.docx", "out/templates/notice.docx"),
        ),
    ),
    Writing(
        "several",
        ("plan", "-q", "-o", "out/plan.xlsx", "-o", "out/plan.csv", "-o", "out/plan.json"),
        ("out/plan.xlsx", "out/plan.csv", "out/plan.json"),
    ),
)


def write_case(folder: Path) -> None:
    """A case with its plan, and an empty folder for results."""
    (folder / "out").mkdir(parents=True)
    write_inputs(folder)
    (folder / "plan.json").write_bytes(_plan())
    (folder / "ward.key").write_text('{"kind": "reassign-key", "texts": {}}', encoding="utf-8")


def write_inputs(folder: Path) -> None:
    """The rosters and the case file alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")


@cache
def _plan() -> bytes:
    """The plan of the case; it is the same in every folder."""
    with tempfile.TemporaryDirectory() as name:
        write_inputs(Path(name))
        assert run(["plan", "-q", "-o", "plan.json"], {}, Path(name)) == 0
        return (Path(name) / "plan.json").read_bytes()


def digests(folder: Path) -> Mapping[str, str]:
    """Digest of every file of a folder by its path below it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
