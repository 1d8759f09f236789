"""What a person has to decide: points of the plan, then findings of the reading, the same in every document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, in_reading_order
from reassign.domain.language import Language
from reassign.domain.roster import LIST_SEPARATOR
from reassign.domain.vietnamese import plain
from reassign.messages.finding import say_any_finding
from reassign.messages.review import say_review
from reassign.writers.figures import people
from reassign.writers.namesakes import namesakes
from reassign.writers.telling import Telling

_MERE_NOTES = frozenset({"R027", "R123", "R139", "R149", "R155"})
"""What was read as it was meant or taken from elsewhere: remarks for whoever runs the command, nothing to decide."""
_UNCLEAR_HOMES = frozenset({"R014", "R019", "R112", "R116", "R117"})
"""Findings about a residence of which the plan says that it is unknown."""

_REQUEST = re.compile(
    r"\W(?:xin|de nghi|nguyen vong|mong|kien nghi|yeu cau|mien sinh hoat|thai san|om|benh|dieu tri|nghi huu|nghi viec"
    r"|di hoc|nuoc ngoai|requests?|asks?|wish(?:es)?|wants?|leave|ill|sick|retires?|abroad)\W"
)
"""Words of notes that ask for something or tell of an absence, without their signs."""

_Line = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide.

    Attributes:
        about: Whom or what it is about.
        matter: What has to be decided.
        place: Where it stands in the rosters; None if it stands nowhere.
    """

    about: str
    matter: str
    place: CellAddress | None


def decisions(telling: Telling) -> tuple[Decision, ...]:
    """Points of the plan first, then findings in the order of the files.

    A home that could not be read stands once, with the words of both.
    """
    report = telling.report
    members = {member.id: member for member in report.instance.members}
    findings = [finding for finding in in_reading_order(report.findings) if finding.code not in _MERE_NOTES]
    homes: dict[_Line, Finding] = {}
    for finding in findings:
        if finding.code in _UNCLEAR_HOMES:
            homes.setdefault(_line(finding.address), finding)
    found: list[Decision] = []
    told: set[_Line] = set()
    for item in report.plan.review:
        member = members.get(item.member)
        who = "" if member is None else f"{member.name} ({member.id})"
        about = " → ".join(part for part in (who, telling.labels.get(item.branch, item.branch)) if part)
        place = None if member is None else member.address
        matter = say_review(item, report.language)
        home = homes.get(_line(place)) if place is not None and item.code == "residence_unknown" else None
        if home is not None:
            matter, place = f"{matter}. {_matter(home, report.language)}", home.address
            told.add(_line(home.address))
        found.append(Decision(about or telling.remark("whole_plan"), matter, place))
    found += _to_look_at(telling)
    found += [
        Decision(finding.value, _matter(finding, report.language), finding.address)
        for finding in findings
        if not (finding.code in _UNCLEAR_HOMES and _line(finding.address) in told)
    ]
    return tuple(found)


def _to_look_at(telling: Telling) -> Iterator[Decision]:
    """What is no fault of a list and yet asks for a look: homes elsewhere, notes that ask for something, namesakes."""
    for unit in telling.units:
        away = people(unit.received, None).non_residents
        if away:
            yield Decision(unit.unit, telling.remark("look_homes", count=away), None)
    for each in telling.received():
        member = each.member
        if _REQUEST.search(f" {plain(member.note)} "):
            column = member.columns.get("note", 0)
            place = replace(member.address, column=column) if column else member.address
            about = f"{member.name} ({member.id}) → {telling.labels[each.branch.id]}"
            yield Decision(about, telling.remark("look_note", note=member.note), place)
    placed = {each.member.id: each for each in telling.received()}
    for group in namesakes(each.member for each in telling.received()):
        who = LIST_SEPARATOR.join(f"{one.id} → {telling.labels[placed[one.id].branch.id]}" for one in group)
        yield Decision(group[0].name, telling.remark("look_namesakes", count=len(group), who=who), group[0].address)


def _line(address: CellAddress) -> _Line:
    return address.file, address.sheet, address.row


def _matter(finding: Finding, language: Language) -> str:
    said = say_any_finding(finding, language)
    nearest = f" ({LIST_SEPARATOR.join(finding.suggestions)})" if finding.suggestions else ""
    return f"{said}{nearest} [{finding.code}]"
