"""What is run, and what it writes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


WRITINGS = (
    Writing("xlsx", ("plan", "-q", "-o", "out/plan.xlsx"), ("out/plan.xlsx",)),
    Writing("csv", ("plan", "-q", "-o", "out/plan.csv"), ("out/plan.csv",)),
    Writing("json", ("plan", "-q", "-o", "out/plan.json"), ("out/plan.json",)),
    Writing(
        "several",
        ("plan", "-q", "-o", "out/plan.xlsx", "-o", "out/plan.csv", "-o", "out/plan.json"),
        ("out/plan.xlsx", "out/plan.csv", "out/plan.json"),
    ),
)


def write_case(folder: Path) -> None:
    """A case with an empty folder for results."""
    (folder / "out").mkdir(parents=True)
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")


def digests(folder: Path) -> Mapping[str, str]:
    """Digest of every file of a folder by its path below it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
