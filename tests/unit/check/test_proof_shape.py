"""A certificate is read only in the shape of its page; what is wrong with it is named in a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from reassign.check.proof_shape import (
    DEEPEST,
    ComponentProof,
    Cut,
    Damaged,
    Multipliers,
    Node,
    Split,
    Stage,
    read_certificate,
)
from reassign.domain.plan import Proof

Document: TypeAlias = dict[str, Any]


def document() -> Document:
    """One component with one row and one stage, whose tree splits once."""
    leaf = {"denominator": 3, "multipliers": [5]}
    split = {"split": ["pair", "m1", "b1"], "at": 0, "low": leaf, "high": {}}
    stage = {
        "levels": [0, 1],
        "weights": [7, 1],
        "value": -4,
        "proof": "solver",
        "denominator": 2,
        "multipliers": [-1],
        "tree": {"narrow": [leaf], **split},
        "cuts": [{"denominator": 6, "multipliers": [4], "members": {"m1": -3}, "up": [["pair", "m1", "b1"]]}],
    }
    component = {"members": ["m1"], "branches": ["b1"], "rows": [["level", 0]], "stages": [stage]}
    return {"format": 2, "components": [component]}


def test_everything_is_read_as_it_is_written() -> None:
    leaf = Multipliers(3, (5,))
    tree = Node((leaf,), Split(("pair", "m1", "b1"), 0, Node((), leaf), Node((), None)))
    cut = Cut(Multipliers(6, (4,)), {"m1": -3}, frozenset({("pair", "m1", "b1")}))
    stage = Stage((0, 1), (7, 1), -4, Proof.SOLVER, Multipliers(2, (-1,)), tree, (cut,))
    assert read_certificate(document()) == (ComponentProof(("m1",), ("b1",), (("level", 0),), (stage,)),)


def test_the_format_without_cuts_is_read_as_ever() -> None:
    old = document()
    old["format"] = 1
    del old["components"][0]["stages"][0]["cuts"]
    assert read_certificate(old)[0].stages[0].cuts == ()


def component(**values: Any) -> Callable[[Document], None]:
    return lambda found: found["components"][0].update(values)


def stage(**values: Any) -> Callable[[Document], None]:
    return lambda found: found["components"][0]["stages"][0].update(values)


def cut(**values: Any) -> Callable[[Document], None]:
    return lambda found: found["components"][0]["stages"][0]["cuts"][0].update(values)


def tree(**values: Any) -> Callable[[Document], None]:
    return lambda found: found["components"][0]["stages"][0]["tree"].update(values)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param(lambda found: found.update(format=3), "format", id="format"),
        pytest.param(lambda found: found.update(format=1), "format", id="cuts in the format without"),
        pytest.param(lambda found: found.update(format="1"), "integer", id="format as text"),
        pytest.param(lambda found: found.update(more=1), "keys", id="a key too many"),
        pytest.param(lambda found: found.pop("format"), "keys", id="a key missing"),
        pytest.param(lambda found: found.update(components={}), "list", id="components"),
        pytest.param(lambda found: found.update(components=[[]]), "keys", id="component"),
        pytest.param(component(members="m1"), "list", id="members"),
        pytest.param(component(members=[1]), "text", id="member"),
        pytest.param(component(branches=[None]), "text", id="branch"),
        pytest.param(component(rows=[["level", 0], ["level", 0]]), "rows", id="a row twice"),
        pytest.param(component(rows=[[]]), "key", id="a row without name"),
        pytest.param(component(rows=[["level", True]]), "key", id="true in a name"),
        pytest.param(component(rows=[["level", 0.0]]), "key", id="a fraction in a name"),
        pytest.param(component(rows=["level"]), "list", id="a name that is no list"),
        pytest.param(component(stages=None), "list", id="stages"),
        pytest.param(stage(levels=["0"]), "integer", id="level"),
        pytest.param(stage(weights=[1.0, 2.0]), "integer", id="weight"),
        pytest.param(stage(value=True), "integer", id="value"),
        pytest.param(stage(proof="faith"), "proof", id="unheard of"),
        pytest.param(stage(proof=1), "text", id="proof"),
        pytest.param(stage(denominator=0), "multipliers", id="a denominator of zero"),
        pytest.param(stage(denominator=-1), "multipliers", id="below zero"),
        pytest.param(stage(multipliers=[1, 2]), "multipliers", id="more than rows"),
        pytest.param(stage(multipliers=[]), "multipliers", id="fewer than rows"),
        pytest.param(stage(cuts={}), "list", id="cuts"),
        pytest.param(stage(cuts=[{}]), "keys", id="an empty cut"),
        pytest.param(cut(at=0), "keys", id="a cut with more"),
        pytest.param(cut(denominator=0), "multipliers", id="a cut divided by zero"),
        pytest.param(cut(multipliers=[]), "multipliers", id="a cut of fewer rows"),
        pytest.param(cut(members=[]), "keys", id="members of a cut"),
        pytest.param(cut(members={"m1": "1"}), "integer", id="a member's multiplier as text"),
        pytest.param(cut(up=[[]]), "key", id="a column without name"),
        pytest.param(stage(tree=[]), "tree", id="tree"),
        pytest.param(tree(low=None), "tree", id="half a split"),
        pytest.param(tree(low={"denominator": 1}), "keys", id="half a leaf"),
        pytest.param(tree(denominator=1), "keys", id="split and leaf"),
        pytest.param(tree(narrow={}), "list", id="narrowing"),
        pytest.param(tree(narrow=[{}]), "keys", id="an empty narrowing"),
        pytest.param(tree(high={"narrow": [{"denominator": 1, "multipliers": [1], "at": 0}]}), "keys", id="inside"),
        pytest.param(tree(split=[]), "key", id="a split of nothing"),
        pytest.param(tree(at="0"), "integer", id="where"),
    ],
)
def test_another_shape_is_refused(change: Callable[[Document], None], why: str) -> None:
    changed = document()
    change(changed)
    with pytest.raises(Damaged) as caught:
        read_certificate(changed)
    assert str(caught.value) == why


def test_the_smallest_denominator_is_one() -> None:
    changed = document()
    stage(denominator=1)(changed)
    assert read_certificate(changed)[0].stages[0].own == Multipliers(1, (-1,))


@pytest.mark.parametrize("side", ["low", "high"])
def test_a_tree_is_read_down_to_its_deepest_split_and_no_deeper(side: str) -> None:
    other = "high" if side == "low" else "low"

    def grown(splits: int) -> Document:
        node: Document = {}
        for _ in range(splits):
            node = {"split": ["pair", "m1", "b1"], "at": 0, side: node, other: {}}
        changed = document()
        stage(tree=node)(changed)
        return changed

    assert DEEPEST == 300
    assert read_certificate(grown(DEEPEST))
    with pytest.raises(Damaged, match="tree"):
        read_certificate(grown(DEEPEST + 1))


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(["format", "components"], id="certificate"),
        pytest.param({"format": 1, "components": [["members", "branches", "rows", "stages"]]}, id="component"),
    ],
)
def test_a_list_of_the_keys_is_no_document(document: Any) -> None:
    with pytest.raises(Damaged, match="keys"):
        read_certificate(document)
