"""One bad input: how it is made, what is told about it and where, and how the command ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from reassign.cli.main import run
from reassign.domain.language import Language
from tests.golden.finding_cases import begin

Prepare: TypeAlias = Callable[[Path], None]
Around: TypeAlias = Callable[[pytest.MonkeyPatch, Path], None]

PLAN = ("plan", "--force", "-o", "plan.xlsx")
"""A command that would replace an older plan."""

PLAN_BOOK = (*PLAN, "--members", "members.xlsx")
CHECK = ("check",)
CHECK_BOOK = ("check", "--members", "members.xlsx")

OLDER = b"an older plan"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the catalogue.

    Attributes:
        item: The line of the catalogue that it shows.
        prepare: Writes what differs from the plain case of three members and two branches.
        exit_code: How the command ends.
        told: Every finding as ``CODE file › sheet!cell`` in reading order; the key of an error; kind, members and
            branches of every conflict.
        words: The command.
        around: What is wrong with the surroundings while the command runs.
        environment: Variables of the environment.
        writes: Files that the command leaves although something was wrong.
    """

    item: str
    prepare: Prepare
    exit_code: int
    told: Sequence[str]
    words: Sequence[str] = PLAN
    around: Around | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    writes: Sequence[str] = ()


def judge(entry: Entry, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run an entry for a script and for people in both languages, and hold it to everything that it promises."""
    begin(folder)
    (folder / "plan.xlsx").write_bytes(OLDER)
    entry.prepare(folder)
    before = contents(folder)
    capsys.readouterr()
    document, _ = _once(entry, folder, ("--json", "--lang", "en"), capsys, monkeypatch)
    told = _told(json.loads(document))
    assert told == list(entry.told), told
    if entry.words[0] == "check" and not entry.exit_code:
        assert json.loads(document)["counts"]["members"] > 0, "a list with nothing but warnings is read"
    _is_untouched(entry, folder, before)
    said: dict[Language, str] = {}
    languages: tuple[Language, ...] = ("vi", "en")
    for language in languages:
        _, said[language] = _once(entry, folder, ("--lang", language), capsys, monkeypatch)
        assert "Traceback" not in said[language]
        assert "{" not in said[language].replace("\\u{", "")
        _is_untouched(entry, folder, before)
    if entry.told:
        assert all(text.strip() for text in said.values())
        assert said["vi"] != said["en"]
        for expected in entry.told:
            code, _, place = expected.partition(" ")
            if place and code[0] in "RP" and code[1:].isdigit():
                assert all(code in text for text in said.values())


def _once(
    entry: Entry,
    folder: Path,
    flags: Sequence[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[str, str]:
    with monkeypatch.context() as patch:
        if entry.around is not None:
            entry.around(patch, folder)
        code = run([*entry.words, *flags], entry.environment, folder)
    said = capsys.readouterr()
    assert code == entry.exit_code, said.out + said.err
    return said.out, said.out + said.err


def _is_untouched(entry: Entry, folder: Path, before: Mapping[str, bytes]) -> None:
    after = contents(folder)
    for name in entry.writes:
        assert after.pop(name, None) is not None
        (folder / name).unlink()
    assert after == before


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _told(document: Mapping[str, Any]) -> list[str]:
    if document.get("findings"):
        return [_place(finding) for finding in document["findings"]]
    if "error" in document:
        return [str(document["error"]["key"])]
    if "conflicts" in document:
        return [
            f"{conflict['kind']} {','.join(conflict['members'])} {','.join(conflict['branches'])}".rstrip()
            for conflict in document["conflicts"]
        ]
    return []


def _place(finding: Mapping[str, str]) -> str:
    sheet = f" › {finding['sheet']}" if finding["sheet"] else ""
    cell = f"!{finding['cell']}" if finding["cell"] else ""
    return f"{finding['code']} {finding['file']}{sheet}{cell}"
