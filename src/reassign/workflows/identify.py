"""Put names and ids back into a file that came back from whoever got a pseudonymised case."""

from __future__ import annotations

from pathlib import Path

from reassign.domain.errors import UsageError
from reassign.readers.grids.sources import Source
from reassign.readers.key_file import read_key
from reassign.readers.returned import read_package, read_text
from reassign.writers.atomic import write_files
from reassign.writers.pseudonyms.put_back import KINDS, PACKAGES, PutBack, put_back, put_back_in_package


def identify_file(source: Source, key: Source, target: Path, *, is_forced: bool) -> PutBack:
    """Replace every pseudonym that the key knows and write the result.

    Args:
        source: File with pseudonyms.
        key: The key file.
        target: File to write, of the same kind.
        is_forced: Whether an existing file is replaced; the old one is kept as a backup.

    Raises:
        UsageError: The file is of a kind that no names can be put back into, or the target is of another.
        InputError: The file or the key cannot be read.
        OutputError: The result was not written.
    """
    kind = source.path.suffix.lower()
    if kind not in KINDS:
        raise UsageError("identify-kind", {"file": source.name, "known": ", ".join(KINDS)})
    if target.suffix.lower() != kind:
        raise UsageError("identify-other-kind", {"file": str(target), "known": kind})
    if target.resolve() in (source.path.resolve(), key.path.resolve()):
        raise UsageError("output-is-input", {"file": str(target)})
    texts = read_key(key)
    if kind in PACKAGES:
        done = put_back_in_package(read_package(source, kind[1:]), texts)
    else:
        done = put_back(read_text(source), kind, texts)
    write_files([(target, done.content)], is_forced=is_forced)
    return done
