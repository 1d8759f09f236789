"""Why a member is where they are, and what the levels of a plan are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.domain.language import Language
from reassign.domain.plan import Proof
from reassign.messages.text import Text

REASONS: Mapping[str, Text] = {
    "pinned": Text(vi="chỉ định trước", en="pinned"),
    "in_charge": Text(vi="phụ trách địa bàn", en="in charge of the area"),
    "special": Text(vi="cán bộ chủ chốt, địa bàn đặc thù", en="key cadre for a special area"),
    "residence_area": Text(vi="cư trú tại địa bàn", en="lives in the area"),
    "residence_unit": Text(vi="cư trú trong phường, xã", en="lives in the unit"),
    "need": Text(vi="lĩnh vực còn hạn chế: {detail}", en="needed field: {detail}"),
    "committee": Text(vi="bổ sung cấp ủy", en="committee vacancy"),
    "post": Text(vi="chức danh còn khuyết: {detail}", en="vacant post: {detail}"),
    "continuity": Text(vi="giữ nguyên nơi sinh hoạt", en="stays where they are"),
    "minimum": Text(vi="đủ số lượng tối thiểu", en="reaches the minimum"),
    "balance": Text(vi="cân đối giữa các chi bộ", en="balances the branches"),
    "distance": Text(vi="gần nơi ở", en="close to home"),
    "draw": Text(vi="bốc thăm", en="by the draw"),
}
"""Texts by reason code; what follows the colon of a code is ``detail``."""

AS_BEFORE = Text(vi="giữ như phương án trước", en="as in the plan before")
"""Instead of continuity for whoever is not there yet: an earlier plan chose the branch, and they still have to move."""

PRIORITIES: Mapping[str, Text] = {
    "shortfall": Text(vi="Thiếu so với tối thiểu", en="Below the minimum"),
    "in_charge": Text(vi="Đúng địa bàn phụ trách", en="In charge of the area"),
    "special": Text(vi="Địa bàn đặc thù có cán bộ chủ chốt", en="Special areas with a key cadre"),
    "residence": Text(vi="Gần nơi cư trú", en="Residence"),
    "needs": Text(vi="Lĩnh vực được bổ sung", en="Needs covered"),
    "committee": Text(vi="Bổ sung cấp ủy", en="Committee vacancies"),
    "posts": Text(vi="Chức danh còn khuyết", en="Vacant posts"),
    "continuity": Text(vi="Giữ nguyên nơi sinh hoạt", en="Continuity"),
    "balance": Text(vi="Cân đối số lượng", en="Balance"),
    "distance": Text(vi="Khoảng cách", en="Distance"),
    "draw": Text(vi="Bốc thăm", en="Draw"),
}
"""Names of the levels by priority."""

COUNTED: Mapping[str, Text] = {
    "shortfall": Text(vi="người còn thiếu", en="members lacking"),
    "in_charge": Text(vi="người", en="members"),
    "special": Text(vi="chi bộ", en="branches"),
    "residence": Text(vi="điểm: 2 ở địa bàn, 1 trong phường, xã", en="points: 2 in the area, 1 in the unit"),
    "needs": Text(vi="lĩnh vực, theo trọng số", en="fields by weight"),
    "committee": Text(vi="chỗ", en="seats"),
    "posts": Text(vi="chức danh", en="posts"),
    "continuity": Text(vi="người", en="members"),
    "balance": Text(vi="tổng bình phương số người của các chi bộ", en="sum of the squares of the loads"),
    "distance": Text(vi="mét, cộng lại", en="metres in all"),
    "draw": Text(vi="tổng các số thăm", en="sum of the lots"),
}
"""What the value of a level is a number of, by priority."""

PROOFS: Mapping[Proof, Text] = {
    Proof.CERTIFICATE: Text(vi="tốt nhất (có chứng minh)", en="best (proof enclosed)"),
    Proof.SOLVER: Text(vi="tốt nhất (theo bộ giải)", en="best (says the solver)"),
    Proof.NONE: Text(vi="chưa chứng minh", en="not proved"),
}
"""What the proof of a level means."""


def say_reason(code: str, language: Language, *, has_to_move: bool = False) -> str:
    """A reason code such as ``need:môi trường`` in words; an unknown code as it is.

    Args:
        code: The code.
        language: Of the words.
        has_to_move: Whether the member is in another branch today, so that nobody may say that they stay.
    """
    if code == "continuity" and has_to_move:
        return AS_BEFORE.say(language)
    kind, _, detail = code.partition(":")
    text = REASONS.get(kind)
    return text.say(language, {"detail": detail}) if text else code


def say_level(names: tuple[str, ...], language: Language) -> str:
    """The priorities of a level in words."""
    return " + ".join(PRIORITIES[name].say(language) if name in PRIORITIES else name for name in names)


OF_TABLE: Mapping[str, Text] = {
    "counted": Text(vi="cộng lại, theo đơn vị của bảng khoảng cách", en="in all, in the unit of the distances table"),
    "measured": Text(vi="theo bảng", en="as in the table"),
}
"""Instead of metres where distances come from a table, of which nobody knows the unit."""

MEASURES: Mapping[str, Text] = {
    "balance": Text(vi="tổng bình phương", en="sum of squares"),
    "distance": Text(vi="mét", en="metres"),
    "draw": Text(vi="tổng số thăm", en="sum of lots"),
}
"""The same in a word or two, where the name of a priority alone does not tell what its figure is."""


def say_measured(names: Sequence[str], language: Language, *, has_distance_table: bool = False) -> str:
    """The name of a level with what it is measured in, where that is not plain."""
    name = say_level(tuple(names), language)
    key = "+".join(names)
    if key not in MEASURES:
        return name
    text = OF_TABLE["measured"] if key == "distance" and has_distance_table else MEASURES[key]
    return f"{name} ({text.say(language)})"


def say_counted(names: Sequence[str], language: Language, *, has_distance_table: bool = False) -> str:
    """What the value of a level is a number of; empty where weights add up different things."""
    if len(names) != 1 or names[0] not in COUNTED:
        return ""
    if names[0] == "distance" and has_distance_table:
        return OF_TABLE["counted"].say(language)
    return COUNTED[names[0]].say(language)
