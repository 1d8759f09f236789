"""The JSON document of a case that has no plan (exit code 4)."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Conflict, Infeasible, Repair, RepairChange
from reassign.messages.infeasible import Teller


def infeasible_document(infeasible: Infeasible, instance: Instance, language: Language) -> dict[str, object]:
    """Every conflict with ids and a sentence, as plain JSON values."""
    teller = Teller(instance, language)
    return {
        "schema_version": 1,
        "status": "infeasible",
        "conflicts": [_conflict(conflict, teller.conflict(conflict)) for conflict in infeasible.conflicts],
        "repairs": [_repair(repair) for repair in infeasible.repairs],
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
    if conflict.cells:
        document["cells"] = [str(cell) for cell in conflict.cells]
    return document


def _repair(repair: Repair) -> dict[str, object]:
    return {"total_change": repair.total_change, "changes": [_change(change) for change in repair.changes]}


def _change(change: RepairChange) -> dict[str, object]:
    """A change with its bounds as numbers; a pin or forbid is in force (true) and then not (false)."""
    if change.what in ("pin", "forbid"):
        return {"what": change.what, "member": change.member, "branch": change.branch, "from": True, "to": False}
    document: dict[str, object] = {"what": change.what}
    if change.what == "quota":
        document["quota"] = change.quota
    document["branch"] = change.branch
    if change.what == "quota":
        document["bound"] = change.bound
    return {**document, "from": change.before, "to": change.after}
