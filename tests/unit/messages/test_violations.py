"""A violation names the quota as an officer counts it."""

from __future__ import annotations

import pytest

from reassign.domain.language import Language
from reassign.messages.violations import say_violation


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("vi", "KP 1: 0 người tính vào chỉ tiêu 1, ngoài giới hạn", id="vi"),
        pytest.param("en", "KP 1: 0 members count for quota 1, outside its bounds", id="en"),
    ],
)
def test_the_first_quota_of_the_policy_is_quota_1(language: Language, said: str) -> None:
    assert say_violation("quota", "", "KP 1", {"quota": 0, "received": 0}, language) == said


def test_a_code_without_words_is_shown() -> None:
    assert say_violation("newer_than_this_program", "", "", {}, "vi") == "newer_than_this_program"
