"""Which unit a whole list says it is of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reassign.readers.grids.grid import Grid
from reassign.readers.places.places import Places
from reassign.readers.places.told_units import nearly_told, told_new_unit, told_unit
from reassign.readers.tables.header_words import member_headings
from reassign.readers.tables.headers import find_header
from reassign.readers.tables.tables import Table
from tests.builders import branch

PLACES = Places([branch(unit, unit=unit) for unit in ("Phường 1", "Phường 12", "Bến Nghé", "Tân Định")], {}, {})


def table(*titles: Sequence[str], file: str = "ds.xlsx", sheet: str = "Sheet1") -> Table:
    grid = Grid(file, sheet, [*titles, ["Mã", "Họ và tên"], ["m1", "An"]])
    header = find_header(grid, member_headings(), {})
    assert header is not None
    return Table(grid, header)


@pytest.mark.parametrize(
    ("made", "unit", "where"),
    [
        pytest.param(table(["ĐẢNG ỦY PHƯỜNG BẾN NGHÉ"]), "Bến Nghé", "A1", id="a letterhead"),
        pytest.param(table(["", "DS phường Tân Định năm 2019"]), "Tân Định", "B1", id="inside a title"),
        pytest.param(table(["Đảng bộ Phường 12, Quận 4"]), "Phường 12", "A1", id="12 is not 1"),
        pytest.param(table(["QUẬN 1\nPHƯỜNG 1"]), "Phường 1", "A1", id="two lines in a cell"),
        pytest.param(table(sheet="P.12"), "Phường 12", "", id="the name of the sheet"),
        pytest.param(table(file="bc/Phường Bến Nghé.xlsx"), "Bến Nghé", "", id="the name of the file"),
        pytest.param(table(file="ds_phường_Tân Định.csv", sheet=""), "Tân Định", "", id="signs for spaces"),
    ],
)
def test_the_unit_is_told(made: Table, unit: str, where: str) -> None:
    told = told_unit(made, PLACES.units)

    assert told is not None
    assert (told.unit, told.address.cell) == (unit, where)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(table(["Phường Bến Nghé"], ["Phường Tân Định"]), id="two units"),
        pytest.param(table(["Danh sách đảng viên"]), id="no unit"),
        pytest.param(table(["Bến Nghé"], sheet="Trang 1"), id="a name alone in a title"),
        pytest.param(table(file="ben-nghe.xlsx"), id="a name without diacritics"),
    ],
)
def test_the_unit_is_not_told(made: Table) -> None:
    assert told_unit(made, PLACES.units) is None


def test_a_name_without_diacritics_is_suggested() -> None:
    assert nearly_told(table(file="ben-nghe.xlsx"), PLACES) == ("Bến Nghé",)


@pytest.mark.parametrize(
    ("made", "unit"),
    [
        pytest.param(table(["ĐẢNG ỦY PHƯỜNG TÂN ĐỊNH"]), "Phường Tân Định", id="a letterhead in capitals"),
        pytest.param(table(sheet="Xã Bà Điểm"), "Xã Bà Điểm", id="the name of the sheet"),
        pytest.param(table(sheet="P.4"), "P.4", id="an abbreviation as the sheet"),
        pytest.param(table(["Danh sách chi bộ"]), "", id="none"),
    ],
)
def test_a_list_of_branches_tells_a_unit_that_nobody_knows_yet(made: Table, unit: str) -> None:
    told = told_new_unit(made)

    assert (told.unit if told is not None else "") == unit
