"""Figures of a plan per branch and unit, before and after."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.plan import BranchLoad, Placement
from reassign.domain.replanning import Strength
from reassign.domain.report import Report
from reassign.domain.roster import Branch, Member
from reassign.domain.vietnamese import fold, name_sort_key, sort_key

YOUNG = 40
"""Members below this age are counted as young [years]."""


@dataclass(frozen=True, slots=True)
class Received:
    """One placement with the member and the branch it speaks about."""

    placement: Placement
    member: Member
    branch: Branch

    @property
    def is_resident(self) -> bool:
        """Whether the member lives in the unit of the branch."""
        return self.member.residence_unit == self.branch.unit


@dataclass(frozen=True, slots=True)
class BranchFigures:
    """One branch before and after the plan.

    Attributes:
        branch: The branch.
        load: What it receives.
        received: Placements by given name.
        members_after: Strength after the plan [members]; None if the present one is unknown.
        officials_after: Official members after the plan; None if the present number is unknown.
        exempt_before: Exempt members of the roster who are in the branch now; the roster knows no others.
    """

    branch: Branch
    load: BranchLoad
    received: tuple[Received, ...]
    members_after: int | None
    officials_after: int | None
    exempt_before: int = 0

    @property
    def probationary_before(self) -> int | None:
        """Probationary members before the plan; None if unknown."""
        return _difference(self.branch.members_now, self.branch.officials_now)

    @property
    def probationary_after(self) -> int | None:
        """Probationary members after the plan; None if unknown."""
        return _difference(self.members_after, self.officials_after)


@dataclass(frozen=True, slots=True)
class People:
    """Who some received members are; shares are reported, never optimised by default.

    Attributes:
        count: Members.
        officials: Official members.
        probationary: Members who are not official, among those with a known status.
        exempt: Members who are exempt or away.
        non_residents: Members who live outside the unit of their branch.
        residence_unknown: Members whose residence is not known.
        women: Women.
        young: Members below 40 on the plan's date; None if the plan has no date or nobody a birth date.
        minorities: Members of an ethnicity other than Kinh.
    """

    count: int
    officials: int
    probationary: int
    exempt: int
    non_residents: int
    residence_unknown: int
    women: int
    young: int | None
    minorities: int


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One unit: its branches and the members they receive."""

    unit: str
    branches: tuple[BranchFigures, ...]
    received: tuple[Received, ...]


def unit_figures(report: Report) -> tuple[UnitFigures, ...]:
    """Units, branches and members in Vietnamese order, with what each receives."""
    members = {member.id: member for member in report.instance.members}
    branches = {branch.id: branch for branch in report.instance.branches}
    placed: dict[str, list[Received]] = defaultdict(list)
    for placement in report.plan.placements:
        placed[placement.branch].append(Received(placement, members[placement.member], branches[placement.branch]))
    strengths = report.strength
    gone = _leavers(report, members)
    exempt = Counter(_counted_branch(report, member) for member in members.values() if member.exempt)
    by_unit: dict[str, list[BranchFigures]] = defaultdict(list)
    for load in report.plan.branches:
        branch = _at_present(branches[load.branch], strengths)
        received = sorted(placed[load.branch], key=lambda each: (name_sort_key(each.member.name), each.member.id))
        figures = _branch_figures(report, branch, load, tuple(received), gone.get(branch.id, ()))
        by_unit[branch.unit].append(replace(figures, exempt_before=exempt.get(branch.id, 0)))
    units = []
    for unit in sorted(by_unit, key=sort_key):
        ordered = sorted(by_unit[unit], key=lambda each: (sort_key(each.branch.name), each.branch.id))
        units.append(UnitFigures(unit, tuple(ordered), tuple(one for each in ordered for one in each.received)))
    return tuple(units)


def is_minority(member: Member) -> bool:
    """Whether an ethnicity other than Kinh is written."""
    return bool(member.ethnicity) and fold(member.ethnicity) != "kinh"


def is_young(member: Member, day: datetime.date) -> bool:
    """Whether the member is below 40 on a day; a birthday that is not known is taken as past, no birth year as no."""
    written = member.birth_date.split("-")
    if not written[0].isdigit():
        return False
    birthday = (*map(int, written[1:]), 1, 1)[:2] if len(written) > 1 else (1, 1)
    return day.year - int(written[0]) - ((day.month, day.day) < birthday) < YOUNG


def people(received: Sequence[Received], day: datetime.date | None) -> People:
    """Count some placements.

    Args:
        received: The placements.
        day: The plan's date; None if it has none.
    """
    members = [each.member for each in received]
    return People(
        count=len(members),
        officials=sum(member.is_official for member in members),
        probationary=sum(not member.is_official for member in members if member.status or member.joined),
        exempt=sum(member.exempt for member in members),
        non_residents=sum(bool(each.member.residence_unit) and not each.is_resident for each in received),
        residence_unknown=sum(not each.member.residence_unit for each in received),
        women=sum(member.sex == "female" for member in members),
        young=_young(members, day),
        minorities=sum(map(is_minority, members)),
    )


def _young(members: Sequence[Member], day: datetime.date | None) -> int | None:
    """Members below 40; None without a day, and where no birth date at all is known."""
    if day is None or (members and not any(member.birth_date for member in members)):
        return None
    return sum(is_young(member, day) for member in members)


def _difference(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else max(whole - part, 0)


def _leavers(report: Report, members: Mapping[str, Member]) -> dict[str, list[Member]]:
    """Members of a branch of the roster whom the plan places elsewhere, by that branch."""
    gone: dict[str, list[Member]] = defaultdict(list)
    for placement in report.plan.placements:
        incumbent = _counted_branch(report, members[placement.member])
        if incumbent is not None and incumbent != placement.branch:
            gone[incumbent].append(members[placement.member])
    return gone


def _counted_branch(report: Report, member: Member) -> str | None:
    """Branch whose present strength counts a member, or what it went into as a whole.

    Not the present branch of papers: a strength is counted by branches of the roster, and never by their texts.

    The roster says which; of whom it says nothing, the earlier plan is taken as carried out.
    """
    present = member.current_branch_id if member.current_branch else report.instance.incumbents.get(member.id)
    heirs = report.instance.successors.get(present or "", frozenset())
    return next(iter(heirs)) if len(heirs) == 1 and heirs <= report.strength.keys() else present


def _at_present(branch: Branch, strengths: Mapping[str, Strength]) -> Branch:
    """The branch with the strength that it has once the old plan is carried out, if a re-plan knows it."""
    if branch.id not in strengths:
        return branch
    strength = strengths[branch.id]
    return replace(branch, members_now=strength.members, officials_now=strength.officials)


def _branch_figures(
    report: Report, branch: Branch, load: BranchLoad, received: tuple[Received, ...], gone: Sequence[Member]
) -> BranchFigures:
    # Members who stay are part of the present strength already.
    new = [each.member for each in received if _counted_branch(report, each.member) != branch.id]
    officials = sum(member.is_official for member in new) - sum(member.is_official for member in gone)
    return BranchFigures(
        branch=branch,
        load=load,
        received=received,
        members_after=None if branch.members_now is None else branch.members_now + len(new) - len(gone),
        officials_after=None if branch.officials_now is None else branch.officials_now + officials,
    )
