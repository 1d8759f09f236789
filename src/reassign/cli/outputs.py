"""Which files a plan is written to, and which names are refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

from reassign.domain.errors import UsageError
from reassign.domain.report import OUTPUT_EXTENSIONS
from reassign.readers.policy.case import CASE_FILE, CaseSettings

DEFAULT_OUTPUT = "plan.xlsx"
"""Written into the folder of the case when no output is named."""


def settle_outputs(
    working_folder: Path, settings: CaseSettings, named: Sequence[str], *, has_default: bool
) -> tuple[Path, ...]:
    """The files to write.

    Args:
        working_folder: Folder that relative names start from.
        settings: The case.
        named: Names given with ``-o``.
        has_default: Whether a workbook is written when nothing is named.

    Raises:
        UsageError: An extension is not supported, a file is named twice, or it is an input.
    """
    if not named:
        return (settings.folder / DEFAULT_OUTPUT,) if has_default else ()
    return settle_named(working_folder, named, input_paths(settings), OUTPUT_EXTENSIONS)


def settle_named(
    working_folder: Path, named: Sequence[str], inputs: Iterable[Path], extensions: Sequence[str]
) -> tuple[Path, ...]:
    """The named files as paths.

    Args:
        working_folder: Folder that relative names start from.
        named: Names given with ``-o``.
        inputs: Files that may not be written over.
        extensions: Endings that something is written for, lower case.

    Raises:
        UsageError: An extension is not supported, a file is named twice, or it is an input.
    """
    kept = {_identity(path) for path in inputs}
    outputs: dict[str, Path] = {}
    for name in named:
        path = working_folder / name
        if path.suffix.lower() not in extensions:
            raise UsageError("output-extension", {"file": name, "known": ", ".join(extensions)})
        identity = _identity(path)
        if identity in kept:
            raise UsageError("output-is-input", {"file": name})
        if identity in outputs:
            raise UsageError("output-twice", {"file": name})
        outputs[identity] = path
    return tuple(outputs.values())


def input_paths(settings: CaseSettings) -> list[Path]:
    """Every file that a case is read from."""
    sources = [getattr(settings.sources, item.name) for item in dataclasses.fields(settings.sources)]
    named = [source for source in sources if source is not None]
    paths = [path for one in named for path in (one.path.iterdir() if one.is_folder else (one.path,))]
    return [*paths, settings.folder / CASE_FILE, *([settings.policy_file] if settings.policy_file else [])]


def _identity(path: Path) -> str:
    """Equal for names of one file; letter case is ignored, as some systems do."""
    try:
        return str(path.resolve()).casefold()
    except ValueError:
        # No file can have such a name; whoever opens it says so.
        return str(path).casefold()
