"""The JSON document of a case that has no plan (exit code 4)."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Conflict, Infeasible
from reassign.messages.conflicts import say_conflict


def infeasible_document(infeasible: Infeasible, instance: Instance, language: Language) -> dict[str, object]:
    """Every conflict with ids and a sentence, as plain JSON values."""
    branch_names = {branch.id: branch.name for branch in instance.branches}
    member_names = {member.id: member.name for member in instance.members}
    return {
        "schema_version": 1,
        "status": "infeasible",
        "conflicts": [
            _conflict(conflict, say_conflict(conflict, branch_names, member_names, language))
            for conflict in infeasible.conflicts
        ],
        "repairs": [],
    }


def _conflict(conflict: Conflict, message: str) -> dict[str, object]:
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
    return document
