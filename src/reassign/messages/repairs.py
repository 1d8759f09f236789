"""What would make a plan possible, in words."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.domain.plan import Repair, RepairChange
from reassign.messages.text import Text

REPAIRS: Mapping[str, Text] = {
    "head": Text(
        vi="Cách sửa ít thay đổi nhất (đã thử, mỗi cách đều có phương án):",
        en="Smallest changes that make a plan possible (each was tried):",
    ),
    "none": Text(
        vi="Không có cách sửa nào trong những gì quy định cho phép thay đổi ([policy.repair] flex = {flex}).",
        en="Nothing that the policy lets change would help ([policy.repair] flex = {flex}).",
    ),
    "helpful": Text(
        vi="Những gì quy định đang cho phép thay đổi thì không đủ. Sẽ có cách sửa nếu cho phép đổi cả: {kinds}. "
        "Ghi vào tệp quy định: [policy.repair] flex = [{keys}]",
        en="Nothing that the policy lets change would help. There is a repair if these may change too: {kinds}. "
        "Write into the policy: [policy.repair] flex = [{keys}]",
    ),
    "total": Text(vi="tổng thay đổi {total}:", en="total change {total}:"),
    "cells": Text(vi="xem {cells}", en="see {cells}"),
    "more-cells": Text(vi="{cells} và {count} ô khác", en="{cells} and {count} more cells"),
    "apply": Text(
        vi="Ghi cách sửa N thành tệp quy định: thêm --apply-repair N",
        en="To write change N into a policy file: add --apply-repair N",
    ),
    "remark": Text(
        vi="Quy định có cách sửa: {repair}. Hãy đọc lại trước khi dùng.",
        en="The policy with this change: {repair}. Read it again before you use it.",
    ),
    "written": Text(
        vi="Đã ghi {file}; quy định cũ không đổi. Lập lại phương án với: {command}",
        en="Wrote {file}; the old policy is as it was. To plan with it: {command}",
    ),
    "min": Text(vi="{branch}: tối thiểu {before} → {after}", en="{branch}: minimum {before} → {after}"),
    "max": Text(vi="{branch}: tối đa {before} → {after}", en="{branch}: maximum {before} → {after}"),
    "pin": Text(vi="bỏ chỉ định {member} về {branch}", en="drop the pin of {member} to {branch}"),
    "forbid": Text(vi="cho phép {member} về {branch}", en="let {member} go to {branch}"),
    "quota-min": Text(
        vi="{branch}: chỉ tiêu số {quota}, tối thiểu {before} → {after}",
        en="{branch}: quota {quota}, minimum {before} → {after}",
    ),
    "quota-max": Text(
        vi="{branch}: chỉ tiêu số {quota}, tối đa {before} → {after}",
        en="{branch}: quota {quota}, maximum {before} → {after}",
    ),
}
"""Texts by key; quotas are counted from one, as they stand in the policy."""


def say_changes(
    repair: Repair, branch_names: Mapping[str, str], member_names: Mapping[str, str], language: Language
) -> list[str]:
    """Each change of a repair by itself.

    Args:
        repair: The repair.
        branch_names: Name by branch id.
        member_names: Name by member id.
        language: Language of the words.
    """
    return [_say_change(change, branch_names, member_names, language) for change in repair.changes]


def _say_change(
    change: RepairChange, branch_names: Mapping[str, str], member_names: Mapping[str, str], language: Language
) -> str:
    key = f"quota-{change.bound}" if change.what == "quota" else change.what
    return REPAIRS[key].say(
        language,
        {
            "branch": branch_names.get(change.branch, change.branch),
            "member": member_names.get(change.member, change.member),
            "before": change.before,
            "after": change.after,
            "quota": 0 if change.quota is None else change.quota + 1,
        },
    )
