"""Lots that were drawn elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.readers.grids.sources import Source
from reassign.readers.rosters.distances import DistanceReading, read_lots


def read(folder: Path, text: str) -> DistanceReading:
    path = folder / "lots.csv"
    path.write_text(text, encoding="utf-8")
    return read_lots(Source(path, path.name), {"m1", "m2"}, {"b1": None}, {})


def test_lots_are_read_by_member_and_branch(tmp_path: Path) -> None:
    reading = read(tmp_path, "member,branch,lot\nm1,b1,0\nm2,b1,1048575\n")
    assert (reading.distances, reading.findings) == ({"m1": {"b1": 0}, "m2": {"b1": 1048575}}, ())


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        pytest.param("m1,b1,1048576", "R165", 3, id="above-20-bits"),
        pytest.param("m1,b1,-1", "R041", 3, id="negative"),
        pytest.param("m1,b1,0.5", "R040", 3, id="fraction"),
        pytest.param("m1,b9,0", "R018", 2, id="unknown-branch"),
        pytest.param("m9,b1,0", "R065", 1, id="unknown-member"),
    ],
)
def test_what_is_no_lot_is_named_with_its_cell(row: str, code: str, column: int, tmp_path: Path) -> None:
    findings = read(tmp_path, f"member,branch,lot\n{row}\n").findings
    assert [(each.code, each.address.row, each.address.column) for each in findings] == [(code, 2, column)]


def test_a_table_without_lots_is_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, "member,branch,distance\nm1,b1,0\n")
    assert reading.distances is None
    assert [each.code for each in reading.findings] == ["R021"]
