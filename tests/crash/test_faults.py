"""A system call that fails while a result is written: exit 6, a sentence, and everything as it was before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reassign.writers.lock import LOCK
from tests.crash.cases import OLD, WRITINGS, Writing, digests, write_case, write_inputs
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
    ("write-broken-disk", writes_temporary, "EIO", "input/output error"),
    ("sync-broken-disk", syncs_temporary, "EIO", "input/output error"),
    ("keep-old-broken-disk", keeps_old, "EIO", "input/output error"),
    ("rename-locked", renames, "EACCES", "open in another program"),
    ("rename-broken-disk", renames, "EIO", "input/output error"),
    ("sync-folder-broken-disk", syncs_folder, "EIO", "input/output error"),
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


def is_about_results(call: Call) -> bool:
    """Whether a call of a batch fills, syncs or names something in the folder of the results.

    Opening is left out: the workers open hundreds of files, and the fault would hit one of them by its number.
    """
    return RESULTS in call.line and call.name in {"write", "fsync", "rename", "unlink", "mkdir"}


RESULTS = "/every-plan"


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_a_fault_in_a_batch_is_told_and_the_next_run_ends_as_if_there_had_been_none(error: str, tmp_path: Path) -> None:
    arguments = ("batch", "root", "-o", RESULTS[1:], "-q", "--jobs", "1", "--lang", "en")
    whole = _root(tmp_path / "whole")
    calls = [call for call in traced(arguments, whole, tmp_path / "log") if is_about_results(call)]
    assert {call.name for call in calls} >= {"write", "fsync", "rename"}
    expected = _results(whole)
    for call in calls if "REASSIGN_CRASH_POINTS" in os.environ else calls[1::4]:
        folder = _root(tmp_path / "case")
        ended = failing(arguments, folder, call, error)
        # The lock is the one file that nobody misses: that it cannot be taken away is not told.
        is_told = ended.returncode == 6 and ("not written" in ended.stderr or "annot write" in ended.stderr)
        assert is_told or (ended.returncode == 0 and LOCK in call.line), (call, ended.stderr)
        assert traced(arguments, folder, tmp_path / "log")
        assert _results(folder) == expected, call
        shutil.rmtree(folder)


def _root(folder: Path) -> Path:
    """Two cases below a root."""
    for name in ("a", "b"):
        write_inputs(folder / "root" / name)
    return folder


def _results(folder: Path) -> Mapping[str, str]:
    """Digests of the results; a summary that told of the fault is kept beside the last one."""
    found = digests(folder / RESULTS[1:])
    return {name: digest for name, digest in found.items() if ".bak" not in name and name != LOCK}


def _prepared(folder: Path, writing: Writing) -> Path:
    write_case(folder)
    for target in writing.targets:
        (folder / target).parent.mkdir(exist_ok=True)
        (folder / target).write_bytes(OLD)
    return folder
