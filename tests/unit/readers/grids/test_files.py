"""A file is what its bytes say, whatever its name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reassign.readers.grids import files
from reassign.readers.grids.files import kind_of, read_file
from reassign.readers.grids.sources import Source

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: bytes) -> bytes:
    """An archive; two underscores in a name stand for a slash, one before ``xml`` for a point."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return target.getvalue()


OPEN = b"application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(zipped(xl__workbook_DOT_xml=b""), "xlsx", id="xlsx"),
        pytest.param(zipped(XL__workbook_DOT_xml=b""), "xlsx", id="xlsx in capitals"),
        pytest.param(zipped(xl__workbook_DOT_bin=b""), "xlsb", id="xlsb"),
        pytest.param(zipped(xl__other_DOT_bin=b""), "xlsx", id="xlsx with a binary part"),
        pytest.param(zipped(word__document_DOT_xml=b""), "docx", id="docx"),
        pytest.param(zipped(ppt__a_DOT_xml=b""), "pptx", id="pptx"),
        pytest.param(zipped(a=b""), "zip", id="zip"),
        pytest.param(zipped(mimetype=OPEN + b"spreadsheet"), "ods", id="ods"),
        pytest.param(zipped(mimetype=OPEN + b"spreadsheet-template\n"), "ods", id="ods template"),
        pytest.param(zipped(mimetype=OPEN + b"text"), "odt", id="odt"),
        pytest.param(zipped(mimetype=OPEN + b"presentation"), "odp", id="odp"),
        pytest.param(zipped(mimetype=OPEN + b"graphics"), "graphics", id="another open document"),
        pytest.param(zipped(mimetype=b"application/epub+zip"), "zip", id="another zip with a type"),
        pytest.param(zipped(mimetype=OPEN + b"text" + b" " * 200), "zip", id="a type too long"),
        pytest.param(
            zipped(**{"mimetype": OPEN + b"spreadsheet", "META-INF__manifest_DOT_xml": b"<x encryption-data/>"}),
            "password",
            id="ods with a password",
        ),
        pytest.param(
            zipped(**{"mimetype": OPEN + b"spreadsheet", "META-INF__manifest_DOT_xml": b"<x/>"}), "ods", id="ods whole"
        ),
        pytest.param(b"PK\x03\x04torn", "damaged zip", id="torn zip"),
        pytest.param(CONTAINER + "Workbook".encode("utf-16-le"), "xls", id="xls"),
        pytest.param(CONTAINER + "WordDocument".encode("utf-16-le"), "doc", id="doc"),
        pytest.param(CONTAINER + "PowerPoint Document".encode("utf-16-le"), "ppt", id="ppt"),
        pytest.param(CONTAINER + "EncryptedPackage".encode("utf-16-le"), "password", id="password"),
        pytest.param(CONTAINER, "xls", id="an empty container"),
        *(
            pytest.param(bytes(start) + end + b"\0\0", "xls", id=f"bare xls {start!r} {end!r}")
            for start in (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
            for end in (b"\x08\x00", b"\x06\x00", b"\x04\x00", b"\x10\x00")
        ),
        pytest.param(b"\x09\x08\x09\x00", "csv", id="a tab and something"),
        pytest.param(b"%PDF-1.7", "pdf", id="pdf"),
        pytest.param(b"\x89PNG\r\n", "png", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "jpeg", id="jpeg"),
        pytest.param(b"{\\rtf1", "rtf", id="rtf"),
        pytest.param(b"\x1f\x8b\x08", "gzip", id="gzip"),
        pytest.param(b"7z\xbc\xaf\x27", "7z", id="7z"),
        pytest.param(b"Rar!\x1a", "rar", id="rar"),
        pytest.param(b"SQLite format 3\0", "sqlite", id="sqlite"),
        pytest.param(b"\xef\xbb\xbf \r\n<!DOCTYPE html>", "html", id="html"),
        pytest.param(b"<HTML>", "html", id="html without a type"),
        pytest.param(b"<table><tr>", "html", id="a table of a page"),
        pytest.param(b"<?xml version='1.0'?>", "xml", id="xml"),
        pytest.param(b"id,name\n", "csv", id="text"),
    ],
)
def test_the_kind_is_told_by_the_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


