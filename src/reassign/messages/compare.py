"""Words of a comparison: on the terminal, in the workbook, in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reassign.domain.comparison import Change, ComparedLoad, Effect, Outcome, Scalar
from reassign.domain.language import Language
from reassign.messages.policy_keys import VALUES, say_order
from reassign.messages.reasons import PRIORITIES
from reassign.messages.text import Text

COMPARE: Mapping[str, Text] = {
    "title": Text(vi="SO SÁNH CÁC PHƯƠNG ÁN", en="PLANS SIDE BY SIDE"),
    "same": Text(
        vi="Các phương án xếp cùng những người vào cùng những chi bộ.",
        en="The plans place the same members in the same branches.",
    ),
    "differences": Text(vi="Khác nhau về yêu cầu:", en="What was asked differently:"),
    "no-differences": Text(vi="Quy định, số bốc thăm và dữ liệu như nhau.", en="Policy, seed and inputs are the same."),
    "levels": Text(vi="Các mức ưu tiên:", en="Priorities:"),
    "measured": Text(
        vi="* không nằm trong thứ tự ưu tiên của phương án đó, chỉ đo để so sánh",
        en="* not in the order of that plan's policy, only measured for comparison",
    ),
    "loads": Text(vi="Chi bộ nhận số người khác nhau:", en="Branches that receive another number of members:"),
    "same-loads": Text(vi="Mọi chi bộ nhận số người như nhau.", en="Every branch receives the same number of members."),
    "against": Text(
        vi="{other} so với {first}: {count} người ở chi bộ khác",
        en="{other} against {first}: {count} {count:member|members} in another branch",
    ),
    "outcomes": Text(
        vi=" ({gains} được lợi, {loses} bị thiệt, {even} không hơn không kém)",
        en=" ({gains} {gains:gains|gain}, {loses} {loses:loses|lose}, {even} neither)",
    ),
    "successions": Text(
        vi="; {count} người ở chi bộ kế thừa chi bộ cũ, không phải đổi chỗ",
        en="; {count} in a branch that succeeds theirs, which is no change of place",
    ),
    "passages": Text(vi="; {joined} người mới, {left} người không còn", en="; {joined} joined, {left} left"),
    "not-measured": Text(
        vi="Không nói được ai được lợi, ai bị thiệt: danh sách của {files} đã thay đổi hoặc không còn ở chỗ cũ.",
        en="Who gains and who loses cannot be told: the rosters of {files} have changed or are not where they were.",
    ),
    "more": Text(vi="… và {count} nữa (thêm -v để xem hết)", en="… and {count} more (add -v to see all)"),
    "succeeds": Text(vi="ở chi bộ kế thừa, không phải đổi chỗ", en="in the successor, no change of place"),
    "joined": Text(vi="người mới, vào {branch}", en="joined, in {branch}"),
    "left": Text(vi="không còn, trước ở {branch}", en="left, was in {branch}"),
    "from-to": Text(vi="{before} → {after}", en="{before} → {after}"),
    "absent": Text(vi="–", en="–"),
    "no-limit": Text(vi="không", en="none"),
    "yes": Text(vi="có", en="yes"),
    "no": Text(vi="không", en="no"),
    # columns
    "plan": Text(vi="Phương án", en="Plan"),
    "file": Text(vi="Tệp", en="File"),
    "name": Text(vi="Tên", en="Name"),
    "status": Text(vi="Kết quả", en="Outcome"),
    "members": Text(vi="Đảng viên", en="Members"),
    "branches": Text(vi="Chi bộ", en="Branches"),
    "moved": Text(vi="Chuyển giữa các chi bộ", en="Between branches"),
    "uncovered": Text(vi="Lĩnh vực còn thiếu", en="Needs uncovered"),
    "key": Text(vi="Mục", en="Item"),
    "level": Text(vi="Ưu tiên", en="Priority"),
    "better": Text(vi="Tốt hơn khi", en="Better is"),
    "branch": Text(vi="Chi bộ", en="Branch"),
    "unit": Text(vi="Đơn vị", en="Unit"),
    "member": Text(vi="Đảng viên", en="Member"),
    "id": Text(vi="Mã", en="Id"),
    "before": Text(vi="Chi bộ ở {plan}", en="Branch in {plan}"),
    "after": Text(vi="Chi bộ ở phương án kia", en="Branch in the other"),
    "reasons": Text(vi="Căn cứ ở phương án kia", en="Reason in the other"),
    "received": Text(vi="{plan}: nhận về", en="{plan}: received"),
    "limits": Text(vi="{plan}: giới hạn", en="{plan}: limits"),
    "move": Text(vi="Từ → đến", en="From → to"),
    "outcome": Text(vi="Được, mất", en="Gain or loss"),
    "effects": Text(vi="Cụ thể", en="In what"),
    "sheet-overview": Text(vi="So sánh", en="Comparison"),
    "sheet-loads": Text(vi="Số lượng từng chi bộ", en="Loads"),
    "sheet-changes": Text(vi="Người đổi chi bộ", en="Changes"),
    "title-loads": Text(vi="SỐ ĐẢNG VIÊN NHẬN VỀ CỦA TỪNG CHI BỘ", en="MEMBERS RECEIVED BY EVERY BRANCH"),
    "title-changes": Text(vi="ĐẢNG VIÊN Ở CHI BỘ KHÁC SO VỚI {plan}", en="MEMBERS IN ANOTHER BRANCH THAN IN {plan}"),
    "page": Text(vi="Trang &P/&N", en="Page &P of &N"),
    "none": Text(vi="Không có.", en="None."),
    "optimal": Text(vi="tốt nhất, đã chứng minh", en="proved best"),
    "feasible": Text(vi="hợp lệ, chưa chứng minh hết", en="valid, not all proved"),
    "max": Text(vi="nhiều hơn", en="more"),
    "min": Text(vi="ít hơn", en="less"),
}
"""Texts by key."""

OUTCOMES: Mapping[Outcome, Text] = {
    "gains": Text(vi="được lợi", en="gains"),
    "loses": Text(vi="bị thiệt", en="loses"),
    "even": Text(vi="như nhau", en="even"),
}
"""What a member has from a change."""

_EFFECTS: Mapping[tuple[str, int, int], Text] = {
    ("in_charge", 0, 1): Text(vi="về địa bàn mình phụ trách", en="comes to the area in their charge"),
    ("in_charge", 1, 0): Text(vi="rời địa bàn mình phụ trách", en="leaves the area in their charge"),
    ("residence", 0, 1): Text(vi="về phường, xã nơi cư trú", en="comes to the unit where they live"),
    ("residence", 0, 2): Text(vi="về địa bàn nơi cư trú", en="comes to the area where they live"),
    ("residence", 1, 2): Text(vi="về địa bàn nơi cư trú", en="comes to the area where they live"),
    ("residence", 2, 1): Text(
        vi="rời địa bàn nơi cư trú, còn trong phường, xã", en="leaves the area where they live, not the unit"
    ),
    ("residence", 1, 0): Text(vi="rời phường, xã nơi cư trú", en="leaves the unit where they live"),
    ("residence", 2, 0): Text(vi="rời phường, xã nơi cư trú", en="leaves the unit where they live"),
    ("continuity", 0, 1): Text(vi="được giữ nguyên nơi sinh hoạt", en="stays where they were"),
    ("continuity", 1, 0): Text(vi="phải chuyển nơi sinh hoạt", en="has to move"),
}
_NEARER = Text(vi="gần hơn {difference} ({before} → {after})", en="nearer by {difference} ({before} → {after})")
_FARTHER = Text(vi="xa hơn {difference} ({before} → {after})", en="farther by {difference} ({before} → {after})")
_OTHER = Text(vi="{priority}: {before} → {after}", en="{priority}: {before} → {after}")


def say_effect(effect: Effect, language: Language) -> str:
    """What changes for the member, in words; distances in the unit they were given in."""
    known = _EFFECTS.get((effect.priority, effect.before, effect.after))
    if known is not None:
        return known.say(language)
    numbers = {"before": effect.before, "after": effect.after}
    if effect.priority == "distance":
        text = _NEARER if effect.after < effect.before else _FARTHER
        return text.say(language, {**numbers, "difference": abs(effect.after - effect.before)})
    name = PRIORITIES[effect.priority].say(language) if effect.priority in PRIORITIES else effect.priority
    return _OTHER.say(language, {**numbers, "priority": name})


def say_outcome(change: Change, language: Language) -> str:
    """Gain or loss in one or two words; empty if it cannot be told."""
    return OUTCOMES[change.outcome].say(language) if change.outcome else ""


def say_value(key: str, value: Scalar, language: Language) -> str:
    """The value of a key of a policy as an officer reads it."""
    if isinstance(value, str) and (key, value) in VALUES:
        return VALUES[key, value].say(language)
    if key == "policy.priorities.order" and isinstance(value, str):
        return say_order(value, language)
    if value is None:
        return COMPARE["absent"].say(language)
    if isinstance(value, bool):
        return COMPARE["yes" if value else "no"].say(language)
    if isinstance(value, str) and value[:1] in "[{" and value:
        return _say_list(value)
    return str(value)


def _say_list(text: str) -> str:
    """A list of plain names without the signs of JSON; anything deeper as it is."""
    entries = json.loads(text) if text.endswith(("]", "}")) else None
    if isinstance(entries, list) and all(isinstance(entry, str) for entry in entries):
        return ", ".join(entries)
    return text


def say_limits(load: ComparedLoad, plan: int, language: Language) -> str:
    """Limits of a branch in a plan: ``1–7``."""
    limits = load.limits[plan]
    if limits is None:
        return COMPARE["absent"].say(language)
    least, most = limits
    return f"{least}–{'∞' if most is None else most}"


def plan_letter(index: int) -> str:
    """What a plan is called in tables: A, B, C … and from the 27th on by its number."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)
