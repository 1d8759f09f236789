"""Text from data made harmless for a terminal."""

from __future__ import annotations

import re
import unicodedata

_SUSPECTS = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0300-\u036f\u1e00-\u1eff]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""The text with control, bidi, zero-width and unassigned characters written as ``\u{…}``."""
    return _SUSPECTS.sub(lambda match: _written(match[0], r"\u{{{:x}}}"), text)


def visible_json(text: str) -> str:
    r"""JSON text with the same characters as JSON escapes; line breaks of the layout stay."""
    return _SUSPECTS.sub(lambda match: match[0] if match[0] == "\n" else _json_escape(match[0]), text)


def _written(character: str, form: str) -> str:
    return form.format(ord(character)) if unicodedata.category(character) in _HIDDEN else character


def _json_escape(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"\u{units[index : index + 4]}" for index in range(0, len(units), 4))
