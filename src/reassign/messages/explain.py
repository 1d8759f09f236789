"""Why here and why not there, in words that can be said aloud in a meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reassign.domain.explanation import Alternative, ComparedLevel, Difference, Relaxation, Relocation
from reassign.domain.explanation import first_gain as gain_of
from reassign.domain.explanation import first_loss as loss_of
from reassign.domain.language import Language
from reassign.domain.plan import Placement, Proof
from reassign.messages.conflicts import say_conflict
from reassign.messages.reasons import say_level, say_reason
from reassign.messages.text import Text

EXPLAIN: Mapping[str, Text] = {
    # one member
    "who": Text(vi="{name} ({id}), {unit}", en="{name} ({id}), {unit}"),
    "here": Text(
        vi="Đồng chí {name} được phân công về {branch}; căn cứ: {reasons}.",
        en="{name} is placed in {branch}, because of: {reasons}.",
    ),
    "tasks": Text(vi="Nhiệm vụ ở đó: {tasks}.", en="Tasks there: {tasks}."),
    "swap": Text(
        vi="Có thể hoán đổi với {members} mà không mức ưu tiên nào kém đi; bốc thăm đã phân định.",
        en="Could swap places with {members} at no loss in any priority; the draw decided.",
    ),
    "no-swap": Text(
        vi="Không có ai để hoán đổi mà vẫn giữ nguyên mọi mức ưu tiên.",
        en="Could swap places with nobody without a loss in some priority.",
    ),
    "there": Text(vi="Nếu về {branch} thì {loss}; {moves}.", en="In {branch} instead: {loss}; {moves}."),
    "not-there": Text(vi="Không thể về {branch}: {conflict}", en="{branch} is not possible: {conflict}"),
    "here-already": Text(
        vi="{branch} chính là nơi đã được phân công.", en="{branch} is where the member is placed already."
    ),
    "no-others": Text(
        vi="Không có chi bộ nào khác có thể nhận đồng chí này.", en="No other branch may receive this member."
    ),
    "pinned": Text(
        vi="Đã chỉ định trước về {branch}, nên không nơi nào khác được xét. Muốn xem nơi khác: bỏ chỉ định rồi lập lại "
        "phương án.",
        en="Pinned to {branch}, so no other place was considered. To see another, take the pin away and plan again.",
    ),
    "others": Text(
        vi="Nếu về nơi khác ({count} chi bộ, ít thiệt nhất trước):",
        en="In another branch instead ({count} {count:branch|branches}, the smallest loss first):",
    ),
    # losses and gains
    "loss-max": Text(
        vi="mất {by} ở mức “{level}” ({here} còn {there})", en="loses {by} in “{level}” ({here} to {there})"
    ),
    "loss-min": Text(
        vi="mức “{level}” kém đi {by} ({here} thành {there})", en="“{level}” is worse by {by} ({here} to {there})"
    ),
    "change-better": Text(vi="tốt hơn {by}", en="{by} better"),
    "change-worse": Text(vi="kém {by}", en="{by} worse"),
    "loss-draw": Text(vi="không mất gì ở mức ưu tiên nào, chỉ thua khi bốc thăm", en="nothing is lost but the draw"),
    "loss-none": Text(vi="không mất gì", en="nothing is lost"),
    "better": Text(
        vi="lại tốt hơn {by} ở mức “{level}” ({here} thành {there}): phương án này chưa được chứng minh là tốt nhất",
        en="“{level}” is better by {by} ({here} to {there}): this plan was not proved best",
    ),
    "gain-max": Text(
        vi="được thêm {by} ở mức “{level}” ({here} lên {there})", en="gains {by} in “{level}” ({here} to {there})"
    ),
    "gain-min": Text(
        vi="mức “{level}” tốt hơn {by} ({here} còn {there})", en="“{level}” is better by {by} ({here} to {there})"
    ),
    "unproved": Text(
        vi="hết thời gian, chưa chứng minh: có thể ít thiệt hơn", en="time ran out, not proved: the loss may be smaller"
    ),
    "says-solver": Text(vi="theo bộ giải", en="says the solver"),
    # who else
    "no-one": Text(vi="không ai", en="nobody"),
    "nobody": Text(vi="không ai khác phải đổi chỗ", en="nobody else would be elsewhere"),
    "moves": Text(vi="kéo theo {count} người đổi chỗ: {moves}", en="{count} others would be elsewhere: {moves}"),
    "move": Text(vi="{name} từ {before} sang {after}", en="{name} from {before} to {after}"),
    "more-moves": Text(vi="{moves} và {count} người nữa", en="{moves} and {count} more"),
    # why a branch is no candidate
    "pin": Text(
        vi="{member} đã được chỉ định trước về {here}; muốn xem nơi khác, hãy bỏ chỉ định rồi lập lại phương án",
        en="{member} is pinned to {here}; take the pin away and plan again to see another place",
    ),
    "forbid": Text(
        vi="{member} đã bị loại khỏi {branch} từ trước, trong danh sách đảng viên hoặc tệp loại trừ",
        en="{member} is ruled out of {branch} by the member roster or the forbids file",
    ),
    "unit": Text(
        vi="{branch} thuộc {there}, còn {member} thuộc {own}; quy định chỉ phân công trong cùng đơn vị",
        en="{branch} belongs to {there}, {member} to {own}; the policy places members inside their unit",
    ),
    "distance": Text(
        vi="không rõ khoảng cách từ {member} đến {branch}; quy định không cho phân công khi thiếu khoảng cách",
        en="the distance from {member} to {branch} is unknown; the policy rules out pairs without one",
    ),
    # tables
    "column-member": Text(vi="Đảng viên", en="Member"),
    "column-second": Text(vi="Nơi khác ít thiệt nhất", en="The other branch at the smallest loss"),
    "second": Text(vi="{branch}: {loss}", en="{branch}: {loss}"),
    "second-none": Text(vi="không có nơi khác", en="no other branch"),
    "column-branch": Text(vi="Chi bộ", en="Branch"),
    "column-loss": Text(vi="Thiệt trước hết", en="First loss"),
    "column-moves": Text(vi="Ai khác phải đổi chỗ", en="Who else would move"),
    "column-level": Text(vi="Mức ưu tiên", en="Priority"),
    "column-here": Text(vi="Hiện nay", en="Here"),
    "column-there": Text(vi="Nếu về đó", en="There"),
    "column-change": Text(vi="Được, mất", en="Gain or loss"),
    "column-field": Text(vi="Lĩnh vực còn thiếu", en="Field nobody covers"),
    "column-cover": Text(vi="Ai có thể về, ít thiệt nhất", en="Who could come at the smallest loss"),
    "column-limit": Text(vi="Nới giới hạn thêm một", en="Limit relaxed by one"),
    "column-gain": Text(vi="Được trước hết", en="First gain"),
    "column-moved": Text(vi="Đổi chỗ", en="Moves"),
    "impossible": Text(vi="không thể: {conflict}", en="impossible: {conflict}"),
    # bottlenecks
    "bottlenecks": Text(vi="NÚT THẮT CỦA PHƯƠNG ÁN", en="BOTTLENECKS OF THE PLAN"),
    "full": Text(
        vi="Chi bộ đã nhận đến mức tối đa – {count}{branches}",
        en="Branches that receive their maximum – {count}{branches}",
    ),
    "starved": Text(
        vi="Chi bộ không nhận hơn mức tối thiểu – {count}{branches}",
        en="Branches that receive no more than their minimum – {count}{branches}",
    ),
    "needs": Text(vi="Lĩnh vực còn thiếu người: {count}", en="Needs nobody covers: {count}"),
    "cover": Text(vi="{name} (đang ở {branch}): {loss}", en="{name} (now in {branch}): {loss}"),
    "cover-nobody": Text(
        vi="không ai có lĩnh vực này (không kể người được miễn sinh hoạt)",
        en="nobody has this field (exempt members aside)",
    ),
    "cover-elsewhere": Text(
        vi="chỉ có {count} người không được phép về đây: {names}", en="only {count} who may not come here: {names}"
    ),
    "cover-more": Text(vi="; còn {count} người khác có thể về", en="; {count} more could come"),
    "limits": Text(
        vi="Giới hạn đang chặn: {count}. Nới thêm một thì được:", en="Limits that bind: {count}. Relaxed by one:"
    ),
    "no-limits": Text(vi="Không giới hạn nào đang chặn.", en="No limit binds."),
    "no-gain": Text(
        vi="{count} giới hạn: nới thêm một không được gì ở mức ưu tiên nào.",
        en="{count} limits: relaxed by one they gain nothing in any priority.",
    ),
    "limit-min": Text(vi="{branch}: tối thiểu {before} → {after}", en="{branch}: minimum {before} → {after}"),
    "limit-max": Text(vi="{branch}: tối đa {before} → {after}", en="{branch}: maximum {before} → {after}"),
    "limit-quota": Text(
        vi="Cơ cấu thứ {number} ({bound}): {before} → {after}", en="Quota {number} ({bound}): {before} → {after}"
    ),
    "limit-max_moves": Text(vi="Số người phải chuyển: {before} → {after}", en="Most moves: {before} → {after}"),
    "bound-min": Text(vi="ít nhất", en="min"),
    "bound-max": Text(vi="nhiều nhất", en="max"),
    "proved": Text(
        vi="Mọi con số đều tìm bằng cách lập lại phương án và đã được chứng minh.",
        en="Every figure comes from planning again, and is proved.",
    ),
    "not-proved": Text(
        vi="{count} câu trả lời chưa được chứng minh hết trong thời gian cho phép.",
        en="{count} {count:answer|answers} could not be proved in the time given.",
    ),
    "more": Text(vi="… và {count} nữa (thêm -v để xem hết)", en="… and {count} more (add -v to see all)"),
}
"""Texts by key."""

_SHOWN_MOVES = 4


class Names:
    """Names by id, as people say them."""

    def __init__(self, members: Mapping[str, str], branches: Mapping[str, str]) -> None:
        self.members = members
        self.branches = branches

    def member(self, identity: str) -> str:
        """Name of a member; the id if there is none."""
        return self.members.get(identity) or identity

    def branch(self, identity: str) -> str:
        """Name of a branch; the id if there is none."""
        return self.branches.get(identity) or identity


def say_here(placement: Placement, names: Names, language: Language, *, has_to_move: bool) -> str:
    """Where a member is placed and why; ``has_to_move`` if they are in another branch today."""
    reasons = "; ".join(say_reason(code, language, has_to_move=has_to_move) for code in placement.reasons)
    told = {"name": names.member(placement.member), "branch": names.branch(placement.branch), "reasons": reasons}
    return EXPLAIN["here"].say(language, told)


def say_swap(placement: Placement, names: Names, language: Language) -> str:
    """Who could have the place as well."""
    others = ", ".join(names.member(member) for member in placement.interchangeable_with)
    return EXPLAIN["swap" if others else "no-swap"].say(language, {"members": others})


def say_alternative(
    alternative: Alternative, placement: Placement, names: Names, units: Mapping[str, str], language: Language
) -> str:
    """What follows from another place, in one sentence.

    Args:
        alternative: The other place.
        placement: The place in the plan.
        names: Names by id.
        units: Unit by id of the member asked about and of each branch.
        language: Language of the sentence.
    """
    branch = names.branch(alternative.branch)
    if not alternative.is_feasible:
        conflict = say_obstacle(alternative, placement.member, placement.branch, names, units, language)
        return EXPLAIN["not-there"].say(language, {"branch": branch, "conflict": conflict})
    told = {
        "branch": branch,
        "loss": say_loss(alternative.levels, alternative.proof, language),
        "moves": say_moves(alternative.moves, names, language),
    }
    return EXPLAIN["there"].say(language, told)


def say_obstacle(
    alternative: Alternative, member: str, here: str, names: Names, units: Mapping[str, str], language: Language
) -> str:
    """Why a member cannot be placed in a branch; empty if the member can."""
    if alternative.obstacle is not None:
        told = {
            "member": names.member(member),
            "branch": names.branch(alternative.branch),
            "here": names.branch(here),
            "own": units.get(member, ""),
            "there": units.get(alternative.branch, ""),
        }
        return EXPLAIN[alternative.obstacle].say(language, told)
    if alternative.conflict is None:
        return ""
    return say_conflict(alternative.conflict, names.branches, names.members, language)


def say_loss(levels: Sequence[ComparedLevel], proof: Proof, language: Language) -> str:
    """What is lost first, and by how much."""
    loss = loss_of(levels)
    if loss is None:
        better = gain_of(levels)
        text = EXPLAIN["loss-none"].say(language) if better is None else _say("better", better, language)
    elif loss.index == len(levels) - 1:
        text = EXPLAIN["loss-draw"].say(language)
    else:
        text = _say(f"loss-{loss.level.sense}", loss, language)
    return text + _doubt(proof, language)


def say_gain(levels: Sequence[ComparedLevel], proof: Proof, language: Language) -> str:
    """What is gained first, and by how much; empty if nothing is."""
    gain = gain_of(levels)
    return "" if gain is None else _say(f"gain-{gain.level.sense}", gain, language) + _doubt(proof, language)


def _doubt(proof: Proof, language: Language) -> str:
    """A remark unless a certificate proves it."""
    if proof is Proof.CERTIFICATE:
        return ""
    key = "says-solver" if proof is Proof.SOLVER else "unproved"
    return f" [{EXPLAIN[key].say(language)}]"


def _say(key: str, difference: Difference, language: Language) -> str:
    level = difference.level
    told = {"by": difference.by, "level": say_level(level.names, language), "here": level.here, "there": level.there}
    return EXPLAIN[key].say(language, told)


def say_movers(moves: Sequence[Relocation], names: Names, language: Language) -> str:
    """Names of those who would be elsewhere, as many as fit into a cell of a table."""
    told = ", ".join(names.member(move.member) for move in moves[:_SHOWN_MOVES])
    if len(moves) > _SHOWN_MOVES:
        told = EXPLAIN["more-moves"].say(language, {"moves": told, "count": len(moves) - _SHOWN_MOVES})
    return told or EXPLAIN["no-one"].say(language)


def say_moves(moves: Sequence[Relocation], names: Names, language: Language) -> str:
    """Who else would be elsewhere, from where to where."""
    if not moves:
        return EXPLAIN["nobody"].say(language)
    told = ", ".join(
        EXPLAIN["move"].say(
            language,
            {
                "name": names.member(move.member),
                "before": names.branch(move.before),
                "after": names.branch(move.after),
            },
        )
        for move in moves
    )
    return EXPLAIN["moves"].say(language, {"count": len(moves), "moves": told})


def say_limit(relaxation: Relaxation, language: Language, place: Callable[[str], str]) -> str:
    """A limit and what it is relaxed to; ``place`` names a branch by its id."""
    told = {
        "branch": place(relaxation.branch) if relaxation.branch else "",
        "number": (relaxation.quota or 0) + 1,
        "bound": EXPLAIN[f"bound-{relaxation.bound}"].say(language) if relaxation.bound else "",
        "before": relaxation.before,
        "after": relaxation.after,
    }
    return EXPLAIN[f"limit-{relaxation.what}"].say(language, told)
