"""When the time is up."""

from __future__ import annotations

import time

import pytest

from reassign.solve.clock import Clock


@pytest.mark.parametrize(
    ("deadline", "remaining", "is_over"),
    [
        pytest.param(None, None, False, id="no limit"),
        pytest.param(107.5, 7.5, False, id="before"),
        pytest.param(100.0, 0.0, True, id="now"),
        pytest.param(99.0, 0.0, True, id="after"),
    ],
)
def test_a_deadline_is_a_moment(
    monkeypatch: pytest.MonkeyPatch, deadline: float | None, remaining: float | None, *, is_over: bool
) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    assert (Clock(deadline).remaining(), Clock(deadline).is_over()) == (remaining, is_over)


def test_without_a_word_there_is_no_limit() -> None:
    assert Clock() == Clock(None)
