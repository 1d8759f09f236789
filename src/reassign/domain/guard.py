"""Keeping text from being run as a formula when a spreadsheet opens a csv, and undoing it."""

from __future__ import annotations

import re

GUARD = "'"
"""Put before a dangerous text: spreadsheets then show it as text."""

_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠")
_HARMLESS = re.compile(r"[+-][0-9]+(?: [0-9]+)*(?:[.,][0-9]+)?")


def guard(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could take it for a formula.

    Dangerous is what begins with ``= + - @``, a tab, a line break or the full-width forms (OWASP, CSV
    injection). Phone numbers such as ``+84 901 234 567`` and signed numbers hold no operation and
    stay as they are. Apostrophes that stand before a dangerous text are counted in, so that
    ``unguard`` gives back every text exactly.
    """
    return GUARD + text if _is_dangerous(text.lstrip(GUARD)) else text


def unguard(text: str) -> str:
    """The text that ``guard`` was given: ``unguard(guard(text)) == text`` for every text."""
    return text[1:] if text.startswith(GUARD) and _is_dangerous(text.lstrip(GUARD)) else text


def _is_dangerous(text: str) -> bool:
    return text[:1] in _DANGEROUS and _HARMLESS.fullmatch(text) is None
