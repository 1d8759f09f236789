"""Everything that is said of a case without a plan, with names that cannot be mistaken."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.member_labels import member_labels
from reassign.domain.plan import Conflict, Infeasible, Repair
from reassign.domain.plan_workbook import branch_labels
from reassign.messages.conflicts import say_conflict
from reassign.messages.repairs import REPAIRS, say_changes
from reassign.messages.text import Text

_KINDS = {
    "min": Text(vi="tối thiểu", en="minima"),
    "max": Text(vi="tối đa", en="maxima"),
    "quota": Text(vi="chỉ tiêu", en="quotas"),
    "forbid": Text(vi="loại trừ", en="exclusions"),
    "pin": Text(vi="chỉ định", en="pins"),
}


class Teller:
    """Says conflicts and repairs of one question; equal names are told apart by unit or id."""

    def __init__(self, instance: Instance, language: Language) -> None:
        self._language = language
        self._flex = instance.policy.repair_flex
        self._within = branch_labels(instance.branches, is_across_units=False)
        self._across = branch_labels(instance.branches, is_across_units=True)
        self._members = member_labels({member.id: member.name for member in instance.members})

    def conflict(self, conflict: Conflict) -> str:
        """A conflict in one sentence."""
        names = self._within if conflict.unit else self._across
        return say_conflict(conflict, names, self._members, self._language)

    def changes(self, repair: Repair) -> list[str]:
        """Each change of a repair in a few words."""
        return say_changes(repair, self._across, self._members, self._language)

    def no_repair(self, infeasible: Infeasible) -> str:
        """That nothing the policy allows is enough, and what would be."""
        if infeasible.helpful:
            kinds = ", ".join(_KINDS[kind].say(self._language) for kind in infeasible.helpful)
            keys = ", ".join(f'"{kind}"' for kind in (*self._flex, *infeasible.helpful))
            return REPAIRS["helpful"].say(self._language, {"kinds": kinds, "keys": keys})
        return REPAIRS["none"].say(self._language, {"flex": ", ".join(self._flex) or "–"})
