"""What it means to an officer that the system refused to write."""

from __future__ import annotations

import errno
from pathlib import Path

from reassign.domain.errors import OutputError, system_detail

FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""Error numbers of a disk, or a share of it, with no room left."""

DENIED = frozenset({errno.EACCES, errno.EPERM})
"""Error numbers of something that somebody else forbids or holds."""


def output_error(error: OSError, target: Path, key: str | None = None) -> OutputError:
    """The failure by what the officer can do about it.

    Args:
        error: What the system said.
        target: What was to be written.
        key: What it means, where the caller knows better.
    """
    if key is not None:
        return OutputError(key, {"file": str(target)})
    if error.errno in FULL:
        return OutputError("output-disk-full", {"file": str(target)})
    if error.errno == errno.EROFS:
        return OutputError("output-read-only", {"file": str(target)})
    if error.errno == errno.ENAMETOOLONG:
        return OutputError("output-name-too-long", {"file": str(target)})
    if error.errno in DENIED:
        return OutputError("output-locked", {"file": str(target)})
    return OutputError("output-not-written", {"file": str(target), "detail": system_detail(error)})
