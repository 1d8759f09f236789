"""The registry knows every rule."""

from __future__ import annotations

from reassign.model.rows import RuleId
from reassign.model.rules.registry import RULES


def test_every_rule_but_the_links_of_priorities_is_emitted_by_one_unit() -> None:
    emitted = sorted(name for rule in RULES for name in rule.rules)
    assert emitted == sorted(set(RuleId) - {RuleId.LINK})
