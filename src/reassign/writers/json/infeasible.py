"""The JSON document of a case that has no plan (exit code 4)."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Infeasible, Repair, RepairChange
from reassign.messages.infeasible import Teller
from reassign.writers.json.conflict import conflict_document


def infeasible_document(infeasible: Infeasible, instance: Instance, language: Language) -> dict[str, object]:
    """Every conflict with ids and a sentence, as plain JSON values."""
    teller = Teller(instance, language)
    return {
        "schema_version": 1,
        "status": "infeasible",
        "conflicts": [conflict_document(conflict, teller.conflict(conflict)) for conflict in infeasible.conflicts],
        "repairs": [_repair(repair) for repair in infeasible.repairs],
    }


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
