from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from reassign.readers.grids.encodings import decode_as, likely_encoding, looks_like_utf_16, sample_line
from reassign.readers.grids.read_grids import read_grids
from reassign.readers.grids.sources import Source

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
LETTERS = "".join(SMALL)

# The tables once more, in the order of LETTERS, as the fonts show them: an independent list to hold ours against.
TCVN3 = "aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËeÌÎÏÐÑªÒÓÔÕÖi×ØÜÝÞoßáâãä«åæçèé¬êëìíîuïñòóô\u00adõö÷øùyúûüýþ®"
VNI = (
    "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò "
    "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ"
)
ROSTER = "id,name,unit\nm1,Nguyễn Thị Ánh,Tân Định\nm2,Lê Hữu Phước,Đa Kao\n"


def written_in(encoding: str, text: str) -> bytes:
    """Bytes as a program of the time would have written them."""
    if encoding == "utf-16":
        return text.encode("utf-16-le")
    if encoding == "cp1258":
        return b"".join(_windows(letter) for letter in text)
    table = dict(zip(SMALL, TCVN3 if encoding == "tcvn3" else VNI.split(), strict=True))
    capitals = {letter.upper(): code.upper() if encoding == "vni" else code for letter, code in table.items()}
    if encoding == "tcvn3":
        capitals |= dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
        capitals |= {letter.upper(): letter.upper() for letter in SMALL if letter.isascii()}
    return "".join({**capitals, **table}.get(letter, letter) for letter in text).encode("latin-1")


def _windows(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(part for part in parts if part in TONES[1:])
        return unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        pytest.param("utf-16", LETTERS + LETTERS.upper(), id="UTF-16"),
        pytest.param("cp1258", LETTERS + LETTERS.upper(), id="Windows-1258"),
        pytest.param("vni", LETTERS + LETTERS.upper(), id="VNI"),
        pytest.param("tcvn3", f"{LETTERS} ĂÂÊÔƠƯĐ", id="TCVN3"),
        pytest.param("tcvn3", " ".join(f"XY{letter.upper()}" for letter in SMALL), id="TCVN3, words in capitals"),
    ],
)
def test_every_letter_comes_back(encoding: str, text: str) -> None:
    assert decode_as(written_in(encoding, text), encoding) == text


def test_a_mark_of_the_other_case_belongs_to_its_vowel() -> None:
    assert decode_as("AÙnh Aùnh NGUYEãN".encode("latin-1"), "vni") == "Ánh Ánh NGUYỄN"


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        pytest.param("tcvn3", b"L\xff", id="a byte without a letter in TCVN3"),
        pytest.param("vni", b"L\xf9", id="a mark without a vowel in VNI"),
        pytest.param("cp1258", b"L\xd2\x8a", id="a byte without a letter in Windows-1258"),
        pytest.param("utf-16", b"L\x00\x01", id="half a letter in UTF-16"),
        pytest.param("utf-8", b"L\xea", id="a byte without a letter in UTF-8"),
    ],
)
def test_no_byte_is_guessed_or_dropped(encoding: str, data: bytes) -> None:
    assert decode_as(data, encoding) is None


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "tcvn3", "vni"])
def test_the_likely_encoding_is_told_with_a_line_and_not_taken(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(written_in(encoding, ROSTER.replace("Ánh", "An")))

    sheets = read_grids(Source(tmp_path / "a.csv", "a.csv"))

    (finding,) = sheets.findings
    assert sheets.grids == ()
    assert (finding.code, finding.parameters["flag"], finding.address.row) == ("R070", encoding, 2)
    assert finding.value == "m1,Nguyễn Thị An,Tân Định"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "tcvn3", "vni"])
