"""Cells that hold what they should not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.golden.catalogue.entry import Entry, Prepare
from tests.journeys.test_bad_rosters import (
    BRANCH_CELLS,
    BRANCHES,
    GOOD_CELLS,
    HEAD,
    MEMBER_CELLS,
    NEW_BRANCHES,
    OLD_WARDS,
    PEOPLE,
    Rows,
    write,
)

BOOKS = ("--members", "members.xlsx", "--branches", "branches.xlsx")
REFUSED = ("plan", "--force", "-o", "plan.xlsx", *BOOKS)
READ = ("check", *BOOKS)


def rosters(members: Rows, branches: Rows = BRANCHES) -> Prepare:
    """Both rosters as workbooks."""

    def prepare(folder: Path) -> None:
        write(folder / "members.xlsx", members)
        write(folder / "branches.xlsx", branches)

    return prepare


def _entry(name: str, prepare: Prepare, exit_code: int, told: Any, file: str = "members.xlsx") -> Any:
    places = [f"{code} {file} › Danh sách!{cell}" for code, cell in told]
    return pytest.param(Entry(name, prepare, exit_code, places, REFUSED if exit_code else READ), id=name)


def _entries() -> Iterator[Any]:
    for exit_code, cells in ((3, MEMBER_CELLS), (0, GOOD_CELLS)):
        for each in cells:
            values: Any = each.values
            rows, told = values
            yield _entry(str(each.id), rosters(rows), exit_code, told)
    bad_limits: list[Any] = [(str(each.id), each.values) for each in BRANCH_CELLS]
    limits = [(name, (limit[0],), limit[1]) for name, limit in bad_limits]
    for name, columns, told in [*limits, ("min > max", (("min", 3.0), ("max", 2.0)), [("R042", "F2")])]:
        heads, given = zip(*columns, strict=True)
        rows = ((*BRANCHES[0], *heads), (*BRANCHES[1], *given), *BRANCHES[2:])
        yield _entry(name, rosters((HEAD, *PEOPLE), rows), 3, told, "branches.xlsx")
    for each in OLD_WARDS:
        ward: Any = each.values
        heading, value, ended, told, _ = ward
        is_unit = heading == "unit"
        row = ("m1", "An", value) if is_unit else ("m1", "An", "Sài Gòn", value)
        yield _entry(
            f"old ward: {each.id}",
            rosters((HEAD if is_unit else (*HEAD, heading), row), NEW_BRANCHES),
            ended,
            told,
        )


NAME = "Cells"
ITEMS = (
    *("empty id", "duplicate id", "ids that differ in case", "ids that differ in a space", "zero-width in an id"),
    *("lost leading zeros", "7.9E+16 as a number", "7.9E+16 as text", "1-12 as a date", "01E5, 1-12 and 0012 as text"),
    *("#REF! in an id", "formula without value", "boolean id", "NaN", "coordinates swapped"),
    *("a latitude beyond the pole", "coordinates with a decimal comma", "negative min", "fractional max", "min > max"),
    *("old ward: divided", "the same person under two ids", "control character", "a foreign letter for Đ"),
)
ENTRIES = list(_entries())
