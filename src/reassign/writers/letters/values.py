"""What the placeholders of a letter stand for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reassign.domain.letters import LetterKind
from reassign.domain.report import Report
from reassign.domain.roster import LIST_SEPARATOR
from reassign.domain.visible import in_one_line
from reassign.messages.columns import STATUS_WORDS
from reassign.messages.letters import PAPERS
from reassign.writers.decisions import decisions
from reassign.writers.figures import BranchFigures, People, Received, UnitFigures, people
from reassign.writers.namesakes import called_beside_birth_dates
from reassign.writers.telling import Telling, shown_date
from reassign.writers.unknown_figures import unknown_figures

Value: TypeAlias = "str | int | bool | Mapping[str, Value] | list[Mapping[str, Value]]"
Values: TypeAlias = Mapping[str, Value]

SHARED: tuple[str, ...] = ("plan", "issuer", "unit", "terms")
"""Placeholders of every template."""

SUBJECTS: Mapping[LetterKind, tuple[str, ...]] = {
    LetterKind.APPENDIX: ("members",),
    LetterKind.DECISION: ("branch", "members"),
    LetterKind.NOTICE: ("branch", "member"),
    LetterKind.LIST: ("branch", "members"),
    LetterKind.SUMMARY: ("branches",),
    LetterKind.CONTACT: ("members",),
    LetterKind.REVIEW: ("points",),
    LetterKind.DEADLINES: ("members",),
}
"""What else a template of each kind may name."""

LISTS: Mapping[str, str] = {"members": "member", "branches": "branch", "points": "point"}
"""Placeholders that are lists, and what each entry is."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "plan": ("name", "date", "day", "month", "year", "status", "seed", "version", "members", "branches", "unknown"),
    "terms": ("text", "date", "start", "present", "start_days", "present_days", "holidays"),
    "member": (
        *("number", "id", "name", "birth", "birth_male", "birth_female", "sex", "ethnicity", "joined", "official"),
        *("card_number", "status", "post", "organisation", "fields", "residence", "from_branch", "to_branch"),
        *("branch", "unit", "reasons", "tasks", "note", "is_away", "home_branch", "why", "start", "present", "column"),
        *("label", "listed"),
    ),
    "branch": (
        *("number", "id", "name", "unit", "areas", "kind", "received", "min", "max", "members_before"),
        *("members_after", "officials_before", "officials_after", "probationary_before", "probationary_after"),
        *("exempt_before", "exempt_after", "non_residents", "women", "young", "minorities", "covered", "uncovered"),
        "flags",
    ),
    "point": ("number", "subject", "matter", "decision"),
}
"""Placeholders of each subject, after the dot."""


def shared_values(telling: Telling) -> dict[str, Value]:
    """What every document of a plan may say about the plan."""
    report = telling.report
    policy = report.instance.policy
    day = policy.effective
    terms = telling.terms()
    blank = PAPERS["blank_date"].say(report.language)
    return {
        "plan": {
            "name": in_one_line(policy.name),
            "date": _date(day, blank),
            "day": "" if day is None else f"{day.day:02}",
            "month": "" if day is None else f"{day.month:02}",
            "year": "" if day is None else str(day.year),
            "status": report.plan.status,
            "seed": report.instance.seed,
            "version": report.version,
            "members": len(report.plan.placements),
            "branches": len(report.plan.branches),
            "unknown": _unknown(telling),
        },
        "terms": {
            "text": telling.say_terms(),
            "date": _date(day, blank),
            "start": _date(None if terms is None else terms.start, blank),
            "present": _date(None if terms is None else terms.present, blank),
            "start_days": policy.deadlines.start,
            "present_days": policy.deadlines.present,
            "holidays": telling.holidays(),
        },
        **issuer_values(report, telling.units[0].unit if len(telling.units) == 1 else ""),
    }


def _unknown(telling: Telling) -> str:
    """What the figures of the branches leave open, in a sentence; empty if nothing."""
    figures = unknown_figures(telling)
    return telling.remark("unknown_figures", figures=LIST_SEPARATOR.join(figures)) if figures else ""


def issuer_values(report: Report, unit: str) -> dict[str, Value]:
    """Who issues a document: the party committee of a unit, dots where several units are meant."""
    shown = in_one_line(unit)
    name = shown.upper() or PAPERS["nobody"].say(report.language)
    return {"unit": shown, "issuer": PAPERS["issuer"].say(report.language, {"unit": name})}


