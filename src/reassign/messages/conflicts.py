"""Why no plan exists, in words: who, where and by how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.language import Language
from reassign.domain.plan import Cause, Conflict
from reassign.messages.filters import say_filter
from reassign.messages.text import Text

_SHOWN = 5
"""Names that are listed; with one name more, all are."""

CONFLICTS: Mapping[str, Text] = {
    "too_many_members": Text(
        vi="{unit}: {need} người ({members}) chỉ có thể về {branches}, ở đó nhận nhiều nhất {have}; thừa {gap} người",
        en="{unit}: {branches} can receive {have} at most, but must take {need}: {members}; {gap} too many",
    ),
    "nowhere": Text(
        vi="{unit}: mọi chi bộ đều bị loại trừ đối với {members}, nên không còn nơi nào để phân công",
        en="{unit}: every branch is ruled out for {members}, so there is nowhere to place them",
    ),
    "too_few_members": Text(
        vi="{unit}: {branches} cần ít nhất {need} người, chỉ có {have} người có thể về đó; thiếu {gap} người",
        en="{unit}: {branches} must receive {need} at least, but only {have} can go there; {gap} too few",
    ),
    "deserted": Text(
        vi="{unit}: {branches} cần ít nhất {need} người nhưng không ai có thể về đó",
        en="{unit}: {branches} must receive {need} at least, but nobody can go there",
    ),
    "rules": Text(
        vi="{unit}: các quy định sau mâu thuẫn nhau: {rules} (liên quan {branches}; {members})",
        en="{unit}: these rules contradict each other: {rules} (about {branches}; {members})",
    ),
    "causes": Text(
        vi="{unit}: không thể cùng lúc giữ mọi quy định sau, bỏ một trong số đó là được: {causes}",
        en="{unit}: these rules cannot all hold, but without any one of them the others can: {causes}",
    ),
    "quota": Text(
        vi="{unit}: {causes}; cần {need} người như thế, chỉ có {have} người có thể về đó ({members})",
        en="{unit}: {causes}; {need} such members are needed, but only {have} can go there ({members})",
    ),
}
"""Texts by kind of conflict.

``nowhere`` is said of members who have no branch left, ``deserted`` of branches that nobody can reach, ``causes`` of
rules of which each one is needed, ``quota`` of quotas that too few members could fill.
"""

CAUSES: Mapping[str, Text] = {
    "min": Text(vi="{branch} nhận ít nhất {amount} người", en="{branch} receives at least {amount}"),
    "max": Text(vi="{branch} nhận nhiều nhất {amount} người", en="{branch} receives at most {amount}"),
    "quota-min": Text(
        vi="{branch} cần ít nhất {amount} người có {wanted} (chỉ tiêu {number})",
        en="{branch} needs at least {amount} with {wanted} (quota {number})",
    ),
    "quota-max": Text(
        vi="{branch} nhận nhiều nhất {amount} người có {wanted} (chỉ tiêu {number})",
        en="{branch} takes at most {amount} with {wanted} (quota {number})",
    ),
    "together": Text(
        vi="{members} phải ở cùng một chi bộ (nhóm “{label}”)", en="{members} stay together (group “{label}”)"
    ),
    "apart": Text(
        vi="{members} phải ở các chi bộ khác nhau (nhóm “{label}”)", en="{members} stay apart (group “{label}”)"
    ),
    "max_moves": Text(vi="nhiều nhất {amount} người phải chuyển", en="at most {amount} may move"),
    "protect": Text(vi="{member} không được chuyển", en="{member} may not move"),
    "pin": Text(vi="{member} được chỉ định về {branch}", en="{member} is pinned to {branch}"),
    "forbid": Text(vi="{member} không được về {branch}", en="{member} may not go to {branch}"),
}
"""Texts of single rules; quotas are counted from one, as they stand in the policy."""

RULES: Mapping[str, Text] = {
    "quota": Text(vi="chỉ tiêu (quota)", en="quota"),
    "together": Text(vi="nhóm phải ở cùng chi bộ (together)", en="together groups"),
    "apart": Text(vi="nhóm phải ở khác chi bộ (apart)", en="apart groups"),
    "max_moves": Text(vi="số lượt chuyển tối đa (max_moves)", en="at most so many moves (max_moves)"),
    "protect": Text(vi="người không được chuyển (protect)", en="members who may not move (protect)"),
    "min>max": Text(vi="tối thiểu lớn hơn tối đa", en="a minimum above the maximum"),
}
"""Kinds of rules; what a rule is about follows a colon."""

SEVERAL_UNITS = Text(vi="Nhiều phường, xã", en="Several units")
MORE_BRANCHES = Text(vi="{names} và {count} chi bộ khác", en="{names} and {count} more {count:branch|branches}")
MORE_MEMBERS = Text(vi="{names} và {count} người khác", en="{names} and {count} more {count:member|members}")


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
    return CONFLICTS[_text_key(conflict)].say(
        language,
        {
            "unit": conflict.unit or SEVERAL_UNITS.say(language),
            "need": conflict.need,
            "have": conflict.have,
            "gap": conflict.need - conflict.have,
            "branches": _listed(conflict.branches, branch_names, MORE_BRANCHES, language),
            "members": _listed(conflict.members, member_names, MORE_MEMBERS, language),
            "rules": ", ".join(say_rule(rule, branch_names, language) for rule in conflict.rules),
            "causes": "; ".join(say_cause(cause, branch_names, member_names, language) for cause in conflict.causes),
        },
    )


def _text_key(conflict: Conflict) -> str:
    if conflict.kind == "too_many_members" and not conflict.branches and conflict.members:
        return "nowhere"
    if conflict.kind == "too_few_members" and not conflict.have:
        return "deserted"
    if conflict.causes:
        return "quota" if conflict.need > conflict.have else "causes"
    return conflict.kind


def say_cause(
    cause: Cause, branch_names: Mapping[str, str], member_names: Mapping[str, str], language: Language
) -> str:
    """One rule of a conflict in words."""
    return CAUSES[f"quota-{cause.bound}" if cause.rule == "quota" else cause.rule].say(
        language,
        {
            "branch": branch_names.get(cause.branch, cause.branch),
            "member": member_names.get(cause.member, cause.member),
            "members": _listed(cause.members, member_names, MORE_MEMBERS, language),
            "label": cause.label,
            "amount": cause.amount,
            "number": cause.quota + 1,
            "wanted": "" if cause.wanted is None else say_filter(cause.wanted, language),
        },
    )


def say_rule(rule: str, branch_names: Mapping[str, str], language: Language) -> str:
    """A rule such as ``min>max:b1`` in words; one without words as it is."""
    kind, _, subject = rule.partition(":")
    text = RULES.get(kind)
    if text is None:
        return rule
    return f"{text.say(language)}: {branch_names.get(subject, subject)}" if subject else text.say(language)


def _listed(ids: Sequence[str], names: Mapping[str, str], more: Text, language: Language) -> str:
    shown = ", ".join(names.get(identity, identity) for identity in ids[: _SHOWN if len(ids) > _SHOWN + 1 else None])
    if len(ids) <= _SHOWN + 1:
        return shown or "–"
    return more.say(language, {"names": shown, "count": len(ids) - _SHOWN})
