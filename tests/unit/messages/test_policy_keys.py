from __future__ import annotations

import pytest

from reassign.domain.policy import Policy
from reassign.messages.compare import say_value
from reassign.messages.policy_keys import VALUES, say_order, say_policy_key
from reassign.writers.json.policy import policy_document


def leaves(key: str, value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for name, inner in value.items() for leaf in leaves(f"{key}.{name}", inner)]
    return [key]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_key_of_a_policy_has_a_name(language: str) -> None:
    keys = [*leaves("policy", policy_document(Policy())), "policy.limits.branch.b1.max", "policy.needs.weights.an ninh"]

    assert [key for key in keys if say_policy_key(key, language) == key] == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param(
            "policy.limits.branch.b1.max", "Số nhận về nhiều nhất của chi bộ b1 (limits.branch.b1.max)", id="branch"
        ),
        pytest.param(
            "policy.limits.branch.b.1.min",
            "Số nhận về ít nhất của chi bộ b.1 (limits.branch.b.1.min)",
            id="dot in an id",
        ),
        pytest.param("inputs.events", "Tệp: biến động (inputs.events)", id="file"),
        pytest.param("inputs.unheard", "inputs.unheard", id="unknown role"),
        pytest.param("seed", "Số bốc thăm (seed)", id="seed"),
    ],
)
def test_a_key_is_named_and_shown(key: str, said: str) -> None:
    assert say_policy_key(key, "vi") == said


def test_an_order_of_priorities_is_told_in_words() -> None:
    assert say_order('["residence", {"needs": 2, "posts": 1}]', "vi") == (
        "Gần nơi cư trú, 2 × Lĩnh vực được bổ sung + 1 × Chức danh còn khuyết"
    )
    assert say_order("not JSON", "vi") == "not JSON"


def test_choices_are_told_in_words_and_other_values_as_they_are() -> None:
    assert {say_value(key, value, "vi") for key, value in VALUES}.isdisjoint({value for _, value in VALUES})
    assert say_value("policy.name", "unit", "vi") == "unit"
