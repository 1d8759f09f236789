"""Who and what counts as next door because nobody said where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Policy, Priority
from reassign.domain.roster import LIST_SEPARATOR, Branch, Member

_NAMED = 5
"""How many are named; a list of all would hide the other findings."""


def missing_distances(
    members: Iterable[Member],
    branches: Sequence[Branch],
    distances: Mapping[str, Mapping[str, int]] | None,
    policy: Policy,
) -> Iterator[Finding]:
    """A warning for members and one for branches without coordinates, where ways count and what is missing counts as 0.

    Nothing is said where a table of distances decides, or where no way at all is known, since nobody then counts as
    nearer than anybody else.
    """
    is_counted = any(Priority.DISTANCE in level.names for level in policy.order)
    if distances is not None or policy.distance_missing == "forbidden" or not is_counted:
        return
    people = tuple(members)
    lost_people: list[Member | Branch] = [member for member in people if _is_lost(member)]
    lost_places: list[Member | Branch] = [branch for branch in branches if _is_lost(branch)]
    if len(lost_people) == len(people) or len(lost_places) == len(branches):
        return
    for code, lost in (("R167", lost_people), ("R168", lost_places)):
        if lost:
            first = min(lost, key=lambda one: (one.address.file, one.address.sheet, one.address.row))
            names = LIST_SEPARATOR.join(f"{one.name} ({one.id})" for one in lost[:_NAMED])
            more = "; …" if len(lost) > _NAMED else ""
            yield Finding(code, Severity.WARNING, first.address, names + more, {"count": len(lost)})


def _is_lost(one: Member | Branch) -> bool:
    return one.latitude is None or one.longitude is None
