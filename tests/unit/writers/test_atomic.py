from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from reassign.domain.errors import OutputError
from reassign.writers.atomic import make_folder, remove_remains, replace_own, still_to_write, write_files


def failing(number: int, on_call: int = 1) -> object:
    """A function that fails with an error number at its n-th call and does nothing before."""
    calls = 0

    def fail(*_arguments: object, **_options: object) -> None:
        nonlocal calls
        calls += 1
        if calls >= on_call:
            raise OSError(number, os.strerror(number))

    return fail


def refused(files: list[tuple[Path, bytes]], *, is_forced: bool = False) -> str:
    """Key of the error that the writing ends in."""
    with pytest.raises(OutputError) as error:
        write_files(files, is_forced=is_forced)
    assert "file" in error.value.parameters
    return error.value.key


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_files_are_written_for_their_owner_alone(tmp_path: Path) -> None:
    write_files([(tmp_path / "a.json", b"1"), (tmp_path / "b.csv", b"2")], is_forced=False)
    assert names(tmp_path) == ["a.json", "b.csv"]
    assert (tmp_path / "b.csv").read_bytes() == b"2"
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_one_existing_file_keeps_all_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    assert refused([(tmp_path / "a", b"new"), (tmp_path / "b", b"new")]) == "output-exists"
    assert names(tmp_path) == ["b"]
    assert (tmp_path / "b").read_bytes() == b"old"


def test_force_keeps_every_old_file_under_a_name_of_its_own(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.write_bytes(b"1")
    for content in (b"2", b"3"):
        write_files([(plan, content)], is_forced=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "plan": b"3",
        "plan.bak": b"1",
        "plan.bak.2": b"2",
    }


def test_force_without_an_old_file_leaves_no_backup(tmp_path: Path) -> None:
    write_files([(tmp_path / "plan", b"1")], is_forced=True)
    assert names(tmp_path) == ["plan"]


def test_old_files_are_kept_where_the_disk_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.ENOTSUP))
    write_files([(tmp_path / "plan", b"1")], is_forced=False)
    write_files([(tmp_path / "plan", b"2")], is_forced=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan": b"2", "plan.bak": b"1"}


def test_a_file_that_another_run_made_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EEXIST))
    assert refused([(tmp_path / "plan", b"1")]) == "output-exists"
    assert names(tmp_path) == []


@pytest.mark.parametrize("is_forced", [pytest.param(False, id="plain"), pytest.param(True, id="forced")])
@pytest.mark.parametrize("kind", ["link", "broken-link", "folder"])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, kind: str, *, is_forced: bool) -> None:
    target, other = tmp_path / "plan", tmp_path / "other"
    if kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(other)
    if kind == "link":
        other.write_bytes(b"kept")
    assert refused([(target, b"new")], is_forced=is_forced) == "output-not-a-file"
    assert not other.exists() or other.read_bytes() == b"kept"


