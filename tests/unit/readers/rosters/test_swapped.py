"""Lists given the wrong way round are told from lists that share a column."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.domain.policy import Aliases
from reassign.readers.grids.sources import RosterSources, Source
from reassign.readers.rosters.swapped import swapped

OF_MEMBERS = ("id", "name", "unit", "birth_date")
OF_BRANCHES = ("id", "name", "unit", "areas")


def told(members: tuple[str, ...], branches: tuple[str, ...]) -> bool:
    sources = RosterSources(members=Source(Path("b.csv"), "b.csv"), branches=Source(Path("m.csv"), "m.csv"))
    return [finding.code for finding in swapped(sources, Aliases(), members, branches)] == ["R087"]


@pytest.mark.parametrize(
    ("members", "branches", "is_told"),
    [
        pytest.param(OF_MEMBERS, OF_BRANCHES, False, id="as they should be"),
        pytest.param(OF_BRANCHES, OF_MEMBERS, True, id="swapped"),
        pytest.param(
            ("Tên chi bộ", "Khu phố", "Tối thiểu"), ("Họ và tên", "Ngày sinh"), True, id="headings as written"
        ),
        pytest.param((*OF_MEMBERS, "areas"), OF_BRANCHES, False, id="a column of branches in the list of members"),
        pytest.param(OF_BRANCHES, (*OF_MEMBERS, "areas"), False, id="a list of both kinds"),
        pytest.param(("id", "name", "unit"), OF_MEMBERS, False, id="nothing that tells"),
    ],
)
def test_only_lists_that_have_the_columns_of_the_other_alone_are_told(
    members: tuple[str, ...], branches: tuple[str, ...], is_told: bool
) -> None:
    assert told(members, branches) is is_told
