"""Text from data made harmless for a terminal."""

from __future__ import annotations

from reassign.domain.visible import SUSPECTS, is_hidden, visible

__all__ = ["visible", "visible_json"]


def visible_json(text: str) -> str:
    r"""JSON text with the same characters as JSON escapes; line breaks of the layout stay."""
    return SUSPECTS.sub(lambda match: match[0] if match[0] == "\n" else _json_escape(match[0]), text)


def _json_escape(character: str) -> str:
    if not is_hidden(character):
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"\u{units[index : index + 4]}" for index in range(0, len(units), 4))