@pytest.mark.parametrize("owner_file", ["~$plan.xlsx", ".~lock.plan.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_not_replaced(tmp_path: Path, owner_file: str) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"old")
    (tmp_path / owner_file).write_bytes(b"")
    assert refused([(tmp_path / "plan.xlsx", b"new")], is_forced=True) == "output-locked"
    assert (tmp_path / "plan.xlsx").read_bytes() == b"old"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refused([(tmp_path / "none" / "plan", b"")]) == "output-folder-missing"


def test_a_name_too_long_for_the_disk_is_named(tmp_path: Path) -> None:
    assert refused([(tmp_path / ("x" * 300), b"")]) == "output-name-too-long"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        pytest.param(errno.ENOSPC, "output-disk-full", id="disk-full"),
        pytest.param(errno.EIO, "output-not-written", id="input-output-error"),
        pytest.param(errno.EROFS, "output-read-only", id="read-only-disk"),
    ],
)
@pytest.mark.parametrize("on_call", [pytest.param(1, id="first-file"), pytest.param(2, id="second-file")])
def test_a_failed_sync_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str, on_call: int
) -> None:
    monkeypatch.setattr(os, "fsync", failing(number, on_call))
    assert refused([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")]) == key
    assert names(tmp_path) == []


def test_a_failed_rename_leaves_the_old_files_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    rename = Path.replace

    def replace(source: Path, target: Path) -> Path:
        if target.name == "b" and source.suffix == ".tmp":
            raise PermissionError(errno.EACCES, "held")
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert refused([(tmp_path / "a", b"new"), (tmp_path / "b", b"new")], is_forced=True) == "output-locked"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old", "b": b"old"}


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_files([(tmp_path / "plan", b"1")], is_forced=False)
    assert names(tmp_path) == []


def test_a_folder_that_nobody_may_write_into_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    assert refused([(tmp_path / "plan", b"1")]) == "output-read-only"


def test_a_stale_temporary_file_is_neither_used_nor_removed(tmp_path: Path) -> None:
    stale = tmp_path / f".reassign-{os.getpid()}-0.tmp"
    stale.write_bytes(b"stale")
    write_files([(tmp_path / "plan", b"1")], is_forced=False)
    assert stale.read_bytes() == b"stale"
    assert names(tmp_path) == [stale.name, "plan"]


def test_only_what_does_not_stand_there_yet_is_still_to_write(tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes(b"12")
    (tmp_path / "longer").write_bytes(b"123")
    (tmp_path / "other").write_bytes(b"21")
    (tmp_path / "folder").mkdir()
    wanted = [(tmp_path / name, b"12") for name in ("same", "longer", "other", "folder", "missing")]
    assert [path.name for path, _ in still_to_write(wanted)] == ["longer", "other", "folder", "missing"]


def test_a_file_of_our_own_is_replaced_without_a_backup(tmp_path: Path) -> None:
    for content in (b"1", b"2"):
        replace_own(tmp_path / "state", content)
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"state": content}


@pytest.mark.parametrize("kind", ["link", "broken-link", "folder"])
def test_a_file_of_our_own_replaces_no_link_and_no_folder(tmp_path: Path, kind: str) -> None:
    target, other = tmp_path / "state", tmp_path / "other"
    if kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(other)
    if kind == "link":
        other.write_bytes(b"kept")
    before = names(tmp_path)
    with pytest.raises(OutputError, match="output-not-a-file"):
        replace_own(target, b"new")
    assert names(tmp_path) == before


def test_a_file_of_our_own_that_is_held_stays_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_own(tmp_path / "state", b"1")
    monkeypatch.setattr(Path, "replace", failing(errno.ENOSPC))
    with pytest.raises(OutputError, match="output-disk-full"):
        replace_own(tmp_path / "state", b"2")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"state": b"1"}


@pytest.mark.parametrize(
    ("number", "is_borne"),
    [
        *((number, True) for number in (errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.ENOSYS, errno.EACCES)),
        *((number, False) for number in (errno.EIO, errno.ENOSPC)),
    ],
)
def test_a_folder_that_cannot_be_synced_is_borne_and_one_that_fails_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, is_borne: bool
) -> None:
    # The second sync is that of the folder.
    monkeypatch.setattr(os, "fsync", failing(number, 2))
    if is_borne:
        write_files([(tmp_path / "plan", b"1")], is_forced=False)
        assert names(tmp_path) == ["plan"]
    else:
        refused([(tmp_path / "plan", b"1")])
        assert names(tmp_path) == []


def test_remains_of_killed_runs_go_wherever_they_lie_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "ward").mkdir()
    for name in (".reassign-7-0.tmp", "ward/.reassign-8-1.tmp", "ward/plan.json", "other.tmp", ".reassign-x.bak"):
        (tmp_path / name).write_bytes(b"")
    remove_remains(tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == [".reassign-x.bak", "other.tmp", "ward/plan.json"]


def test_a_folder_is_made_with_those_above_it_and_one_under_a_file_is_refused(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="output-not-written") as refusal:
        make_folder(tmp_path / "file" / "b")
    assert refusal.value.parameters["file"] == str(tmp_path / "file" / "b")
    assert refusal.value.parameters["detail"]


def test_a_copy_of_the_old_file_is_synced_before_the_new_one_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files([(tmp_path / "plan", b"1")], is_forced=False)
    synced = list[int]()

    def sync(handle: int) -> None:
        status = os.fstat(handle)
        synced.append(-1 if stat.S_ISDIR(status.st_mode) else status.st_size)

    monkeypatch.setattr(os, "link", failing(errno.ENOTSUP))
    monkeypatch.setattr(os, "fsync", sync)
    write_files([(tmp_path / "plan", b"222")], is_forced=True)
    # The new file and the copy of the old one, with everything in them already; then the folder.
    assert synced == [3, 1, -1]
