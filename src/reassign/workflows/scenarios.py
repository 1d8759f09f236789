"""Several policies over the same rosters: make a plan by each, compare them, write all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reassign.domain.errors import UsageError
from reassign.domain.language import Language
from reassign.domain.progress import Progress
from reassign.readers.policy.case import CASE_FILE, CaseFlags, CaseSettings, completed_flags, read_case
from reassign.workflows.plan import PlanOutcome, PlanRequest, run_plan

if TYPE_CHECKING:
    from reassign.domain.comparison import Comparison

COMPARISON = "compare"
"""What the name of a comparison ends with: ``plans-compare.xlsx`` beside ``plans-a.xlsx`` and ``plans-b.xlsx``."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One policy, or a case of its own.

    Attributes:
        name: What its files are called after; no two scenarios of a run share it.
        policy: The policy as the user named it.
        settings: The case under this policy.
    """

    name: str
    policy: str
    settings: CaseSettings


@dataclass(frozen=True, slots=True)
class ScenarioRequest:
    """What is asked of the command ``plan`` with several policies.

    Attributes:
        scenarios: Two or more.
        outputs: Files as they would be called for a single plan; each scenario's name is put in.
        is_dry_run: Whether nothing is written.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.
        language: Language of documents.
        jobs: Processes that may share the work.
    """

    scenarios: tuple[Scenario, ...]
    outputs: tuple[Path, ...]
    is_dry_run: bool
    is_forced: bool
    language: Language
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """What came of it.

    Attributes:
        outcomes: The plan, or why there is none, of every scenario in its order.
        comparison: The plans side by side; None if fewer than two scenarios have one.
        document: Plans and comparison as plain JSON values.
        written: Files that were written.
    """

    outcomes: tuple[tuple[Scenario, PlanOutcome], ...]
    comparison: Comparison | None
    document: Mapping[str, object]
    written: tuple[Path, ...]


def read_scenarios(
    working_folder: Path,
    policies: Sequence[str],
    flags: CaseFlags,
    environment: Mapping[str, str],
    fallback_language: Language,
) -> tuple[Scenario, ...]:
    """Settle the case under each policy.

    A ``reassign.toml``, or a folder that holds one, stands for the whole case: its own rosters and its own policy.

    Args:
        working_folder: Where the command runs.
        policies: Policies as the user named them.
        flags: What the command line says besides.
        environment: Environment variables.
        fallback_language: Language when nobody names one.

    Raises:
        UsageError: A policy is named twice, or a flag or variable has no usable value.
        PolicyError: A policy or a ``reassign.toml`` has problems.
    """
    completed = completed_flags(flags, environment)
    paths = [_policy_path(working_folder, policy) for policy in policies]
    resolved = [path.resolve() for path in paths]
    for policy, path in zip(policies, resolved, strict=True):
        if resolved.count(path) > 1:
            raise UsageError("policy-twice", {"file": policy})
    return tuple(
        Scenario(name, policy, _settings(working_folder, path, policy, completed, fallback_language))
        for name, policy, path in zip(_names(resolved), policies, paths, strict=True)
    )


def _policy_path(working_folder: Path, policy: str) -> Path:
    path = working_folder / policy
    return path / CASE_FILE if path.is_dir() else path


def _names(paths: Sequence[Path]) -> list[str]:
    """The stem of each policy, of a case the folder; where that is not enough, with the folder before it."""
    names = [path.parent.name if path.name == CASE_FILE else path.stem for path in paths]
    counts = Counter(name.casefold() for name in (*names, COMPARISON))
    longer = [
        f"{path.parent.name}-{path.stem}" if counts[name.casefold()] > 1 else name
        for path, name in zip(paths, names, strict=True)
    ]
    counts = Counter(name.casefold() for name in longer)
    return [
        f"{index}-{name}" if counts[name.casefold()] > 1 or not name else name
        for index, name in enumerate(longer, start=1)
    ]


def _settings(
    working_folder: Path,
    path: Path,
    policy: str,
    flags: CaseFlags,
    fallback_language: Language,
) -> CaseSettings:
    if path.name != CASE_FILE:
        return read_case(working_folder, replace(flags, policy=policy), {}, fallback_language)
    if not path.is_file():
        raise UsageError("file-unreadable", {"file": policy, "detail": CASE_FILE})
    # Files of the command line are meant from where it runs, whichever case they go into.
    files = {role: str(working_folder / file) for role, file in flags.files.items()}
    return read_case(path.parent, replace(flags, files=files, policy=None), {}, fallback_language)


def scenario_path(output: Path, name: str) -> Path:
    """``plans.xlsx`` for the scenario ``a`` is ``plans-a.xlsx``."""
    return output.with_name(f"{output.stem}-{name}{output.suffix}")


def scenario_outputs(outputs: Sequence[Path], scenarios: Sequence[Scenario]) -> tuple[Path, ...]:
    """Every file that a run writes: the plans by scenario, then the comparisons."""
    return (
        *(scenario_path(output, scenario.name) for scenario in scenarios for output in outputs),
        *_comparison_paths(outputs),
    )


def _comparison_paths(outputs: Sequence[Path]) -> tuple[Path, ...]:
    """Where a comparison is written: beside the plans, in the kinds that it can be written in."""
    from reassign.workflows.compare import OUTPUTS

    return tuple(scenario_path(output, COMPARISON) for output in outputs if output.suffix.lower() in OUTPUTS)


def run_scenarios(request: ScenarioRequest, progress: Progress) -> ScenarioOutcome:
    """Make a plan by every policy, compare those that exist, and write everything at once.

    Raises:
        InputError: Some rosters have errors; nothing is written.
        OutputError: An output was not written; then none is.
        InternalError: The checker refuses a plan that the solver made.
    """
    from reassign.workflows.compare import compare_reports, comparison_bytes
    from reassign.writers.formats import render
    from reassign.writers.json.comparison import comparison_document
    from reassign.writers.json.plan import plan_document

    outcomes = []
    for scenario in request.scenarios:
        asked = PlanRequest(
            scenario.settings, (), is_dry_run=True, is_forced=False, language=request.language, jobs=request.jobs
        )
        outcomes.append((scenario, run_plan(asked, progress)))
    made = [(scenario, outcome.report) for scenario, outcome in outcomes if outcome.report is not None]
    comparison = compare_reports([(scenario.policy, report) for scenario, report in made]) if len(made) > 1 else None
    files: list[tuple[Path, bytes]] = []
    if request.outputs and not request.is_dry_run:
        from reassign.writers.atomic import write_files

        for scenario, report in made:
            paths = [scenario_path(output, scenario.name) for output in request.outputs]
            files += [(path, render(report, path)) for path in paths]
        if comparison is not None:
            files += [
                (path, comparison_bytes(comparison, path, request.language))
                for path in _comparison_paths(request.outputs)
            ]
        progress.stage("writing", len(files))
        write_files(files, is_forced=request.is_forced)
    document = {
        "schema_version": 1,
        "plans": [
            {
                "policy": scenario.policy,
                "name": scenario.name,
                "plan": dict(outcome.document)
                if outcome.report is None
                else plan_document(outcome.report, _folder(request, scenario)),
            }
            for scenario, outcome in outcomes
        ],
        "comparison": None if comparison is None else comparison_document(comparison),
    }
    return ScenarioOutcome(tuple(outcomes), comparison, document, tuple(path for path, _ in files))


def _folder(request: ScenarioRequest, scenario: Scenario) -> Path:
    """Folder that the paths of a printed plan are relative to."""
    return request.outputs[0].parent if request.outputs else scenario.settings.folder
