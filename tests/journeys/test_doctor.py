"""The self-test tells what works, and what does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from reassign.cli.main import run
from reassign.domain.errors import OutputError
from reassign.workflows import doctor

if TYPE_CHECKING:
    import pytest


def test_a_sound_machine_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--json"], {}, tmp_path) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is True
    assert [check["name"] for check in document["checks"]][-2:] == ["folder", "plan"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--lang", "en", "-q"], {}, tmp_path / "gone") == 1
    shown = capsys.readouterr()
    assert shown.out.startswith("Writing into this folder: BROKEN")
    assert "change to one of your own" in shown.err


def test_a_broken_library_is_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> str:
        raise ImportError("no solver")

    monkeypatch.setattr(doctor, "_plan_and_verify", broken)
    assert run(["doctor", "--lang", "en"], {}, tmp_path) == 1
    shown = capsys.readouterr()
    assert "checking a trial plan: BROKEN (ImportError)" in shown.out
    assert "Install the program again" in shown.err


def test_an_expected_failure_is_told_by_its_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path) -> str:
        raise OutputError("output-disk-full", {"file": "x"})

    monkeypatch.setattr(doctor, "_write_here", full)
    assert run(["doctor", "--json"], {}, tmp_path) == 1
    checks = {check["name"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert checks["folder"] == {"name": "folder", "ok": False, "detail": "output-disk-full"}