def test_a_text_is_read_in_the_encoding_that_was_asked_for(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(written_in(encoding, ROSTER.replace("Ánh", "An")))

    (grid,) = read_grids(Source(tmp_path / "a.csv", "a.csv", encoding=encoding)).grids

    assert list(grid.rows[1]) == ["m1", "Nguyễn Thị An", "Tân Định"]


@pytest.mark.parametrize("asked", ["utf-16", "cp1258", "tcvn3", "vni"])
@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "tcvn3", "vni"])
def test_a_wrong_encoding_spoils_no_names(tmp_path: Path, encoding: str, asked: str) -> None:
    (tmp_path / "a.csv").write_bytes(written_in(encoding, ROSTER))

    sheets = read_grids(Source(tmp_path / "a.csv", "a.csv", encoding=asked))

    told = [(finding.code, finding.parameters["flag"]) for finding in sheets.findings]
    assert told == ([] if asked == encoding else [("R070", encoding)])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ROSTER.encode(), id="UTF-8"),
        pytest.param(ROSTER.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(ROSTER.encode("utf-16"), id="UTF-16 with a mark"),
    ],
)
def test_a_text_that_is_certain_is_read_as_what_it_is(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(data)

    (grid,) = read_grids(Source(tmp_path / "a.csv", "a.csv", encoding="vni")).grids

    assert list(grid.rows[1]) == ["m1", "Nguyễn Thị Ánh", "Tân Định"]


@pytest.mark.parametrize(
    ("data", "asked", "told"),
    [
        pytest.param("é café Müller ß".encode("cp1252"), "", ("R076", 1, "UTF-8"), id="no Vietnamese"),
        pytest.param(b"a\nL\xea\n", "utf-8", ("R076", 2, "UTF-8"), id="UTF-8 was asked for"),
        pytest.param(b"\xef\xbb\xbfL\xea", "vni", ("R076", 1, "UTF-8"), id="the mark of another encoding"),
        pytest.param(b"\xff\xfea\x00b", "", ("R076", 0, "UTF-16"), id="half a letter after a mark"),
    ],
)
def test_what_no_encoding_explains_is_told(tmp_path: Path, data: bytes, asked: str, told: tuple[str, int, str]) -> None:
    (tmp_path / "a.csv").write_bytes(data)

    (finding,) = read_grids(Source(tmp_path / "a.csv", "a.csv", encoding=asked)).findings

    assert (finding.code, finding.address.row, finding.parameters["encoding"]) == told


def test_a_sign_within_a_word_speaks_against_an_encoding() -> None:
    assert likely_encoding("b1,Chi bé 1,T©n §Þnh,Khu phè 1".encode("latin-1")) == "tcvn3"


def test_the_order_of_the_bytes_is_told_by_the_zeros() -> None:
    text = ROSTER * 20
    assert decode_as(text.encode("utf-16-be"), "utf-16") == text
    assert decode_as(text.encode("utf-16-le"), "utf-16") == text


@pytest.mark.parametrize(
    ("data", "is_it"),
    [
        pytest.param(b"", False, id="nothing"),
        pytest.param(b"a\0b\0", True, id="every second"),
        pytest.param(b"abc\0\0", True, id="two of five"),
        pytest.param(b"ab\0", True, id="one of three"),
        pytest.param(b"abc\0", False, id="one of four"),
        pytest.param(b"a" * 400 + b"\0" * 400, False, id="further on"),
    ],
)
def test_bytes_full_of_zeros_look_like_utf_16(data: bytes, *, is_it: bool) -> None:
    assert looks_like_utf_16(data) is is_it


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("id\nÁnh\nBình", (2, "Ánh"), id="the first that shows it"),
        pytest.param("id\nAn", (1, "id"), id="none shows it"),
        pytest.param("é" * 80, (1, "é" * 80), id="as long as may be"),
        pytest.param("é" * 81, (1, "é" * 79 + "…"), id="longer"),
    ],
)
def test_a_line_shows_whether_a_text_is_right(text: str, shown: tuple[int, str]) -> None:
    assert sample_line(text) == shown


def test_quotation_marks_and_dashes_of_word_processors_are_read() -> None:
    signs = "“”‘’–—…\u00a0•"
    for encoding in ("tcvn3", "vni"):
        data = "".join(f"a{sign}" for sign in signs).encode("cp1252")
        assert decode_as(data, encoding) == "".join(f"a{sign}" for sign in signs)
        assert decode_as(b"a\x98", encoding) is None


def test_only_whole_lines_of_a_long_file_are_looked_at() -> None:
    line = written_in("vni", "Nguyễn Thị Ánh,Tân Định\n")
    many = line * (200_000 // len(line) + 50)
    assert likely_encoding(many) == "vni"
    assert likely_encoding(b"a,b\n" * 50_001 + line * 100) == ""


def test_one_in_two_words_is_not_enough() -> None:
    good, bad = written_in("vni", "Nguyễn "), "Xñzw ".encode("latin-1")
    assert likely_encoding((good * 3 + bad * 2) * 20) == "vni"
    assert likely_encoding((good + bad) * 20) == ""
