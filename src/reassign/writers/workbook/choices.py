"""The branches each member may be moved to by hand, as ranges of a hidden sheet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reassign.domain.plan_workbook import LIST_SHEET
from reassign.domain.vietnamese import sort_key
from reassign.writers.figures import Received
from reassign.writers.workbook.book import Book
from reassign.writers.workbook.page import Page


@dataclass(frozen=True, slots=True)
class Choices:
    """Branch ids in runs, one run for each set of members with the same choice.

    Attributes:
        branches: Branch ids, run after run.
        spans: First and last row (one-based) of a member's run, by member id.
    """

    branches: tuple[str, ...]
    spans: dict[str, tuple[int, int]]

    def span(self, each: Received) -> tuple[int, int]:
        """First and last row of the member's branches."""
        return self.spans[each.member.id]


def make_choices(book: Book) -> Choices:
    """Branches of the member's unit (or all, as the policy says) that are not excluded, and the present one."""
    instance = book.report.instance
    pools: dict[str, list[str]] = defaultdict(list)
    for branch in sorted(instance.branches, key=lambda each: (sort_key(each.name), each.id)):
        pools[branch.unit if instance.policy.scope == "unit" else ""].append(branch.id)
    excluded: dict[str, set[str]] = defaultdict(set)
    for member, place in instance.exclusions:
        excluded[member].add(place)
    runs: dict[tuple[str, ...], tuple[int, int]] = {}
    listed: list[str] = []
    spans = {}
    whole = {scope: tuple(pool) for scope, pool in pools.items()}
    for each in book.received():
        choice = whole.get(each.member.unit if instance.policy.scope == "unit" else "", ())
        if each.member.id in excluded:
            choice = tuple(place for place in choice if place not in excluded[each.member.id])
        if each.branch.unit != each.member.unit and each.branch.id not in choice:
            choice = (*choice, each.branch.id)
        if choice not in runs:
            runs[choice] = (len(listed) + 1, len(listed) + len(choice))
            listed.extend(choice)
        spans[each.member.id] = runs[choice]
    return Choices(tuple(listed), spans)


def write_lists(book: Book, choices: Choices) -> None:
    """Label and id of every choice, on a hidden sheet."""
    sheet = book.workbook.add_worksheet(LIST_SHEET)
    page = Page(sheet, book.styles)
    for row, branch in enumerate(choices.branches):
        page.put(row, 0, book.labels[branch], book.styles.plain)
        page.put(row, 1, branch, book.styles.plain)
    sheet.hide()
