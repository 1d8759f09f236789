"""A sweep as plain JSON values (docs/reference/files.md)."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.sweep import Sweep, SweepPoint
from reassign.messages.infeasible import Teller
from reassign.writers.json.conflict import conflict_document


def sweep_document(sweep: Sweep, instance: Instance, language: Language) -> dict[str, object]:
    """The points in their order; a limit that is none is ``"none"``, as the policy writes it."""
    teller = Teller(instance, language)
    return {
        "schema_version": 1,
        "key": sweep.key,
        "current": _written(sweep.current),
        "points": [_point(point, teller) for point in sweep.points],
    }


def _point(point: SweepPoint, teller: Teller) -> dict[str, object]:
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
        "conflicts": [conflict_document(conflict, teller.conflict(conflict)) for conflict in point.conflicts],
    }


def _written(value: int | None) -> int | str:
    return "none" if value is None else value
