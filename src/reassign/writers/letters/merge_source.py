"""Letter data: one row per member, for Word's own mail merge into pre-printed letters of introduction."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from reassign.domain.guard import guard
from reassign.domain.language import Language
from reassign.messages.letters import TABLE_HEADERS
from reassign.messages.text import Text
from reassign.messages.workbook import COLUMNS, TITLES

COLUMNS_IN_ORDER: Mapping[str, Text] = {
    "number": COLUMNS["number"],
    "name": COLUMNS["name"],
    "birth": COLUMNS["birth"],
    "sex": COLUMNS["sex"],
    "ethnicity": Text("Dân tộc", "Ethnicity"),
    "joined": COLUMNS["joined"],
    "official": COLUMNS["official"],
    "card_number": Text("Số thẻ đảng", "Card number"),
    "status": Text("Loại đảng viên", "Status"),
    "post": COLUMNS["post"],
    "organisation": Text("Đơn vị công tác", "Organisation"),
    "residence": COLUMNS["residence"],
    "from_branch": COLUMNS["from"],
    "to_branch": COLUMNS["to"],
    "unit": COLUMNS["unit"],
    "reasons": COLUMNS["reasons"],
    "tasks": COLUMNS["tasks"],
    "start": TABLE_HEADERS["start"],
    "present": TABLE_HEADERS["present"],
    "id": COLUMNS["id"],
}
"""Headings by placeholder; they are the names of the merge fields."""


def merge_csv(rows: Sequence[Mapping[str, object]], language: Language) -> bytes:
    """A csv that Word and Excel read as Unicode; texts that could be formulas are guarded."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([heading.say(language) for heading in COLUMNS_IN_ORDER.values()])
    writer.writerows([[guard(str(row[key])) for key in COLUMNS_IN_ORDER] for row in rows])
    return stream.getvalue().encode("utf-8-sig")


def merge_workbook(rows: Sequence[Mapping[str, object]], language: Language) -> bytes:
    """A workbook with one sheet and its headings in the first row, as mail merge wants it; every cell a text."""
    from reassign.writers.workbook.document import finished, open_document
    from reassign.writers.workbook.page import Page, make_styles

    stream = io.BytesIO()
    workbook = open_document(stream)
    styles = make_styles(workbook)
    page = Page(workbook.add_worksheet("Merge"), styles)
    for column, (key, heading) in enumerate(COLUMNS_IN_ORDER.items()):
        page.put(0, column, heading.say(language), styles.header)
        for number, row in enumerate(rows, start=1):
            page.put(number, column, str(row[key]), styles.plain)
        page.sheet.set_column(column, column, 8 if key == "number" else 20)
    page.sheet.freeze_panes(1, 0)
    page.print_landscape(0, TITLES["page"].say(language))
    return finished(workbook, stream)
