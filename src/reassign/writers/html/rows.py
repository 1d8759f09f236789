"""The rows of the page's tables as data: short, in Vietnamese order, repeated texts told once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reassign.domain.roster import LIST_SEPARATOR
from reassign.domain.vietnamese import name_sort_key, sort_key
from reassign.domain.visible import in_one_line
from reassign.messages.page import PAGE
from reassign.writers.figures import BranchFigures, Received
from reassign.writers.telling import Telling

Row: TypeAlias = "list[int | str]"

MEMBER_COLUMNS: tuple[str, ...] = ("name", "id", "unit", "to", "from", "home", "reasons", "tasks", "marks")
BRANCH_COLUMNS: tuple[str, ...] = (
    *("branch", "unit", "received", "limits", "after", "fields_covered", "fields_open", "marks"),
)

MOVED, AWAY, PINNED, IDLE = 1, 2, 4, 8
SHORT, OPEN = 1, 2
"""Bits of the last value of a row, which the filters of the page ask for."""


class _Words:
    """Texts told once, each by its place in a list in Vietnamese order."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = sorted(set(map(in_one_line, texts)), key=sort_key)
        self._places = {text: place for place, text in enumerate(self.texts)}

    def place(self, text: str) -> int:
        """Place of a text in the list."""
        return self._places[in_one_line(text)]


def member_rows(telling: Telling) -> tuple[list[list[str]], list[Row]]:
    """Lists of repeated texts by column (empty for a column of its own texts), and a row per member by given name."""
    received = sorted(telling.received(), key=lambda each: (name_sort_key(each.member.name), each.member.id))
    columns: list[list[str]] = [
        [each.branch.unit for each in received],
        [telling.labels[each.branch.id] for each in received],
        [telling.origin(each) for each in received],
        [_home(each) for each in received],
        [telling.reasons(each) for each in received],
        [LIST_SEPARATOR.join(each.placement.tasks) for each in received],
        [_member_marks(telling, each) for each in received],
    ]
    words = [_Words(column) for column in columns]
    rows: list[Row] = []
    for index, each in enumerate(received):
        bits = (
            (MOVED if each.placement.has_moved else 0)
            | (0 if each.is_resident else AWAY)
            | (PINNED if each.placement.is_pinned else 0)
            | (0 if each.placement.tasks else IDLE)
        )
        places = [known.place(column[index]) for known, column in zip(words, columns, strict=True)]
        rows.append([in_one_line(each.member.name), in_one_line(each.member.id), *places, bits])
    return [[], [], *(known.texts for known in words)], rows


def branch_rows(telling: Telling) -> tuple[list[list[str]], list[Row]]:
    """Likewise for the branches, by unit and name."""
    branches = [(unit, each) for unit in telling.units for each in unit.branches]
    columns = [
        [unit.unit for unit, _ in branches],
        [_limits(telling, each) for _, each in branches],
        [_before_and_after(each) for _, each in branches],
        [LIST_SEPARATOR.join(each.load.covered) for _, each in branches],
        [LIST_SEPARATOR.join(each.load.uncovered) for _, each in branches],
        [LIST_SEPARATOR.join(telling.flags(each)) for _, each in branches],
    ]
    words = [_Words(column) for column in columns]
    rows: list[Row] = []
    for index, (_, each) in enumerate(branches):
        unit, *others = [known.place(column[index]) for known, column in zip(words, columns, strict=True)]
        bits = (SHORT if each.load.received < each.load.min else 0) | (OPEN if each.load.uncovered else 0)
        rows.append([in_one_line(each.branch.name), unit, each.load.received, *others, bits])
    unit_words, *further = (known.texts for known in words)
    return [[], unit_words, [], *further], rows


def island(telling: Telling) -> str:
    """The data of both tables as JSON that cannot end its script element or break a line of script."""
    member_words, members = member_rows(telling)
    branch_words, branches = branch_rows(telling)
    data: Mapping[str, object] = {
        "members": {"words": member_words, "rows": members},
        "branches": {"words": branch_words, "rows": branches},
        "say": {key: PAGE[key].say(telling.report.language) for key in ("count", "pages")},
    }
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _home(each: Received) -> str:
    return ", ".join(part for part in (each.member.residence_area, each.member.residence_unit) if part)


def _member_marks(telling: Telling, each: Received) -> str:
    language = telling.report.language
    keys = [
        *(["mark_moved"] if each.placement.has_moved else []),
        *([] if each.is_resident else ["mark_away" if each.member.residence_unit else "mark_unknown"]),
        *(["mark_pinned"] if each.placement.is_pinned else []),
    ]
    exempt = [telling.remark("exempt")] if each.member.exempt else []
    return LIST_SEPARATOR.join([*(PAGE[key].say(language) for key in keys), *exempt])


def _limits(telling: Telling, each: BranchFigures) -> str:
    most = PAGE["no_limit"].say(telling.report.language) if each.load.max is None else str(each.load.max)
    return f"{each.load.min}–{most}"


def _before_and_after(each: BranchFigures) -> str:
    return "" if each.members_after is None else f"{each.branch.members_now} → {each.members_after}"
