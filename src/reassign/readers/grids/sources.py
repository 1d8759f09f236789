"""Which files a case consists of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """One file, and perhaps one sheet of it.

    Attributes:
        path: Where it is.
        name: The file as the user named it, for findings and reports.
        sheet: The sheet meant; empty to choose it by its content.
    """

    path: Path
    name: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class RosterSources:
    """The rosters, and the smaller tables that may be absent."""

    members: Source
    branches: Source
    current: Source | None = None
    lineage: Source | None = None
    pins: Source | None = None
    forbids: Source | None = None
    distances: Source | None = None


def source(folder: Path, name: str) -> Source:
    """A source from ``file.xlsx`` or ``file.xlsx#Sheet``; a file that has ``#`` in its own name wins."""
    if (folder / name).exists() or "#" not in name:
        return Source(folder / name, name)
    file, _, sheet = name.rpartition("#")
    return Source(folder / file, file, sheet)
