"""Whatever names a case is an option of every command that reads one."""

from __future__ import annotations

import pytest

from reassign.cli.app import make_app
from reassign.readers.policy.case import ROLES

CASE = {*(f"--{role}" for role in ROLES), "--policy", "--encoding", "--allow-shortfall", "--seed", "--time-limit"}


@pytest.mark.parametrize(
    ("command", "missing"),
    [
        pytest.param("plan", set(), id="plan"),
        pytest.param("check", set(), id="check"),
        pytest.param("sweep", set(), id="sweep"),
        pytest.param("replan", {"--current"}, id="replan: the old plan is its argument"),
    ],
)
def test_a_command_that_reads_a_case_takes_all_that_names_one(command: str, missing: set[str]) -> None:
    flags = {flag for parameter in make_app("en").commands[command].params for flag in parameter.opts}

    assert CASE - flags == missing
