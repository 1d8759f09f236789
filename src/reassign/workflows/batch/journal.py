"""The journal of a batch: one line per finished case, on disk before the next one is counted as begun."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from reassign.domain.batch import BATCH_SCHEMA_VERSION, CaseRecord, OpenNeed
from reassign.domain.plan import LevelResult, Proof
from reassign.writers.refusal import output_error

JOURNAL = "journal.jsonl"
"""Name of the file in the folder of the results."""


class Journal:
    """Appends records to a file and keeps what was there.

    Raises:
        OutputError: The file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.records = read_journal(path)
            self._mend()
        except OSError as error:
            raise output_error(error, path) from error

    def add(self, record: CaseRecord) -> None:
        """Write a record and wait until it is on disk.

        Raises:
            OutputError: It cannot be written.
        """
        self.records = {**self.records, record.case: record}
        try:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "ab") as stream:
                stream.write(line_of(record))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            with suppress(OSError):
                self._mend()
            raise output_error(error, self._path) from error

    def in_order(self) -> bytes:
        """All records by the names of their cases, so that the order of work leaves no trace."""
        return b"".join(line_of(self.records[name]) for name in sorted(self.records))

    def _mend(self) -> None:
        """Cut off a last line that a killed run did not finish."""
        if not self._path.exists():
            return
        content = self._path.read_bytes()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            with self._path.open("rb+") as stream:
                stream.truncate(whole)
                os.fsync(stream.fileno())


def read_journal(path: Path) -> dict[str, CaseRecord]:
    """The last record of each case; lines that are not whole records are as if they were not there."""
    if not path.exists():
        return {}
    records = {}
    for line in path.read_bytes().split(b"\n"):
        record = _record(line)
        if record is not None:
            records[record.case] = record
    return records


def line_of(record: CaseRecord) -> bytes:
    """One record as a line of JSON."""
    return (json.dumps(document_of(record), ensure_ascii=False) + "\n").encode()


def document_of(record: CaseRecord) -> dict[str, object]:
    """A record as plain JSON values."""
    return {
        "schema_version": BATCH_SCHEMA_VERSION,
        **asdict(record),
        "levels": [
            {
                "names": [str(name) for name in level.names],
                "sense": level.sense,
                "value": level.value,
                "bound": level.bound,
                "proof": level.proof.value,
            }
            for level in record.levels
        ],
    }


def record_of(document: Mapping[str, object]) -> CaseRecord:
    """A record from plain JSON values that ``document_of`` made.

    Raises:
        KeyError, TypeError, ValueError: It is no such document.
    """
    values = dict(document)
    if values.pop("schema_version") != BATCH_SCHEMA_VERSION:
        raise ValueError(BATCH_SCHEMA_VERSION)
    levels, needs = values.pop("levels"), values.pop("open_needs")
    findings, messages = values.pop("findings"), values.pop("messages")
    if not (isinstance(levels, list) and isinstance(needs, list)):
        raise TypeError(levels)
    if not (isinstance(findings, list) and isinstance(messages, list)):
        raise TypeError(findings)
    made = [
        LevelResult(tuple(each["names"]), each["sense"], each["value"], each["bound"], Proof(each["proof"]))
        for each in levels
    ]
    return CaseRecord(
        levels=tuple(made),
        open_needs=tuple(OpenNeed(**each) for each in needs),
        findings=tuple(findings),
        messages=tuple(messages),
        **values,  # type: ignore[arg-type] # the rest are texts, numbers and tables of them
    )


def _record(line: bytes) -> CaseRecord | None:
    try:
        document = json.loads(line)
        return record_of(document) if isinstance(document, dict) else None
    except (KeyError, TypeError, ValueError):
        return None
