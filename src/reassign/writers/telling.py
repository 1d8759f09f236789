"""What every document says about a plan in the same words: branches, residences, reasons, flags, contact, terms."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.plan_workbook import branch_labels
from reassign.domain.present_branch import is_leaving, is_transferred, present_branch
from reassign.domain.report import Report
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold
from reassign.domain.working_days import after_working_days
from reassign.messages.workbook import REMARKS
from reassign.writers.figures import BranchFigures, Received, UnitFigures, unit_figures
from reassign.writers.grounds import said_reasons
from reassign.writers.namesakes import called

_OFFICES = frozenset(map(fold, ("cơ quan", "chi bộ cơ quan", "office", "office branch")))
"""Kinds of branches whose members work together and live elsewhere."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Last days of a transfer, counted in working days from the plan's date (294-QĐ/TW).

    Attributes:
        plan: The plan's date.
        start: Last day to begin the transfer.
        present: Last day to present the letter of introduction.
    """

    plan: datetime.date
    start: datetime.date
    present: datetime.date


@dataclass(frozen=True, slots=True)
class Contact:
    """A member placed away from home, who keeps contact with their place of residence (213-QĐ/TW).

    Attributes:
        each: The placement.
        home: Branch that covers the place of residence; None if it is not in the roster.
        why: Key of the remark that says why the member is listed.
    """

    each: Received
    home: Branch | None
    why: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with the words that its documents share.

    Attributes:
        report: What is reported.
        units: Figures per unit, in Vietnamese order.
        labels: What each branch is called, by id; those that are gone as the earlier plan called them.
        called: What to call each member where only the name is told, by id; namesakes of a unit are told apart.
        is_across_units: Whether some member may be placed outside their unit.
    """

    report: Report
    units: tuple[UnitFigures, ...]
    labels: Mapping[str, str]
    called: Mapping[str, str]
    is_across_units: bool

    def remark(self, key: str, **parameters: object) -> str:
        """A remark in the language of the report."""
        return REMARKS[key].say(self.report.language, parameters)

    def received(self) -> tuple[Received, ...]:
        """Every placement by unit, branch and given name."""
        return tuple(each for unit in self.units for each in unit.received)

    def origin(self, each: Received) -> str:
        """Where a member is at present, by name if it is a branch that the rosters or the earlier plan know."""
        present = present_branch(each.member, each.placement)
        return self.labels.get(present, present)

    def earlier(self, each: Received) -> str:
        """Where the plan counts a member as coming from, by name; of a re-plan that is the branch of the old plan."""
        written = each.placement.from_branch or ""
        return self.labels.get(written, written)

    def residence(self, each: Received) -> str:
        """Where a member lives: as written by the policy's basis, else as it was understood."""
        member = each.member
        is_registered = self.report.instance.policy.residence_basis == "registered"
        written = member.registered_residence if is_registered else member.current_residence
        return written or ", ".join(part for part in (member.residence_area, member.residence_unit) if part)

    def reasons(self, each: Received) -> str:
        """Why the member is there, as a sentence begins."""
        return said_reasons(self.report.instance, each, self.report.language)

    def names(self, ids: Sequence[str]) -> str:
        """Names of members, joined."""
        return ", ".join(self.called.get(identity, identity) for identity in ids)

    def flags(self, each: BranchFigures) -> tuple[str, ...]:
        """What an officer should notice: thresholds of the policy, shortfall, candidates, posts."""
        limits = self.report.instance.policy.thresholds
        flags = []
        if each.load.received < each.load.min:
            flags.append(self.remark("below_min", count=each.load.min - each.load.received))
        if each.branch.special:
            flags.append(self.remark("special"))
        if each.officials_after is not None and each.officials_after < limits.branch:
            flags.append(self.remark("few_officials", limit=limits.branch))
        if each.officials_after is not None and each.officials_after >= limits.committee:
            flags.append(self.remark("committee", limit=limits.committee))
        if each.members_after is not None and each.members_after >= limits.large:
            flags.append(self.remark("large", limit=limits.large))
        if each.load.committee_candidates:
            flags.append(self.remark("candidates", names=self.names(each.load.committee_candidates)))
        flags.extend(
            self.remark("posts", post=post, names=self.names(holders)) for post, holders in each.load.posts.items()
        )
        return tuple(flags)

    def contacts(self) -> tuple[Contact, ...]:
        """Members whose branch does not cover the area where they live, or whose home is unknown.

        Members of an office branch keep contact with their place of residence wherever they live.
        """
        places = [branch for branch in self.report.instance.branches if not _is_office(branch)]
        homes = {(branch.unit, area): branch for branch in places for area in branch.areas}
        found = []
        for each in self.received():
            why = _why_contact(each)
            if why is not None:
                home = homes.get((each.member.residence_unit, each.member.residence_area))
                found.append(Contact(each, home, why))
        return tuple(found)

    def home(self, contact: Contact) -> str:
        """The branch where the member lives, with its unit if that is another one; empty if it is not in the roster."""
        if contact.home is None:
            return ""
        label = self.labels[contact.home.id]
        is_clear = contact.home.unit == contact.each.branch.unit or self.is_across_units
        return label if is_clear else f"{label} ({contact.home.unit})"

    def transfers(self) -> tuple[Received, ...]:
        """Members whose present branch is another one than the new, or none; staying in a successor is no transfer."""
        instance = self.report.instance
        return tuple(each for each in self.received() if is_transferred(instance, each.member, each.placement))

    def leaving(self) -> tuple[Received, ...]:
        """Members placed away from where they are now, be it a branch of the roster or one that is dissolved."""
        instance = self.report.instance
        return tuple(each for each in self.received() if is_leaving(instance, each.member, each.placement))

    def terms(self) -> Terms | None:
        """The last days of the transfers; None if the policy gives the plan no date."""
        policy = self.report.instance.policy
        if policy.effective is None:
            return None
        holidays = frozenset(holiday.day for holiday in self.report.rosters.holidays)
        return Terms(
            policy.effective,
            after_working_days(policy.effective, policy.deadlines.start, holidays),
            after_working_days(policy.effective, policy.deadlines.present, holidays),
        )

    def holidays(self) -> int:
        """Holidays that fall between the plan's date and the end of the longer term; all if there is no date."""
        days = {holiday.day for holiday in self.report.rosters.holidays}
        terms = self.terms()
        last = None if terms is None else max(terms.start, terms.present)
        return sum(last is None or (terms is not None and terms.plan < day <= last) for day in days)

    def say_terms(self) -> str:
        """How the terms are counted, in words."""
        terms = self.terms()
        if terms is None:
            return self.remark("no_date")
        deadlines = self.report.instance.policy.deadlines
        return self.remark(
            "terms" if self.report.rosters.holidays else "terms_without_holidays",
            date=shown_date(terms.plan.isoformat()),
            start_days=deadlines.start,
            present_days=deadlines.present,
            **({"holidays": self.holidays()} if self.report.rosters.holidays else {}),
        )


def tell(report: Report) -> Telling:
    """Figures and labels of a report."""
    units = unit_figures(report)
    is_across = report.instance.policy.scope == "any" or any(
        each.member.unit != each.branch.unit for unit in units for each in unit.received
    )
    labels = branch_labels(report.instance.branches, is_across_units=is_across)
    names = called((each.member for unit in units for each in unit.received), report.language)
    return Telling(report, units, {**report.rosters.former_names, **labels}, names, is_across)


def shown_date(written: str) -> str:
    """An ISO date of any precision as Vietnamese lists write it: 02/03/1975, 03/1975, 1975."""
    return "/".join(reversed(written.split("-")))


def _is_office(branch: Branch) -> bool:
    """Whether a branch is that of an office (chi bộ cơ quan) and not of an area."""
    return fold(branch.kind) in _OFFICES


def _why_contact(each: Received) -> str | None:
    """Key of the reason for residence contact; None for a member at home."""
    if _is_office(each.branch):
        return "office"
    if not each.member.residence_unit:
        return "residence_unknown"
    if not each.is_resident:
        return "other_unit"
    if not each.member.residence_area:
        return "area_unknown"
    return None if each.member.residence_area in each.branch.areas else "other_area"
