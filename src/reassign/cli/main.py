"""The entry point: streams, signals, and every failure turned into an exit code."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

import typer

from reassign.cli.app import make_app
from reassign.cli.session import Session, open_session, system_locale
from reassign.cli.shortage import is_shortage, report_shortage
from reassign.domain.errors import ReassignError, UsageError, system_detail
from reassign.domain.exit_codes import INTERRUPTED, OK

_QUIET_LIBRARIES = {"OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""No threads for matrices that nobody multiplies; no look through every installed package for plug-ins."""


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A cp1252 console cannot say "Nguyễn" otherwise.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _interrupt)
    # A short process makes many objects that last and few cycles: looking for cycles often costs a tenth of the time,
    # and a list of a whole city makes a quarter of a million.
    gc.set_threshold(500_000, 20, 20)
    for name, value in _QUIET_LIBRARIES.items():
        os.environ.setdefault(name, value)
    sys.exit(run(sys.argv[1:], os.environ, Path.cwd()))


def run(arguments: Sequence[str], environment: Mapping[str, str], working_folder: Path) -> int:
    """One run of the command line.

    Args:
        arguments: Words after the name of the program.
        environment: Environment variables.
        working_folder: Folder that relative paths start from.

    Returns:
        The exit code (``exit_codes``).
    """
    session = open_session(arguments, environment, working_folder, system_locale())
    is_json = "--json" in arguments
    try:
        return _run(arguments, session, is_json=is_json)
    except Exception as error:
        # Telling any other failure takes memory as well.
        if is_shortage(error):
            return report_shortage(error, session.language, is_json=is_json)
        raise


def _run(arguments: Sequence[str], session: Session, *, is_json: bool) -> int:
    language = session.language
    try:
        result = make_app(language)(args=list(arguments), prog_name="reassign", standalone_mode=False, obj=session)
    except ReassignError as error:
        from reassign.cli.failure import report_failure

        return report_failure(error, language, is_json=is_json)
    except typer.TyperException as error:
        from reassign.cli.failure import report_usage

        return report_usage(error, language, is_json=is_json)
    except (KeyboardInterrupt, typer.Abort):
        result = INTERRUPTED
    except Exception as error:
        if is_shortage(error):
            raise
        refused = _refused(error)
        if refused is not None:
            from reassign.cli.failure import report_failure

            # Standard output may be what is full.
            return report_failure(refused, language, is_json=False)
        from reassign.cli.failure import report_crash

        return report_crash(error, language, is_json=is_json)
    if result == INTERRUPTED:
        # Typer turns an interruption into this exit code before we see it.
        from reassign.cli.failure import report_interruption

        return report_interruption(language, is_json=is_json)
    return result if isinstance(result, int) else OK


_REFUSING = frozenset({errno.ENAMETOOLONG, errno.ELOOP, errno.EACCES, errno.EPERM})
"""Error numbers of a name that the system does not take, or of a folder that it does not let us look into."""


def _refused(error: Exception) -> ReassignError | None:
    """What the system refused outside of reading and writing, which tell it themselves.

    A full disk, as when the results go from the terminal into a file; a path that it does not even let us look at.
    """
    if not isinstance(error, OSError):
        return None
    from reassign.writers.refusal import FULL, output_error

    if error.errno in FULL:
        return output_error(error, Path(error.filename or "stdout"))
    if error.errno in _REFUSING and error.filename:
        return UsageError("path-refused", {"file": str(error.filename), "detail": system_detail(error)})
    return None


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
