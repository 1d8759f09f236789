"""Why no plan exists, in words: who, where and by how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.language import Language
from reassign.domain.plan import Conflict
from reassign.messages.text import Text

_SHOWN = 5

CONFLICTS: Mapping[str, Text] = {
    "too_many_members": Text(
        vi="{unit}: {need} người chỉ có thể về {branches}, ở đó nhận nhiều nhất {have}; thừa {gap} người",
        en="{unit}: {need} members can only go to {branches}, where at most {have} fit; {gap} too many",
    ),
    "too_few_members": Text(
        vi="{unit}: {branches} cần ít nhất {need} người, chỉ có {have} người có thể về đó; thiếu {gap} người",
        en="{unit}: {branches} need at least {need} members, only {have} can go there; {gap} too few",
    ),
    "rules": Text(
        vi="{unit}: các quy định sau mâu thuẫn nhau: {rules} (liên quan {branches}; {members})",
        en="{unit}: these rules contradict each other: {rules} (about {branches}; {members})",
    ),
}
"""Texts by kind of conflict."""

SEVERAL_UNITS = Text(vi="Nhiều phường, xã", en="Several units")
AND_MORE = Text(vi="{names} và {count} nơi/người khác", en="{names} and {count} more")


def say_conflict(
    conflict: Conflict, branch_names: Mapping[str, str], member_names: Mapping[str, str], language: Language
) -> str:
    """A conflict in one sentence.

    Args:
        conflict: The conflict.
        branch_names: Name by branch id; an absent one is shown by its id.
        member_names: Name by member id, likewise.
        language: Language of the sentence.
    """
    return CONFLICTS[conflict.kind].say(
        language,
        {
            "unit": conflict.unit or SEVERAL_UNITS.say(language),
            "need": conflict.need,
            "have": conflict.have,
            "gap": conflict.need - conflict.have,
            "branches": _listed(conflict.branches, branch_names, language),
            "members": _listed(conflict.members, member_names, language),
            "rules": ", ".join(conflict.rules),
        },
    )


def _listed(ids: Sequence[str], names: Mapping[str, str], language: Language) -> str:
    shown = ", ".join(names.get(identity, identity) for identity in ids[:_SHOWN])
    if len(ids) <= _SHOWN:
        return shown or "–"
    return AND_MORE.say(language, {"names": shown, "count": len(ids) - _SHOWN})
