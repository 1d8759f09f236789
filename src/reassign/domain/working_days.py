"""Working days: Monday to Friday without holidays."""

from __future__ import annotations

import datetime
from collections.abc import Collection

_SATURDAY = 5


def is_working_day(day: datetime.date, holidays: Collection[datetime.date]) -> bool:
    """Whether offices work on a day; Saturday and Sunday are the weekend."""
    return day.weekday() < _SATURDAY and day not in holidays


def after_working_days(start: datetime.date, count: int, holidays: Collection[datetime.date]) -> datetime.date:
    """The last day of a term.

    Args:
        start: The day the term runs from; it does not count itself (Civil Code 2015, art. 147).
        count: Length of the term [working days], >= 0.
        holidays: Days off besides weekends.

    Returns:
        The ``count``-th working day after ``start``; ``start`` itself for 0.
    """
    day = start
    while count > 0:
        day += datetime.timedelta(days=1)
        if is_working_day(day, holidays):
            count -= 1
    return day
