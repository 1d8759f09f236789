"""What the files of a case are called."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.messages.text import Text

ROLES: Mapping[str, Text] = {
    "members": Text("danh sách đảng viên", "member roster"),
    "branches": Text("danh sách chi bộ", "branch roster"),
    "current": Text("phương án cũ", "old plan"),
    "lineage": Text("chi bộ cũ → mới", "lineage"),
    "pins": Text("chỉ định trước", "pins"),
    "forbids": Text("không được xếp", "forbids"),
    "distances": Text("bảng khoảng cách", "distances"),
    "events": Text("biến động", "events"),
    "holidays": Text("ngày nghỉ lễ", "holidays"),
    "crosswalk": Text("đơn vị cũ → mới", "crosswalk"),
    "policy": Text("quy định", "policy"),
    "lots": Text("số bốc thăm giữ lại", "kept lots"),
}
"""Names of the roles of input files; a role that is not here is called by its key."""


def say_role(role: str, language: Language) -> str:
    """What an officer calls the file, with the key that options and ``reassign.toml`` know."""
    said = ROLES[role].say(language) if role in ROLES else role
    return said if said == role else f"{said} ({role})"
