"""Words of a re-plan: why members move, what edits cost, what was lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reassign.domain.language import Language
from reassign.domain.replanning import EditPrice, Move, PricedLevel, Replanning
from reassign.messages.reasons import say_level
from reassign.messages.text import Text

_FEW = 5
"""How many names a line of a terminal tells."""

MOVES: Mapping[str, Text] = {
    "edited": Text(vi="sửa bằng tay trong sổ phương án", en="edited by hand"),
    "pinned": Text(vi="chỉ định trước", en="pinned"),
    "closed": Text(vi="{branch} không còn", en="branch closed: {branch}"),
    "unit": Text(vi="chuyển sang đơn vị khác", en="belongs to another unit now"),
    "excluded": Text(vi="không được ở lại {branch}", en="may not stay in {branch}"),
    "minimum": Text(vi="số tối thiểu của {branch}", en="minimum of {branch}"),
    "maximum": Text(vi="số tối đa của {branch}", en="maximum of {branch}"),
    "quota": Text(vi="chỉ tiêu của {branch}", en="quota of {branch}"),
    "together": Text(vi="nhóm phải cùng chỗ", en="kept together with others"),
    "apart": Text(vi="nhóm phải khác chỗ", en="kept apart from others"),
    "limits": Text(vi="giới hạn của nhiều chi bộ cùng lúc", en="limits of several branches together"),
    "unknown": Text(vi="chưa kịp tìm lý do", en="not found in the time given"),
    "raises": Text(vi="tăng mức “{level}” thêm {amount}", en="raises “{level}” by {amount}"),
    "need": Text(vi="đáp ứng lĩnh vực “{need}”", en="covers need “{need}”"),
    "draw": Text(vi="bốc thăm", en="by the draw"),
    "post-changed": Text(vi="đổi chức vụ: {reason}", en="post changed: {reason}"),
}
"""Why a member moves, by reason."""

REPLAN: Mapping[str, Text] = {
    "untouched": Text(
        vi="{stayed} người giữ nguyên, {moves} người phải chuyển, {joiners} người mới, {leavers} người đã rời đi.",
        en="{stayed} {stayed:stays|stay} where they are, {moves} {moves:moves|move}, {joiners} {joiners:is|are} new, "
        "{leavers} {leavers:has|have} left.",
    ),
    "untouched-closed": Text(
        vi="{stayed} người giữ nguyên, {moves} người phải chuyển, {closed} người có chi bộ cũ đã đóng, "
        "{joiners} người mới, {leavers} người đã rời đi.",
        en="{stayed} {stayed:stays|stay} where they are, {moves} {moves:moves|move}, "
        "the old branch of {closed} is closed, "
        "{joiners} {joiners:is|are} new, {leavers} {leavers:has|have} left.",
    ),
    "fewest-proved": Text(
        vi="Không phương án hợp lệ nào có ít hơn {count} lượt chuyển (đã chứng minh).",
        en="No valid plan needs fewer than {count} {count:move|moves} (proved).",
    ),
    "fewest-other": Text(
        vi="Ít nhất có thể là {count} lượt chuyển (đã chứng minh); {more} lượt còn lại để tăng mức ưu tiên cao hơn.",
        en="The fewest possible is {count} {count:move|moves} (proved); "
        "{more} more {more:raises|raise} a level that comes first.",
    ),
    "fewest-unproved": Text(
        vi="Chưa chứng minh được số lượt chuyển ít nhất.", en="The fewest possible moves are not proved."
    ),
    "protected": Text(
        vi="{count} người được giữ nguyên theo quy định hoặc --protect.",
        en="{count} {count:member is|members are} protected by the policy or --protect.",
    ),
    "moves": Text(vi="NGƯỜI PHẢI CHUYỂN", en="MOVES"),
    "edits": Text(vi="CÁI GIÁ CỦA TỪNG CHỖ SỬA", en="WHAT EACH EDIT COSTS"),
    "lost": Text(vi="LĨNH VỰC MẤT NGƯỜI PHỤ TRÁCH", en="NEEDS THAT LOST THEIR OWNER"),
    "column-name": Text(vi="Họ và tên", en="Member"),
    "column-from": Text(vi="Chi bộ theo phương án cũ", en="In the old plan"),
    "column-to": Text(vi="Chi bộ đến", en="To"),
    "column-why": Text(vi="Vì sao", en="Why"),
    "column-cell": Text(vi="Ô", en="Cell"),
    "column-edit": Text(vi="Chỗ sửa", en="Edit"),
    "column-price": Text(vi="Cái giá", en="Price"),
    "column-branch": Text(vi="Chi bộ", en="Branch"),
    "column-need": Text(vi="Lĩnh vực", en="Need"),
    "column-before": Text(vi="Trước đây", en="Before"),
    "column-after": Text(vi="Nay", en="Now"),
    "nobody": Text(vi="chưa có ai", en="nobody"),
    "edit-branch": Text(vi="{name}: về {branch}", en="{name}: to {branch}"),
    "edit-pin": Text(vi="{name}: ghim ở {branch}", en="{name}: pinned in {branch}"),
    "edit-unpin": Text(vi="{name}: bỏ ghim", en="{name}: pin taken away"),
    "price-none": Text(vi="không mất gì", en="nothing"),
    "price-needed": Text(vi="không có phương án nếu bỏ chỗ sửa này", en="there is no plan without it"),
    "price-gain": Text(vi="tốt hơn: {level} {without} → {here}", en="better: {level} {without} → {here}"),
    "price-loss": Text(vi="{level}: {here} thay vì {without}", en="{level}: {here} instead of {without}"),
    "price-unproved": Text(vi=" (chưa chứng minh)", en=" (not proved)"),
    "fewest-none": Text(vi="Không ai phải chuyển.", en="Nobody has to move."),
    "fewest-closed": Text(
        vi="Ngoài những người có chi bộ cũ đã đóng, không ai phải chuyển.",
        en="Nobody has to move but those whose old branch is closed.",
    ),
    "closed": Text(vi="CHI BỘ CŨ ĐÃ ĐÓNG", en="OLD BRANCH CLOSED"),
    "joiners": Text(vi="NGƯỜI MỚI", en="NEW"),
    "leavers": Text(vi="NGƯỜI ĐÃ RỜI ĐI", en="LEFT"),
    "joiners-are": Text(vi="Người mới: {names}", en="New: {names}"),
    "leavers-are": Text(vi="Đã rời đi: {names}", en="Left: {names}"),
    "and-more": Text(vi=" … và {count} người nữa (-v để xem hết)", en=" … and {count} more (-v shows all)"),
    "too-few-moves": Text(
        vi="Phải có ít nhất {fewest} lượt chuyển; --max-moves chỉ cho phép {max}.",
        en="At least {fewest} {fewest:move is|moves are} needed; --max-moves allows {max}.",
    ),
    "must-move": Text(
        vi="Những người được giữ lại sau đây vẫn phải chuyển: {names}.",
        en="These members are protected and would have to move all the same: {names}.",
    ),
    "clash": Text(
        vi="Không phương án nào thực hiện được cùng lúc những chỗ sửa này; phải bỏ ít nhất một chỗ:",
        en="No plan can obey these edits together; take back at least one of them:",
    ),
}
"""Texts by key."""


def say_move(move: Move, name_of: Callable[[str], str], language: Language) -> str:
    """Why a member moves; ``name_of`` gives what a branch is called."""
    if move.reason == "raises" and move.need:
        said = MOVES["need"].say(language, {"need": move.need})
    else:
        level = say_level(tuple(move.subject.split("+")), language) if move.reason == "raises" else ""
        said = MOVES[move.reason].say(
            language, {"branch": name_of(move.subject), "level": level, "amount": move.amount}
        )
    if move.is_changed and move.reason in {"raises", "draw"}:
        return MOVES["post-changed"].say(language, {"reason": said})
    return said


def say_balance(replanning: Replanning, language: Language) -> str:
    """How many stay, move, are new and have left."""
    counts = {
        "stayed": replanning.stayed,
        "moves": len(replanning.moves),
        "closed": len(replanning.closed),
        "joiners": len(replanning.joiners),
        "leavers": len(replanning.leavers),
    }
    return REPLAN["untouched-closed" if replanning.closed else "untouched"].say(language, counts)


def say_people(key: str, called: Sequence[str], language: Language, *, is_whole: bool) -> str:
    """Who is new (``joiners``) or has left (``leavers``): the first few, or everybody."""
    shown = called if is_whole or len(called) <= _FEW + 1 else called[:_FEW]
    said = REPLAN[f"{key}-are"].say(language, {"names": ", ".join(shown)})
    rest = len(called) - len(shown)
    return said + REPLAN["and-more"].say(language, {"count": rest}) if rest else said


def say_price(price: EditPrice, language: Language) -> str:
    """What an edit costs: the first level that it changes, with and without it; if that is the move, the next too."""
    if price.is_needed:
        return REPLAN["price-needed"].say(language)
    told = [price.levels[index] for index in (price.first_loss, price.first_besides_moving) if index is not None]
    said = "; ".join(_say_change(level, language) for level in told) or REPLAN["price-none"].say(language)
    return said if price.proof.value != "none" else said + REPLAN["price-unproved"].say(language)


def _say_change(level: PricedLevel, language: Language) -> str:
    is_worse = (level.here < level.without) == (level.sense == "max")
    return REPLAN["price-loss" if is_worse else "price-gain"].say(
        language, {"level": say_level(level.names, language), "here": level.here, "without": level.without}
    )


def say_fewest(replanning: Replanning, language: Language) -> str:
    """Whether fewer moves are possible."""
    if replanning.fewest is None or replanning.fewest_proof.value == "none":
        return REPLAN["fewest-unproved"].say(language)
    more = len(replanning.moves) - replanning.fewest
    if not replanning.moves:
        return REPLAN["fewest-closed" if replanning.closed else "fewest-none"].say(language)
    key = "fewest-other" if more else "fewest-proved"
    return REPLAN[key].say(language, {"count": replanning.fewest, "more": more})
