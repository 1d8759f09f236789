"""Names and ids in the place of pseudonyms, in a file of any kind that text comes back in."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reassign.domain.guard import guard, unguard
from reassign.writers.package import packed

PACKAGES: tuple[str, ...] = (".xlsx", ".docx")
"""Endings of zipped documents."""

KINDS: tuple[str, ...] = (*PACKAGES, ".json", ".csv", ".html", ".txt", ".md")
"""Endings of files that names can be put back into."""

_PSEUDONYM = re.compile(r"(?<![\w-])[A-Z]-[a-z]{5}-[a-z]{5}(?![\w-])")


_TEXTS = re.compile(r"xl/(?:sharedStrings|comments[0-9]*|charts/chart[0-9]+)\.xml|word/[a-z]+[0-9]*\.xml")
"""Parts of a document that hold what people read."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """A file with real texts.

    Attributes:
        content: Its bytes.
        count: Pseudonyms that were replaced.
        unknown: Pseudonyms that the key does not know.
    """

    content: bytes
    count: int
    unknown: int


def put_back(text: str, kind: str, texts: Mapping[str, str]) -> PutBack:
    """Replace every pseudonym that the key knows, written so that the file stays what it is.

    Args:
        text: The file.
        kind: Its ending, one of ``KINDS``.
        texts: What every pseudonym stands for.
    """
    known: Callable[[str], str] = {
        ".json": lambda found: json.dumps(found, ensure_ascii=False)[1:-1],
        ".html": html.escape,
    }.get(kind, str)
    found = _PSEUDONYM.findall(text)
    count = sum(each in texts for each in found)
    if kind == ".csv":
        replaced = _csv(text, texts)
    else:
        replaced = _PSEUDONYM.sub(lambda match: known(texts[match[0]]) if match[0] in texts else match[0], text)
    return PutBack(replaced.encode(), count, len(found) - count)


def put_back_in_package(document: bytes, texts: Mapping[str, str]) -> PutBack:
    """The same for a workbook or a Word document: in its texts, not in names of sheets or in formulas."""
    parts = []
    count = unknown = 0
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for part in package.infolist():
            content = package.read(part)
            if _TEXTS.fullmatch(part.filename):
                # What XML has no sign for is no text of a roster, so escaping is enough.
                done = put_back(content.decode("utf-8", "replace"), ".html", texts)
                content, count, unknown = done.content, count + done.count, unknown + done.unknown
            parts.append((part.filename, content))
    return PutBack(packed(parts), count, unknown)


def _csv(text: str, texts: Mapping[str, str]) -> str:
    """Cell by cell, so that commas and quotes of a name stay within its cell; formulas are guarded."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    for row in csv.reader(io.StringIO(text, newline="")):
        cells = (_PSEUDONYM.sub(lambda match: texts.get(match[0], match[0]), unguard(cell)) for cell in row)
        writer.writerow([guard(cell) for cell in cells])
    return stream.getvalue()
