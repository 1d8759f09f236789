"""Killed at any system call, a run leaves each result whole: the old one, the new one, never a part of one.

A few points in the ordinary tests. ``make crash`` kills every way of writing at each single call that comes after the
imports, and the whole command line at ``REASSIGN_CRASH_POINTS`` calls from the first to the last.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.crash.cases import OLD, WRITINGS, Writing, digests, write_case
from tests.crash.preloaded import Preloaded
from tests.crash.traced import Call, has_strace, killed, traced

pytestmark = pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace")

IS_AT_LENGTH = "REASSIGN_CRASH_POINTS" in os.environ
POINTS = int(os.environ.get("REASSIGN_CRASH_POINTS", "12"))
"""Kills of the whole command line for each way of writing, half of them with an old result in place."""

TRIED = WRITINGS if IS_AT_LENGTH else WRITINGS[-1:]


def points(calls: Sequence[Call], count: int) -> list[Call]:
    """Calls to be killed at, anywhere; in a few tries half of them are the last ones, where files change."""
    last = [] if IS_AT_LENGTH else calls[-(count // 2) :]
    earlier = calls[: len(calls) - len(last)]
    return [*random.Random(len(calls)).sample(earlier, min(count - len(last), len(earlier))), *last]


@pytest.mark.parametrize("is_there_before", [pytest.param(False, id="new"), pytest.param(True, id="replaced")])
@pytest.mark.parametrize("writing", [pytest.param(each, id=each.name) for each in TRIED])
def test_no_result_is_lost_or_torn(writing: Writing, tmp_path: Path, *, is_there_before: bool) -> None:
    arguments = (*writing.arguments, "--force") if is_there_before else writing.arguments
    whole = _prepared(writing, tmp_path / "whole", is_there_before=is_there_before)
    calls = traced(arguments, whole, tmp_path / "log")
    new = digests(whole)
    outcomes = set()
    for call in points(calls, POINTS // 2):
        folder = _prepared(writing, tmp_path / "killed", is_there_before=is_there_before)
        killed(arguments, folder, call)
        outcomes |= {_state(folder, target, new, is_there_before=is_there_before) for target in writing.targets}
        shutil.rmtree(folder)
    # At calls drawn from thousands, imports most of them, a result is seldom there already.
    assert outcomes <= {"old", "new"} if IS_AT_LENGTH else outcomes == {"old", "new"}


@pytest.mark.skipif(not IS_AT_LENGTH, reason="make crash")
@pytest.mark.parametrize("is_there_before", [pytest.param(False, id="new"), pytest.param(True, id="replaced")])
@pytest.mark.parametrize("writing", [pytest.param(each, id=each.name) for each in WRITINGS])
def test_no_call_of_the_work_loses_or_tears_a_result(
    writing: Writing, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, is_there_before: bool
) -> None:
    arguments = (*writing.arguments, "--force") if is_there_before else writing.arguments
    whole = _prepared(writing, tmp_path / "whole", is_there_before=is_there_before)
    with Preloaded() as program:
        calls = program.traced(arguments, whole, tmp_path / "log")
        new = digests(whole)
        outcomes: Counter[str] = Counter()
        for call in calls:
            folder = _prepared(writing, tmp_path / "killed", is_there_before=is_there_before)
            program.killed(arguments, folder, call)
            found = {_state(folder, target, new, is_there_before=is_there_before) for target in writing.targets}
            outcomes[" and ".join(sorted(found))] += 1
            shutil.rmtree(folder)
    with capsys.disabled():
        sys.stdout.write(f"\n{writing.name}: killed at each of {len(calls)} calls, {dict(outcomes)} ")
    assert set(" and ".join(outcomes).split(" and ")) == {"old", "new"}


def _prepared(writing: Writing, folder: Path, *, is_there_before: bool) -> Path:
    write_case(folder)
    if is_there_before:
        _put_old(writing, folder)
    return folder


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
