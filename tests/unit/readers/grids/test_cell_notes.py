"""Notes on cells, from whatever program and under whatever names of parts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reassign.readers.grids.cell_notes import cell_notes
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source

BOOK = '<workbook><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>'
SHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
NOTE = (
    '<comments><commentList><comment ref="B7" authorId="0"><text><r><t>Hỏi </t></r><r><t>lại &amp; báo</t></r></text>'
)
THREAD = '<ThreadedComments><threadedComment ref="B7" id="1"><text>Hỏi ai?</text></threadedComment></ThreadedComments>'


def relations(*told: tuple[str, str]) -> str:
    tags = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(told, 1)
    )
    return f"<Relationships>{''.join(tags)}</Relationships>"


def book(parts: dict[str, str]) -> FileBytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", relations((SHEET, "worksheets/sheet1.xml")))
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
        for name, text in parts.items():
            archive.writestr(name, text)
    return FileBytes(Source(Path("plan.xlsx"), "plan.xlsx"), "xlsx", stream.getvalue(), "")


RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
ENDED = NOTE + "</comment></commentList></comments>"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        pytest.param({}, {}, id="none"),
        pytest.param(
            {RELATIONS: relations((NOTES, "../comments1.xml")), "xl/comments1.xml": ENDED},
            {(6, 1): "Hỏi lại & báo"},
            id="note",
        ),
        pytest.param(
            {RELATIONS: relations((NOTES, "/xl/comments/comment1.xml")), "xl/comments/comment1.xml": ENDED},
            {(6, 1): "Hỏi lại & báo"},
            id="another place",
        ),
        pytest.param(
            {
                RELATIONS: relations((THREADS, "../threadedComments/t.xml"), (NOTES, "../comments1.xml")),
                "xl/comments1.xml": ENDED,
                "xl/threadedComments/t.xml": THREAD,
            },
            {(6, 1): "Hỏi ai?"},
            id="thread",
        ),
        pytest.param({RELATIONS: relations((NOTES, "../comments1.xml"))}, {}, id="part missing"),
        pytest.param({RELATIONS: relations((NOTES, "../c.xml")), "xl/c.xml": NOTE}, {}, id="never closed"),
    ],
)
def test_notes_are_told_by_sheet_and_cell(parts: dict[str, str], told: dict[tuple[int, int], str]) -> None:
    assert cell_notes(book(parts)) == {"Plan": told}


def test_other_bytes_have_no_notes() -> None:
    assert cell_notes(FileBytes(Source(Path("plan.xlsx"), "plan.xlsx"), "xlsx", b"PK", "")) == {}
