"""Every finding is shown by a case: exit code, findings for scripts and the words for people, in both languages.

``REASSIGN_WRITE_GOLDEN=1`` writes what the commands say instead of comparing it; look at the difference then.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reassign.cli.main import run
from reassign.messages.finding import finding_texts
from tests.golden.catalogue.parts import PARTS
from tests.golden.finding_cases import CASES, Case, begin

SCREENS = Path(__file__).with_name("screens")
ROSTERS = Path(__file__).with_name("findings")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", [pytest.param(case, id=case.code) for case in CASES])
def test_a_case_shows_its_finding(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(tmp_path)
    case.prepare(tmp_path)
    before = contents(tmp_path)
    capsys.readouterr()
    told: dict[str, object] = {"command": [word.replace("\0", "\\0") for word in case.words]}
    screens = {}
    # A command that goes on in spite of a warning may write; what it wrote is taken away before it runs again.
    for language in ("vi", "en"):
        told["exit"] = run([*case.words, "--lang", language], {}, tmp_path)
        screens[language] = capsys.readouterr().err.replace(str(tmp_path), "…").splitlines()
        if told["exit"]:
            assert contents(tmp_path) == before
        for name in set(contents(tmp_path)) - set(before):
            (tmp_path / name).unlink()
    assert run([*case.words, "--json", "--lang", "en"], {}, tmp_path) == told["exit"]
    told["findings"] = json.loads(capsys.readouterr().out.replace(str(tmp_path), "…")).get("findings", [])
    told |= screens
    expected = SCREENS / f"{case.code}.json"
    if os.environ.get("REASSIGN_WRITE_GOLDEN"):
        SCREENS.mkdir(exist_ok=True)
        expected.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert any(f"[{case.code}]" in line for line in screens["en"])
    assert not any(line.startswith("Traceback") for line in screens["en"])
    assert told == json.loads(expected.read_text(encoding="utf-8"))


def test_every_code_is_shown_by_a_case() -> None:
    shown = {case.code for case in CASES}
    for path in ROSTERS.glob("*/findings.json"):
        shown |= {finding["code"] for finding in json.loads(path.read_text(encoding="utf-8"))}
    shown |= {told.partition(" ")[0] for part in PARTS for entry in part.ENTRIES for told in entry.values[0].told}

    assert sorted(set(finding_texts()) - shown) == []
