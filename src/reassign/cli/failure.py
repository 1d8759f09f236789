"""From an exception to an exit code and words for a person or a script."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

import typer

import reassign
from reassign.cli.screen import write_json, write_message
from reassign.cli.usage import say_usage
from reassign.cli.views.findings import finding_lines
from reassign.cli.visible import visible
from reassign.domain.errors import InputError, InternalError, PolicyError, ReassignError
from reassign.domain.exit_codes import INTERNAL, INTERRUPTED, USAGE
from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.messages.errors import ERRORS, say_error
from reassign.messages.finding import finding_document


def report_failure(error: ReassignError, language: Language, *, is_json: bool) -> int:
    """Tell an expected failure and return its exit code."""
    if isinstance(error, InternalError):
        return report_crash(error, language, is_json=is_json)
    findings: tuple[Finding, ...] = error.findings if isinstance(error, InputError | PolicyError) else ()
    code = error.exit_code
    if is_json:
        _write_error(error.key, say_error(error, language), code, findings, language)
        return code
    for line in finding_lines(findings, language, is_verbose=True):
        write_message(line)
    write_message(visible(f"reassign: {say_error(error, language)}"))
    return code


def report_usage(error: typer.TyperException, language: Language, *, is_json: bool) -> int:
    """Tell what the parser of the command line refused."""
    message = say_usage(error, language)
    if is_json:
        _write_error("usage", message, USAGE, (), language)
        return USAGE
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "reassign"
    write_message(visible(f"reassign: {message}"))
    write_message(visible(ERRORS["usage-hint"].say(language, {"command": command})))
    return USAGE


def report_interruption(language: Language, *, is_json: bool) -> int:
    """Say that the user stopped the run."""
    message = ERRORS["interrupted"].say(language)
    if is_json:
        _write_error("interrupted", message, INTERRUPTED, (), language)
    else:
        write_message(f"reassign: {message}")
    return INTERRUPTED


def report_crash(error: BaseException, language: Language, *, is_json: bool) -> int:
    """Tell a bug and write a crash file without any value that the program worked on."""
    if isinstance(error, ImportError) and error.name:
        return _report_missing(error.name, language, is_json=is_json)
    file = _write_crash_file(crash_text(error))
    kind = error.key if isinstance(error, InternalError) else type(error).__name__
    message = ERRORS["internal"].say(language, {"kind": kind, "file": file})
    if is_json:
        _write_error("internal", message, INTERNAL, (), language)
    else:
        write_message(visible(f"reassign: {message}"))
    return INTERNAL


def _report_missing(library: str, language: Language, *, is_json: bool) -> int:
    """A part of the installation is not there or cannot be loaded."""
    message = ERRORS["library-missing"].say(language, {"name": library.partition(".")[0]})
    if is_json:
        _write_error("library-missing", message, INTERNAL, (), language)
    else:
        write_message(visible(f"reassign: {message}"))
    return INTERNAL


def crash_text(error: BaseException) -> str:
    """Versions, kinds of exceptions and where they arose; neither messages nor values nor paths of the user."""
    lines = [
        f"reassign {reassign.__version__}",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
    ]
    current: BaseException | None = error
    while current is not None:
        key = f" {current.key}" if isinstance(current, InternalError) else ""
        lines += ["", f"{type(current).__module__}.{type(current).__qualname__}{key}", *_frames(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"  {_inside_package(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def _inside_package(filename: str) -> str:
    """The last folders of a source file; what stands before them may name a person."""
    return "/".join(Path(filename).parts[-3:])


def _write_crash_file(text: str) -> str:
    try:
        handle, name = tempfile.mkstemp(prefix="reassign-crash-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        sys.stderr.write(text)
        return "stderr"
    return name


def _write_error(key: str, message: str, code: int, findings: tuple[Finding, ...], language: Language) -> None:
    write_json(
        {
            "schema_version": 1,
            "status": "error",
            "error": {"key": key, "message": message, "exit_code": code},
            "findings": [finding_document(finding, language) for finding in findings],
        }
    )
