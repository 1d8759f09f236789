"""Rosters and small tables as csv: UTF-8, line feeds, canonical keys."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from reassign.samples.case import Row, SmallTable


def roster_csv(keys: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A roster with exactly these columns."""
    return _csv(keys, ([row.get(key, "") for key in keys] for row in rows))


def small_csv(table: SmallTable) -> bytes:
    """A small table."""
    return _csv(table.header, table.rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
