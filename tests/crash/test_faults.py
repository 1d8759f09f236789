"""A system call that fails while a result is written: exit 6, a sentence, and everything as it was before."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.cases import OLD, WRITINGS, Writing, digests, write_case
from tests.crash.traced import Call, failing, has_strace, traced

pytestmark = pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace")

TRIED = WRITINGS if "REASSIGN_CRASH_POINTS" in os.environ else WRITINGS[-1:]
"""Every way of writing on demand; always the one that writes several files at once."""


def opens_temporary(call: Call) -> bool:
    return call.name == "openat" and ".reassign-" in call.line


def writes_temporary(call: Call) -> bool:
    return call.name == "write" and ".reassign-" in call.line


def syncs_temporary(call: Call) -> bool:
    return call.name == "fsync" and ".reassign-" in call.line


def syncs_folder(call: Call) -> bool:
    return call.name == "fsync" and ".reassign-" not in call.line


def keeps_old(call: Call) -> bool:
    return call.name == "linkat" and ".bak" in call.line


def renames(call: Call) -> bool:
    return call.name in {"rename", "renameat", "renameat2"}


FAULTS: tuple[tuple[str, Callable[[Call], bool], str, str], ...] = (
    ("open-denied", opens_temporary, "EACCES", "read-only"),
    ("open-read-only-disk", opens_temporary, "EROFS", "read-only"),
    ("open-disk-full", opens_temporary, "ENOSPC", "disk is full"),
    ("write-disk-full", writes_temporary, "ENOSPC", "disk is full"),
    ("write-quota", writes_temporary, "EDQUOT", "disk is full"),
    ("write-broken-disk", writes_temporary, "EIO", "Input/output error"),
    ("sync-broken-disk", syncs_temporary, "EIO", "Input/output error"),
    ("keep-old-broken-disk", keeps_old, "EIO", "Input/output error"),
    ("rename-locked", renames, "EACCES", "open in another program"),
    ("rename-broken-disk", renames, "EIO", "Input/output error"),
    ("sync-folder-broken-disk", syncs_folder, "EIO", "Input/output error"),
)


@pytest.mark.parametrize("writing", [pytest.param(each, id=each.name) for each in TRIED])
@pytest.mark.parametrize(("chooses", "error", "told"), [pytest.param(*rest, id=name) for name, *rest in FAULTS])
def test_a_fault_loses_nothing_and_is_told(
    writing: Writing, chooses: Callable[[Call], bool], error: str, told: str, tmp_path: Path
) -> None:
    arguments = (*writing.arguments, "--force", "--lang", "en")
    calls = traced(arguments, _prepared(tmp_path / "whole", writing), tmp_path / "log")
    chosen = [call for call in calls if chooses(call)]
    assert chosen
    # The last such call of several files is the hardest: all but one may be in place already.
    folder = _prepared(tmp_path / "case", writing)
    before = digests(folder)
    ended = failing(arguments, folder, chosen[-1], error)
    assert (ended.returncode, told in ended.stderr) == (6, True), ended.stderr
    assert digests(folder) == before


def test_a_disk_without_links_keeps_the_old_file_by_copying(tmp_path: Path) -> None:
    writing = WRITINGS[0]
    arguments = (*writing.arguments, "--force")
    calls = traced(arguments, _prepared(tmp_path / "whole", writing), tmp_path / "log")
    folder = _prepared(tmp_path / "case", writing)
    ended = failing(arguments, folder, next(call for call in calls if keeps_old(call)), "EPERM")
    assert ended.returncode == 0, ended.stderr
    assert (folder / "out/plan.xlsx.bak").read_bytes() == OLD
    assert digests(folder)["out/plan.xlsx"] == digests(tmp_path / "whole")["out/plan.xlsx"]


def _prepared(folder: Path, writing: Writing) -> Path:
    write_case(folder)
    for target in writing.targets:
        (folder / target).write_bytes(OLD)
    return folder
