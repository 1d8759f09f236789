"""A whole case may be named for the policy in it; other tables beside a policy are a slip of the pen."""

from __future__ import annotations

import tomllib

import pytest

from reassign.readers.policy.policy import read_policy_file
from reassign.readers.policy.toml_file import TomlFile


def codes(text: str) -> list[str]:
    return [finding.code for finding in read_policy_file(TomlFile("p.toml", text, tomllib.loads(text)))[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('[inputs]\nmembers = "m.csv"\n[policy]\nname = "x"\n[aliases.unit]\nA = "B"\n', [], id="a case"),
        pytest.param(
            '[policy]\nname = "x"\n[limits]\nmin = 1\n', ["P001"], id="a table that slipped out of the policy"
        ),
    ],
)
def test_a_case_is_taken_for_its_policy(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
