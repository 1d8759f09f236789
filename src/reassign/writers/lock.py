"""A folder that one run at a time writes into."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reassign.domain.errors import OutputError
from reassign.writers.refusal import DENIED, output_error

LOCK = ".reassign.lock"
"""Name of the file that is held; it goes away with the last run and says nothing."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder; the system lets go when this process ends, however it ends.

    Raises:
        OutputError: Another run writes there (``output-in-use`` with ``file``), or the folder cannot be
            written (see ``output_error``).
    """
    path = folder / LOCK
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise output_error(error, folder, "output-read-only" if error.errno in DENIED else None) from error
    try:
        _take(handle)
    except OSError as error:
        os.close(handle)
        raise OutputError("output-in-use", {"file": str(folder)}) from error
    try:
        yield
    finally:
        # A name that stays behind keeps nobody out.
        if os.name == "posix":
            # While it is still held: a run that opens the name later gets a file of its own.
            with suppress(OSError):
                path.unlink(missing_ok=True)
        os.close(handle)
        if os.name != "posix":
            # Windows does not unlink an open file.
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _take(handle: int) -> None:
    """Take the lock or fail at once."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined] # Windows only
