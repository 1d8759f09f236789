"""No memory left: recognised in all its forms, and told with next to none."""

from __future__ import annotations

import errno
import gc
import json
import sys

from reassign.domain.exit_codes import INTERNAL
from reassign.domain.language import Language
from reassign.messages.shortage import SHORTAGE

_NOT_LOADED = ("failed to map segment", "cannot allocate memory", "paging file is too small")
"""What loaders of Linux and Windows say where a library finds no room, in lower case."""


def is_shortage(error: BaseException | None) -> bool:
    """Whether an exception, or what led to it, is about memory."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if isinstance(error, ImportError) and any(word in str(error).lower() for word in _NOT_LOADED):
            return True
        error = error.__cause__ or error.__context__
    return False


def report_shortage(error: BaseException, language: Language, *, is_json: bool) -> int:
    """Let go of what the run held, say what is wrong and return the exit code."""
    held: BaseException | None = error
    while held is not None:
        held.__traceback__ = None
        held = held.__cause__ or held.__context__
    gc.collect()
    message = SHORTAGE.say(language)
    if is_json:
        told = {"key": "out-of-memory", "message": message, "exit_code": INTERNAL}
        document = {"schema_version": 1, "status": "error", "error": told, "findings": []}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stderr.write(f"reassign: {message}\n")
    return INTERNAL
