"""Notes that people pin to the cells of a workbook, and the threads that newer programs keep instead."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from html import unescape

from reassign.domain.vietnamese import tidy
from reassign.readers.grids.archive import column_number, sheet_parts
from reassign.readers.grids.files import FileBytes

_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(r'(?<![\w:])(\w+)="([^"]*)"')
# What stands between the tags of a note or a thread is looked through for texts. A tag that is never closed ends at the
# next one, so that a file full of them costs no more than another.
_NOTE = re.compile(
    r"<(?:\w+:)?(?:comment|threadedComment)\s([^<>]*)>((?:(?!</?(?:\w+:)?(?:comment|threadedComment)[\s>]).)*)"
    r"</(?:\w+:)?(?:comment|threadedComment)>",
    re.DOTALL,
)
_TEXT = re.compile(r"<(?:\w+:)?(?:t|text)(?:\s[^<>]*)?>([^<]*)(?=<)")
_CELL = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


def cell_notes(file: FileBytes) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """Texts of the notes by sheet name and zero-based (row, column); empty for other files than xlsx.

    A thread of comments also leaves a note that explains what a thread is; its own words are taken.

    Args:
        file: A workbook that was found harmless to read.
    """
    if file.kind != "xlsx":
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            return {sheet: dict(_of_sheet(archive, part)) for sheet, part in sheet_parts(archive).items() if part}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, KeyError):
        return {}


def _of_sheet(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Notes first, then threads: the later one of a cell counts."""
    folder, _, name = part.rpartition("/")
    names = {each.lower(): each for each in archive.namelist()}
    relations = names.get(f"{folder}/_rels/{name}.rels".lower())
    if relations is None:
        return
    targets: dict[str, list[str]] = {"comments": [], "threadedcomment": []}
    for tag in _RELATION.findall(archive.read(relations).decode("utf-8", "replace")):
        told = dict(_ATTRIBUTE.findall(tag))
        kind = told.get("Type", "").rpartition("/")[2].lower()
        target = posixpath.normpath(posixpath.join("/" + folder, told.get("Target", ""))).lstrip("/")
        if kind in targets and target.lower() in names:
            targets[kind].append(names[target.lower()])
    for place in (*targets["comments"], *targets["threadedcomment"]):
        for attributes, inner in _NOTE.findall(archive.read(place).decode("utf-8", "replace")):
            cell = _CELL.fullmatch(dict(_ATTRIBUTE.findall(attributes)).get("ref", "").encode())
            text = tidy(unescape("".join(_TEXT.findall(inner))))
            if cell is not None and text:
                yield (int(cell.group(2)) - 1, column_number(cell.group(1)) - 1), text
