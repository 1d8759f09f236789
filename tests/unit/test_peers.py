"""The scripts we measure ourselves against answer the same question."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reassign.cli.main import run

PEERS = Path(__file__).parents[2] / "benchmarks" / "peers"
CASE = (
    '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[policy.priorities]\norder = ["needs", "balance"]\n'
)
MEMBERS = "id,name,unit,fields,together\nm1,An,P,y tế,\nm2,Bình,P,,x\nm3,Cúc,P,y tế,x\nm4,Dung,P,,\n"
BRANCHES = "id,name,unit,needs\nb1,Một,P,y tế\nb2,Hai,P,y tế\n"


@pytest.mark.parametrize(("script", "library"), [("cpsat.py", "ortools"), ("milp.py", "scipy"), ("cbc.py", "pulp")])
def test_an_exact_peer_reaches_the_same_values(script: str, library: str, tmp_path: Path) -> None:
    pytest.importorskip(library)
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json"], {}, tmp_path) == 0
    plan = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    command = [sys.executable, str(PEERS / script), str(tmp_path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    totals = json.loads(printed)["levels"]
    assert [totals[level["names"][0]] for level in plan["priorities"][:2]] == [
        level["value"] for level in plan["priorities"][:2]
    ]
