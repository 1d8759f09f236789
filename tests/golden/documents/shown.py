"""Documents as text in which a changed word, width or border is a changed line."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
import openpyxl
from openpyxl.cell.cell import Cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def shown(name: str, content: bytes) -> str:
    """The document as lines of text, by the ending of its name."""
    if name.endswith(".xlsx"):
        lines = _workbook(content)
    elif name.endswith(".docx"):
        lines = _word(content)
    elif name.endswith(".html"):
        lines = _page(content.decode())
    else:
        lines = iter(content.decode("utf-8-sig").splitlines())
    return "\n".join(lines) + "\n"


def _workbook(content: bytes) -> Iterator[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        yield f"# {sheet.title} ({sheet.sheet_state})"
        yield from _settings(sheet)
        last = ""
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell, Cell) and (cell.value is not None or cell.has_style):
                style = _style(cell)
                # What looks like the cell before it says so by saying nothing.
                yield f"{cell.coordinate}\t{_value(cell)}" + (f"\t{style}" if style != last else "")
                last = style
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for part in sorted(parts.namelist()):
            if part.startswith(("xl/charts/", "xl/drawings/", "xl/tables/", "docProps/")):
                yield f"{part}\t{_digest(parts.read(part))}"


def _value(cell: Cell) -> str:
    text = str(cell.value) if cell.value is not None else ""
    return text if len(text) < 400 else f"{text[:40]}… {_digest(text.encode())}"


def _settings(sheet: Worksheet) -> Iterator[str]:
    widths = {name: round(each.width, 2) for name, each in sheet.column_dimensions.items()}
    heights = {number: each.height for number, each in sheet.row_dimensions.items() if each.height}
    hidden = [name for name, each in sheet.column_dimensions.items() if each.hidden]
    page = sheet.page_setup
    yield f"widths {widths} hidden {hidden}"
    formats = {name: each.number_format for name, each in sheet.column_dimensions.items() if each.number_format}
    yield f"formats {formats}"
    yield f"heights {heights}"
    yield f"frozen {sheet.freeze_panes} merged {sorted(map(str, sheet.merged_cells.ranges))}"
    yield f"page {page.orientation} {page.paperSize} {page.fitToWidth} {page.fitToHeight} {sheet.print_title_rows}"
    yield f"filter {sheet.auto_filter.ref} zoom {sheet.sheet_view.zoomScale} grid {sheet.sheet_view.showGridLines}"
    yield f"breaks {[each.id for each in sheet.row_breaks.brk]} margins {_margins(sheet)}"
    yield f"area {sheet.print_area} footer {sheet.oddFooter.center.text} protected {sheet.protection.sheet}"
    for each in sheet.data_validations.dataValidation:
        yield f"choice {each.sqref} {each.type} {each.formula1} {each.errorTitle} {each.error} {each.errorStyle}"
    for where, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            yield f"format {where.sqref} {rule.type} {rule.operator} {rule.formula}"


def _margins(sheet: Worksheet) -> list[float]:
    sides = sheet.page_margins
    return [round(each, 3) for each in (sides.left, sides.right, sides.top, sides.bottom)]


def _style(cell: Cell) -> str:
    """Font, filling, borders and place, in short."""
    font, place, border = cell.font, cell.alignment, cell.border
    marks = "".join(mark for mark, is_set in (("b", font.b), ("i", font.i), ("w", place.wrap_text)) if is_set)
    sides = "".join((getattr(border, side).style or "-")[0] for side in ("left", "right", "top", "bottom"))
    fill = cell.fill.fgColor.rgb if cell.fill.fill_type else ""
    colour = font.color.rgb if font.color is not None and font.color.type == "rgb" else ""
    locked = "" if cell.protection.locked else " open"
    note = f" note {cell.comment.text!r}" if cell.comment is not None else ""
    where = f"{place.horizontal or ''}/{place.vertical or ''}"
    return f"{font.name} {font.sz} {marks} {colour} {where} {sides} {fill} {cell.number_format}{locked}{note}"


def _word(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for part in sorted(parts.namelist()):
            if part == "word/document.xml":
                # A line for each element is long; what is written and how it is set is enough.
                text = parts.read(part).decode()
                body = re.sub(r">\s*<", ">\n<", re.sub(r"\s(?:xmlns:\w+|mc:Ignorable|w:rsid\w*)=\"[^\"]*\"", "", text))
                yield from (line for line in body.splitlines() if "</w:" not in line or "<w:t" in line)
            else:
                yield f"{part}\t{_digest(parts.read(part))}"
    properties = docx.Document(io.BytesIO(content)).core_properties
    yield f"title {properties.title!r} author {properties.author!r} created {properties.created}"


def _page(text: str) -> Iterator[str]:
    def kept(found: re.Match[str]) -> str:
        return f"{found[1]}{_digest(found[2].encode())}{found[3]}"

    short = re.sub(r"(<style[^>]*>)(.*?)(</style>)", kept, text, flags=re.DOTALL)
    short = re.sub(r"(<script(?! type)[^>]*>)(.*?)(</script>)", kept, short, flags=re.DOTALL)
    return iter(line for line in re.sub(r">\s*<", ">\n<", short).splitlines() if line.strip())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
