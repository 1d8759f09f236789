from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reassign.domain.policy import Aliases
from reassign.domain.roster import Holiday
from reassign.readers.grids.sources import Source
from reassign.readers.rosters.holidays import HolidayReading, read_holidays


def read(folder: Path, text: str) -> HolidayReading:
    path = folder / "holidays.csv"
    path.write_text(text, encoding="utf-8")
    return read_holidays(Source(path, path.name), Aliases())


def test_days_come_in_their_order_and_once(tmp_path: Path) -> None:
    reading = read(tmp_path, "date,name\n2019-09-02,Quốc khánh\n30/04/2019,\n02/09/2019,lặp lại\n")

    assert reading.holidays == (
        Holiday(datetime.date(2019, 4, 30)),
        Holiday(datetime.date(2019, 9, 2), "Quốc khánh"),
    )
    assert reading.findings == ()


def test_vietnamese_headings_and_no_names(tmp_path: Path) -> None:
    assert read(tmp_path, "Ngày nghỉ\n02/09/2019\n").holidays == (Holiday(datetime.date(2019, 9, 2)),)


@pytest.mark.parametrize("written", ["31/02/2019", "05/2019", "2019", "Tết"])
def test_a_day_that_is_no_day_is_an_error_with_its_cell(tmp_path: Path, written: str) -> None:
    reading = read(tmp_path, f"date,name\n{written},x\n")

    assert [(found.code, found.address.cell, found.value) for found in reading.findings] == [("R043", "A2", written)]
    assert reading.holidays == ()


def test_a_calendar_that_is_not_there_is_told(tmp_path: Path) -> None:
    reading = read_holidays(Source(tmp_path / "none.csv", "none.csv"), Aliases())
    assert (reading.file, reading.holidays, [each.code for each in reading.findings]) == (None, (), ["R001"])
