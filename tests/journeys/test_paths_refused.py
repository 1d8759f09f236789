"""A path that the system does not even let us look at is told in a sentence, whatever command meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.cli.main import run
from reassign.domain.exit_codes import INPUT, OUTPUT, USAGE
from tests.golden.finding_cases import begin

LONG = "n" * 300 + ".xlsx"
"""Longer than any system takes."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("check", "--members", LONG), INPUT, id="members"),
        pytest.param(("check", "--members", f"{LONG}#Sheet1"), INPUT, id="sheet of members"),
        pytest.param(("check", "--branches", LONG), INPUT, id="branches"),
        pytest.param(("check", "--crosswalk", LONG), INPUT, id="crosswalk"),
        pytest.param(("check", "--policy", LONG), USAGE, id="policy"),
        pytest.param(("plan", "--current", LONG, "--dry-run"), INPUT, id="current"),
        pytest.param(("plan", "-o", LONG), OUTPUT, id="plan"),
        pytest.param(("plan", "--pseudonymise", LONG, "--key", "k.csv"), USAGE, id="copy without people"),
        pytest.param(("verify", LONG), INPUT, id="plan to verify"),
        pytest.param(("explain", LONG, "m1"), INPUT, id="plan to explain"),
        pytest.param(("replan", LONG), INPUT, id="plan to replan"),
        pytest.param(("report", LONG, "-o", "page.html"), INPUT, id="plan to report"),
        pytest.param(("letters", LONG, "-o", "out"), INPUT, id="plan to print"),
        pytest.param(("compare", LONG, LONG), INPUT, id="plans to compare"),
        pytest.param(("batch", LONG, "-o", "out"), USAGE, id="cases"),
        pytest.param(("sample", "quan-1-2019", LONG), OUTPUT, id="sample"),
        pytest.param(("init", LONG), OUTPUT, id="case to begin"),
        pytest.param(("check", "--report", LONG), OUTPUT, id="findings"),
    ],
)
def test_a_name_that_is_too_long_is_no_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, language: str
) -> None:
    begin(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    capsys.readouterr()
    assert run([*words, "--lang", language], {}, tmp_path) == code
    told = capsys.readouterr().err
    assert "n" * 250 in told.replace("\n", "").replace(" ", "")
    assert "Traceback" not in told
    assert sorted(path.name for path in tmp_path.iterdir()) == before
