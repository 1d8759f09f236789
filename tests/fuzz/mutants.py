"""Files that nobody would write: an honest one with a few places spoiled, told by their number alone."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

TOKENS = (
    *(
        b"",
        b"\x00",
        b'"',
        b"'",
        b";",
        b",",
        b"\t",
        b"\r",
        b"\n",
        b"\r\n",
        b"\x1a",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xff",
    ),
    *(
        b"=1+1",
        b"-1",
        b"0",
        b"1e999",
        b"NaN",
        b"9" * 40,
        b"#REF!",
        b"0.5",
        b"1/2",
        b"31/02/1975",
        b"[",
        b"]",
        b"{",
        b"}",
    ),
    *(
        b"<",
        b">",
        b"&",
        b"&amp;",
        b"<!DOCTYPE x>",
        b"</c>",
        b"</row>",
        b't="s"',
        b'r="XFD1048576"',
        b'r="A0"',
        b"../",
        b"\\",
    ),
    *("Nguyễn".encode(), "Đ".encode(), "e\u0302\u0323".encode(), "\u202e".encode(), "\u200b".encode(), b"x" * 70_000),
)
"""What is put between the bytes of a file: the words of its formats, and what breaks programs that read them."""

_ZIPPED = (b"PK\x03\x04",)


def mutant(seed: bytes, number: int) -> bytes:
    """A spoiled copy of a file, the same for the same number.

    An archive is spoiled in one of its parts and packed again three times out of four, else as it stands: otherwise
    hardly any mutant would get past the first look into it.
    """
    chance = random.Random(number)
    if seed.startswith(_ZIPPED) and chance.random() < 0.75:
        # Some files of the corpora are broken as they are.
        with suppress(zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            return _with_spoiled_part(seed, chance)
    return _spoiled(seed, chance)


def _with_spoiled_part(seed: bytes, chance: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        parts = archive.infolist()
        chosen = chance.choice(parts).filename
        for part in parts:
            content = archive.read(part)
            if part.filename != chosen:
                made.writestr(part.filename, content)
            elif chance.random() < 0.9:
                made.writestr(part.filename, _spoiled(content, chance))
    return stream.getvalue()


def _spoiled(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_CHANGES)(content, chance)
    return content


def _place(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 2, 8, 64, 1024)))


def _flip(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    start, _ = _place(content, chance)
    return content[:start] + chance.choice(TOKENS) + content[start:]


def _overwrite(content: bytes, chance: random.Random) -> bytes:
    start, end = _place(content, chance)
    return content[:start] + chance.choice(TOKENS) + content[end:]


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = _place(content, chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = _place(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 30)) + content[end:]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, end = _place(content, chance)
    rest = content[:start] + content[end:]
    there, _ = _place(rest, chance)
    return rest[:there] + content[start:end] + rest[there:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)[0]]


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _insert, _insert, _overwrite, _overwrite, _drop, _repeat, _move, _cut),
)
