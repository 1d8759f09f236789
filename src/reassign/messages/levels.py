"""The words for a level, the same on the screen, in workbooks, on pages and in the documentation."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

LEVEL_WORDS: Mapping[str, Text] = {
    "level": Text("Ưu tiên", "Priority"),
    "value": Text("Đạt được", "Value"),
    "bound": Text("Tốt nhất có thể", "Bound"),
    "proof": Text("Chứng minh", "Proof"),
}
"""Headings by the key that JSON has for the same thing."""
