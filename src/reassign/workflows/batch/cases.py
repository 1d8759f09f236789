"""Which folders below a root are cases."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from reassign.domain.errors import UsageError
from reassign.readers.policy.case import CASE_FILE


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A folder with a ``reassign.toml``.

    Attributes:
        name: Path below the root with ``/``; ``.`` for the root itself.
        folder: Where it is.
    """

    name: str
    folder: Path


def find_cases(root: Path, without: Path, patterns: Sequence[str]) -> tuple[CaseFolder, ...]:
    """Every case below a root, in the order of their names.

    The root itself is a case only if there is none below it. Hidden folders, links to folders and the
    folder of the results are not looked into.

    Args:
        root: Where to look.
        without: Folder of the results, which may lie below the root.
        patterns: Shell patterns of names, of which one must match; all cases if there are none.
    """
    found = tuple(_below(root, without.resolve()))
    cases = tuple(case for case in found if case.name != ".") or found
    return tuple(case for case in cases if not patterns or any(_is_meant(case.name, each) for each in patterns))


def share_of(cases: Sequence[CaseFolder], share: str) -> tuple[CaseFolder, ...]:
    """The cases that fall to one of several machines.

    Args:
        cases: All cases, in their order.
        share: ``2/5`` for the second of five machines: the second, the seventh, the twelfth case and so on.

    Raises:
        UsageError: It is no such share (``batch-share`` with ``value``).
    """
    first, _, count = share.partition("/")
    if not (first.isdecimal() and count.isdecimal() and 1 <= int(first) <= int(count)):
        raise UsageError("batch-share", {"value": share})
    return tuple(cases[int(first) - 1 :: int(count)])


def _below(root: Path, without: Path) -> Iterator[CaseFolder]:
    names = []
    for folder, below, files in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".") and (Path(folder) / name).resolve() != without]
        if CASE_FILE in files:
            names.append(Path(folder).relative_to(root).as_posix())
    for name in sorted(names):
        yield CaseFolder(name, root / name)


def _is_meant(name: str, pattern: str) -> bool:
    """Whether a pattern names the case by its path or by its last folder."""
    return fnmatchcase(name, pattern) or fnmatchcase(name.rpartition("/")[2], pattern)
