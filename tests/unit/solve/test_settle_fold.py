"""One fold: what is proof enough, who is asked next, and what becomes of a level that nobody proves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reassign.domain.errors import InternalError
from reassign.domain.plan import Proof
from reassign.solve import constraint, settle_fold, strengthen
from reassign.solve.bound import bound_exactly
from reassign.solve.clock import Clock
from reassign.solve.constraint import Answer, Verdict
from reassign.solve.fold import Fold, fold
from reassign.solve.levels import Settled, settle_problem
from reassign.solve.linear import Outcome, Relaxation
from reassign.solve.problem import Integers, Problem
from reassign.solve.settle_fold import Found, Manner, _affordable, _by_constraint, _by_splitting
from reassign.solve.stage import Stage
from reassign.solve.strengthen import Strengthened
from tests.unit.solve.points import KNAPSACK, KNAPSACK_GAINS, problem_of

NOBODY = np.array([0, 1, 0, 1, 0, 1], dtype=np.int64)
ONE = np.array([1, 0, 0, 1, 0, 1], dtype=np.int64)
IMPOSSIBLE = problem_of([0, 0], [1, 1], [({0: 1, 1: 1}, 2, None)])
THREE = KNAPSACK_GAINS // 2 * 3
"""Three a member: the relaxation says 4, and 3 is the best."""


def folded(problem: Problem, gains: Integers) -> Fold:
    return fold(problem, [gains], bits=32)


def settled(gains: Integers, **how: object) -> Settled:
    found = settle_problem(KNAPSACK, [gains], Clock(), **how)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_a_bound_less_than_a_step_above_the_value_is_met() -> None:
    (stage,) = settled(THREE, known=ONE, steps=[2]).stages
    assert (stage.cuts, stage.root.floor, stage.value, stage.proof) == ((), 4, 3, Proof.CERTIFICATE)


@pytest.mark.parametrize("steps", [pytest.param(None, id="no word of steps"), pytest.param([1], id="steps of one")])
def test_a_whole_step_above_the_value_takes_a_cut(steps: list[int] | None) -> None:
    (stage,) = settled(THREE, known=ONE, steps=steps).stages
    assert (len(stage.cuts), stage.root.floor, stage.value) == (1, 3, 3)


def test_steps_count_for_levels_by_themselves_and_not_for_sums() -> None:
    found = settle_problem(KNAPSACK, [THREE, np.zeros_like(THREE)], Clock(), known=ONE, steps=[2, 1])
    assert found is not None
    assert [(stage.fold.count, len(stage.cuts), stage.value) for stage in found.stages] == [(1, 0, 3), (1, 0, 0)]


@pytest.mark.parametrize("is_trial", [True, False])
def test_a_fold_without_points_is_told_with_a_proof_or_without(*, is_trial: bool) -> None:
    gains = np.array([1, 1], dtype=np.int64)
    assert settle_problem(IMPOSSIBLE, [gains], Clock(), is_trial=is_trial) is None


def test_a_known_point_that_nothing_beats_is_kept_and_without_one_another_may_be() -> None:
    # Both columns of the member are worth the same.
    problem = problem_of([0, 0], [1, 1], [])
    gains = np.array([1, 1], dtype=np.int64)
    for known in ([1, 0], [0, 1]):
        found = settle_problem(problem, [gains], Clock(), known=np.array(known, dtype=np.int64))
        assert found is not None
        assert found.values.tolist() == known


def test_a_known_point_outside_the_rows_is_not_believed() -> None:
    broken = np.array([1, 0, 1, 0, 1, 0], dtype=np.int64)
    found = settle_problem(KNAPSACK, [KNAPSACK_GAINS], Clock(), known=broken)
    assert found is not None
    assert found.stages[0].value == 2
    assert int(found.values[[0, 2, 4]].sum()) == 1


def start(values: Integers) -> Found:
    root = bound_exactly(KNAPSACK, KNAPSACK_GAINS, np.zeros(1, dtype=np.int64), 1)
    value = int(KNAPSACK_GAINS @ values)
    stage = Stage(0, folded(KNAPSACK, KNAPSACK_GAINS), value, root, None, Proof.SOLVER)
    return Found(stage, values, KNAPSACK)


def test_splitting_proves_the_point_it_was_given_or_a_better_one() -> None:
    for values in (NOBODY, ONE):
        found = _by_splitting(start(values), Clock())
        assert found.stage.value == 2
        assert int(KNAPSACK_GAINS @ found.values) == 2
        assert found.stage.proof is Proof.CERTIFICATE
        assert found.stage.tree is not None


def test_splitting_that_takes_too_long_changes_nothing() -> None:
    begun = start(ONE)
    found = _by_splitting(begun, Clock(0.0))
    assert found.values is not None
    assert (found.stage, found.values.tolist()) == (begun.stage, ONE.tolist())


def test_splitting_that_takes_too_long_keeps_a_better_point_without_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle_fold, "SEARCH_EFFORT", 12)
    gains = np.array([2, 0, 3, 0, 2, 0], dtype=np.int64)
    begun = replace(start(ONE), stage=replace(start(ONE).stage, fold=folded(KNAPSACK, gains)))
    found = _by_splitting(begun, Clock())
    assert found.stage.value >= 2
    assert found.stage.value == int(gains @ found.values)


def no_cuts(problem: Problem, gains: Integers, root: object, clock: Clock, **given: object) -> Strengthened:  # noqa: ARG001
    return Strengthened(problem, (), root, given.get("values"))  # type: ignore[arg-type]


def test_where_no_cut_is_found_the_level_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strengthen, "strengthen", no_cuts)
    (stage,) = settled(THREE).stages
    assert (stage.value, stage.proof, stage.cuts) == (3, Proof.CERTIFICATE, ())
    assert stage.tree is not None


def test_where_neither_cuts_nor_splits_prove_a_level_it_is_the_solvers_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strengthen, "strengthen", no_cuts)
    monkeypatch.setattr(settle_fold, "SEARCH_EFFORT", 0)
    (stage,) = settled(THREE).stages
    assert (stage.value, stage.proof, stage.tree) == (3, Proof.SOLVER, None)


def test_a_point_of_the_solver_that_meets_the_first_bound_is_proved_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # The relaxation is fractional although its bound is met: two members share 3 units of 4.
    monkeypatch.setattr(strengthen, "strengthen", no_cuts)
    gains = np.array([1, 0, 1, 0, 1, 0], dtype=np.int64)
    (stage,) = settled(gains).stages
    assert (stage.value, stage.root.floor, stage.proof, stage.tree) == (1, 1, Proof.CERTIFICATE, None)


def answering(monkeypatch: pytest.MonkeyPatch, *answers: Answer) -> list[dict[str, object]]:
    asked = list[dict[str, object]]()

    def search(_: Problem, gains: Integers, **how: object) -> Answer:
        asked.append({"gains": gains.tolist(), **how})
        return answers[len(asked) - 1]

    monkeypatch.setattr(constraint, "search", search)
    return asked


@pytest.mark.parametrize(
    ("first", "known", "second", "proof"),
    [
        pytest.param(Answer(Verdict.OPTIMAL, ONE), None, None, Proof.SOLVER, id="best"),
        pytest.param(Answer(Verdict.FEASIBLE, ONE), None, None, Proof.NONE, id="some point"),
        pytest.param(Answer(Verdict.UNKNOWN, None), NOBODY, None, Proof.NONE, id="not even that, but one is known"),
        pytest.param(
            Answer(Verdict.UNKNOWN, None), None, Answer(Verdict.OPTIMAL, ONE), Proof.NONE, id="any point at all"
        ),
        pytest.param(Answer(Verdict.INFEASIBLE, None), None, None, None, id="no point"),
        pytest.param(Answer(Verdict.UNKNOWN, None), None, Answer(Verdict.INFEASIBLE, None), None, id="no point at all"),
    ],
)
def test_what_the_solver_says_is_believed_that_far(
    monkeypatch: pytest.MonkeyPatch, first: Answer, known: Integers | None, second: Answer | None, proof: Proof | None
) -> None:
    asked = answering(monkeypatch, first, *([second] if second is not None else []))
    found = _by_constraint(KNAPSACK, folded(KNAPSACK, KNAPSACK_GAINS), 3, known, Clock())
    assert asked[0] == {"gains": KNAPSACK_GAINS.tolist(), "seconds": None, "hint": known}
    assert asked[1:] == ([] if second is None else [{"gains": [0] * 6, "is_limited": False}])
    if proof is None:
        assert found is None
        return
    assert found is not None
    values = first.values if first.values is not None else second.values if second is not None else known
    assert values is not None
    assert (found.stage.proof, found.values is values) == (proof, True)
    assert (found.stage.first, found.stage.value, found.stage.root.floor) == (3, int(KNAPSACK_GAINS @ values), 6)


def test_a_solver_that_never_knows_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, *[Answer(Verdict.UNKNOWN, None)] * 2)
    with pytest.raises(InternalError, match="undecided"):
        _by_constraint(KNAPSACK, folded(KNAPSACK, KNAPSACK_GAINS), 0, None, Clock())


@pytest.mark.parametrize(
    ("high", "effort", "count"),
    [([1, 1, 1], 9, 3), ([1, 1, 1], 11, 3), ([1, 1, 1], 2, 1), ([1, 0, 0], 9, 9), ([0, 0, 0], 9, 9)],
)
def test_an_effort_is_shared_by_the_open_columns(high: list[int], effort: int, count: int) -> None:
    assert _affordable(problem_of([], high, []), effort) == count


def test_how_a_fold_is_settled_is_said_in_full() -> None:
    assert Manner(1, keeps_known=True, is_trial=False) != Manner(1, keeps_known=False, is_trial=False)


@pytest.mark.parametrize("levels", [1, 2])
def test_a_relaxation_that_ended_otherwise_leaves_the_level_to_the_solver(
    monkeypatch: pytest.MonkeyPatch, levels: int
) -> None:
    nothing = np.empty(0)
    monkeypatch.setattr(settle_fold, "relax", lambda *_: Relaxation(Outcome.UNKNOWN, nothing, nothing))
    found = settle_problem(KNAPSACK, [THREE, np.zeros_like(THREE)][:levels], Clock())
    assert found is not None
    assert [(stage.fold.count, stage.value, stage.proof) for stage in found.stages] == [
        (1, 3, Proof.SOLVER),
        (1, 0, Proof.SOLVER),
    ][:levels]


def test_a_relaxation_that_claims_the_impossible_is_not_believed_but_in_a_trial(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nothing = np.empty(0)
    monkeypatch.setattr(settle_fold, "relax", lambda *_: Relaxation(Outcome.INFEASIBLE, nothing, nothing))
    assert settle_problem(KNAPSACK, [THREE], Clock(), is_trial=True) is None
    found = settle_problem(KNAPSACK, [THREE], Clock())
    assert found is not None
    assert (found.stages[0].value, found.stages[0].proof) == (3, Proof.SOLVER)
    kept = settle_problem(KNAPSACK, [THREE], Clock(), known=ONE, is_trial=True)
    assert kept is not None


def test_a_level_that_nobody_proves_is_bounded_by_its_relaxation_and_those_below_by_their_boxes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answering(monkeypatch, Answer(Verdict.FEASIBLE, ONE))
    found = settle_problem(KNAPSACK, [THREE, KNAPSACK_GAINS], Clock(0.0))
    assert found is not None
    assert (found.stages, found.rest, found.values is ONE) == ((), (4, 6), True)


def test_who_has_no_candidate_leaves_no_point() -> None:
    nobody = replace(problem_of([0, 0], [1, 1], []), members=2)
    assert settle_problem(nobody, [np.zeros(2, dtype=np.int64)], Clock()) is None
