"""A comparison as plain JSON values (docs/reference/files.md)."""

from __future__ import annotations

from reassign.domain.comparison import Change, ComparedLoad, Comparison, Passage


def comparison_document(comparison: Comparison) -> dict[str, object]:
    """Plans by index; every list of ``values`` or ``received`` has one entry a plan, null where it has none."""
    return {
        "schema_version": 1,
        "same": comparison.is_same,
        "plans": [
            {
                "file": plan.file,
                "name": plan.title,
                "status": plan.status,
                "seed": plan.seed,
                "members": plan.members,
                "branches": plan.branches,
                "moved": plan.moved,
                "uncovered": plan.uncovered,
                "measured": plan.is_measured,
            }
            for plan in comparison.plans
        ],
        "differences": [{"key": one.key, "values": list(one.values)} for one in comparison.differences],
        "levels": [
            {
                "names": list(level.names),
                "sense": level.sense,
                "values": list(level.values),
                "ordered": list(level.is_ordered),
            }
            for level in comparison.levels
        ],
        "loads": [_load(load) for load in comparison.loads],
        "moves": [_change(change) for change in comparison.changes],
        "succeeded": [_succession(change) for change in comparison.successions],
        "joined": [_passage(one) for one in comparison.passages if one.has_joined],
        "left": [_passage(one) for one in comparison.passages if not one.has_joined],
    }


def _load(load: ComparedLoad) -> dict[str, object]:
    return {
        "branch": load.branch,
        "name": load.name,
        "unit": load.unit,
        "received": list(load.received),
        "min": [None if limits is None else limits[0] for limits in load.limits],
        "max": [None if limits is None else limits[1] for limits in load.limits],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        **_succession(change),
        "outcome": change.outcome,
        "effects": [
            {"priority": effect.priority, "before": effect.before, "after": effect.after} for effect in change.effects
        ],
        "reasons": {"from": list(change.reasons_before), "to": list(change.reasons_after)},
    }


def _succession(change: Change) -> dict[str, object]:
    return {
        "plan": change.plan,
        "member": change.member,
        "name": change.name,
        "from": change.before,
        "to": change.after,
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {"plan": passage.plan, "member": passage.member, "name": passage.name, "branch": passage.branch}
