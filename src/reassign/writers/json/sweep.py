"""A sweep as plain JSON values (docs/reference/files.md)."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.domain.sweep import Sweep, SweepPoint
from reassign.messages.conflicts import say_conflict


def sweep_document(
    sweep: Sweep, branch_names: Mapping[str, str], member_names: Mapping[str, str], language: Language
) -> dict[str, object]:
    """The points in their order; a limit that is none is ``"none"``, as the policy writes it."""
    return {
        "schema_version": 1,
        "key": sweep.key,
        "current": _written(sweep.current),
        "points": [_point(point, branch_names, member_names, language) for point in sweep.points],
    }


def _point(
    point: SweepPoint, branch_names: Mapping[str, str], member_names: Mapping[str, str], language: Language
) -> dict[str, object]:
    return {
        "value": _written(point.value),
        "current": point.is_current,
        "status": point.status,
        "priorities": [
            {
                "names": [str(name) for name in level.names],
                "sense": level.sense,
                "value": level.value,
                "bound": level.bound,
                "proof": level.proof.value,
            }
            for level in point.levels
        ],
        "moved": point.moved if point.is_feasible else None,
        "changed": point.changed,
        "uncovered": point.uncovered if point.is_feasible else None,
        "lowest": point.lowest if point.is_feasible else None,
        "highest": point.highest if point.is_feasible else None,
        "measures": dict(point.measures),
        "conflicts": [
            {
                "kind": conflict.kind,
                "unit": conflict.unit,
                "branches": list(conflict.branches),
                "members": list(conflict.members),
                "need": conflict.need,
                "have": conflict.have,
                "message": say_conflict(conflict, branch_names, member_names, language),
            }
            for conflict in point.conflicts
        ],
    }


def _written(value: int | None) -> int | str:
    return "none" if value is None else value
