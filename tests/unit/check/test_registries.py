"""Nothing that the planner obeys or optimises goes unchecked, and the other way round."""

from __future__ import annotations

from reassign.check.priorities.registry import PRIORITIES as CHECKED_PRIORITIES
from reassign.check.rules.registry import RULES as CHECKED_RULES
from reassign.domain.policy import Priority
from reassign.messages.violations import VIOLATIONS
from reassign.model.priorities.registry import PRIORITIES as MODEL_PRIORITIES
from reassign.model.rules.registry import RULES as MODEL_RULES


def test_model_and_checker_cover_the_same_priorities() -> None:
    assert set(CHECKED_PRIORITIES) == set(MODEL_PRIORITIES) == set(Priority)


def test_model_and_checker_cover_the_same_rules() -> None:
    modelled = {identity.value for rule in MODEL_RULES for identity in rule.rules}
    # That everybody gets one branch, and a candidate, is one rule: rows there, the shape of the placements here.
    assert {"one_branch" if name == "candidate" else name for name in CHECKED_RULES} == modelled


def test_every_rule_has_words() -> None:
    assert set(CHECKED_RULES) <= set(VIOLATIONS)
