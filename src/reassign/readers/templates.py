"""A Word template as bytes, looked through before anything inflates it."""

from __future__ import annotations

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity
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
