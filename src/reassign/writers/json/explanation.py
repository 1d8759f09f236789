"""An explanation and the bottlenecks of a plan as plain JSON values (docs/reference/files.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.explanation import (
    Alternative,
    Bottlenecks,
    ComparedLevel,
    Cover,
    Difference,
    Explanation,
    OpenNeed,
    Relaxation,
    Relocation,
    first_gain,
    first_loss,
)
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import BranchLoad, Conflict, Plan, Proof
from reassign.messages.explain import Names, say_obstacle
from reassign.messages.infeasible import Teller
from reassign.writers.json.conflict import conflict_document


def explanation_document(explanation: Explanation, instance: Instance, language: Language) -> dict[str, object]:
    """Why a member is there, and what follows from each other branch."""
    return {"schema_version": 1, **_explanation(explanation, _Telling(instance, language))}


def explanations_document(
    explanations: Sequence[Explanation], instance: Instance, language: Language
) -> dict[str, object]:
    """The same of everybody, in the order of the plan."""
    telling = _Telling(instance, language)
    return {"schema_version": 1, "explanations": [_explanation(each, telling) for each in explanations]}


def _explanation(explanation: Explanation, telling: _Telling) -> dict[str, object]:
    placement = explanation.placement
    return {
        "member": placement.member,
        "branch": placement.branch,
        "reasons": list(placement.reasons),
        "interchangeable_with": list(placement.interchangeable_with),
        "alternatives": [
            {"branch": each.branch, **telling.alternative(each, placement.member, placement.branch)}
            for each in explanation.alternatives
        ],
    }


def bottlenecks_document(
    bottlenecks: Bottlenecks, plan: Plan, instance: Instance, language: Language
) -> dict[str, object]:
    """Full and starved branches, needs nobody covers, binding limits relaxed by one."""
    telling = _Telling(instance, language)
    loads = {load.branch: load for load in plan.branches}
    return {
        "schema_version": 1,
        "full": [telling.load(loads[branch]) for branch in bottlenecks.full],
        "starved": [telling.load(loads[branch]) for branch in bottlenecks.starved],
        "needs": [telling.need(need) for need in bottlenecks.open_needs],
        "relaxations": [_relaxation(each) for each in bottlenecks.relaxations],
    }


class _Telling:
    """Names and units for the sentences."""

    def __init__(self, instance: Instance, language: Language) -> None:
        self._instance = instance
        self._language = language
        self._teller = Teller(instance, language)
        self._branches = {branch.id: branch for branch in instance.branches}
        self._names = Names(
            {member.id: member.name for member in instance.members},
            {branch.id: branch.name for branch in instance.branches},
        )
        self._units = {member.id: member.unit for member in instance.members}

    def alternative(self, alternative: Alternative, member: str, here: str) -> dict[str, object]:
        """What follows from another branch; ``proof`` only where no certificate proves it."""
        document: dict[str, object] = {
            "feasible": alternative.is_feasible,
            "levels": _levels(alternative.levels),
            "first_loss": _difference(first_loss(alternative.levels)),
            "moves": _moves(alternative.moves),
            "conflict": None,
        }
        if alternative.conflict is not None:
            document["conflict"] = self._conflict(alternative, alternative.conflict, member, here)
        if alternative.proof is not Proof.CERTIFICATE:
            document["proof"] = alternative.proof.value
        return document

    def _conflict(self, alternative: Alternative, conflict: Conflict, member: str, here: str) -> object:
        """The conflict that the branch creates, in the form in which a case without a plan tells it."""
        if alternative.obstacle is None:
            return conflict_document(conflict, self._teller.conflict(conflict))
        units = {member: self._units[member], alternative.branch: self._branches[alternative.branch].unit}
        message = say_obstacle(alternative, member, here, self._names, units, self._language)
        return {**conflict_document(conflict, message), "rules": list(conflict.rules)}

    def load(self, load: BranchLoad) -> dict[str, object]:
        """A branch with what it receives and its limits."""
        branch = self._branches[load.branch]
        return {
            "branch": load.branch,
            "name": branch.name,
            "unit": branch.unit,
            "received": load.received,
            "min": load.min,
            "max": load.max,
        }

    def need(self, need: OpenNeed) -> dict[str, object]:
        """A need and everybody who could cover it."""
        return {
            "branch": need.branch,
            "field": need.field,
            "weight": need.weight,
            "covers": [self._cover(cover) for cover in need.covers],
            "elsewhere": list(need.elsewhere),
        }

    def _cover(self, cover: Cover) -> dict[str, object]:
        told = self.alternative(cover.alternative, cover.member, cover.before)
        return {"member": cover.member, "from": cover.before, **told}


def _levels(levels: Sequence[ComparedLevel]) -> list[dict[str, object]]:
    return [{"names": [str(name) for name in each.names], "here": each.here, "there": each.there} for each in levels]


def _difference(difference: Difference | None) -> Mapping[str, object] | None:
    if difference is None:
        return None
    return {"names": [str(name) for name in difference.level.names], "by": difference.by}


def _moves(moves: Sequence[Relocation]) -> list[dict[str, object]]:
    return [{"member": move.member, "from": move.before, "to": move.after} for move in moves]


def _relaxation(relaxation: Relaxation) -> dict[str, object]:
    document: dict[str, object] = {"what": relaxation.what}
    if relaxation.branch:
        document["branch"] = relaxation.branch
    if relaxation.quota is not None:
        document |= {"quota": relaxation.quota, "bound": relaxation.bound}
    document |= {
        "from": relaxation.before,
        "to": relaxation.after,
        "levels": _levels(relaxation.levels),
        "first_gain": _difference(first_gain(relaxation.levels)),
        "moves": _moves(relaxation.moves),
    }
    if relaxation.proof is not Proof.CERTIFICATE:
        document["proof"] = relaxation.proof.value
    return document
