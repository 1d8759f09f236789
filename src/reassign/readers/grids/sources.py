"""Which files a case consists of."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path

EVERY_SHEET = "*"
"""Instead of the name of a sheet: every sheet of the file. No spreadsheet lets a sheet be called so."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file or a folder of files, and perhaps one sheet.

    Attributes:
        path: Where it is.
        name: The file as the user named it, for findings and reports.
        sheet: The sheet meant, ``*`` for all; empty to choose it by its content.
        encoding: What a text file that is no UTF-8 is read in (``encodings.ENCODINGS``); empty if nobody said.
    """

    path: Path
    name: str
    sheet: str = ""
    encoding: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder; not where the system does not let us look, for reading it will say why."""
        try:
            return self.path.is_dir()
        except OSError:
            return False


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
    lots: Source | None = None
    crosswalk: Source | None = None
    holidays: Source | None = None
    events: Source | None = None


def in_encoding(sources: RosterSources, encoding: str) -> RosterSources:
    """The sources with the encoding that was asked for; as they are if none was."""
    if not encoding:
        return sources
    found = {item.name: getattr(sources, item.name) for item in fields(sources)}
    return RosterSources(**{role: each and replace(each, encoding=encoding) for role, each in found.items()})


def _is_there(path: Path) -> bool:
    """Whether a file has this name; where the system does not let us look, reading it will say why."""
    try:
        return path.exists()
    except OSError:
        return False


def source(folder: Path, name: str) -> Source:
    """A source from ``file.xlsx`` or ``file.xlsx#Sheet``; a file that has ``#`` in its own name wins."""
    if "#" not in name or _is_there(folder / name):
        return Source(folder / name, name)
    file, _, sheet = name.rpartition("#")
    return Source(folder / file, file, sheet)
