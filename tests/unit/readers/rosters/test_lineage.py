"""The lineage held against the branches that the rosters and the earlier plan know."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.domain.policy import Aliases
from reassign.readers.grids.sources import Source
from reassign.readers.rosters.incumbent import IncumbentReading
from reassign.readers.rosters.lineage import check_origins, read_lineage
from tests.builders import branch, member

BRANCHES = (branch("b1", name="Chi bộ 1"), branch("b2", name="Chi bộ 2"))
PEOPLE = (member("m1", current_branch="Chi bộ cơ quan"),)


@pytest.mark.parametrize(
    ("lines", "still", "nowhere"),
    [
        pytest.param(["b8,b1"], [], [], id="of the earlier plan"),
        pytest.param(["chi bộ CƠ QUAN,b1"], [], [], id="of the roster of members"),
        pytest.param(["b77,b1"], [], ["b77"], id="of nobody"),
        pytest.param(["Chi bộ 2,b1"], ["Chi bộ 2"], [], id="still there"),
        pytest.param(["b2,b1", "b2,b2"], [], [], id="still there and confirmed"),
    ],
)
def test_old_branches_are_looked_for(tmp_path: Path, lines: list[str], still: list[str], nowhere: list[str]) -> None:
    path = tmp_path / "lineage.csv"
    path.write_text("\n".join(["from_branch,to_branch", *lines]), encoding="utf-8")
    reading = read_lineage(Source(path, path.name), BRANCHES, Aliases())

    assert [(each.code, each.value) for each in reading.findings] == [("R162", name) for name in still]
    told = check_origins(reading, IncumbentReading(None, {"m9": "b8"}, ()), PEOPLE, BRANCHES)
    assert [(each.code, each.value) for each in told] == [("R161", name) for name in nowhere]
    assert not check_origins(reading, IncumbentReading(None, None, ()), PEOPLE, BRANCHES), "no earlier plan"
