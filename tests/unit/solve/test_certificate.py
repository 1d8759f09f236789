"""The certificate has the form of docs/reference/certificate.md and names only what exists."""

from __future__ import annotations

import json
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given, settings

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan, Proof
from reassign.domain.policy import Policy
from reassign.model.formulate import Formulation
from reassign.model.rows import RuleId
from reassign.solve.bound import Bound, bound_exactly
from reassign.solve.certificate import Json, component_certificate, whole_certificate
from reassign.solve.clock import Clock
from reassign.solve.cut import Cut
from reassign.solve.fold import Fold
from reassign.solve.levels import Settled, settle
from reassign.solve.stage import Stage
from reassign.solve.tree import Node, search
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance, member, ordered
from tests.properties.instances import instances
from tests.unit.check.test_certificate import failures, ward
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, formulations

STAGE_KEYS = {"levels", "weights", "value", "proof", "denominator", "multipliers", "tree"}


def test_a_plan_carries_a_component_for_each_that_was_solved() -> None:
    answer = make_plan(instance([member("m1"), member("m2", "P2")], [branch("b1"), branch("b2", "P2")]))
    assert isinstance(answer, Plan)
    certificate = cast("dict[str, Any]", answer.certificate)
    assert certificate["format"] == 1
    assert [(part["members"], part["branches"]) for part in certificate["components"]] == [
        (["m1"], ["b1"]),
        (["m2"], ["b2"]),
    ]


def test_only_rows_with_a_multiplier_are_listed() -> None:
    asked = instance(
        [
            member("m1", residence_unit="P1", residence_area="b1"),
            member("m2", residence_unit="P1", residence_area="b1"),
        ],
        [branch("b1", min=0, max=1), branch("b2", min=0)],
        policy=Policy(order=ordered("residence")),
    )
    (form,) = formulations(asked)
    settled = settle(form, Clock())
    assert settled is not None
    document = cast("dict[str, Any]", component_certificate(form, settled))
    assert ["branch_quota", "b1"] in document["rows"]
    for stage in document["stages"]:
        assert len(stage["multipliers"]) == len(document["rows"])
    used = np.abs(np.array([stage["multipliers"] for stage in document["stages"]])).sum(axis=0)
    assert (used > 0).all()


def test_a_tree_names_the_columns_it_splits() -> None:
    (form,) = formulations(
        instance(
            [member("m1"), member("m2"), member("m3")],
            [branch("b1", min=0), branch("b2", min=0)],
            policy=Policy(order=()),
        )
    )
    tree = search(KNAPSACK, KNAPSACK_GAINS, Clock(), most_nodes=50)
    assert tree.values is not None
    root = bound_exactly(KNAPSACK, KNAPSACK_GAINS, np.zeros(1, dtype=np.int64), 1)
    stage = Stage(0, Fold(1, (1,), KNAPSACK_GAINS, 7), tree.value, root, tree.root, Proof.CERTIFICATE)
    document = cast("dict[str, Any]", component_certificate(form, Settled(tree.values, (stage,))))
    node = document["stages"][0]["tree"]
    assert node["split"][0] == "pair"
    assert node["split"][1] in {"m1", "m2", "m3"}
    assert set(node) - {"narrow"} == {"split", "at", "low", "high"}


@settings(deadline=None, derandomize=True, max_examples=40)
@given(instances(most_members=5))
def test_every_certificate_is_plain_json_of_known_rows_and_all_levels(asked: Instance) -> None:
    for form in formulations(asked):
        settled = settle(form, Clock())
        if settled is None:
            continue
        document = cast("dict[str, Any]", component_certificate(form, settled))
        assert json.loads(json.dumps(document)) == document
        known = {(row.rule.value, *row.subject) for row in form.rows if row.rule is not RuleId.ONE_BRANCH}
        listed = [tuple(row) for row in document["rows"]]
        assert len(set(listed)) == len(listed)
        assert {row for row in listed if row[0] not in {"level", "cut"}} <= known
        assert {row[1] for row in listed if row[0] == "level"} <= set(range(len(form.objectives)))
        assert [level for stage in document["stages"] for level in stage["levels"]] == list(range(len(form.objectives)))
        for stage in document["stages"]:
            assert set(stage) - {"cuts"} == STAGE_KEYS
            told = [cut for stage in document["stages"] for cut in stage.get("cuts", [])]
            assert [row[1] for row in listed if row[0] == "cut"] == list(range(len(told)))
            assert all(len(cut["multipliers"]) == len(listed) for cut in told)
            assert len(stage["weights"]) == len(stage["levels"])
            assert stage["weights"][-1] == 1
            assert stage["denominator"] >= 1
            assert len(stage["multipliers"]) == len(listed)


def test_the_whole_proof_is_of_format_two_where_some_stage_has_cuts() -> None:
    plain: Json = {"stages": [{"value": 1}, {"value": 2}]}
    cut: Json = {"stages": [{"value": 1}, {"cuts": [], "value": 2}]}
    assert whole_certificate([]) == {"format": 1, "components": []}
    assert whole_certificate([plain]) == {"format": 1, "components": [plain]}
    assert whole_certificate([plain, cut, plain]) == {"format": 2, "components": [plain, cut, plain]}


