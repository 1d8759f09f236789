"""A case folder written from an instance: canonical csv rosters, the smaller tables and a policy."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reassign.domain.instance import Instance
from reassign.domain.policy import Level, Limits, Policy
from reassign.domain.roster import Branch, Member


def write_case(folder: Path, instance: Instance) -> None:
    """Write everything that the command line needs to ask the same question."""
    _write_table(folder / "members.csv", [_member_row(instance, member) for member in instance.members])
    _write_table(folder / "branches.csv", [_branch_row(branch) for branch in instance.branches])
    inputs = {"members": "members.csv", "branches": "branches.csv"}
    lineage = [
        {"from_branch": old, "to_branch": new}
        for old in sorted(instance.successors)
        for new in instance.successors[old]
    ]
    if lineage:
        _write_table(folder / "lineage.csv", lineage)
        inputs["lineage"] = "lineage.csv"
    if instance.distances is not None:
        rows = [
            {"member": member, "branch": branch, "distance": str(value)}
            for member, row in instance.distances.items()
            for branch, value in row.items()
        ]
        _write_table(folder / "distances.csv", rows or [{"member": "", "branch": "", "distance": ""}])
        inputs["distances"] = "distances.csv"
    (folder / "reassign.toml").write_text(_toml(inputs, instance.policy), encoding="utf-8")


def _write_table(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(row for row in rows if any(row.values()))


def _listed(values: Iterable[str]) -> str:
    return ";".join(values)


def _number(value: float | None) -> str:
    return "" if value is None else str(value)


def _member_row(instance: Instance, member: Member) -> dict[str, str]:
    areas = {area for branch in instance.branches if branch.unit == member.residence_unit for area in branch.areas}
    has_place = member.latitude is not None and member.longitude is not None
    return {
        "id": member.id,
        "name": f"Người {member.id}",
        "status": member.status,
        "unit": member.unit,
        "residence_unit": member.residence_unit,
        # An area that no branch covers is an input error by itself and changes no value.
        "residence_area": member.residence_area if member.residence_area in areas else "",
        "fields": _listed(member.fields),
        "in_charge_of": _listed(member.in_charge_of),
        "key_cadre": "yes" if member.key_cadre else "",
        "committee_eligible": "có" if member.committee_eligible else "",
        "eligible_posts": _listed(member.eligible_posts),
        "exempt": "x" if member.exempt else "",
        "current_branch": member.current_branch_id or "",
        "pinned_branch": instance.pins.get(member.id, ""),
        "excluded_branches": _listed(branch for owner, branch in sorted(instance.exclusions) if owner == member.id),
        "together": _listed(member.together),
        "apart": _listed(member.apart),
        "latitude": _number(member.latitude) if has_place else "",
        "longitude": _number(member.longitude) if has_place else "",
    }


def _branch_row(branch: Branch) -> dict[str, str]:
    has_place = branch.latitude is not None and branch.longitude is not None
    return {
        "id": branch.id,
        "name": branch.name,
        "unit": branch.unit,
        "areas": _listed(branch.areas),
        "min": _number(branch.min),
        "max": _number(branch.max),
        "members_now": _number(branch.members_now),
        "needs": _listed(branch.needs),
        "special": "1" if branch.special else "",
        "committee_vacancies": _number(branch.committee_vacancies or None),
        "vacant_posts": _listed(branch.vacant_posts),
        "latitude": _number(branch.latitude) if has_place else "",
        "longitude": _number(branch.longitude) if has_place else "",
    }


def _toml(inputs: Mapping[str, str], policy: Policy) -> str:
    lines = ["[inputs]", *(f"{role} = {json.dumps(name)}" for role, name in inputs.items())]
    lines += ["[policy.limits]", *_limit_lines(policy.limits)]
    for branch, limit in policy.limits.branches.items():
        lines.append(f"[policy.limits.branch.{json.dumps(branch)}]")
        lines += [f"min = {limit.min}"] if limit.min is not None else []
        if limit.is_unlimited:
            lines.append('max = "none"')
        elif limit.max is not None:
            lines.append(f"max = {limit.max}")
    lines += ["[policy.scope]", f'within = "{policy.scope}"']
    if policy.is_order_given:
        lines += ["[policy.priorities]", f"order = [{', '.join(_level(level) for level in policy.order)}]"]
    if policy.needs_weights:
        weights = ", ".join(f"{json.dumps(name)} = {weight}" for name, weight in policy.needs_weights.items())
        lines += ["[policy.needs]", f"weights = {{ {weights} }}"]
    lines += ["[policy.balance]", f'count = "{policy.balance_count}"']
    lines += ["[policy.distance]", f'missing = "{policy.distance_missing}"']
    for quota in policy.quotas:
        wanted = ", ".join(f"{key} = {json.dumps(value)}" for key, value in quota.members.attributes)
        branches = quota.branches if isinstance(quota.branches, str) else list(quota.branches)
        lines += ["[[policy.quota]]", f"members = {{ {wanted} }}", f"branches = {json.dumps(branches)}"]
        lines += [f"{side} = {bound}" for side, bound in (("min", quota.min), ("max", quota.max)) if bound is not None]
    return "\n".join([*lines, ""])


def _limit_lines(limits: Limits) -> list[str]:
    return [f"min = {limits.min}", 'max = "none"' if limits.max is None else f"max = {limits.max}"]


def _level(level: Level) -> str:
    if not level.is_weighted:
        return json.dumps(level.terms[0][0].value)
    return "{ " + ", ".join(f"{name.value} = {weight}" for name, weight in level.terms) + " }"
