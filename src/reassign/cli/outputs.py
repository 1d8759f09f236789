"""Which files a plan is written to, and which names are refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
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
    inputs = {_identity(path) for path in _input_paths(settings)}
    outputs: dict[str, Path] = {}
    for name in named:
        path = working_folder / name
        if path.suffix.lower() not in OUTPUT_EXTENSIONS:
            raise UsageError("output-extension", {"file": name, "known": ", ".join(OUTPUT_EXTENSIONS)})
        identity = _identity(path)
        if identity in inputs:
            raise UsageError("output-is-input", {"file": name})
        if identity in outputs:
            raise UsageError("output-twice", {"file": name})
        outputs[identity] = path
    return tuple(outputs.values())


def _input_paths(settings: CaseSettings) -> list[Path]:
    sources = [getattr(settings.sources, item.name) for item in dataclasses.fields(settings.sources)]
    paths = [source.path for source in sources if source is not None]
    return [*paths, settings.folder / CASE_FILE, *([settings.policy_file] if settings.policy_file else [])]


def _identity(path: Path) -> str:
    """Equal for names of one file; letter case is ignored, as some systems do."""
    return str(path.resolve()).casefold()