@pytest.mark.parametrize("seed", [0, 9, 17, 27, 3])
def test_proofs_with_cuts_and_without_hold_for_the_checker(seed: int) -> None:
    assert failures(ward(seed)) == []


def test_rows_are_named_by_rule_by_level_and_by_cut_and_idle_ones_not_at_all() -> None:
    (form,) = formulations(
        instance(
            [member(f"m{number}", fields=("a",)) for number in range(3)],
            [branch("b1", min=0, max=2, needs=("a",)), branch("b2", min=0, max=2)],
            policy=Policy(order=ordered("needs", "balance"), is_order_given=True),
        )
    )
    own = len(form.side_rows)
    full = next(row for row, each in enumerate(form.side_rows) if each.rule is RuleId.BRANCH_QUOTA)
    column = form.component.pairs
    # A cut of a rule, one that nobody needs, a settled level, and a cut of the first cut with a member and a column.
    made = Cut(2, {full: 1}, {}, frozenset())
    idle = Cut(3, {full: 2}, {}, frozenset())
    again = Cut(5, {own: 1, full: -1}, {2: 3}, frozenset({column, 0}))
    stage = _stage(form, first=0, count=1, cuts=(made, idle), multipliers=[0] * own)
    later = _stage(form, first=1, count=2, cuts=(again,), multipliers=[*([0] * own), 0, 0, 7, 4])
    settled = Settled(np.zeros(len(form.upper), dtype=np.int64), (stage, later), (), (made, idle, 0, again))
    document = cast("dict[str, Any]", component_certificate(form, settled))
    rule = form.side_rows[full]
    assert document["rows"] == [[rule.rule.value, *rule.subject], ["cut", 0], ["level", 0], ["cut", 1]]
    first, second = document["stages"]
    assert first["cuts"] == [{"denominator": 2, "multipliers": [1, 0, 0, 0], "members": {}, "up": []}]
    assert second["cuts"] == [
        {
            "denominator": 5,
            "multipliers": [-1, 1, 0, 0],
            "members": {"m2": 3},
            "up": [["pair", "m0", "b1"], list(form.auxiliaries[0])],
        }
    ]
    assert (first["multipliers"], second["multipliers"]) == ([0, 0, 0, 0], [0, 0, 7, 4])
    assert (first["levels"], second["levels"], second["weights"]) == ([0], [1, 2], [9, 1])
    assert (first["value"], first["proof"], first["denominator"], first["tree"]) == (5, "certificate", 4, None)


def _stage(form: Formulation, *, first: int, count: int, cuts: tuple[Cut, ...], multipliers: list[int]) -> Stage:
    nothing = np.zeros(len(form.upper), dtype=np.int64)
    root = Bound(np.array(multipliers, dtype=np.int64), 4, 20, nothing, nothing)
    return Stage(first, Fold(count, (9, 1)[2 - count :], nothing, 7), 5, root, None, Proof.CERTIFICATE, cuts)


def test_a_leaf_a_split_and_what_was_narrowed_are_told_with_rows_that_only_they_use() -> None:
    (form,) = formulations(
        instance(
            [member("m1"), member("m2"), member("m3")],
            [branch("b1", min=1, max=2), branch("b2", min=1, max=2), branch("b3", min=0, max=2)],
            policy=Policy(order=()),
        )
    )
    own = len(form.side_rows)
    assert own == 3

    def bound(*multipliers: int) -> Bound:
        nothing = np.zeros(1, dtype=np.int64)
        return Bound(np.array(multipliers, dtype=np.int64), 3, 0, nothing, nothing)

    low = Node(bound=bound(0, 0, 0))
    inner = Node(narrowings=[bound(0, 2, 0)], column=4, threshold=0, low=Node(bound=bound(-1, 0, 0)), high=Node())
    tree = Node(column=3, threshold=0, low=low, high=inner)
    gains = np.zeros(len(form.upper), dtype=np.int64)
    stage = Stage(0, Fold(1, (1,), gains, 7), 0, bound(0, 0, 0), tree, Proof.CERTIFICATE)
    document = cast("dict[str, Any]", component_certificate(form, Settled(gains, (stage,))))
    # Nothing prices the third branch.
    assert document["rows"] == [[row.rule.value, *row.subject] for row in form.side_rows[:2]]
    assert document["stages"][0]["tree"] == {
        "split": ["pair", "m2", "b1"],
        "at": 0,
        "low": {"denominator": 3, "multipliers": [0, 0]},
        "high": {
            "narrow": [{"denominator": 3, "multipliers": [0, 2]}],
            "split": ["pair", "m2", "b2"],
            "at": 0,
            "low": {"denominator": 3, "multipliers": [-1, 0]},
            "high": {},
        },
    }
