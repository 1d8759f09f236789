"""Rosters in the encoding of an old font, from the first complaint to a plan that still knows the encoding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reassign.cli.main import run

# “Trần Văn An”, “Tân Định”, “Khu phố 1”, “Chi bộ 1” in TCVN3.
MEMBERS = b"id,name,unit,residence_area\nm1,Tr\xc7n V\xa8n An,T\xa9n \xa7\xdenh,Khu ph\xe8 1\n"
BRANCHES = b"id,name,unit,areas\nb1,Chi b\xe9 1,T\xa9n \xa7\xdenh,Khu ph\xe8 1\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "members.csv").write_bytes(MEMBERS)
    (tmp_path / "branches.csv").write_bytes(BRANCHES)
    (tmp_path / "reassign.toml").write_text(
        '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n', encoding="utf-8"
    )
    return tmp_path


def test_check_names_the_flag_that_plan_needs(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--json", "--lang", "en"], {}, case) == 3

    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["cell"], finding["value"]) for finding in findings] == [
        ("R070", "2", "b1,Chi bộ 1,Tân Định,Khu phố 1"),
        ("R070", "2", "m1,Trần Văn An,Tân Định,Khu phố 1"),
    ]
    assert all("--encoding tcvn3" in finding["message"] for finding in findings)
    assert run(["check", "--encoding", "tcvn3"], {}, case) == 0
    assert run(["check"], {"REASSIGN_ENCODING": "tcvn3"}, case) == 0
    assert run(["check", "--encoding", "vni"], {}, case) == 3


def test_a_plan_knows_the_encoding_it_was_made_in(case: Path) -> None:
    assert run(["plan", "-q", "--encoding", "tcvn3", "-o", "plan.json", "-o", "plan.xlsx"], {}, case) == 0

    document = json.loads((case / "plan.json").read_text(encoding="utf-8"))
    assert [file["encoding"] for file in document["inputs"]] == ["tcvn3", "tcvn3"]
    assert document["placements"][0]["name"] == "Trần Văn An"
    assert run(["verify", "-q", "plan.json"], {}, case) == 0
    assert run(["verify", "-q", "plan.xlsx"], {}, case) == 0
    assert run(["replan", "-q", "plan.json", "-o", "again.json"], {}, case) == 0
    assert run(["replan", "-q", "plan.json", "--encoding", "vni", "-o", "wrong.json"], {}, case) == 3


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        pytest.param(["--encoding", "latin-1"], {}, id="a flag"),
        pytest.param([], {"REASSIGN_ENCODING": "latin-1"}, id="a variable"),
    ],
)
def test_an_unknown_encoding_is_refused(case: Path, words: list[str], environment: dict[str, str]) -> None:
    assert run(["check", *words], environment, case) == 2
