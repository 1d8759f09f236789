"""Every xlsx begins and ends alike: texts stay texts, and the bytes depend on the contents alone."""

from __future__ import annotations

import datetime
import io

from xlsxwriter.workbook import Workbook

from reassign.writers.package import repacked

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def open_document(stream: io.BytesIO, day: datetime.date | None = None) -> Workbook:
    """A workbook without an author in which no text becomes a formula, a link or a number.

    Args:
        stream: Where it is written when it is finished.
        day: Day of making; None where the document has no date of its own.
    """
    workbook = Workbook(stream, _OPTIONS)
    created = _CREATED if day is None else datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
    workbook.set_properties({"created": created, "author": ""})
    return workbook


def finished(workbook: Workbook, stream: io.BytesIO) -> bytes:
    """Close a workbook; its bytes are the same on every machine."""
    workbook.close()
    return repacked(stream.getvalue())
