"""What the keys of a policy, and what was asked besides it, are called."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.messages.reasons import PRIORITIES, say_level
from reassign.messages.roles import ROLES
from reassign.messages.text import Text

POLICY_KEYS: Mapping[str, Text] = {
    "policy.name": Text("Tên phương án", "Name"),
    "policy.effective": Text("Ngày thực hiện", "Effective date"),
    "policy.limits.min": Text("Số nhận về ít nhất", "Fewest received"),
    "policy.limits.max": Text("Số nhận về nhiều nhất", "Most received"),
    "policy.scope.within": Text("Phạm vi phân công", "Scope"),
    "policy.priorities.order": Text("Thứ tự ưu tiên", "Order of priorities"),
    "policy.priorities.is_default": Text("Dùng thứ tự mặc định", "Default order"),
    "policy.residence.basis": Text("Nơi cư trú tính theo", "Residence by"),
    "policy.balance.count": Text("Cân đối tính theo", "Balance by"),
    "policy.distance.missing": Text("Khi thiếu khoảng cách", "Missing distances"),
    "policy.quota": Text("Chỉ tiêu", "Quotas"),
    "policy.repair.flex": Text("Điều được nới khi không có phương án", "What a repair may change"),
    "policy.repair.drop": Text("Điều đã bỏ khi không có phương án", "What a repair dropped"),
    "policy.replan.protect": Text("Người được giữ nguyên", "Protected members"),
    "policy.replan.max_moves": Text("Số lượt chuyển nhiều nhất", "Most moves"),
    "policy.thresholds.branch": Text("Số chính thức để lập chi bộ", "Official members of a branch"),
    "policy.thresholds.committee": Text("Số chính thức để bầu chi ủy", "Official members for a committee"),
    "policy.thresholds.large": Text("Số đảng viên của chi bộ đông", "Members of a large branch"),
    "policy.deadlines.start": Text("Số ngày làm việc để bắt đầu chuyển", "Working days to begin"),
    "policy.deadlines.present": Text("Số ngày làm việc để nộp giấy giới thiệu", "Working days to present the letter"),
    "policy.allow_shortfall": Text("Cho phép thiếu so với tối thiểu", "Shortfall allowed"),
    "seed": Text("Số bốc thăm", "Seed of the draw"),
}
"""Names of the keys whose last part is no name of the user's."""

_BRANCH = {
    "min": Text("Số nhận về ít nhất của chi bộ {name}", "Fewest received by branch {name}"),
    "max": Text("Số nhận về nhiều nhất của chi bộ {name}", "Most received by branch {name}"),
}
_WEIGHT = Text("Trọng số của lĩnh vực {name}", "Weight of the field {name}")
_INPUT = Text("Tệp: {name}", "File: {name}")

VALUES: Mapping[tuple[str, str], Text] = {
    ("policy.scope.within", "unit"): Text("trong đơn vị của mình", "own unit"),
    ("policy.scope.within", "any"): Text("mọi chi bộ", "every branch"),
    ("policy.limits.max", "none"): Text("không giới hạn", "no limit"),
    ("policy.residence.basis", "registered"): Text("hộ khẩu thường trú", "registered residence"),
    ("policy.residence.basis", "current"): Text("nơi ở hiện nay", "current residence"),
    ("policy.balance.count", "received"): Text("số nhận về", "received members"),
    ("policy.balance.count", "total"): Text("tổng số đảng viên", "all members"),
    ("policy.distance.missing", "zero"): Text("tính là 0", "counted as 0"),
    ("policy.distance.missing", "forbidden"): Text("không được phân công", "no candidate"),
}
"""Words that stand for a choice, by key."""


def say_policy_key(key: str, language: Language) -> str:
    """What the key is called, with the key itself behind it; the key alone where it has no name."""
    said = _said(key, language)
    return f"{said} ({key.removeprefix('policy.')})" if said else key


def say_order(text: str, language: Language) -> str:
    """An order of priorities, written as JSON, in words; anything else as it is."""
    try:
        levels = json.loads(text)
    except ValueError:
        return text
    if not isinstance(levels, list) or not all(isinstance(level, str | dict) for level in levels):
        return text
    return ", ".join(
        say_level((level,), language)
        if isinstance(level, str)
        else " + ".join(f"{weight} × {_priority(name, language)}" for name, weight in level.items())
        for level in levels
    )


def _priority(name: str, language: Language) -> str:
    return PRIORITIES[name].say(language) if name in PRIORITIES else name


def _said(key: str, language: Language) -> str:
    if key in POLICY_KEYS:
        return POLICY_KEYS[key].say(language)
    if key.startswith("policy.limits.branch."):
        name, _, bound = key.removeprefix("policy.limits.branch.").rpartition(".")
        return _BRANCH[bound].say(language, {"name": name}) if bound in _BRANCH else ""
    if key.startswith("policy.needs.weights."):
        return _WEIGHT.say(language, {"name": key.removeprefix("policy.needs.weights.")})
    role = key.removeprefix("inputs.")
    return _INPUT.say(language, {"name": ROLES[role].say(language)}) if role in ROLES and role != key else ""
