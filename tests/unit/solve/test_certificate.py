"""The certificate has the form of docs/reference/certificate.md and names only what exists."""

from __future__ import annotations

import json
from typing import Any, cast

import numpy as np
from hypothesis import given, settings

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan, Proof
from reassign.domain.policy import Policy
from reassign.model.rows import RuleId
from reassign.solve.bound import bound_exactly
from reassign.solve.certificate import component_certificate
from reassign.solve.clock import Clock
from reassign.solve.fold import Fold
from reassign.solve.levels import Settled, settle
from reassign.solve.stage import Stage
from reassign.solve.tree import search
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, instance, member, ordered
from tests.properties.instances import instances
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
