"""Figures of a plan per branch and unit, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.plan import BranchLoad, Placement
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
    """

    branch: Branch
    load: BranchLoad
    received: tuple[Received, ...]
    members_after: int | None
    officials_after: int | None


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
    gone = _leavers(report, members)
    by_unit: dict[str, list[BranchFigures]] = defaultdict(list)
    for load in report.plan.branches:
        branch = branches[load.branch]
        received = sorted(placed[load.branch], key=lambda each: (name_sort_key(each.member.name), each.member.id))
        by_unit[branch.unit].append(_branch_figures(report, branch, load, tuple(received), gone.get(branch.id, ())))
    units = []
    for unit in sorted(by_unit, key=sort_key):
        figures = sorted(by_unit[unit], key=lambda each: (sort_key(each.branch.name), each.branch.id))
        units.append(UnitFigures(unit, tuple(figures), tuple(one for each in figures for one in each.received)))
    return tuple(units)


def is_official(member: Member) -> bool:
    """Whether the member is official: by the status, else by a day of becoming official."""
    return member.status == "official" or (not member.status and bool(member.official_date))


def is_minority(member: Member) -> bool:
    """Whether an ethnicity other than Kinh is written."""
    return bool(member.ethnicity) and fold(member.ethnicity) != "kinh"


def is_young(member: Member, year: int | None) -> bool:
    """Whether the member is below 40 at the end of ``year``; unknown birth years and years count as no."""
    written = member.birth_date[:4]
    return year is not None and written.isdigit() and year - int(written) < YOUNG


def _leavers(report: Report, members: Mapping[str, Member]) -> dict[str, list[Member]]:
    """Members of a branch of the roster whom the plan places elsewhere, by that branch."""
    gone: dict[str, list[Member]] = defaultdict(list)
    for placement in report.plan.placements:
        incumbent = report.instance.incumbents.get(placement.member)
        if incumbent is not None and incumbent != placement.branch:
            gone[incumbent].append(members[placement.member])
    return gone


def _branch_figures(
    report: Report, branch: Branch, load: BranchLoad, received: tuple[Received, ...], gone: Sequence[Member]
) -> BranchFigures:
    # Members who stay are part of the present strength already.
    new = [each.member for each in received if report.instance.incumbents.get(each.member.id) != branch.id]
    officials = sum(map(is_official, new)) - sum(map(is_official, gone))
    return BranchFigures(
        branch=branch,
        load=load,
        received=received,
        members_after=None if branch.members_now is None else branch.members_now + len(new) - len(gone),
        officials_after=None if branch.officials_now is None else branch.officials_now + officials,
    )
