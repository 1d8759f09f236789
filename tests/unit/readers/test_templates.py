from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reassign.domain.errors import InputError, UsageError
from reassign.domain.letters import LetterKind
from reassign.readers.grids.sources import Source
from reassign.readers.key_file import read_key
from reassign.readers.returned import read_package, read_text
from reassign.readers.templates import find_templates, read_template


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


def found(folder: Path, *named: str, kinds: tuple[LetterKind, ...] = ()) -> dict[str, str]:
    return {kind.value: each.name for kind, each in find_templates(folder, named, kinds).items()}


def refusal(folder: Path, *named: str, kinds: tuple[LetterKind, ...] = ()) -> tuple[str, dict[str, object]]:
    with pytest.raises(UsageError) as caught:
        find_templates(folder, named, kinds)
    return caught.value.key, dict(caught.value.parameters)


EVERY = "appendix, decision, notice, list, summary, contact, review, deadlines"


def test_a_template_is_for_the_kind_that_it_is_called_after_or_for_the_only_one(tmp_path: Path) -> None:
    assert found(tmp_path, "x/Decision.docx", "notice.docx") == {"decision": "x/Decision.docx", "notice": "notice.docx"}
    assert found(tmp_path, "mau.docx", kinds=(LetterKind.LIST, LetterKind.MERGE)) == {"list": "mau.docx"}
    assert refusal(tmp_path, "mau.docx") == ("template-kind", {"file": "mau.docx", "known": EVERY})
    assert refusal(tmp_path, "mau.docx", kinds=(LetterKind.LIST, LetterKind.NOTICE))[0] == "template-kind"
    # Letter data are made without a template.
    assert refusal(tmp_path, "merge.docx")[0] == "template-kind"


def test_a_folder_gives_the_documents_that_are_called_after_kinds(tmp_path: Path) -> None:
    for name in ("notice.docx", "Decision.docx", "~$notice.docx", "readme.docx", "list.txt"):
        (tmp_path / name).write_bytes(b"")
    assert found(tmp_path, ".") == {"decision": "./Decision.docx", "notice": "./notice.docx"}


def test_a_document_of_a_folder_that_is_nearly_called_after_a_kind_is_told(tmp_path: Path) -> None:
    for name in ("notice.docx", "decisoin.docx"):
        (tmp_path / name).write_bytes(b"")
    assert refusal(tmp_path, ".") == ("template-name", {"file": "./decisoin.docx", "known": "decision.docx"})


def test_a_folder_without_any_kind_names_them_all_and_an_empty_one_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        find_templates(tmp_path, ["empty"], [])
    assert [(each.code, each.address.file) for each in caught.value.findings] == [("R001", "empty/decision.docx")]
    with pytest.raises(InputError) as caught:
        find_templates(tmp_path, ["empty"], [LetterKind.MERGE, LetterKind.LIST])
    assert caught.value.findings[0].address.file == "empty/list.docx"
    (tmp_path / "xyz.docx").write_bytes(b"")
    known = ", ".join(f"{kind}.docx" for kind in EVERY.split(", "))
    assert refusal(tmp_path, ".") == ("template-name", {"file": "./xyz.docx", "known": known})


def codes(read: Callable[[Source], object], source: Source) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        read(source)
    return [(each.code, each.address.file) for each in caught.value.findings]


def test_a_text_comes_back_in_utf_8_or_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("mã".encode("utf-8-sig"))
    assert read_text(Source(path, "x/a.csv")) == "mã"
    path.write_bytes(b"L\xea")
    assert codes(read_text, Source(path, "x/a.csv")) == [("R076", "x/a.csv")]
    assert codes(read_text, Source(tmp_path, "x")) == [("R003", "x")]
    assert codes(read_text, Source(tmp_path / "none", "none")) == [("R001", "none")]


def test_a_package_comes_back_whole_or_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(package())
    source = Source(path, "a.docx")
    assert read_package(source, "docx") == package()
    assert codes(lambda each: read_package(each, "xlsx"), source) == [("R006", "a.docx")]
    path.write_bytes(package(**{"../x.xml": b"x"}))
    assert codes(lambda each: read_package(each, "docx"), source) == [("R082", "a.docx")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="torn"),
        pytest.param("[]", id="a list"),
        pytest.param('{"kind": "other", "texts": {}}', id="of another kind"),
        pytest.param('{"kind": "reassign-key"}', id="without texts"),
        pytest.param('{"kind": "reassign-key", "texts": ["a"]}', id="texts in a list"),
        pytest.param('{"kind": "reassign-key", "texts": {"a": "b", "c": 1}}', id="a text that is a number"),
        pytest.param("[" * 100_000, id="too deep"),
    ],
)
def test_what_is_no_key_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "key").write_text(text, encoding="utf-8")
    assert codes(read_key, Source(tmp_path / "key", "my/key")) == [("R166", "my/key")]


def test_a_key_tells_what_each_word_stands_for(tmp_path: Path) -> None:
    (tmp_path / "key").write_text('{"kind": "reassign-key", "texts": {"M-a": "m1", "": ""}}', encoding="utf-8")
    assert read_key(Source(tmp_path / "key", "key")) == {"M-a": "m1", "": ""}
    assert codes(read_key, Source(tmp_path / "none", "none")) == [("R001", "none")]
    assert codes(read_key, Source(tmp_path, "folder")) == [("R166", "folder")]