XLSX = zipped(xl__workbook_DOT_xml=b"")
ANY = frozenset({"xlsx", "xls", "ods", "csv"})
BOOKS = frozenset({"xlsx"})
DOCUMENT = frozenset({"xlsx", "json"})


@pytest.mark.parametrize(
    ("name", "data", "kinds", "kind", "told"),
    [
        pytest.param("a.xlsx", XLSX, ANY, "xlsx", None, id="as promised"),
        pytest.param("a.XLSM", XLSX, ANY, "xlsx", None, id="with macros, in capitals"),
        pytest.param("a", XLSX, ANY, "xlsx", None, id="no ending"),
        pytest.param("a.dat", b"id\n", ANY, "csv", None, id="an ending that promises nothing"),
        pytest.param("a.txt", b"id\n", ANY, "csv", None, id="text"),
        pytest.param("a.tsv", b"id\n", ANY, "csv", None, id="tabs"),
        pytest.param("a.csv", XLSX, ANY, "", ("R005", ".csv", {"kind": "xlsx"}), id="a workbook called text"),
        pytest.param("a.xls", XLSX, ANY, "", ("R005", ".xls", {"kind": "xlsx"}), id="a workbook called older"),
        pytest.param("a.xlsx", b"id\n", BOOKS, "", ("R005", ".xlsx", {"kind": "csv"}), id="text called a workbook"),
        pytest.param("a.csv", b"id\n", BOOKS, "", ("R006", ".csv", {"kind": "csv"}), id="text where none is wanted"),
        pytest.param("a", b"%PDF", ANY, "", ("R006", "–", {"kind": "pdf"}), id="a document without an ending"),
        pytest.param("a.json", b"{}", DOCUMENT, "json", None, id="json"),
        pytest.param("a.json", b"{}", BOOKS, "", ("R006", ".json", {"kind": "csv"}), id="json where none is wanted"),
        pytest.param("a.json", XLSX, DOCUMENT, "", ("R005", ".json", {"kind": "xlsx"}), id="a workbook called json"),
        pytest.param("a.xlsx", b"PK\x03\x04", ANY, "", ("R009", "a.xlsx", {}), id="torn"),
        pytest.param("d/~$a.xlsx", XLSX, ANY, "", ("R007", "d/~$a.xlsx", {}), id="a lock file"),
        pytest.param("a.csv", b"", ANY, "", ("R004", "a.csv", {}), id="empty"),
    ],
)
def test_a_file_is_read_if_its_kind_is_wanted_and_promised(
    tmp_path: Path, name: str, data: bytes, kinds: frozenset[str], kind: str, told: object
) -> None:
    path = tmp_path / Path(name).name
    path.write_bytes(data)
    file, findings = read_file(Source(path, name), kinds)
    assert (file.kind if file is not None else "") == kind
    assert [(each.code, each.value, dict(each.parameters)) for each in findings] == ([] if told is None else [told])
    if file is not None:
        assert (file.data, len(file.sha256)) == (data, 64)


def test_what_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n" * 1_048_576)
    monkeypatch.setattr(files, "LARGEST_FILE", 3 * 1_048_576)
    assert read_file(Source(tmp_path / "a.csv", "a.csv"))[0] is not None
    monkeypatch.setattr(files, "LARGEST_FILE", 3 * 1_048_576 - 1)
    file, (finding,) = read_file(Source(tmp_path / "a.csv", "a.csv"))
    assert (file, finding.code, dict(finding.parameters)) == (None, "R080", {"limit": 2})


def test_a_missing_file_in_a_missing_folder_has_no_neighbours(tmp_path: Path) -> None:
    _, (finding,) = read_file(Source(tmp_path / "none" / "a.csv", "none/a.csv"))
    assert (finding.code, finding.suggestions) == ("R001", ())


def test_neighbours_are_files_that_could_be_meant(tmp_path: Path) -> None:
    for name in ("members.csv", "members.pdf", "member.xlsx", "lists.csv"):
        (tmp_path / name).write_bytes(b"x")
    _, (finding,) = read_file(Source(tmp_path / "membres.csv", "membres.csv"))
    assert finding.suggestions == ("members.csv", "member.xlsx")
