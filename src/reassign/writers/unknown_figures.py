"""Why some figures of a summary are empty or leave people out, told once instead of cell by cell."""

from __future__ import annotations

from reassign.writers.telling import Telling


def unknown_figures(telling: Telling) -> tuple[str, ...]:
    """Sentences, the largest gap first; none if everything is known."""
    members = [each.member for each in telling.received()]
    branches = [each.branch for unit in telling.units for each in unit.branches]
    counts = {
        "no_strength": sum(branch.members_now is None for branch in branches),
        "no_officials": sum(branch.officials_now is None for branch in branches),
        "no_standing": sum(not (member.status or member.joined or member.official_date) for member in members),
        "no_birth_date": sum(not member.birth_date for member in members),
        "no_sex": sum(not member.sex for member in members),
        "no_ethnicity": sum(not member.ethnicity for member in members),
    }
    told = [telling.remark(key, count=count) for key, count in counts.items() if count]
    if telling.report.instance.policy.effective is None:
        told.append(telling.remark("no_day_for_age"))
    return tuple(told)
