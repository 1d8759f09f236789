"""The price curve as plain JSON values (docs/reference/files.md)."""

from __future__ import annotations

from reassign.domain.curve import Curve, CurvePoint


def curve_entries(curve: Curve) -> list[dict[str, object]]:
    """The list under the key ``curve``: one entry per number of moves, its levels in order, the draw last."""
    return [_point(point) for point in curve.points]


def _point(point: CurvePoint) -> dict[str, object]:
    return {
        "moves": point.moves,
        "levels": [
            {"names": [str(name) for name in level.names], "sense": level.sense, "value": level.value}
            for level in point.levels
        ],
        "proof": point.proof.value,
    }
