"""Killed at any system call, a run leaves each result whole: the old one, the new one, never a part of one.

A few points in the ordinary tests; ``make crash`` sets ``REASSIGN_CRASH_POINTS`` to try hundreds.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.crash.cases import OLD, WRITINGS, Writing, digests, write_case
from tests.crash.traced import Call, has_strace, killed, traced

pytestmark = pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace")

POINTS = int(os.environ.get("REASSIGN_CRASH_POINTS", "6"))
TRIED = WRITINGS if "REASSIGN_CRASH_POINTS" in os.environ else WRITINGS[-1:]


def points(calls: Sequence[Call], count: int) -> list[Call]:
    """Calls to be killed at: half of them the last ones, where files change; the others anywhere before."""
    last = calls[-(count // 2) :]
    earlier = calls[: -len(last)]
    return [*random.Random(len(calls)).sample(earlier, min(count - len(last), len(earlier))), *last]


@pytest.mark.parametrize("is_there_before", [pytest.param(False, id="new"), pytest.param(True, id="replaced")])
@pytest.mark.parametrize("writing", [pytest.param(each, id=each.name) for each in TRIED])
def test_no_result_is_lost_or_torn(writing: Writing, tmp_path: Path, *, is_there_before: bool) -> None:
    arguments = (*writing.arguments, "--force") if is_there_before else writing.arguments
    whole = tmp_path / "whole"
    write_case(whole)
    if is_there_before:
        _put_old(writing, whole)
    calls = traced(arguments, whole, tmp_path / "log")
    new = digests(whole)
    outcomes = set()
    for call in points(calls, POINTS):
        folder = tmp_path / "killed"
        write_case(folder)
        if is_there_before:
            _put_old(writing, folder)
        killed(arguments, folder, call)
        for target in writing.targets:
            outcomes.add(_state(folder, target, new, is_there_before=is_there_before))
        shutil.rmtree(folder)
    assert outcomes == {"old", "new"}


def _put_old(writing: Writing, folder: Path) -> None:
    for target in writing.targets:
        (folder / target).parent.mkdir(exist_ok=True)
        (folder / target).write_bytes(OLD)


def _state(folder: Path, target: str, new: Mapping[str, str], *, is_there_before: bool) -> str:
    """Whether a file is as before or as it was to become; and whether the old one is still to be had."""
    found = digests(folder)
    if found.get(target) == new[target]:
        is_kept = not is_there_before or (folder / f"{target}.bak").read_bytes() == OLD
        return "new" if is_kept else f"{target}: old one lost"
    if is_there_before:
        return "old" if (folder / target).read_bytes() == OLD else f"{target}: torn"
    return "old" if target not in found else f"{target}: torn"


def test_a_run_after_a_killed_one_does_its_work(tmp_path: Path) -> None:
    writing = WRITINGS[0]
    whole = tmp_path / "whole"
    write_case(whole)
    calls = traced(writing.arguments, whole, tmp_path / "log")
    synced = next(call for call in calls if call.name == "fsync")
    folder = tmp_path / "killed"
    write_case(folder)
    killed(writing.arguments, folder, synced)
    assert any(name.endswith(".tmp") for name in digests(folder))
    again = traced(writing.arguments, folder, tmp_path / "log")
    assert again
    assert digests(folder)["out/plan.xlsx"] == digests(whole)["out/plan.xlsx"]
