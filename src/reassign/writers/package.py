"""Zipped documents (docx, xlsx) whose bytes depend on their parts alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of parts in their order.

    Parts are stored, not deflated: compressed bytes differ between builds of zlib. Times and the system that
    made the file are fixed.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return stream.getvalue()


def repacked(document: bytes) -> bytes:
    """The same parts of a zipped document, packed again so that the bytes repeat on every machine."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return packed((part.filename, package.read(part)) for part in package.infolist())
