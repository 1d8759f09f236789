"""Files that come back from whoever got a pseudonymised case."""

from __future__ import annotations

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.archive import scan_archive
from reassign.readers.grids.files import read_file
from reassign.readers.grids.sources import Source


def read_text(source: Source) -> str:
    """A text in UTF-8.

    Raises:
        InputError: The file is missing, cannot be read, or is no UTF-8.
    """
    try:
        return source.path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        found = Finding("R001", Severity.ERROR, CellAddress(source.name))
    except UnicodeDecodeError:
        found = Finding("R076", Severity.ERROR, CellAddress(source.name), "", {"encoding": "UTF-8"})
    except OSError:
        found = Finding("R003", Severity.ERROR, CellAddress(source.name))
    raise InputError((found,))


def read_package(source: Source, kind: str) -> bytes:
    """A workbook or a Word document that is no bomb and declares no entities.

    Raises:
        InputError: The file cannot be read, is of another kind, or is refused.
    """
    file, findings = read_file(source, frozenset({kind}))
    if file is not None:
        _, findings = scan_archive(file)
    if file is None or findings:
        raise InputError(findings)
    return file.data
