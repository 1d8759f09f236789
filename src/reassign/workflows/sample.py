"""Write one of the synthetic cases into a folder."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import Literal

from reassign.domain.errors import OutputError, UsageError
from reassign.samples.catalog import SAMPLES
from reassign.samples.description import SampleDescription
from reassign.samples.files import sample_files
from reassign.writers.atomic import make_folder, still_to_write, write_files


def sample_names() -> tuple[SampleDescription, ...]:
    """Every sample with one line about it and its figures, in the order of the catalogue."""
    return tuple(sample.description for sample in SAMPLES)


def make_sample(
    name: str,
    folder: Path,
    *,
    seed: int,
    format: Literal["xlsx", "csv"],  # noqa: A002 - the word of the command line
    is_forced: bool,
) -> tuple[Path, ...]:
    """Draw a sample and write its files; the same arguments give the same bytes on any machine.

    Args:
        name: Name of the sample.
        folder: Where its files go; created if absent.
        seed: Seed of the generator, >= 0.
        format: File format of the rosters; small tables are always csv.
        is_forced: Whether files that exist are replaced; the old ones are kept as backups.

    Returns:
        What was written, ``reassign.toml`` of the folder first.

    Raises:
        UsageError: No such sample (``sample-unknown`` with ``name`` and ``known``).
        OutputError: A file exists (``output-exists``) or cannot be written; then none of them is written.
    """
    drawn = next((sample for sample in SAMPLES if sample.description.name == name), None)
    if drawn is None:
        names = [description.name for description in sample_names()]
        nearest = difflib.get_close_matches(name, names, cutoff=0.5) or names
        raise UsageError("sample-unknown", {"name": name, "known": ", ".join(nearest)})
    files = {folder / path: content for path, content in sample_files(drawn.draw(seed), format).items()}
    existing = [path for path in files if os.path.lexists(path)]
    if existing and not is_forced:
        raise OutputError("output-exists", {"file": str(existing[0])})
    for place in dict.fromkeys(path.parent for path in files):
        make_folder(place)
    write_files(still_to_write(files.items()), is_forced=is_forced)
    return tuple(files)
