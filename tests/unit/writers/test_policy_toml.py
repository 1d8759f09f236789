"""A policy that was written as a file is read back as it was."""

from __future__ import annotations

import datetime

import pytest

from reassign.domain.policy import (
    BranchLimit,
    Dropped,
    Level,
    Limits,
    MemberFilter,
    Policy,
    Priority,
    Quota,
    single_level,
)
from reassign.readers.policy.policy import read_policy_file
from reassign.readers.policy.toml_file import TomlFile
from reassign.writers.policy_toml import render_policy

RICH = Policy(
    name='Quận 1, "thử" \\ một\tdấu',
    effective=datetime.date(2026, 1, 5),
    scope="any",
    limits=Limits(
        0, None, {"b 1": BranchLimit(min=2), 'b"2': BranchLimit(max=3), "b3": BranchLimit(is_unlimited=True)}
    ),
    order=(single_level(Priority.NEEDS), Level(((Priority.RESIDENCE, 3), (Priority.BALANCE, 1)), is_weighted=True)),
    is_order_given=True,
    needs_weights={"an ninh trật tự": 3, "y-tế": 2},
    residence_basis="current",
    balance_count="total",
    distance_missing="forbidden",
    quotas=(
        Quota(MemberFilter((("status", "official"), ("key_cadre", True))), "all", min=1),
        Quota(MemberFilter((("fields", "y tế"), ("exempt", False))), ("b3", 'b"2'), max=0),
    ),
    repair_flex=("quota", "pin", "min"),
    dropped=(Dropped("pin", "m1", "b3"), Dropped("forbid", "m 2", "b 1")),
    protect=MemberFilter((("key_cadre", True),)),
)


@pytest.mark.parametrize("policy", [pytest.param(Policy(), id="default"), pytest.param(RICH, id="everything")])
def test_what_is_written_is_read_back(policy: Policy) -> None:
    import tomllib

    text = render_policy(policy, "một dòng\nhai dòng").decode()
    found, findings = read_policy_file(TomlFile("policy.toml", text, tomllib.loads(text)))
    assert findings == ()
    assert found == policy


def test_the_remark_is_in_front_line_by_line() -> None:
    assert render_policy(Policy(), "một\nhai").decode().startswith("# một\n# hai\n")
