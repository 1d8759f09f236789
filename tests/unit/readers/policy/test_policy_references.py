"""What a policy names has to be in the rosters, and where it is not the line of the file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.domain.findings import Severity
from reassign.readers.policy.case import CaseFlags, read_case
from reassign.readers.policy.policy_references import policy_references
from tests.builders import branch, member, rosters

CASE = """\
[inputs]
members = "m.csv"
branches = "b.csv"
"""
ROSTERS = rosters(
    [member("m1"), member("m2")],
    [branch("b1", needs=("An ninh",), min=1, max=5), branch("b2", needs=("y tế",), min=2, max=5)],
)


def told(folder: Path, text: str) -> list[tuple[str, str, int, str, tuple[str, ...]]]:
    (folder / "reassign.toml").write_text(CASE + text, encoding="utf-8")
    settings = read_case(folder, CaseFlags(), {}, "vi")
    found = policy_references(settings, ROSTERS)
    assert all(each.address.file == "reassign.toml" for each in found)
    assert all((each.severity is Severity.ERROR) is (each.code == "P011") for each in found)
    return [(each.code, each.value, each.address.row, str(each.parameters["key"]), each.suggestions) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "[policy.limits.branch.b11]\nmax = 3\n[policy.limits.branch.b1]\nmax = 3\n",
            [("P011", "b11", 4, "policy.limits.branch.b11", ("b1",))],
            id="a limit",
        ),
        pytest.param(
            '[[policy.quota]]\nmembers = { status = "official" }\nbranches = ["b1"]\nmin = 1\n'
            '[[policy.quota]]\nmembers = { status = "official" }\nbranches = ["b2", "b22"]\nmin = 1\n',
            [("P011", "b22", 10, "policy.quota[2].branches[2]", ("b2",))],
            id="a quota",
        ),
        pytest.param(
            '[[policy.quota]]\nmembers = { status = "official" }\nbranches = "all"\nmin = 1\n', [], id="all branches"
        ),
        pytest.param(
            '[policy.needs]\nweights = { "an ninh" = 2, "y té" = 3 }\n',
            [("P012", "y té", 5, 'policy.needs.weights."y té"', ("y tế",))],
            id="a field",
        ),
        pytest.param(
            '[policy.repair]\ndrop = [{ what = "pin", member = "m9", branch = "b1" }]\n',
            [("P013", "m9", 5, "policy.repair.drop[1].member", ())],
            id="a member who has left",
        ),
        pytest.param(
            '[policy.repair]\ndrop = [{ what = "pin", member = "m1", branch = "b21" }]\n',
            [("P011", "b21", 5, "policy.repair.drop[1].branch", ("b2", "b1"))],
            id="a branch that was dropped",
        ),
        pytest.param(
            "[policy.limits]\nmin = 2\nmax = 9\n",
            [("P014", "2", 5, "policy.limits.min", ()), ("P014", "9", 6, "policy.limits.max", ())],
            id="limits that no branch follows",
        ),
        pytest.param("[policy.limits]\nmin = 1\nmax = 7\n", [], id="the usual limits"),
        pytest.param('[policy.limits]\nmax = "none"\n', [("P014", "none", 5, "policy.limits.max", ())], id="no limit"),
    ],
)
def test_what_the_rosters_do_not_have_is_told(tmp_path: Path, text: str, found: list[object]) -> None:
    assert told(tmp_path, text) == found
