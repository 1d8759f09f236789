"""A conflict as plain JSON values: the same wherever one is told."""

from __future__ import annotations

from reassign.domain.plan import Conflict


def conflict_document(conflict: Conflict, message: str) -> dict[str, object]:
    """Ids and figures of a conflict with the sentence about it.

    Args:
        conflict: The conflict; its rules and cells are told where it has any.
        message: The sentence.
    """
    document: dict[str, object] = {
        "kind": conflict.kind,
        "unit": conflict.unit,
        "branches": list(conflict.branches),
        "members": list(conflict.members),
        "need": conflict.need,
        "have": conflict.have,
        "message": message,
    }
    if conflict.rules:
        document["rules"] = list(conflict.rules)
    if conflict.cells:
        document["cells"] = [str(cell) for cell in conflict.cells]
    return document
