"""Events after the roster was written: who left, changed post, is away or is back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import Aliases
from reassign.domain.roster import Event, EventKind, Member
from reassign.domain.vietnamese import fold
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.notes import Notes
from reassign.readers.cells.values import composed, date, parts
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import Source
from reassign.readers.tables.header_words import event_headings
from reassign.readers.tables.rows import Entries, broken_cells, find_entries, ragged_findings
from reassign.readers.tables.tables import read_table

REQUIRED = (("date",), ("member",), ("event",))
PORTFOLIO = "|"
"""Stands between a new post and a new portfolio."""

_WHOLE_DATE = 10
_LEAVING = frozenset({"left", "struck_off"})
_WORDS: Mapping[EventKind, tuple[str, ...]] = {
    "left": ("left", "rời đi", "chuyển đi", "nghỉ hưu", "chuyển sinh hoạt"),
    "struck_off": ("struck_off", "struck off", "xóa tên", "khai trừ"),
    "post": ("post", "đổi chức vụ", "thay đổi chức vụ", "chức vụ"),
    "away": ("away", "đi vắng", "đi xa", "vắng", "miễn sinh hoạt"),
    "back": ("back", "trở lại", "trở về", "về"),
}
_KINDS: Mapping[str, EventKind] = {fold(word): kind for kind, words in _WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class EventReading:
    """Events as read, and what they make of the members.

    Attributes:
        file: The file; None if it could not be read.
        events: Events that count, in the order of their dates.
        members: The members after them.
        findings: What is wrong with the file.
    """

    file: FileBytes | None
    events: tuple[Event, ...]
    members: tuple[Member, ...]
    findings: tuple[Finding, ...]


def read_events(
    source: Source,
    members: tuple[Member, ...],
    fields: Mapping[str, str],
    aliases: Aliases,
    until: datetime.date | None,
) -> EventReading:
    """Read ``date, member, event, value`` and apply what happened, by date.

    ``left`` and ``struck_off`` take the member out; ``away`` and ``back`` set and clear the exemption; ``post`` gives
    the new post, and after a ``|`` the new portfolio. A member is named by id, or by a name that only one has.

    Args:
        source: File and perhaps sheet.
        members: The member roster.
        fields: How the branch roster spells a field, by comparison key.
        aliases: The officer's own headings.
        until: Last day that counts; None for no limit.
    """
    reading = read_table(source, event_headings(), REQUIRED, aliases.columns)
    if reading.table is None:
        return EventReading(reading.file, (), members, reading.findings)
    notes = Notes(reading.table.grid, reading.table.header.columns())
    entries = find_entries(reading.table, notes, ("member", "event"))
    people = {member.id: member for member in members}
    rows = _rows(entries, notes, people)
    counted = [(event, row) for event, row in rows if until is None or event.day <= until]
    later = len(rows) - len(counted)
    findings = [
        *reading.findings,
        *broken_cells(reading.table, entries),
        *ragged_findings(reading.table, entries),
    ]
    if later and until is not None:
        parameters: dict[str, str | int] = {"count": later, "date": until.strftime("%d/%m/%Y")}
        findings.append(Finding("R149", Severity.WARNING, CellAddress(source.name), "", parameters))
    after = dict(people)
    left: dict[str, int] = {}
    applied = []
    for event, row in sorted(counted, key=lambda entry: entry[0].day):
        if event.member in left:
            notes.error("R147", row, "member", event.member, cell=notes.cell(left[event.member], "member"))
            continue
        applied.append(event)
        if event.kind in _LEAVING:
            left[event.member] = row
            del after[event.member]
        else:
            after[event.member] = _changed(after[event.member], event, fields)
    return EventReading(reading.file, tuple(applied), tuple(after.values()), (*findings, *notes.findings))


def _rows(entries: Entries, notes: Notes, members: Mapping[str, Member]) -> list[tuple[Event, int]]:
    """Every event that can be understood, with its row."""
    found = []
    named = _namesakes(members)
    for row in entries.rows:
        texts = {key: composed(entries.grid.text(row, column)) for key, column in entries.columns.items()}
        for (key,) in REQUIRED:
            if not texts[key]:
                notes.error("R057", row, key, heading=key)
        if not all(texts[key] for (key,) in REQUIRED):
            continue
        day, code = date(texts["date"])
        if code or len(day) != _WHOLE_DATE:
            notes.error(code or "R043", row, "date", texts["date"])
        kind = _KINDS.get(fold(texts["event"]))
        if kind is None:
            notes.error("R145", row, "event", texts["event"], nearest(texts["event"], _WORDS))
        member = _meant(texts["member"], members, named, notes, row)
        if not member:
            continue
        value = texts.get("value", "")
        if kind == "post" and not value.partition(PORTFOLIO)[0].strip():
            notes.error("R146", row, "value", member)
        elif kind is not None and len(day) == _WHOLE_DATE:
            found.append((Event(datetime.date.fromisoformat(day), member, kind, value), row))
    return found


def _namesakes(members: Mapping[str, Member]) -> Mapping[str, Sequence[str]]:
    """Ids by comparison key of a name."""
    found: dict[str, list[str]] = {}
    for member in members.values():
        found.setdefault(fold(member.name), []).append(member.id)
    return found


def _meant(text: str, members: Mapping[str, Member], named: Mapping[str, Sequence[str]], notes: Notes, row: int) -> str:
    """Id of the member that a cell means, by id or by a name that only one has; empty, and noted, if unclear."""
    if text in members:
        return text
    namesakes = named.get(fold(text), ())
    if len(namesakes) > 1:
        notes.error("R164", row, "member", text, tuple(namesakes), count=len(namesakes))
    elif not namesakes:
        names = (each.name for each in members.values())
        notes.warning("R148", row, "member", text, nearest(text, (*members, *names)))
    return namesakes[0] if len(namesakes) == 1 else ""


def _changed(member: Member, event: Event, fields: Mapping[str, str]) -> Member:
    """The member after an event that leaves them in the roster."""
    if event.kind == "away":
        return replace(member, exempt=True)
    if event.kind == "back":
        return replace(member, exempt=False)
    post, separator, portfolio = event.value.partition(PORTFOLIO)
    changed = replace(member, post=post.strip())
    if not separator:
        return changed
    return replace(changed, fields=tuple(dict.fromkeys(fields.get(fold(name), name) for name in parts(portfolio))))
