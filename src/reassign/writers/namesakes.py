"""People of one name: what to write behind it, so that a paper means one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from reassign.domain.language import Language
from reassign.domain.roster import Member
from reassign.domain.vietnamese import fold
from reassign.messages.workbook import REMARKS


def namesakes(members: Iterable[Member]) -> list[tuple[Member, ...]]:
    """Members of each unit who have the same name, in the order of the members."""
    found: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member in members:
        found[member.unit, fold(member.name)].append(member)
    return [tuple(group) for group in found.values() if len(group) > 1]


def called(members: Iterable[Member], language: Language) -> Mapping[str, str]:
    """What to call each member where only the name is told, by id.

    The birth date stands behind a name that two members of a unit share; where that does not tell them apart the card
    number, else the id.
    """
    members = tuple(members)
    names = {member.id: member.name for member in members}
    for group in namesakes(members):
        names |= {
            member.id: f"{member.name} ({mark})" for member, mark in zip(group, _marks(group, language), strict=True)
        }
    return names


def called_beside_birth_dates(members: Iterable[Member], language: Language) -> Mapping[str, str]:
    """The same for a table that has a column of birth dates: nothing is added where those tell people apart."""
    members = tuple(members)
    names = {member.id: member.name for member in members}
    for group in namesakes(members):
        if not _is_telling([member.birth_date for member in group]):
            marks = zip(group, _marks(group, language), strict=True)
            names |= {member.id: f"{member.name} ({mark})" for member, mark in marks}
    return names


def _marks(group: Sequence[Member], language: Language) -> list[str]:
    ways: tuple[tuple[str, Callable[[Member], str]], ...] = (
        ("born", lambda member: "/".join(reversed(member.birth_date.split("-")))),
        ("card", lambda member: member.card_number),
    )
    for key, mark in ways:
        marks = [mark(member) for member in group]
        if _is_telling(marks):
            return [REMARKS[key].say(language, {"mark": each}) for each in marks]
    return [member.id for member in group]


def _is_telling(marks: Sequence[str]) -> bool:
    return all(marks) and len(set(marks)) == len(marks)
