"""Two wards in which something of everything happens. Nobody in them exists."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import openpyxl

from reassign.cli.main import run

WARD = Path(__file__).with_name("ward")


def begin(folder: Path) -> None:
    """Copy the case."""
    for path in WARD.iterdir():
        shutil.copy(path, folder)


def plan(folder: Path, *outputs: str) -> None:
    """Make the first plan."""
    begin(folder)
    assert run(["plan", "-q", *(word for name in outputs for word in ("-o", name))], {}, folder) == 0


def _forget_when(path: Path) -> None:
    """Take out of a workbook at what time it was saved, so that its digest is always the same."""
    with zipfile.ZipFile(path) as book:
        parts = [(name, book.read(name)) for name in book.namelist() if name != "docProps/core.xml"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts:
            book.writestr(zipfile.ZipInfo(name), content)


def replan(folder: Path, *outputs: str) -> None:
    """Edit a cell of the first plan, leave a comment, and make the second with events and the price of moves."""
    plan(folder, "plan.xlsx")
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[6]}
    for row in sheet.iter_rows(min_row=7):
        if row[headings["Mã"] - 1].value == "m02":
            row[headings["Chi bộ đến"] - 1].value = "Chi bộ Khu phố 3"
            row[headings["Ý kiến"] - 1].value = "đã trao đổi"
    book.save(folder / "plan.xlsx")
    _forget_when(folder / "plan.xlsx")
    words = ["replan", "plan.xlsx", "-q", "--curve", "--events", "events.csv", "--as-of", "2024-07-01"]
    assert run([*words, *(word for name in outputs for word in ("-o", name))], {}, folder) == 0
