"""Files that are not what they should be."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.golden.catalogue.entry import CHECK_BOOK, PLAN, PLAN_BOOK, Entry, Prepare
from tests.golden.finding_cases import CASES as FINDINGS
from tests.golden.finding_cases import MEMBERS, book, content, policy, sheets, table

ROWS = table(MEMBERS)
BOOK = book({"Danh sách": ROWS})


def shown(code: str) -> Prepare:
    """How the golden file of a finding makes it."""
    return next(case.prepare for case in FINDINGS if case.code == code)


def with_sheets(visible: Sequence[str], hidden: Sequence[str] = (), *, has_chart: bool = False) -> Prepare:
    """``members.xlsx`` with the list on every sheet; the first visible sheet is empty where a hidden one has it."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        for name in (*visible, *hidden):
            page = made.add_worksheet(name)
            for row, cells in enumerate(ROWS if name in hidden or not hidden else ()):
                page.write_row(row, 0, cells)
            if name in hidden:
                page.hide()
        if has_chart:
            chart = made.add_chart({"type": "bar"})
            chart.add_series({"values": f"={visible[0]}!$A$1:$A$2"})
            made.add_chartsheet("Biểu đồ").set_chart(chart)
    return content("members.xlsx", stream.getvalue())


def refused(patch: pytest.MonkeyPatch, _: Path) -> None:
    """The system lets nobody read the members."""
    read = Path.read_bytes

    def deny(path: Path) -> bytes:
        if path.name == "members.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    patch.setattr(Path, "read_bytes", deny)


def changed(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Somebody saves the members while they are read; what is in the file is the same again afterwards."""
    read = Path.read_bytes

    def save(path: Path) -> bytes:
        data = read(path)
        if path == folder / "members.csv":
            status = path.stat()
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))
        return data

    patch.setattr(Path, "read_bytes", save)


NAME = "Files"
ITEMS = (
    *("missing", "directory", "unreadable", "empty", "truncated", "other type under the extension", "password"),
    *("unsupported kind", "lock file", "bomb", "trailing garbage", "several candidate sheets", "hidden sheet"),
    *("chart sheet", "same file twice", "changed while reading"),
)
ENTRIES = [
    pytest.param(Entry("missing", shown("R001"), 3, ["R001 members.csv"]), id="missing"),
    pytest.param(
        Entry("directory", shown("R105"), 3, ["R105 lists"], (*PLAN, "--members", "lists")), id="empty folder"
    ),
    pytest.param(
        Entry("directory", shown("R002"), 3, ["R002 pins"], (*PLAN, "--pins", "pins")), id="a folder for a file"
    ),
    pytest.param(Entry("unreadable", policy(), 3, ["R003 members.csv"], around=refused), id="unreadable"),
    pytest.param(Entry("empty", shown("R004"), 3, ["R004 members.csv"]), id="empty"),
    pytest.param(
        Entry("truncated", content("members.xlsx", BOOK[:3000]), 3, ["R009 members.xlsx"], PLAN_BOOK), id="truncated"
    ),
    pytest.param(
        Entry("other type under the extension", shown("R005"), 3, ["R005 members.xlsx"], PLAN_BOOK), id="text as xlsx"
    ),
    pytest.param(
        Entry("other type under the extension", content("members.csv", BOOK), 3, ["R005 members.csv"]), id="xlsx as csv"
    ),
    pytest.param(Entry("password", shown("R008"), 3, ["R008 members.xlsx"], PLAN_BOOK), id="password"),
    pytest.param(
        Entry("unsupported kind", shown("R006"), 3, ["R006 members.pdf"], (*PLAN, "--members", "members.pdf")), id="pdf"
    ),
    pytest.param(
        Entry("lock file", shown("R007"), 3, ["R007 ~$members.xlsx"], (*PLAN, "--members", "~$members.xlsx")),
        id="lock file",
    ),
    pytest.param(Entry("bomb", shown("R080"), 3, ["R080 members.xlsx"], PLAN_BOOK), id="bomb"),
    pytest.param(Entry("bomb", shown("R081"), 3, ["R081 members.xlsx"], PLAN_BOOK), id="entities"),
    pytest.param(Entry("bomb", shown("R082"), 3, ["R082 members.xlsx"], PLAN_BOOK), id="a part outside"),
    pytest.param(Entry("bomb", shown("R083"), 3, ["R083 members.xlsx"], PLAN_BOOK), id="a far cell"),
    pytest.param(
        Entry("trailing garbage", content("members.xlsx", BOOK + b"garbage"), 0, ["R086 members.xlsx"], CHECK_BOOK),
        id="garbage behind",
    ),
    pytest.param(
        Entry("trailing garbage", content("members.xlsx", b"garbage" + BOOK), 3, ["R005 members.xlsx"], PLAN_BOOK),
        id="garbage before",
    ),
    pytest.param(
        Entry("several candidate sheets", sheets(A=ROWS, B=ROWS), 3, ["R024 members.xlsx"], PLAN_BOOK),
        id="several candidate sheets",
    ),
    pytest.param(
        Entry("hidden sheet", with_sheets(["A"], ["B"]), 3, ["R029 members.xlsx"], PLAN_BOOK), id="hidden sheet"
    ),
    pytest.param(
        Entry("chart sheet", with_sheets(["A"], has_chart=True), 0, [], CHECK_BOOK), id="chart sheet beside the list"
    ),
    pytest.param(
        Entry("same file twice", policy(), 3, ["R028 branches.csv"], (*PLAN, "--members", "branches.csv")),
        id="same file twice",
    ),
    pytest.param(
        Entry("changed while reading", policy(), 3, ["R085 members.csv"], around=changed), id="changed while reading"
    ),
]
