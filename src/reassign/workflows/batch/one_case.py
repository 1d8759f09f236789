"""One case of a batch: read, planned, checked and written, and what came of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reassign import __version__
from reassign.domain.batch import MOST_FINDINGS, CaseRecord, OpenNeed
from reassign.domain.errors import InputError, PolicyError, ReassignError
from reassign.domain.exit_codes import INFEASIBLE, INTERNAL, code_of
from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.domain.progress import NoProgress
from reassign.messages.errors import say_error
from reassign.messages.finding import finding_document
from reassign.readers.policy.case import CASE_FILE, CaseFlags, CaseSettings, read_case
from reassign.workflows.plan import PlanOutcome, PlanRequest, run_plan


@dataclass(frozen=True, slots=True)
class CaseOrder:
    """What is asked of a worker.

    Attributes:
        case: Name of the case.
        folder: Where it lies.
        results: Folder that its results go to.
        endings: Kinds of files to write, such as ``.xlsx``.
        is_forced: Whether other files under these names are replaced, the old ones kept as backups.
        is_shortfall_allowed: Whether minima become the first level.
        seed: Seed of the draw; None to use the case's.
        time_limit: Longest solving time [seconds]; None to use the case's.
        encoding: What text files that are no UTF-8 are read in; None if nobody said.
        language: Language of documents; None to use the case's.
        fallback_language: Language when nobody names one.
    """

    case: str
    folder: str
    results: str
    endings: tuple[str, ...]
    is_forced: bool = False
    is_shortfall_allowed: bool = False
    seed: int | None = None
    time_limit: float | None = None
    encoding: str | None = None
    language: Language | None = None
    fallback_language: Language = "en"


def plan_case(order: CaseOrder) -> CaseRecord:
    """Plan one case and write its files; every expected failure is a record too."""
    key = case_key(order)
    language = order.language or order.fallback_language
    try:
        settings = _settings(order)
        language = settings.language
        outcome = run_plan(PlanRequest(settings, (), is_dry_run=True, is_forced=False, language=language), NoProgress())
        outputs = _write(outcome, order)
    except ReassignError as error:
        findings = error.findings if isinstance(error, InputError | PolicyError) else ()
        return CaseRecord(
            case=order.case,
            key=key,
            exit_code=error.exit_code,
            status="error",
            title="",
            counts=_finding_counts(findings),
            levels=(),
            open_needs=(),
            findings=_documents(findings, language),
            messages=(say_error(error, language),),
            outputs={},
        )
    return _record(outcome, order, key, language, outputs)


def lost_case(order: CaseOrder, kind: str = "") -> CaseRecord:
    """The record of a case that met a bug of this program, or whose worker died; it is planned again next time."""
    messages = (kind,) if kind else ()
    return CaseRecord(order.case, "", INTERNAL, "error", "", {}, (), (), (), messages, {})


def case_key(order: CaseOrder) -> str:
    """Digest of everything that the outcome of a case depends on: program, wishes and bytes of the inputs."""
    language = order.language or order.fallback_language
    files: tuple[tuple[str, Path], ...] = ()
    try:
        settings = _settings(order)
        language, files = settings.language, _inputs(settings)
    except ReassignError:
        # The file of the case itself is at fault, and its bytes are part of the digest.
        pass
    told = (order.is_shortfall_allowed, order.seed, order.time_limit, order.encoding)
    wishes = [__version__, order.endings, *told, language]
    digest = hashlib.sha256(json.dumps(wishes).encode())
    for name, path in (("", Path(order.folder) / CASE_FILE), *files):
        digest.update(f"{name}\0{_digest(path)}\0".encode())
    return digest.hexdigest()


def _settings(order: CaseOrder) -> CaseSettings:
    flags = CaseFlags(
        is_shortfall_allowed=order.is_shortfall_allowed,
        seed=order.seed,
        time_limit=order.time_limit,
        encoding=order.encoding,
        language=order.language,
    )
    return read_case(Path(order.folder), flags, {}, order.fallback_language)


def _inputs(settings: CaseSettings) -> tuple[tuple[str, Path], ...]:
    """Files of a case by role, those of a folder each by itself."""
    from dataclasses import fields

    found = [("policy", settings.policy_file)] if settings.policy_file else []
    for item in fields(settings.sources):
        source = getattr(settings.sources, item.name)
        if source is None:
            continue
        paths = sorted(source.path.iterdir()) if source.is_folder else [source.path]
        found.extend((f"{item.name} {path.name}#{source.sheet}", path) for path in paths)
    return tuple(found)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _write(outcome: PlanOutcome, order: CaseOrder) -> Mapping[str, str]:
    """Write the files of a plan, but for those that are there already, byte for byte."""
    from reassign.writers.atomic import make_folder, still_to_write, write_files
    from reassign.writers.formats import render

    report = outcome.report
    if report is None:
        return {}
    results = Path(order.results)
    make_folder(results)
    contents = {results / f"plan{ending}": render(report, results / f"plan{ending}") for ending in order.endings}
    # A killed run may have got so far as to write some of them.
    write_files(still_to_write(contents.items()), is_forced=order.is_forced)
    return {path.name: hashlib.sha256(content).hexdigest() for path, content in contents.items()}


def _record(
    outcome: PlanOutcome, order: CaseOrder, key: str, language: Language, outputs: Mapping[str, str]
) -> CaseRecord:
    instance = outcome.instance
    record = CaseRecord(
        case=order.case,
        key=key,
        exit_code=INFEASIBLE,
        status="infeasible",
        title=instance.policy.name,
        counts={
            **_finding_counts(outcome.findings),
            "members": len(instance.members),
            "branches": len(instance.branches),
        },
        levels=(),
        open_needs=(),
        findings=_documents(outcome.findings, language),
        messages=(),
        outputs=outputs,
    )
    if outcome.report is None:
        conflicts = outcome.document.get("conflicts")
        found = conflicts if isinstance(conflicts, list) else []
        return replace(record, messages=tuple(str(conflict["message"]) for conflict in found))
    plan = outcome.report.plan
    branches = {branch.id: branch for branch in instance.branches}
    return replace(
        record,
        exit_code=code_of(plan.status),
        status=plan.status,
        counts={
            **record.counts,
            "placed": len(plan.placements),
            "moved": plan.moved,
            "to_review": len(plan.review),
        },
        levels=plan.levels,
        open_needs=tuple(
            OpenNeed(branches[load.branch].unit, branches[load.branch].name, need)
            for load in plan.branches
            for need in load.uncovered
        ),
    )


def _finding_counts(findings: Iterable[Finding]) -> dict[str, int]:
    is_error = [finding.is_error for finding in findings]
    return {"errors": sum(is_error), "warnings": len(is_error) - sum(is_error)}


def _documents(findings: Iterable[Finding], language: Language) -> tuple[Mapping[str, object], ...]:
    errors_first = sorted(findings, key=lambda finding: not finding.is_error)
    return tuple(finding_document(finding, language) for finding in errors_first[:MOST_FINDINGS])
