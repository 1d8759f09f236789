"""Begin a case: rosters to fill in, a policy to adapt, letters to put into one's own words."""

from __future__ import annotations

from pathlib import Path

from reassign.domain.language import Language
from reassign.domain.letters import LetterKind
from reassign.readers.policy.case import CASE_FILE
from reassign.writers.atomic import make_folder, write_files
from reassign.writers.templates.case_form import render_case_form
from reassign.writers.templates.roster_form import render_form

TEMPLATES = "templates"
"""Folder of the letters in a new case."""

SENT_OUT = (LetterKind.DECISION, LetterKind.NOTICE)
"""Papers that go out under somebody's name, so that their words are the first to be changed."""


def begin_case(folder: Path, *, language: Language, is_forced: bool) -> tuple[Path, ...]:
    """Write the files of a new case into a folder, which is created if absent.

    Args:
        folder: Where they go.
        language: Language of headings, notes and documents.
        is_forced: Whether files that exist are replaced; the old ones are kept as backups.

    Returns:
        What was written.

    Raises:
        OutputError: A file exists or cannot be written; then none of them is.
    """
    from reassign.writers.letters.paper import default_template

    templates = folder / TEMPLATES
    files = {
        folder / CASE_FILE: render_case_form(language),
        folder / "members.xlsx": render_form("members", language),
        folder / "branches.xlsx": render_form("branches", language),
        **{templates / f"{kind}.docx": default_template(kind, language) for kind in SENT_OUT},
    }
    make_folder(templates)
    write_files(list(files.items()), is_forced=is_forced)
    return tuple(files)
