from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassign.domain.guard import guard, unguard
from reassign.writers.csv_table import carried_names, render_csv

if TYPE_CHECKING:
    from reassign.domain.report import Report


def rows_of(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(report).decode()), strict=True))


def test_the_columns_of_the_contract_come_first_then_those_of_the_roster(report: Report) -> None:
    header = render_csv(report).decode().splitlines()[0]
    assert header == ("unit,branch,branch_name,member,name,from_branch,moved,pinned,reasons,tasks,'=Ghi chú riêng")


def test_a_row_per_placement_with_lists_joined(report: Report) -> None:
    assert rows_of(report)[1] == {
        "unit": "P1",
        "branch": "b2",
        "branch_name": "Khu phố 2",
        "member": "m2",
        "name": "'=1+2",
        "from_branch": "",
        "moved": "false",
        "pinned": "true",
        "reasons": "pinned; need:môi trường",
        "tasks": "môi trường",
        "'=Ghi chú riêng": "",
    }


def test_every_text_comes_back_from_the_table(report: Report) -> None:
    members = {member.id: member for member in report.rosters.members}
    for row in rows_of(report):
        member = members[row["member"]]
        assert (unguard(row["name"]), unguard(row["'=Ghi chú riêng"])) == (member.name, member.cells[0])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+84 901 234 567", "+84 901 234 567", id="phone"),
        pytest.param("-12.5", "-12.5", id="negative-number"),
        pytest.param("+1+cmd", "'+1+cmd", id="plus"),
        pytest.param("-1-1", "'-1-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="return"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("'=1", "''=1", id="guarded-before"),
        pytest.param("'quoted'", "'quoted'", id="apostrophe"),
        pytest.param("Đỗ Thị Á", "Đỗ Thị Á", id="name"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_could_run_as_a_formula_is_guarded(text: str, written: str) -> None:
    assert guard(text) == written
    assert unguard(written) == text


@given(st.text(alphabet="'=+-@\t1 a＝", max_size=6))
def test_guarding_can_be_undone_for_every_text(text: str) -> None:
    assert unguard(guard(text)) == text


def test_a_repeated_column_gets_a_number() -> None:
    assert carried_names(["moved", "x", "X"], ["moved"]) == ["moved (2)", "x", "X (2)"]
