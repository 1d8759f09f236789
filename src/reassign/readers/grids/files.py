"""Which kind of file this is, by what is in it and not by its name."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.sources import Source

LARGEST_FILE = 200 * 1024 * 1024
"""Larger files are refused unread [bytes]."""

EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    ".xlsx": ("xlsx",),
    ".xlsm": ("xlsx",),
    ".xls": ("xls",),
    ".ods": ("ods",),
    ".csv": ("csv",),
    ".tsv": ("csv",),
    ".txt": ("csv",),
    ".json": ("json",),
}
"""Which kinds an extension promises."""

READABLE = frozenset({"xlsx", "xls", "ods", "csv"})

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"SQLite format 3", "sqlite"),
)


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file read once, so that what is parsed is what was hashed.

    Attributes:
        source: Where it came from.
        kind: ``xlsx``, ``xls``, ``ods``, ``csv`` or ``json``.
        data: Its bytes.
        sha256: Hexadecimal digest of the bytes.
    """

    source: Source
    kind: str
    data: bytes
    sha256: str


def read_file(source: Source, kinds: frozenset[str] = READABLE) -> tuple[FileBytes | None, tuple[Finding, ...]]:
    """Read a whole file and tell its kind.

    Args:
        source: The file.
        kinds: Kinds that are wanted; any other is refused by its real name.

    Returns:
        The file, or None with the finding that says why not.
    """
    data, finding = _bytes(source)
    if data is None:
        return None, (finding,) if finding else ()
    kind = kind_of(data)
    extension = PurePath(source.name).suffix.lower()
    promised = EXTENSIONS.get(extension, ())
    if kind == "damaged zip":
        return None, (_refusal("R009", source),)
    if kind == "password":
        return None, (_refusal("R008", source),)
    if kind == "csv" and kind not in kinds and not kinds.isdisjoint(promised) and "json" not in promised:
        # "csv is not read, use csv" would help nobody who has named a workbook that is a text.
        return None, (_refusal("R005", source, extension, kind=kind),)
    if kind not in kinds and not (kind == "csv" and "json" in kinds and "json" in promised):
        return None, (_refusal("R006", source, extension or "–", kind=kind),)
    if promised and kind not in promised and not (kind == "csv" and "json" in promised):
        return None, (_refusal("R005", source, extension, kind=kind),)
    if "json" in promised:
        kind = "json"
    return FileBytes(source, kind, data, hashlib.sha256(data).hexdigest()), ()


def kind_of(data: bytes) -> str:
    """The kind of a file by its bytes; text of any sort is ``csv``."""
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(_CONTAINER):
        return _container_kind(data)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:2] in _BARE_BIFF and data[2:4] in (b"\x08\x00", b"\x06\x00", b"\x04\x00", b"\x10\x00"):
        return "xls"
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return "html"
    if start.startswith(b"<?xml"):
        return "xml"
    return "csv"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                mimetype = archive.read("mimetype").decode("ascii", "replace").strip()
                if mimetype.startswith("application/vnd.oasis.opendocument."):
                    return _document_kind(archive, mimetype.rpartition(".")[2])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "damaged zip"
    if any(name.endswith(".bin") and "workbook" in name.lower() for name in names):
        return "xlsb"
    for folder, kind in (("xl/", "xlsx"), ("word/", "docx"), ("ppt/", "pptx")):
        if any(name.lower().startswith(folder) for name in names):
            return kind
    return "xlsx" if "[Content_Types].xml" in names else "zip"


def _document_kind(archive: zipfile.ZipFile, mimetype: str) -> str:
    if not mimetype.startswith("spreadsheet"):
        return {"text": "odt", "presentation": "odp"}.get(mimetype, mimetype)
    try:
        manifest = archive.getinfo("META-INF/manifest.xml")
        if manifest.file_size < 1_000_000 and b"encryption-data" in archive.read(manifest):
            return "password"
    except KeyError:
        pass
    return "ods"


def _container_kind(data: bytes) -> str:
    """Office files before 2007 share one container with protected files of later ones."""
    names = {
        "password": "EncryptedPackage",
        "xls": "Workbook",
        "doc": "WordDocument",
        "ppt": "PowerPoint Document",
    }
    for kind, name in names.items():
        if name.encode("utf-16-le") in data:
            return kind
    return "xls"


def _bytes(source: Source) -> tuple[bytes | None, Finding | None]:
    if PurePath(source.name).name.startswith("~$"):
        return None, _refusal("R007", source)
    try:
        status = source.path.stat()
        if stat.S_ISDIR(status.st_mode):
            return None, _refusal("R002", source)
        if not stat.S_ISREG(status.st_mode):
            return None, _refusal("R003", source)
        if status.st_size > LARGEST_FILE:
            return None, _refusal("R080", source, limit=LARGEST_FILE // (1024 * 1024))
        data = source.path.read_bytes()
        if _state(source.path.stat()) != _state(status):
            return None, _refusal("R085", source)
    except FileNotFoundError:
        return None, _refusal("R001", source, near=_neighbours(source))
    except (OSError, ValueError):
        return None, _refusal("R003", source)
    return (data, None) if data else (None, _refusal("R004", source))


def _state(status: os.stat_result) -> tuple[int, int, int]:
    """What changes when somebody saves a file."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def _neighbours(source: Source) -> tuple[str, ...]:
    import difflib

    try:
        names = sorted(path.name for path in source.path.parent.iterdir() if path.suffix.lower() in EXTENSIONS)
    except OSError:
        return ()
    return tuple(difflib.get_close_matches(source.path.name, names, n=3, cutoff=0.6))


def _refusal(
    code: str, source: Source, value: str = "", near: tuple[str, ...] = (), **parameters: str | int
) -> Finding:
    return Finding(code, Severity.ERROR, CellAddress(source.name), value or source.name, parameters, near)
