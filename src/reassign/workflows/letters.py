"""Make the letters of a plan: read it, read the templates, fill them, write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.errors import InputError
from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.domain.letters import LetterKind
from reassign.readers.grids.sources import Source
from reassign.readers.templates import read_template
from reassign.workflows.steps.reporting import open_report
from reassign.writers.atomic import make_folder, write_files
from reassign.writers.letters.fields import scope_of
from reassign.writers.letters.paper import default_template
from reassign.writers.letters.render import LetterOrder, render_letters
from reassign.writers.letters.template import LetterTemplate, open_template


@dataclass(frozen=True, slots=True)
class LettersRequest:
    """What is asked of the command ``letters``.

    Attributes:
        plan: The plan and the file as the user named it.
        folder: Where the letters go.
        templates: The officer's templates by kind.
        kinds: Kinds of documents.
        is_one_file: Whether each kind is one file instead of one per branch.
        is_per_member: Whether notices are one file per member.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.
        language: Language that was asked for; None for that of the case.
        fallback: Language if the case names none.
    """

    plan: tuple[Path, str]
    folder: Path
    templates: Mapping[LetterKind, Source]
    kinds: tuple[LetterKind, ...]
    is_one_file: bool
    is_per_member: bool
    is_forced: bool
    language: Language | None
    fallback: Language


@dataclass(frozen=True, slots=True)
class LettersOutcome:
    """What was written, and the language of it."""

    written: tuple[Path, ...]
    language: Language
    findings: tuple[Finding, ...]


def run_letters(request: LettersRequest) -> LettersOutcome:
    """Write every letter of a plan, or none.

    Raises:
        InputError: The plan was edited by hand or cannot be read, or a template has problems.
        OutputError: An output was not written.
    """
    report = open_report(*request.plan, request.language, request.fallback)
    templates = read_templates(request.templates, report.rosters.member_columns)
    order = LetterOrder(request.kinds, templates, is_one_file=request.is_one_file, is_per_member=request.is_per_member)
    letters = render_letters(report, order)
    make_folder(request.folder)
    files = [(request.folder / name, content) for name, content in letters]
    write_files(files, is_forced=request.is_forced)
    return LettersOutcome(tuple(path for path, _ in files), report.language, report.findings)


def columns_of(plan: tuple[Path, str], language: Language) -> tuple[str, ...]:
    """Further columns of the roster of a plan, which templates may name.

    Raises:
        InputError: The plan was edited by hand or cannot be read.
    """
    return open_report(*plan, language, language).rosters.member_columns


def read_templates(
    sources: Mapping[LetterKind, Source], columns: tuple[str, ...] | None = None
) -> dict[LetterKind, LetterTemplate]:
    """The templates, each checked for its kind.

    Args:
        sources: The files by kind.
        columns: Further columns of the roster; None if no plan says which roster.

    Raises:
        InputError: Every problem of every template at once.
    """
    templates: dict[LetterKind, LetterTemplate] = {}
    findings: list[Finding] = []
    for kind, source in sources.items():
        try:
            templates[kind] = open_template(read_template(source), source.name, scope_of(kind, columns))
        except InputError as error:
            findings.extend(error.findings)
    if findings:
        raise InputError(tuple(findings))
    return templates


def write_templates(
    folder: Path, kinds: Sequence[LetterKind], language: Language, *, is_forced: bool
) -> tuple[Path, ...]:
    """Write the default templates for an officer to change.

    Raises:
        OutputError: An output was not written.
    """
    files = [(folder / f"{kind}.docx", default_template(kind, language)) for kind in kinds if kind.has_template]
    make_folder(folder)
    write_files(files, is_forced=is_forced)
    return tuple(path for path, _ in files)
