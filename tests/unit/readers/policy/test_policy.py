import datetime

import pytest

from reassign.domain.policy import BranchLimit, Level, MemberFilter, Policy, Priority, Quota
from reassign.readers.policy.policy import read_policy_file
from reassign.readers.policy.toml_file import TomlFile


def toml(text: str) -> TomlFile:
    import tomllib

    return TomlFile("policy.toml", text, tomllib.loads(text))


def policy_of(text: str) -> Policy:
    policy, findings = read_policy_file(toml(text))
    assert findings == ()
    assert policy is not None
    return policy


def test_an_empty_policy_is_the_default() -> None:
    assert policy_of("") == Policy()


@pytest.mark.parametrize("header", [pytest.param("[policy]\n", id="table"), pytest.param("", id="top-level")])
def test_keys_stand_under_policy_or_at_the_top(header: str) -> None:
    assert policy_of(header + 'name = "Quận 1"').name == "Quận 1"


def test_every_key_of_the_contract_arrives() -> None:
    policy = policy_of(
        """
        name = "Quận 1, 2019"
        effective = 2019-05-16
        limits.min = 2
        limits.max = "none"
        limits.branch."b17".max = 9
        limits.branch."b18" = { min = 0, max = "none" }
        scope.within = "any"
        priorities.order = ["needs", { residence = 2, distance = 1 }]
        needs.weights = { "an ninh" = 3 }
        repair.flex = ["pin", "min"]
        replan.protect = { key_cadre = true }
        residence.basis = "current"
        balance.count = "total"
        distance.missing = "forbidden"
        thresholds = { branch = 4, committee = 8, large = 40 }
        deadlines = { start = 50, present = 20 }
        [[quota]]
        members = { status = "official", fields = "y tế" }
        branches = ["b1", "b2"]
        min = 1
        """
    )
    assert (policy.name, policy.effective) == ("Quận 1, 2019", datetime.date(2019, 5, 16))
    assert (policy.limits.min, policy.limits.max) == (2, None)
    assert policy.limits.branches == {"b17": BranchLimit(None, 9), "b18": BranchLimit(0, None, is_unlimited=True)}
    assert policy.scope == "any"
    assert policy.order == (
        Level(((Priority.NEEDS, 1),)),
        Level(((Priority.RESIDENCE, 2), (Priority.DISTANCE, 1)), is_weighted=True),
    )
    assert policy.is_order_given
    assert policy.needs_weights == {"an ninh": 3}
    assert policy.repair_flex == ("pin", "min")
    assert policy.protect == MemberFilter((("key_cadre", True),))
    assert (policy.residence_basis, policy.balance_count, policy.distance_missing) == ("current", "total", "forbidden")
    assert (policy.thresholds.branch, policy.thresholds.committee, policy.thresholds.large) == (4, 8, 40)
    assert (policy.deadlines.start, policy.deadlines.present) == (50, 20)
    assert policy.quotas == (Quota(MemberFilter((("status", "official"), ("fields", "y tế"))), ("b1", "b2"), min=1),)


@pytest.mark.parametrize(
    ("text", "code", "line", "value", "suggestions"),
    [
        pytest.param("nmae = 'x'", "P001", 1, "nmae", ("name",), id="unknown key, nearest named"),
        pytest.param("min = 1", "P001", 1, "min", ("limits.min",), id="key of another table"),
        pytest.param("\n[limits]\nmni = 1", "P001", 3, "mni", ("min",), id="unknown key in a table"),
        pytest.param(
            "[[quota]]\nmin=1\nmembers={statuss='official'}", "P001", 3, "statuss", ("status",), id="attribute"
        ),
        pytest.param("name = 3", "P002", 1, "3", (), id="number for text"),
        pytest.param("effective = '2019-05-16'", "P002", 1, "2019-05-16", (), id="text for a date"),
        pytest.param("limits = 3", "P002", 1, "3", (), id="number for a table"),
        pytest.param("limits.min = true", "P003", 1, "true", (), id="boolean for a number"),
        pytest.param("limits.min = 1.0", "P003", 1, "1.0", (), id="float for a number"),
        pytest.param("limits.min = -1", "P003", 1, "-1", (), id="negative"),
        pytest.param("limits.max = 'None'", "P004", 1, "None", (), id="maximum misspelt"),
        pytest.param("limits.max = true", "P004", 1, "true", (), id="boolean maximum"),
        pytest.param("scope.within = 'units'", "P005", 1, "units", ("unit",), id="unknown word"),
        pytest.param("priorities.order = ['distanse']", "P005", 1, "distanse", ("distance",), id="unknown priority"),
        pytest.param("priorities.order = ['draw']", "P005", 1, "draw", (), id="the draw cannot be ordered"),
        pytest.param("priorities.order = ['needs', 'needs']", "P006", 1, "needs", (), id="a priority twice"),
        pytest.param("priorities.order = ['needs', {needs = 2}]", "P006", 1, "needs", (), id="twice, once weighted"),
        pytest.param("priorities.order = [{needs = -1}]", "P003", 1, "-1", (), id="negative weight"),
        pytest.param("priorities.order = [{needs = 1.5}]", "P003", 1, "1.5", (), id="fractional weight"),
        pytest.param("priorities.order = [{needs = nan}]", "P003", 1, "nan", (), id="weight that is no number"),
        pytest.param("priorities.order = [{needs = true}]", "P003", 1, "true", (), id="boolean weight"),
        pytest.param("priorities.order = [{needs = 1000001}]", "P003", 1, "1000001", (), id="weight too large"),
        pytest.param("needs.weights = {'table' = -1}", "P003", 1, "-1", (), id="negative weight of a need"),
        pytest.param("limits = {min = 3, max = 2}", "P007", 1, "", (), id="minimum above maximum"),
        pytest.param("limits.min = 9", "P007", 1, "", (), id="minimum above the default maximum"),
        pytest.param("[[quota]]\nmembers={sex='female'}", "P008", 1, "", (), id="quota without bounds"),
        pytest.param("[[quota]]\nmin=1", "P009", 1, "", (), id="quota without members"),
        pytest.param("[[quota]]\nmin=1\nmembers={}", "P009", 3, "", (), id="quota for everybody"),
        pytest.param("inputs = 1\n[policy]\nname='x'", "P001", 1, "inputs", ("policy.inputs",), id="beside the policy"),
    ],
)
def test_a_problem_is_found_on_its_line(
    text: str, code: str, line: int, value: str, suggestions: tuple[str, ...]
) -> None:
    policy, findings = read_policy_file(toml(text))
    assert policy is None
    (finding,) = findings
    assert (finding.code, finding.address.row, finding.value) == (code, line, value)
    assert finding.suggestions == suggestions


def test_all_problems_are_told_at_once() -> None:
    _, findings = read_policy_file(toml("nmae = 1\nlimits.min = 'x'\nneeds.weights = { a = -1, b = 1.5 }"))
    assert sorted((finding.code, finding.address.row) for finding in findings) == [
        ("P001", 1),
        ("P003", 2),
        ("P003", 3),
        ("P003", 3),
    ]


def test_a_weight_of_zero_and_of_a_million_are_fine() -> None:
    (level,) = policy_of("priorities.order = [{ needs = 0, posts = 1000000 }]").order
    assert level.terms == ((Priority.NEEDS, 0), (Priority.POSTS, 1_000_000))
