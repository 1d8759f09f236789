from __future__ import annotations

import datetime

import pytest

from reassign.domain.working_days import after_working_days, is_working_day

FRIDAY = datetime.date(2019, 5, 17)
MONDAY = datetime.date(2019, 5, 20)


@pytest.mark.parametrize(
    ("start", "count", "holidays", "end"),
    [
        pytest.param(FRIDAY, 0, [], FRIDAY, id="no-term"),
        pytest.param(FRIDAY, 1, [], MONDAY, id="weekend-does-not-count"),
        pytest.param(FRIDAY, 1, [MONDAY], datetime.date(2019, 5, 21), id="holiday-does-not-count"),
        pytest.param(FRIDAY, 1, [datetime.date(2019, 5, 18)], MONDAY, id="holiday-on-a-weekend-costs-nothing"),
        pytest.param(datetime.date(2019, 5, 18), 1, [], MONDAY, id="from-a-saturday"),
        pytest.param(datetime.date(2019, 5, 16), 30, [], datetime.date(2019, 6, 27), id="six-weeks"),
    ],
)
def test_a_term_ends_on_its_last_working_day(
    start: datetime.date, count: int, holidays: list[datetime.date], end: datetime.date
) -> None:
    assert after_working_days(start, count, holidays) == end


def test_saturday_is_no_working_day() -> None:
    assert is_working_day(FRIDAY, ())
    assert not is_working_day(datetime.date(2019, 5, 18), ())
