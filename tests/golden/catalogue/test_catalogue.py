"""Every bad input of the catalogue: exact codes, cells and exit codes, nothing written, older files as they were."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.golden.catalogue import environment
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


@pytest.mark.parametrize("tests", [pytest.param(tests, id=item) for item, tests in environment.SHOWN.items()])
def test_every_odd_surrounding_is_shown_by_a_test(tests: Sequence[str]) -> None:
    for test in tests:
        module, _, name = test.rpartition(".")
        assert name.startswith("test_")
        assert callable(getattr(importlib.import_module(module), name, None)), test


def test_no_part_is_missing() -> None:
    names = [part.NAME for part in PARTS]
    assert names == ["Files", "Text", "Shape", "Cells", "Policy and pins", "Options"]
    assert environment.NAME == "Environment"
