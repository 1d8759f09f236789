"""Policies, pins and options that cannot be obeyed: exact exit code and blame, nothing written, old files untouched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from reassign.cli.main import run

MEMBERS = """\
id,name,unit,residence_unit,residence_area,status
m1,Nguyễn An,Đa Kao,Đa Kao,KP 1,official
m2,Trần Bình,Đa Kao,Đa Kao,KP 2,official
m3,Lê Cúc,Đa Kao,Đa Kao,KP 2,probationary
"""
BRANCHES = "id,name,unit,areas,min,max\nb1,Chi bộ 1,Đa Kao,KP 1,,\nb2,Chi bộ 2,Đa Kao,KP 2,,\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
PINS = "member,branch,reason\n"


def begin(folder: Path, policy: str, tables: Mapping[str, str]) -> dict[str, bytes]:
    """A case with its old plan, and what lies in its folder."""
    texts = {"members.csv": MEMBERS, "branches.csv": BRANCHES, "plan.xlsx": "old", **tables}
    further = [name for name in tables if name not in {"members.csv", "branches.csv"}]
    inputs = "".join(f'{name.partition(".")[0]} = "{name}"\n' for name in further)
    texts["reassign.toml"] = CASE + inputs + policy
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("policy", "tables", "exit_code", "codes"),
    [
        pytest.param("[policy.limit]\nmin = 1\n", {}, 2, ["P001"], id="unknown key"),
        pytest.param("[policy.limits]\nmin = '1'\n", {}, 2, ["P003"], id="wrong type"),
        pytest.param("[policy.priorities]\norder = ['needs', 'needs']\n", {}, 2, ["P006"], id="a priority twice"),
        pytest.param("[policy.needs]\nweights = { 'y tế' = -1 }\n", {}, 2, ["P003"], id="negative weight"),
        pytest.param(
            f"[policy.priorities]\norder = [{{ needs = {10**30} }}]\n", {}, 2, ["P003"], id="weight out of range"
        ),
        pytest.param("", {"pins.csv": PINS + "m9,b1,\n"}, 3, ["R060"], id="pin of nobody"),
        pytest.param("", {"pins.csv": PINS + "m1,b9,\n"}, 3, ["R018"], id="pin to no branch"),
        pytest.param("", {"pins.csv": PINS + "m1,b1,\nm1,b2,\n"}, 3, ["R061"], id="pinned twice"),
        pytest.param(
            "",
            {"pins.csv": PINS + "m1,b1,\n", "forbids.csv": PINS + "m1,b1,\n"},
            3,
            ["R062"],
            id="pinned and forbidden",
        ),
        pytest.param("", {"members.csv": MEMBERS.splitlines()[0] + "\n"}, 3, ["R023"], id="no members"),
        pytest.param("", {"branches.csv": BRANCHES.splitlines()[0] + "\n"}, 3, ["R023"], id="no branches"),
    ],
)
def test_what_cannot_be_obeyed_is_named(
    policy: str,
    tables: Mapping[str, str],
    exit_code: int,
    codes: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = begin(tmp_path, policy, tables)
    assert run(["plan", "--force", "--json", "-o", "plan.xlsx"], {}, tmp_path) == exit_code
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["code"] for finding in findings if finding["severity"] == "error"] == codes
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("policy", "tables", "kind", "members", "branches"),
    [
        pytest.param(
            "[policy.limits]\nmax = 1\n[policy.limits.branch.b2]\nmax = 7\n",
            {"pins.csv": PINS + "m1,b1,\nm2,b1,\n"},
            "too_many_members",
            ["m1", "m2"],
            ["b1"],
            id="pins above the maximum",
        ),
        pytest.param(
            "",
            {"forbids.csv": PINS + "m1,b1,\nm1,b2,\n"},
            "too_many_members",
            ["m1"],
            [],
            id="every branch ruled out for one member",
        ),
        pytest.param(
            "[policy.limits]\nmax = 1\n",
            {},
            "too_many_members",
            ["m1", "m2", "m3"],
            ["b1", "b2"],
            id="more members than all maxima",
        ),
        pytest.param(
            "[policy.limits]\nmin = 2\n",
            {},
            "too_few_members",
            ["m1", "m2", "m3"],
            ["b1", "b2"],
            id="fewer members than all minima",
        ),
        pytest.param(
            "",
            {"forbids.csv": PINS + "m1,b2,\nm2,b2,\nm3,b2,\n"},
            "too_few_members",
            [],
            ["b2"],
            id="a branch that nobody may go to",
        ),
    ],
)
def test_no_plan_is_blamed_on_the_set_that_can_be_counted(
    policy: str,
    tables: Mapping[str, str],
    kind: str,
    members: list[str],
    branches: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = begin(tmp_path, policy, tables)
    assert run(["plan", "--force", "--json", "-o", "plan.xlsx"], {}, tmp_path) == 4
    (conflict, *_) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (conflict["kind"], conflict["members"], conflict["branches"]) == (kind, members, branches)
    assert conflict["unit"] == "Đa Kao"
    assert "–" not in conflict["message"]
    assert contents(tmp_path) == before


def test_a_quota_that_cannot_be_met_is_no_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quota = "[[policy.quota]]\nmembers = { status = 'probationary' }\nbranches = 'all'\nmin = 1\n"
    before = begin(tmp_path, quota, {})
    assert run(["plan", "--force", "--json", "-o", "plan.xlsx"], {}, tmp_path) == 4
    assert json.loads(capsys.readouterr().out)["conflicts"][0]["kind"] == "rules"
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param(["plna"], "usage", id="unknown command"),
        pytest.param(["plan", "-o", "members.csv", "--force"], "output-is-input", id="output is an input"),
        pytest.param(["check", "--report", "members.csv"], "output-extension", id="report of another kind"),
        pytest.param(["plan", "-o", "plan.docx"], "output-extension", id="extension nobody writes"),
        pytest.param(["plan", "-o", "plan"], "output-extension", id="no extension"),
        pytest.param(["plan", "--time-limit", "0"], "time-limit", id="no time"),
        pytest.param(["plan", "--time-limit", "-1"], "time-limit", id="negative time"),
        pytest.param(["plan", "--time-limit", "nan"], "time-limit", id="time that is no number"),
        pytest.param(["plan", "--seed", "-1"], "seed-negative", id="negative seed"),
        pytest.param(["check", "--interactive", "--no-input"], "interactive-no-terminal", id="conflicting flags"),
        pytest.param(
            ["letters", "plan.xlsx", "-o", "out", "--one-file", "--per-member"], "letters-one-or-many", id="two ways"
        ),
    ],
)
def test_options_that_cannot_be_used(
    words: list[str], key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = begin(tmp_path, "", {})
    assert run([*words, "--json"], {}, tmp_path) == 2
    document = json.loads(capsys.readouterr().out)
    assert (document["error"]["key"], document["error"]["exit_code"]) == (key, 2)
    assert contents(tmp_path) == before


def test_a_roster_on_standard_input_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(tmp_path, "", {})
    assert run(["check", "--members", "-", "--json"], {}, tmp_path) == 3
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["file"]) == ("R001", "-")
