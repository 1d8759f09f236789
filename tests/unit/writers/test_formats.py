from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reassign.domain.errors import UsageError
from reassign.domain.report import OUTPUT_EXTENSIONS
from reassign.writers.formats import RENDERERS, render, renderer_for

if TYPE_CHECKING:
    from reassign.domain.report import Report


@pytest.mark.parametrize(
    ("file", "start"),
    [
        pytest.param("plan.xlsx", b"PK", id="workbook"),
        pytest.param("PLAN.CSV", b"unit,branch", id="csv-in-capitals"),
        pytest.param("plan.json", b"{\n", id="json"),
        pytest.param("plan.html", b"<!DOCTYPE html>", id="page"),
    ],
)
def test_the_ending_decides_what_is_written(report: Report, file: str, start: bytes) -> None:
    assert render(report, Path(file)).startswith(start)


def test_every_kind_of_output_has_a_writer() -> None:
    assert tuple(RENDERERS) == OUTPUT_EXTENSIONS


@pytest.mark.parametrize("file", ["plan", "plan.pdf", "plan.xlsx.txt"])
def test_another_ending_is_refused_with_the_known_ones(file: str) -> None:
    with pytest.raises(UsageError) as refused:
        renderer_for(Path("folder", file))
    assert refused.value.key == "output-extension"
    assert refused.value.parameters == {"file": file, "known": ".xlsx, .csv, .json, .html"}
