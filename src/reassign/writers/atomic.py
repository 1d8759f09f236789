"""Putting files on disk whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.errors import OutputError, system_detail
from reassign.writers.refusal import DENIED, output_error

_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.ENOSYS})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A file that stands under its name, and where the one before it is kept."""

    target: Path
    backup: Path | None


def write_files(files: Sequence[tuple[Path, bytes]], *, is_forced: bool) -> None:
    """Write all files or none: temporary file in the same folder, flush, sync, rename.

    Every target is checked before anything is written. Files are readable by their owner alone
    (0600 on POSIX). When one of several files fails, those already in place are taken back.

    Args:
        files: Targets with their bytes.
        is_forced: Whether an existing file is replaced; the old one stays beside it as ``name.bak``,
            ``name.bak.2`` and so on.

    Raises:
        OutputError: With the parameter ``file``: ``output-exists``, ``output-folder-missing``,
            ``output-not-a-file`` (a folder, a link or a device), ``output-locked`` (open in another
            program), ``output-read-only``, ``output-disk-full``, ``output-name-too-long`` or
            ``output-not-written`` (also ``detail``).
    """
    for target, _ in files:
        _check(target, is_forced=is_forced)
    temporaries: list[Path] = []
    placed: list[_Placed] = []
    try:
        for target, content in files:
            temporaries.append(_write_temporary(target, content))
        for temporary, (target, _) in zip(temporaries, files, strict=True):
            placed.append(_put_in_place(temporary, target, is_forced=is_forced))
        for folder in dict.fromkeys(target.parent for target, _ in files):
            _sync_folder(folder)
    except BaseException:
        _take_back(placed)
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)
        raise


def still_to_write(files: Iterable[tuple[Path, bytes]]) -> list[tuple[Path, bytes]]:
    """The files that do not stand under their names yet, byte for byte; the others need no writing and no backup."""
    return [
        (path, content)
        for path, content in files
        if not (path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content)
    ]


def make_folder(folder: Path) -> None:
    """Create a folder and those above it.

    Raises:
        OutputError: It cannot be created (``output-not-written`` with ``file`` and ``detail``).
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("output-not-written", {"file": str(folder), "detail": system_detail(error)}) from error


def replace_own(target: Path, content: bytes) -> None:
    """Write a file that the program keeps for itself, in place of its earlier state, without a backup.

    Raises:
        OutputError: See ``write_files``.
    """
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise OutputError("output-not-a-file", {"file": str(target)})
    temporary = _write_temporary(target, content)
    try:
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise output_error(error, target) from error
    _sync_folder(target.parent)


def remove_remains(folder: Path) -> None:
    """Take away what killed runs left, in a folder and below, while nobody else writes there.

    Raises:
        OutputError: The folder cannot be read or written.
    """
    try:
        for remains in folder.rglob(".reassign-*.tmp"):
            remains.unlink(missing_ok=True)
    except OSError as error:
        raise output_error(error, folder) from error


def _check(target: Path, *, is_forced: bool) -> None:
    """Refuse what can be seen to fail before anything is written."""
    try:
        if not target.parent.is_dir():
            raise OutputError("output-folder-missing", {"file": str(target), "folder": str(target.parent)})
        try:
            found = target.lstat()
        except FileNotFoundError:
            return
    except OSError as error:
        raise output_error(error, target) from error
    if not stat.S_ISREG(found.st_mode):
        raise OutputError("output-not-a-file", {"file": str(target)})
    if not is_forced:
        raise OutputError("output-exists", {"file": str(target)})
    if not os.access(target, os.W_OK):
        raise OutputError("output-read-only", {"file": str(target)})
    for owner_file in (f"~${target.name}", f".~lock.{target.name}#"):
        # Excel and LibreOffice leave these beside a workbook while it is open.
        if target.with_name(owner_file).exists():
            raise OutputError("output-locked", {"file": str(target)})


def _write_temporary(target: Path, content: bytes) -> Path:
    """A synced file beside the target, whose name says nothing about it."""
    number = 0
    while True:
        temporary = target.parent / f".reassign-{os.getpid()}-{number}.tmp"
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except FileExistsError:
            number += 1
            continue
        except OSError as error:
            # Nobody may write into this folder: that is not a program which holds the file.
            key = "output-read-only" if error.errno in DENIED else None
            raise output_error(error, target, key) from error
        break
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise output_error(error, target) from error
        raise
    return temporary


def _put_in_place(temporary: Path, target: Path, *, is_forced: bool) -> _Placed:
    """Give the temporary file its name, without a moment in which neither old nor new has it."""
    try:
        backup = _keep_old(target) if is_forced and target.exists() else None
        try:
            if not is_forced and _link(temporary, target):
                # The file has its name already; a second one that stays behind takes nothing away.
                with contextlib.suppress(OSError):
                    temporary.unlink()
            else:
                temporary.replace(target)
        except BaseException:
            if backup is not None:
                backup.unlink(missing_ok=True)
            raise
    except FileExistsError as error:
        # Another run was quicker; its file is not ours to replace.
        raise OutputError("output-exists", {"file": str(target)}) from error
    except OSError as error:
        raise output_error(error, target) from error
    return _Placed(target, backup)


def _link(old: Path, new: Path) -> bool:
    """Give a file a second name, never over an existing one; False where the file system cannot."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno not in _UNSUPPORTED:
            raise
        return False
    return True


def _keep_old(target: Path) -> Path:
    """A second name or a copy of the present file under the first free backup name."""
    number = 1
    while True:
        backup = target.with_name(f"{target.name}.bak" if number == 1 else f"{target.name}.bak.{number}")
        try:
            if not _link(target, backup):
                _copy(target, backup)
        except FileExistsError:
            number += 1
            continue
        return backup


def _copy(source: Path, copy: Path) -> None:
    """A synced copy, for file systems without links."""
    handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(source.read_bytes())
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def _take_back(placed: Sequence[_Placed]) -> None:
    """Undo the files already in place, as far as the disk allows it."""
    for file in reversed(placed):
        with contextlib.suppress(OSError):
            if file.backup is None:
                file.target.unlink()
            else:
                file.backup.replace(file.target)


def _sync_folder(folder: Path) -> None:
    """Make the new names last; Windows has nothing of the kind."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        # A folder that may be written but not read cannot be synced, nor can some network folders.
        if error.errno not in _UNSUPPORTED | DENIED:
            raise output_error(error, folder) from error
