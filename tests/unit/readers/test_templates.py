from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reassign.domain.errors import InputError
from reassign.readers.grids.sources import Source
from reassign.readers.templates import read_template


def package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"word/document.xml": b"<a/>", **parts}.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(folder: Path, data: bytes) -> bytes:
    (folder / "mau.docx").write_bytes(data)
    return read_template(Source(folder / "mau.docx", "mau.docx"))


def test_a_word_document_is_read_whole(tmp_path: Path) -> None:
    assert read(tmp_path, package()) == package()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "R004", id="empty"),
        pytest.param(b"text", "R150", id="text"),
        pytest.param(b"PK\x03\x04", "R009", id="torn"),
        pytest.param(package(**{"../x.xml": b"x"}), "R082", id="slip"),
        pytest.param(package(**{"word/x.xml": b"<!DOCTYPE a>"}), "R081", id="doctype"),
        pytest.param(package(**{"word/x.xml": b"a" * 3_000_000}), "R080", id="bomb"),
    ],
)
def test_what_is_no_harmless_word_document_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, data)
    assert [finding.code for finding in caught.value.findings] == [code]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_template(Source(tmp_path / "gone.docx", "gone.docx"))
    assert [finding.code for finding in caught.value.findings] == ["R001"]
