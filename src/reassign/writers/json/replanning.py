"""How a re-plan differs from the old plan, as plain JSON values (docs/reference/files.md)."""

from __future__ import annotations

from reassign.domain.replanning import EditPrice, Move, Replanning


def replanning_document(replanning: Replanning) -> dict[str, object]:
    """The value of the key ``replan``."""
    return {
        "moves": [_move(move) for move in replanning.moves],
        "stayed": replanning.stayed,
        "closed": [{"member": move.member, "from": move.origin, "to": move.branch} for move in replanning.closed],
        "joiners": list(replanning.joiners),
        "leavers": list(replanning.leavers),
        "fewest_moves": replanning.fewest,
        "fewest_proof": replanning.fewest_proof.value,
        "edits": [_price(price) for price in replanning.prices],
        "pins": [{"member": member, "branch": branch} for member, branch in sorted(replanning.pins.items())],
        "changed": list(replanning.changed),
        "as_of": None if replanning.as_of is None else replanning.as_of.isoformat(),
        "lost_owners": [
            {"branch": lost.branch, "need": lost.need, "before": lost.before, "after": lost.after or None}
            for lost in replanning.lost
        ],
        "strength": {
            branch: {"members": strength.members, "officials": strength.officials}
            for branch, strength in sorted(replanning.strength.items())
        },
    }


def _move(move: Move) -> dict[str, object]:
    return {
        "member": move.member,
        "from": move.origin,
        "to": move.branch,
        "reason": move.reason,
        "subject": move.subject or None,
        "amount": move.amount,
        "need": move.need or None,
        "post_changed": move.is_changed,
    }


def _price(price: EditPrice) -> dict[str, object]:
    loss = price.first_loss
    return {
        "member": price.edit.member,
        "kind": price.edit.kind,
        "branch": price.edit.branch or None,
        "cell": price.edit.address.cell,
        "sheet": price.edit.address.sheet,
        "before": price.edit.before,
        "after": price.edit.after,
        "levels": [
            {"names": [str(name) for name in level.names], "with": level.here, "without": level.without}
            for level in price.levels
        ],
        "first_loss": None if loss is None else [str(name) for name in price.levels[loss].names],
        "is_needed": price.is_needed,
        "proof": price.proof.value,
    }
