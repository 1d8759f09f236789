"""What a command knows about the place it runs in."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reassign.domain.language import Language

_PLANS = (".json", ".xlsx")
_SWITCHES = frozenset({"-q", "--quiet", "-v", "--verbose", "--json", "--force", "--no-input", "--all"})
"""Options without a value: a file after one of them is no value of it."""


@dataclass(frozen=True, slots=True)
class Session:
    """The surroundings of one run.

    Attributes:
        language: Language of messages: the one asked for, that of the case, that of the system.
        environment: Environment variables.
        working_folder: Folder that relative paths start from.
        asked: Language that ``--lang`` or ``REASSIGN_LANG`` names; None if nobody asked for one.
    """

    language: Language
    environment: Mapping[str, str]
    working_folder: Path
    asked: Language | None = None


def open_session(
    arguments: Sequence[str], environment: Mapping[str, str], working_folder: Path, system_locale: str
) -> Session:
    """Settle the language of everything that a run says, its failures included.

    Args:
        arguments: The command line.
        environment: Environment variables.
        working_folder: Folder that relative paths start from.
        system_locale: Name of the locale outside the variables, such as ``vi_VN`` or ``Vietnamese_Vietnam``.
    """
    asked = asked_language(arguments, environment)
    language = asked or _case_language(arguments, working_folder) or local_language(environment, system_locale)
    return Session(language, environment, working_folder, asked)


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """Language that ``--lang`` names, else ``REASSIGN_LANG``; a bad one is judged later."""
    words = list(arguments)
    for index, word in enumerate(words):
        named = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(words):
            named = words[index + 1]
        if named in ("vi", "en"):
            return "vi" if named == "vi" else "en"
    named = environment.get("REASSIGN_LANG", "")
    return _language_of(named) if named else None


def local_language(environment: Mapping[str, str], system_locale: str) -> Language:
    """Language of the system: that of the locale; else English."""
    candidates = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return _language_of(next((candidate for candidate in candidates if candidate), system_locale))


def _language_of(locale_name: str) -> Language:
    return "vi" if locale_name.lower().startswith(("vi", "vietnam")) else "en"


def _case_language(arguments: Sequence[str], working_folder: Path) -> Language | None:
    """Language of the case of a plan that is named, else of the case that the command runs in.

    A case that cannot be read is told by the command that needs it, not here.
    """
    from reassign.readers.policy.case import find_case_file, output_language

    plans = [
        word
        for before, word in pairwise(arguments)
        if word.lower().endswith(_PLANS) and (before in _SWITCHES or not before.startswith("-"))
    ]
    folders = [(working_folder / plan).absolute().parent for plan in plans if _is_file(working_folder / plan)]
    for folder in (*folders, working_folder):
        case_file = find_case_file(folder)
        named = None if case_file is None else output_language(case_file)
        if named is not None:
            return named
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def system_locale() -> str:
    """The locale of a system that does not tell by variables, Windows mostly; empty if unknown."""
    if os.name != "nt":
        return ""
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""
