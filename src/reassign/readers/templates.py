"""A Word template as bytes, looked through before anything inflates it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError, UsageError
from reassign.domain.findings import Finding, Severity
from reassign.domain.letters import LetterKind
from reassign.readers.cells.nearest import nearest
from reassign.readers.grids.archive import scan_archive
from reassign.readers.grids.files import kind_of, read_file
from reassign.readers.grids.sources import Source


def read_template(source: Source) -> bytes:
    """The bytes of a docx file that is no bomb and declares no entities.

    Raises:
        InputError: The file cannot be read, is of another kind, or is refused.
    """
    file, findings = read_file(source, frozenset({"docx"}))
    if file is None or kind_of(file.data) != "docx":
        # Which kinds of rosters are read is no help to somebody who named a template.
        is_other = file is not None or any(finding.code == "R006" for finding in findings)
        no_word = Finding("R150", Severity.ERROR, CellAddress(source.name), source.name)
        raise InputError((no_word,) if is_other else findings)
    _, findings = scan_archive(file)
    if findings:
        raise InputError(findings)
    return file.data


def find_templates(folder: Path, named: Sequence[str], kinds: Sequence[LetterKind]) -> dict[LetterKind, Source]:
    """Which template is for which kind: by its name, or because only one kind is asked for.

    Args:
        folder: Folder that relative names start from.
        named: Files, or folders that hold files named after kinds.
        kinds: Kinds that are asked for; empty for all.

    Raises:
        UsageError: A file is for no kind in particular (``template-kind`` with ``file`` and ``known``).
        InputError: A folder holds no template.
    """
    found: dict[LetterKind, Source] = {}
    for name in named:
        path = folder / name
        if path.is_dir():
            there = _templates_in(path, name)
            if not there:
                wanted = next((kind for kind in kinds if kind.has_template), LetterKind.DECISION)
                raise InputError((Finding("R001", Severity.ERROR, CellAddress(f"{name}/{wanted}.docx")),))
            found |= there
            continue
        stem = path.stem.lower()
        own = [kind for kind in LetterKind if kind.has_template and kind.value == stem]
        chosen = own or [kind for kind in kinds if kind.has_template]
        if len(chosen) != 1:
            known = ", ".join(kind.value for kind in LetterKind if kind.has_template)
            raise UsageError("template-kind", {"file": name, "known": known})
        found[chosen[0]] = Source(path, name)
    return found


def _templates_in(folder: Path, name: str) -> dict[LetterKind, Source]:
    """The files of a folder that are called after a kind.

    Raises:
        UsageError: A document is called nearly like a kind, or none is like one (``template-name``).
    """
    files = {path.stem.lower(): path for path in sorted(folder.glob("*.docx")) if not path.name.startswith("~$")}
    known = {kind.value: kind for kind in LetterKind if kind.has_template}
    there = {known[stem]: Source(path, f"{name}/{path.name}") for stem, path in files.items() if stem in known}
    for stem, path in files.items():
        near = nearest(stem, known)
        if stem not in known and (near or not there):
            told = {"file": f"{name}/{path.name}", "known": ", ".join(f"{kind}.docx" for kind in near or known)}
            raise UsageError("template-name", told)
    return there
