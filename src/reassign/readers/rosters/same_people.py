"""Whether an earlier plan speaks of the people of the roster: the same ids are no proof of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.values import composed
from reassign.readers.rosters.incumbent import IncumbentReading


def check_same_people(reading: IncumbentReading, members: Mapping[str, Member]) -> tuple[Finding, ...]:
    """Members whose id has another name in the earlier plan, one warning each; one error if it is most of them.

    Spellings that fold alike are one name. A table that tells no names is taken as it is.

    Args:
        reading: The earlier plan.
        members: Members of the roster by id.
    """
    told = _names(reading)
    shared = [member for member in members.values() if member.id in told]
    others = [member for member in shared if fold(told[member.id]) != fold(member.name)]
    if 2 * len(others) > len(shared) and reading.file is not None:
        first = others[0]
        parameters: dict[str, str | int] = {
            "count": len(others),
            "shared": len(shared),
            "member": first.id,
            "name": first.name,
            "other": told[first.id],
        }
        name = reading.file.source.name
        return (Finding("R158", Severity.ERROR, CellAddress(name), name, parameters),)
    return tuple(
        Finding(
            "R157",
            Severity.WARNING,
            replace(member.address, column=member.columns.get("name", 0)),
            member.name,
            {"member": member.id, "other": told[member.id]},
        )
        for member in others
    )


def _names(reading: IncumbentReading) -> Mapping[str, str]:
    """Names by member id, as our own earlier plan tells them."""
    placements = None if reading.document is None else (reading.document.document or {}).get("placements")
    entries = [entry for entry in (placements if isinstance(placements, list) else ()) if isinstance(entry, dict)]
    return {
        composed(str(entry.get("member"))): name
        for entry in entries
        if isinstance(name := entry.get("name"), str) and name.strip()
    }
