"""A TOML file as data with its text kept, or the finding that says why it is none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.errors import PolicyError, UsageError, system_detail
from reassign.domain.findings import Finding, Severity

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed file.

    Attributes:
        name: File name as shown in findings.
        text: Its text.
        data: Its tables.
    """

    name: str
    text: str
    data: Mapping[str, object]


def read_toml(path: Path, name: str) -> TomlFile:
    """Read a TOML file; a byte order mark is accepted.

    Raises:
        UsageError: The file is missing or cannot be read.
        PolicyError: It is no TOML in UTF-8 (P010).
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PolicyError((_syntax(name, 0, f"UTF-8: {error.reason}"),)) from None
    except OSError as error:
        raise UsageError("file-unreadable", {"file": name, "detail": system_detail(error)}) from None
    try:
        return TomlFile(name, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place[1]) if place and place[1] else len(text.splitlines())
        detail = message[: place.start()] if place else message
        raise PolicyError((_syntax(name, line, detail),)) from None


def _syntax(name: str, line: int, detail: str) -> Finding:
    return Finding("P010", Severity.ERROR, CellAddress(name, row=line), parameters={"detail": detail})
