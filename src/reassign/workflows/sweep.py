"""Sweep one figure of the policy over a range: a proved plan at every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reassign.check.question import settle
from reassign.domain.findings import Finding
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Infeasible
from reassign.domain.progress import NoProgress, Progress
from reassign.domain.sweep import Sweep
from reassign.insight.conflict_cells import with_cells
from reassign.insight.knob import find_knob, parse_values
from reassign.insight.sweep import placements_of, sweep_point
from reassign.model.instance import make_instance
from reassign.readers.policy.case import CaseSettings
from reassign.workflows.steps.reading import read_sound_rosters
from reassign.workflows.steps.solving import make_checked_plan

OUTPUTS: tuple[str, ...] = (".xlsx", ".csv", ".json", ".svg")
"""Kinds of files that a sweep can be written to."""


@dataclass(frozen=True, slots=True)
class SweepRequest:
    """What is asked of the command ``sweep``.

    Attributes:
        settings: The case.
        key: Key of the policy.
        values: Its values, as written.
        outputs: Files to write; the ending decides what.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.
        language: Language of documents.
        jobs: Processes that may share the work.
    """

    settings: CaseSettings
    key: str
    values: str
    outputs: tuple[Path, ...]
    is_forced: bool
    language: Language
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class SweepOutcome:
    """What came of it.

    Attributes:
        sweep: The points.
        findings: Warnings of the reading.
        instance: The question with the policy as it is, which knows everybody that a conflict may name.
    """

    sweep: Sweep
    findings: tuple[Finding, ...]
    instance: Instance


def run_sweep(request: SweepRequest, progress: Progress) -> SweepOutcome:
    """Read the case, make a plan with every value, and write the outputs.

    Raises:
        InputError: The rosters have errors.
        UsageError: There is no such key, or the values are no range.
        OutputError: An output was not written.
        InternalError: The checker refuses a plan that the solver made.
    """
    settings = request.settings
    rosters, findings = read_sound_rosters(settings, progress)
    policy = settings.policy.of_a_first_plan()
    knob = find_knob(request.key, policy, rosters)
    values = parse_values(request.values, knob)
    now = settle(rosters, policy, settings.seed)
    points = []
    before: Mapping[str, str] | None = None
    progress.stage("sweep", len(values))
    for value in values:
        turned = knob.turned(value)
        instance = make_instance(rosters, turned, settings.seed)
        answer = make_checked_plan(
            rosters, instance, time_limit=settings.time_limit, progress=NoProgress(), jobs=request.jobs
        )
        if isinstance(answer, Infeasible):
            answer = replace(answer, conflicts=with_cells(answer.conflicts, rosters, turned))
        points.append(sweep_point(knob, value, answer, now, before))
        if not isinstance(answer, Infeasible):
            before = placements_of(answer)
        progress.advance()
    outcome = SweepOutcome(
        sweep=Sweep(knob.key, knob.current, tuple(points)),
        findings=findings,
        instance=make_instance(rosters, policy, settings.seed),
    )
    _write(outcome, request)
    return outcome


def _write(outcome: SweepOutcome, request: SweepRequest) -> None:
    if not request.outputs:
        return
    from reassign.writers.atomic import write_files

    files = [(path, _bytes(outcome, path, request.language)) for path in request.outputs]
    write_files(files, is_forced=request.is_forced)


def _bytes(outcome: SweepOutcome, path: Path, language: Language) -> bytes:
    match path.suffix.lower():
        case ".json":
            from reassign.writers.json.plan import layout
            from reassign.writers.json.sweep import sweep_document

            document = sweep_document(outcome.sweep, outcome.instance, language)
            return layout(document).encode()
        case ".csv":
            from reassign.writers.sweep_csv import render_sweep_csv

            return render_sweep_csv(outcome.sweep)
        case ".svg":
            from reassign.writers.step_plot import sweep_svg

            return sweep_svg(outcome.sweep, language).encode()
        case _:
            from reassign.writers.workbook.sweep_book import render_sweep

            return render_sweep(outcome.sweep, outcome.instance, language)
