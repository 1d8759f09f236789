"""Plan every case below a folder: workers, journal, summary."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from reassign import __version__
from reassign.domain.batch import BatchReport, CaseRecord
from reassign.domain.errors import OutputError, UsageError
from reassign.domain.exit_codes import INTERNAL, OUTPUT
from reassign.domain.language import Language
from reassign.domain.progress import Progress
from reassign.workflows.batch.cases import CaseFolder, find_cases, share_of
from reassign.workflows.batch.crew import Crew
from reassign.workflows.batch.journal import JOURNAL, Journal
from reassign.workflows.batch.one_case import CaseOrder, case_key
from reassign.writers.atomic import make_folder, remove_remains, replace_own, write_files
from reassign.writers.lock import locked

SUMMARY = "summary.xlsx"
_NAMED = 5
_TO_DO_AGAIN = frozenset({OUTPUT, INTERNAL})


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What is asked of the command ``batch``.

    Attributes:
        root: Folder below which the cases lie.
        results: Folder of the results, created if absent.
        endings: Kinds of files to write for each case, such as ``.xlsx``.
        jobs: Workers side by side, >= 1.
        patterns: Shell patterns of the cases that are meant; all if there are none.
        share: ``K/N`` for every N-th case from the K-th on; empty for all.
        is_stopped_by_failure: Whether the first case without a plan ends the batch.
        is_forced: Whether cases whose inputs have changed are planned again.
        is_shortfall_allowed: Whether minima become the first level.
        seed: Seed of the draw; None to use that of each case.
        time_limit: Longest solving time per case [seconds]; None to use that of each case.
        encoding: What text files that are no UTF-8 are read in; None if nobody said.
        language: Language of documents; None to use that of each case.
        fallback_language: Language of the summary, and where nobody names one.
    """

    root: Path
    results: Path
    endings: tuple[str, ...]
    jobs: int
    patterns: tuple[str, ...] = ()
    share: str = ""
    is_stopped_by_failure: bool = False
    is_forced: bool = False
    is_shortfall_allowed: bool = False
    seed: int | None = None
    time_limit: float | None = None
    encoding: str | None = None
    language: Language | None = None
    fallback_language: Language = "en"


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What came of it.

    Attributes:
        records: Records of the cases that were meant and are done, by name.
        kept: Cases that an earlier run had done already.
        left: Cases that were not begun, because one before them failed.
        summary: The summary workbook.
    """

    records: tuple[CaseRecord, ...]
    kept: int
    left: int
    summary: Path


def run_batch(request: BatchRequest, progress: Progress, tell: Callable[[CaseRecord], None]) -> BatchOutcome:
    """Plan every case, one journal line each; finished cases of an earlier run are not planned again.

    Args:
        request: What is asked.
        progress: Told of each case that is done.
        tell: Called with each new record, in the order in which the cases are done.

    Raises:
        UsageError: There is no case, no such share, or fewer than one worker.
        OutputError: The folder of the results cannot be written, is in use, or holds results of other inputs.
    """
    if request.jobs < 1:
        raise UsageError("batch-jobs", {"value": request.jobs})
    cases = find_cases(request.root, request.results, request.patterns)
    if not cases:
        _refuse(request)
    if request.share:
        cases = share_of(cases, request.share)
    make_folder(request.results)
    with locked(request.results):
        remove_remains(request.results)
        journal = Journal(request.results / JOURNAL)
        orders = [_order(request, case) for case in cases]
        open_orders = _open_orders(request, orders, journal)
        progress.stage("cases", len(open_orders))
        done = 0
        with Crew(request.jobs) as crew:
            for record in crew.plan(open_orders):
                journal.add(record)
                done += 1
                progress.advance()
                tell(record)
                if record.has_failed and request.is_stopped_by_failure:
                    break
        records = tuple(journal.records[case.name] for case in cases if case.name in journal.records)
        summary = _summarise(request, journal)
    return BatchOutcome(records, len(orders) - len(open_orders), len(open_orders) - done, summary)


def _refuse(request: BatchRequest) -> NoReturn:
    """Say why there is nothing to plan: no folder, no case in it, or none that was asked for."""
    folder = str(request.root)
    if not request.root.is_dir():
        raise UsageError("batch-no-folder", {"folder": folder})
    there = find_cases(request.root, request.results, ())
    if not there:
        raise UsageError("batch-empty", {"folder": folder})
    shown = ", ".join(case.name for case in there[:_NAMED]) + (", …" if len(there) > _NAMED else "")
    told: dict[str, str | int] = {
        "folder": folder,
        "patterns": ", ".join(request.patterns),
        "count": len(there),
        "cases": shown,
    }
    raise UsageError("batch-none-meant", told)


def _order(request: BatchRequest, case: CaseFolder) -> CaseOrder:
    return CaseOrder(
        case=case.name,
        folder=str(case.folder),
        results=str(request.results / case.name),
        endings=request.endings,
        is_forced=request.is_forced,
        is_shortfall_allowed=request.is_shortfall_allowed,
        seed=request.seed,
        time_limit=request.time_limit,
        encoding=request.encoding,
        language=request.language,
        fallback_language=request.fallback_language,
    )


def _open_orders(request: BatchRequest, orders: Sequence[CaseOrder], journal: Journal) -> list[CaseOrder]:
    """Orders that no earlier run has carried out.

    Raises:
        OutputError: Cases with results have changed, and nobody said that they may be replaced.
    """
    waiting, changed = [], []
    for order in orders:
        record = journal.records.get(order.case)
        if record is not None and record.key == case_key(order):
            if record.exit_code not in _TO_DO_AGAIN and _is_there(record, Path(order.results)):
                continue
        elif record is not None and record.outputs:
            changed.append(order.case)
        waiting.append(order)
    if changed and not request.is_forced:
        names = ", ".join(changed[:_NAMED]) + (", …" if len(changed) > _NAMED else "")
        raise OutputError("batch-changed", {"count": len(changed), "cases": names, "file": str(request.results)})
    return waiting


def _is_there(record: CaseRecord, results: Path) -> bool:
    """Whether every file of a record is on disk as it was written."""
    try:
        return all(
            hashlib.sha256((results / name).read_bytes()).hexdigest() == digest
            for name, digest in record.outputs.items()
        )
    except OSError:
        return False


def _summarise(request: BatchRequest, journal: Journal) -> Path:
    """Write the summary over every case of the journal, and the journal in the order of the cases."""
    from reassign.writers.workbook.batch_book import render_batch_book

    records = tuple(journal.records[name] for name in sorted(journal.records))
    content = render_batch_book(BatchReport(records, request.language or request.fallback_language, __version__))
    path = request.results / SUMMARY
    if not (path.is_file() and path.read_bytes() == content):
        write_files([(path, content)], is_forced=True)
    replace_own(request.results / JOURNAL, journal.in_order())
    return path
