"""A column that only counts the rows of a roster."""

from __future__ import annotations

import pytest

from reassign.writers.running_number import is_running_number


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        pytest.param("STT", ["1", "2"], True, id="stt"),
        pytest.param("Số TT", ["1.", "", "2)"], True, id="with-signs-and-gaps"),
        pytest.param("No.", ["1.0", "2.0"], True, id="numbers-of-a-workbook"),
        pytest.param("TT", ["1", "thị trấn"], False, id="something-else-below"),
        pytest.param("Số thẻ", ["1", "2"], False, id="another-heading"),
    ],
)
def test_a_running_number_is_known_by_heading_and_cells(heading: str, cells: list[str], expected: bool) -> None:
    assert is_running_number(heading, cells) is expected
