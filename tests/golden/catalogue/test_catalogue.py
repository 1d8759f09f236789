"""Every bad input of the catalogue: exact codes, cells and exit codes, nothing written, older files as they were."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tests.golden.catalogue.entry import Entry, judge
from tests.golden.catalogue.parts import PARTS

ALL = [
    pytest.param(*entry.values, id=f"{part.NAME}: {entry.id}", marks=entry.marks)
    for part in PARTS
    for entry in part.ENTRIES
]


@pytest.mark.parametrize("entry", ALL)
def test_a_bad_input_is_told_and_loses_nothing(
    entry: Entry, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    judge(entry, tmp_path, capsys, monkeypatch)


@pytest.mark.parametrize("part", [pytest.param(part, id=part.NAME) for part in PARTS])
def test_every_item_of_a_part_has_an_entry(part: ModuleType) -> None:
    assert sorted(set(part.ITEMS) - {parameters.values[0].item for parameters in part.ENTRIES}) == []
