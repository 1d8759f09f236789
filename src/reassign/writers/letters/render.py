"""The letters of a plan as files: which documents there are, what each says, what each is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.letters import LetterKind
from reassign.domain.report import Report
from reassign.messages.letters import ALL_BRANCHES, KINDS
from reassign.writers.figures import BranchFigures, UnitFigures
from reassign.writers.letters.fields import scope_of
from reassign.writers.letters.merge_source import merge_csv, merge_workbook
from reassign.writers.letters.names import file_names
from reassign.writers.letters.paper import default_template
from reassign.writers.letters.template import LetterTemplate, fill, open_template
from reassign.writers.letters.values import (
    MemberValues,
    Values,
    branch_values,
    contact_values,
    issuer_values,
    numbered,
    point_values,
    shared_values,
)
from reassign.writers.telling import Telling, tell


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """Which letters are wanted.

    Attributes:
        kinds: Kinds of documents.
        templates: The officer's own templates by kind; the default one where absent.
        is_one_file: Whether each kind is one file instead of one per branch.
        is_per_member: Whether notices are one file per member.
    """

    kinds: tuple[LetterKind, ...]
    templates: Mapping[LetterKind, LetterTemplate]
    is_one_file: bool = False
    is_per_member: bool = False


@dataclass(frozen=True, slots=True)
class _Document:
    """One document before it has a name.

    Attributes:
        title: What its name says.
        ending: Ending of its name.
        template: The template; None for letter data.
        records: Values of each copy inside it.
    """

    title: str
    ending: str
    template: LetterTemplate | None
    records: Sequence[Values]


def render_letters(report: Report, order: LetterOrder) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of the letters; they depend on the report, the order and the templates alone.

    Raises:
        InputError: A template cannot be filled (R154).
    """
    telling = tell(report)
    documents = list(_Letters(telling, order).documents())
    names = file_names([(document.title, document.ending) for document in documents])
    files = []
    for name, document in zip(names, documents, strict=True):
        if document.template is not None:
            content = fill(document.template, document.records)
        elif document.ending == ".csv":
            content = merge_csv(document.records, report.language)
        else:
            content = merge_workbook(document.records, report.language)
        files.append((name, content))
    return tuple(files)


class _Letters:
    """The documents of one order."""

    def __init__(self, telling: Telling, order: LetterOrder) -> None:
        self._telling = telling
        self._order = order
        self._language = telling.report.language
        self._members = MemberValues(telling)
        self._shared = shared_values(telling)

    def documents(self) -> Iterator[_Document]:
        """Every document in the order of the kinds."""
        for kind in LetterKind:
            if kind not in self._order.kinds:
                continue
            if kind is LetterKind.MERGE:
                yield from self._merge()
            elif kind.is_per_branch:
                yield from self._of_branches(kind)
            else:
                title = KINDS[kind].say(self._language)
                yield _Document(title, ".docx", self._template(kind), [{**self._shared, **self._lists(kind)}])

    def _template(self, kind: LetterKind) -> LetterTemplate:
        own = self._order.templates.get(kind)
        return own or open_template(default_template(kind, self._language), "", scope_of(kind))

    def _of_branches(self, kind: LetterKind) -> Iterator[_Document]:
        template = self._template(kind)
        name = KINDS[kind].say(self._language)
        everything: list[Values] = []
        number = 0
        for unit in self._telling.units:
            issuer = issuer_values(self._telling.report, unit.unit)
            place = unit.unit if len(self._telling.units) > 1 else ""
            for each in unit.branches:
                if not each.received:
                    continue
                number += 1
                records = list(self._records(kind, number, issuer, unit, each))
                if self._order.is_one_file:
                    everything += records
                elif kind is LetterKind.NOTICE and self._order.is_per_member:
                    for record, one in zip(records, each.received, strict=True):
                        yield _Document(f"{name} {one.member.name} {place}", ".docx", template, [record])
                else:
                    yield _Document(f"{name} {place} {each.branch.name}", ".docx", template, records)
        if self._order.is_one_file and everything:
            yield _Document(f"{name} {ALL_BRANCHES.say(self._language)}", ".docx", template, everything)

    def _records(
        self, kind: LetterKind, number: int, issuer: Values, unit: UnitFigures, each: BranchFigures
    ) -> Iterator[Values]:
        """The copies for one branch: one, or one for each of its members."""
        values = {**self._shared, **issuer, "branch": branch_values(self._telling, number, unit, each)}
        members = numbered(self._members, each.received)
        if kind is LetterKind.NOTICE:
            for member in members:
                yield {**values, "member": member}
        else:
            yield {**values, "members": members}

    def _lists(self, kind: LetterKind) -> Values:
        """What a document of the whole plan lists."""
        telling = self._telling
        if kind is LetterKind.SUMMARY:
            branches = [(unit, each) for unit in telling.units for each in unit.branches]
            return {
                "branches": [branch_values(telling, number, *both) for number, both in enumerate(branches, start=1)]
            }
        if kind is LetterKind.REVIEW:
            return {"points": point_values(telling)}
        if kind is LetterKind.CONTACT:
            return {"members": contact_values(telling, self._members)}
        received = telling.transfers() if kind is LetterKind.DEADLINES else telling.received()
        return {"members": numbered(self._members, received)}

    def _merge(self) -> Iterator[_Document]:
        rows = numbered(self._members, self._telling.received())
        for ending in (".xlsx", ".csv"):
            yield _Document(KINDS[LetterKind.MERGE].say(self._language), ending, None, rows)
