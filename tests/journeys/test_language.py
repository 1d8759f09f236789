"""One language in one case: asked for, else that of the case, also of the plan's, else that of the system."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reassign.cli.main import run

ENGLISH: Mapping[str, str] = {"LANG": "en_US.UTF-8"}
MEMBERS = "id,name,unit,current_branch\nm1,Nguyễn An,Đa Kao,b1\nm2,Trần Bình,Đa Kao,b2\n"
BRANCHES = "id,name,unit\nb1,Chi bộ 1,Đa Kao\nb2,Chi bộ 2,Đa Kao\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[output]\nlanguage = "vi"\n'


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json"], {}, folder) == 0
    return folder


COMMANDS = [
    pytest.param(("check",), "Đã đọc", id="check"),
    pytest.param(("verify", "plan.json"), "Phương án đúng", id="verify"),
    pytest.param(("explain", "plan.json"), "nút thắt", id="bottlenecks"),
    pytest.param(("explain", "plan.json", "m1"), "được phân công", id="explain"),
    pytest.param(("explain", "plan.json", "m9"), "đảng viên", id="explain nobody"),
    pytest.param(("compare", "plan.json", "plan.json"), "phương án", id="compare"),
    pytest.param(("report", "plan.json", "-o", "r.html"), "Đã ghi", id="report"),
    pytest.param(("letters", "plan.json", "-o", "out"), "Đã ghi", id="letters"),
    pytest.param(("verify", "missing.json"), "không", id="no such plan"),
    pytest.param(("plan", "--seed", "-1"), "phải từ", id="a bad option"),
    pytest.param(("plan", "--nonsense"), "tùy chọn", id="an unknown option"),
]


@pytest.mark.parametrize(("arguments", "word"), COMMANDS)
def test_every_command_speaks_the_language_of_the_case(
    case: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], word: str
) -> None:
    run(arguments, ENGLISH, case)
    assert word.lower() in "".join(capsys.readouterr()).lower()

    for asked, environment in ((("--lang", "en"), ENGLISH), ((), {**ENGLISH, "REASSIGN_LANG": "en"})):
        run([*arguments, *asked, "--force"], environment, case)
        assert word.lower() not in "".join(capsys.readouterr()).lower()


@pytest.mark.parametrize("arguments", [("verify",), ("explain",), ("compare", "case/plan.json")])
def test_a_plan_brings_the_language_of_its_case(
    case: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    run([*arguments, "case/plan.json"], ENGLISH, case.parent)

    told = "".join(capsys.readouterr()).lower()
    assert "phương án" in told or "chi bộ" in told


def test_a_case_that_cannot_be_read_is_told_in_the_language_of_the_system(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case / "reassign.toml").write_text("[[[", encoding="utf-8")

    assert run(["check"], ENGLISH, case) == 2
    assert "not a valid toml" in capsys.readouterr().err.lower()