class MemberValues:
    """Placeholders of the members of one report."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        report = telling.report
        contacts = {contact.each.member.id: contact for contact in telling.contacts()}
        self._away = {
            identity: (telling.home(contact), telling.remark(contact.why)) for identity, contact in contacts.items()
        }
        self._listed = called_beside_birth_dates((each.member for each in telling.received()), report.language)
        self._arriving = frozenset(each.member.id for each in telling.transfers())
        terms = telling.terms()
        self._terms = ("", "") if terms is None else (_date(terms.start, ""), _date(terms.present, ""))
        self._sexes = {"male": telling.remark("male"), "female": telling.remark("female")}
        self._statuses = {key: text.say(report.language) for key, text in STATUS_WORDS.items()}

    def of(self, number: int, each: Received) -> dict[str, Value]:
        """The values of one member with the running number of the list."""
        member, telling = each.member, self._telling
        birth = shown_date(member.birth_date)
        home, why = self._away.get(member.id, ("", ""))
        start, present = self._terms if member.id in self._arriving else ("", "")
        return {
            "number": number,
            **_texts(
                id=member.id,
                name=member.name,
                label=telling.called[member.id],
                listed=self._listed[member.id],
                birth=birth,
                birth_male=birth if member.sex == "male" else "",
                birth_female=birth if member.sex == "female" else "",
                sex=self._sexes.get(member.sex, ""),
                ethnicity=member.ethnicity,
                joined=shown_date(member.joined),
                official=shown_date(member.official_date),
                card_number=member.card_number,
                status=self._statuses.get(member.status, ""),
                post=member.post,
                organisation=member.organisation,
                fields=LIST_SEPARATOR.join(member.fields),
                residence=telling.residence(each),
                from_branch=telling.origin(each),
                to_branch=telling.labels[each.branch.id],
                branch=each.branch.name,
                unit=each.branch.unit,
                reasons=telling.reasons(each),
                tasks=LIST_SEPARATOR.join(each.placement.tasks),
                note=member.note,
                home_branch=home,
                why=why,
                start=start,
                present=present,
            ),
            "is_away": member.id in self._away,
            "column": {
                column: in_one_line(text)
                for column, text in zip(telling.report.rosters.member_columns, member.cells, strict=False)
            },
        }


def branch_values(telling: Telling, number: int, unit: UnitFigures, each: BranchFigures) -> dict[str, Value]:
    """The values of one branch with its running number."""
    counted = people(each.received, telling.report.instance.policy.effective)
    names = telling.called
    return {
        "number": number,
        "received": each.load.received,
        "min": each.load.min,
        "max": telling.remark("no_limit") if each.load.max is None else each.load.max,
        **_texts(
            id=each.branch.id,
            name=each.branch.name,
            unit=unit.unit,
            areas=LIST_SEPARATOR.join(each.branch.areas),
            kind=each.branch.kind,
            covered=LIST_SEPARATOR.join(
                f"{field}: {names.get(owner, owner)}" for field, owner in each.load.covered.items()
            ),
            uncovered=LIST_SEPARATOR.join(each.load.uncovered),
            flags=LIST_SEPARATOR.join(telling.flags(each)),
        ),
        **_numbers(each, counted),
    }


def point_values(telling: Telling) -> list[Values]:
    """What a person has to decide."""
    return [
        {"number": number, **_texts(subject=point.about, matter=point.matter, decision="")}
        for number, point in enumerate(decisions(telling), start=1)
    ]


def contact_values(telling: Telling, members: MemberValues) -> list[Values]:
    """Members who keep contact with their place of residence."""
    return numbered(members, (contact.each for contact in telling.contacts()))


def numbered(members: MemberValues, received: Iterable[Received]) -> list[Values]:
    """The values of some members, numbered from one."""
    return [members.of(number, each) for number, each in enumerate(received, start=1)]


def _numbers(each: BranchFigures, counted: People) -> dict[str, Value]:
    """Figures before and after; what is not known is a blank."""
    figures = {
        "members_before": each.branch.members_now,
        "members_after": each.members_after,
        "officials_before": each.branch.officials_now,
        "officials_after": each.officials_after,
        "probationary_before": each.probationary_before,
        "probationary_after": each.probationary_after,
        "exempt_before": each.exempt_before,
        "exempt_after": counted.exempt,
        "non_residents": counted.non_residents,
        "women": counted.women,
        "young": counted.young,
        "minorities": counted.minorities,
    }
    return {key: "" if value is None else value for key, value in figures.items()}


def _texts(**texts: str) -> dict[str, Value]:
    return {key: in_one_line(text) for key, text in texts.items()}


def _date(day: datetime.date | None, blank: str) -> str:
    return blank if day is None else shown_date(day.isoformat())
