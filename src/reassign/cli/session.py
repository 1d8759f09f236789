"""What a command knows about the place it runs in."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.language import Language


@dataclass(frozen=True, slots=True)
class Session:
    """The surroundings of one run.

    Attributes:
        language: Language of messages until a case names another.
        environment: Environment variables.
        working_folder: Folder that relative paths start from.
    """

    language: Language
    environment: Mapping[str, str]
    working_folder: Path


def choose_language(arguments: Sequence[str], environment: Mapping[str, str], system_locale: str) -> Language:
    """Language of help and of early errors: ``--lang``, ``REASSIGN_LANG``, the locale; else English.

    Args:
        arguments: The command line; a bad ``--lang`` is judged later, by the parser.
        environment: Environment variables.
        system_locale: Name of the locale outside the variables, such as ``vi_VN`` or ``Vietnamese_Vietnam``.
    """
    words = list(arguments)
    for index, word in enumerate(words):
        named = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(words):
            named = words[index + 1]
        if named in ("vi", "en"):
            return "vi" if named == "vi" else "en"
    candidates = (environment.get(name, "") for name in ("REASSIGN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((candidate for candidate in candidates if candidate), system_locale)
    return "vi" if chosen.lower().startswith(("vi", "vietnam")) else "en"


def system_locale() -> str:
    """The locale of a system that does not tell by variables, Windows mostly; empty if unknown."""
    if os.name != "nt":
        return ""
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""
