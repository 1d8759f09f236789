"""Words of ``reassign rule``."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

RULE: Mapping[str, Text] = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "meaning": Text("Vì sao", "Why"),
    "fix": Text("Cách sửa", "To mend it"),
    "example": Text("Ví dụ", "Example"),
}
"""Texts by key."""
