"""Section lines, told from entries, totals and signatures."""

from __future__ import annotations

import pytest

from reassign.readers.tables.sections import section_of

COLUMNS = 5
NUMBER, IDENTITY, NAME = 0, 1, 2


def row(**cells: str) -> list[str]:
    places = {"number": NUMBER, "id": IDENTITY, "name": NAME, "last": COLUMNS - 1}
    texts = [""] * COLUMNS
    for key, text in cells.items():
        texts[places[key]] = text
    return texts


@pytest.mark.parametrize(
    ("cells", "kind", "text"),
    [
        pytest.param({"name": "Phường Bến Nghé"}, "unit", "Phường Bến Nghé", id="a ward"),
        pytest.param({"number": "PHƯỜNG BẾN NGHÉ"}, "unit", "PHƯỜNG BẾN NGHÉ", id="in the column of numbers"),
        pytest.param({"name": "I. Phường Bến Nghé"}, "unit", "Phường Bến Nghé", id="a numeral before it"),
        pytest.param({"number": "II", "name": "Phường 4"}, "unit", "Phường 4", id="a numeral in its own cell"),
        pytest.param({"name": "Phường 4 (12 đồng chí)"}, "unit", "Phường 4", id="a count behind it"),
        pytest.param({"name": "Xã Bà Điểm", "last": "12 đ/c"}, "unit", "Xã Bà Điểm", id="a count in its own cell"),
        pytest.param({"name": "Đảng ủy phường Bến Nghé"}, "unit", "phường Bến Nghé", id="its committee"),
        pytest.param({"name": "1. Chi bộ Khu phố 1:"}, "branch", "Chi bộ Khu phố 1", id="a branch"),
        pytest.param({"name": "III. Khối Mặt trận"}, "other", "Khối Mặt trận", id="something else with a numeral"),
        pytest.param({"name": "Khu phố 3"}, "other", "Khu phố 3", id="a neighbourhood says neither"),
    ],
)
def test_a_section_line(cells: dict[str, str], kind: str, text: str) -> None:
    section = section_of(row(**cells), 7, [IDENTITY], names_branches=True)

    assert section is not None
    assert (section.row, section.kind, section.text) == (7, kind, text)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"name": "Phương Anh"}, id="a name that sounds like a ward"),
        pytest.param({"id": "A", "name": "Nguyễn An"}, id="an id of one letter"),
        pytest.param({"id": "m3", "name": "C"}, id="a name of one letter"),
        pytest.param({"id": "1", "name": "Chi bộ Khu phố 1"}, id="a branch with its id"),
        pytest.param({"number": "1", "name": "Nguyễn An", "last": "Đa Kao"}, id="two cells of words"),
        pytest.param({"number": "1"}, id="a number alone"),
    ],
)
def test_an_entry_is_no_section_line(cells: dict[str, str]) -> None:
    assert section_of(row(**cells), 7, [IDENTITY], names_branches=True) is None


def test_in_a_list_of_branches_a_branch_is_an_entry() -> None:
    assert section_of(row(name="Chi bộ Khu phố 1"), 7, [IDENTITY], names_branches=False) is None
