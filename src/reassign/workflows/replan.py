"""Make a new plan from an old one: read what has changed, solve, find the reasons, write."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reassign import __version__
from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity, in_reading_order
from reassign.domain.plan import Infeasible
from reassign.domain.progress import Progress
from reassign.domain.replanning import Edit, Standstill, Strength
from reassign.domain.report import Language, Report
from reassign.domain.roster import Rosters
from reassign.readers.cells.nearest import nearest
from reassign.readers.grids.sources import Source
from reassign.readers.rosters.branches import read_branches
from reassign.readers.rosters.rosters import Replan
from reassign.workflows.plan import PlanOutcome
from reassign.workflows.replan_case import ReplanSettings
from reassign.workflows.steps.reading import read_sound_rosters
from reassign.workflows.steps.solving import make_checked_plan
from reassign.workflows.steps.writing import write_report

if TYPE_CHECKING:
    from reassign.domain.curve import Curve
    from reassign.domain.instance import Instance
    from reassign.solve.clock import Clock


@dataclass(frozen=True, slots=True)
class ReplanRequest:
    """What is asked of the command ``replan``.

    Attributes:
        settings: The old plan and the case.
        outputs: Files to write; the ending decides what.
        has_curve: Whether the price of the moves is asked for.
        is_dry_run: Whether nothing is written.
        is_forced: Whether existing outputs are replaced, the old ones kept as backups.
        language: Language of documents.
        jobs: Processes that may share the work.
    """

    settings: ReplanSettings
    outputs: tuple[Path, ...]
    has_curve: bool
    is_dry_run: bool
    is_forced: bool
    language: Language
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class ReplanOutcome:
    """What came of it.

    Attributes:
        plan: The new plan, or why there is none, with everything that explains it.
        clashes: Edits that no plan can obey together, where there is no plan because of them.
        standstill: Whether there is no plan because too few may move.
    """

    plan: PlanOutcome
    clashes: tuple[Edit, ...] = ()
    standstill: Standstill = field(default_factory=Standstill)


def run_replan(request: ReplanRequest, progress: Progress) -> ReplanOutcome:
    """Read the old plan and the case as it is now, make the new plan, explain it and write the outputs.

    Raises:
        InputError: The rosters or the edits have errors; nothing is solved and nothing written.
        UsageError: An output has an ending that nothing is written for.
        OutputError: An output was not written.
        InternalError: The checker refuses the plan that the solver made.
    """
    settings = request.settings
    case = settings.case
    rosters, findings = read_sound_rosters(case, progress, Replan(settings.until))

    from reassign.insight.replanning import describe_replan
    from reassign.model.instance import make_instance
    from reassign.solve.clock import Clock
    from reassign.writers.json.plan import plan_document

    changed, stale = _changed(settings, rosters)
    findings = in_reading_order((*findings, *stale, *_kept(settings), *_unprotected(settings, rosters)))
    instance = make_instance(rosters, case.policy, case.seed)
    clock = Clock(None if case.time_limit is None else time.monotonic() + case.time_limit)
    plan = make_checked_plan(rosters, instance, time_limit=case.time_limit, progress=progress, jobs=request.jobs)
    if isinstance(plan, Infeasible):
        return _without_plan(plan, instance, rosters, findings, clock, request.language)
    old = settings.plan.plan.placements if settings.plan is not None else ()
    described = describe_replan(instance, rosters, plan, old, clock, progress)
    names = {} if settings.plan is None else settings.plan.names
    replanning = replace(
        described,
        left={member: names["member", member][0] for member in described.leavers if ("member", member) in names},
        changed=changed,
        as_of=settings.until,
        strength=_strengths(settings, rosters),
    )
    curve = _curve(instance, clock, progress) if request.has_curve else None
    report = Report(
        plan,
        instance,
        rosters,
        findings,
        request.language,
        __version__,
        curve=curve,
        replanning=replanning,
        strength=replanning.strength,
    )
    written = () if request.is_dry_run else write_report(report, request.outputs, progress, is_forced=request.is_forced)
    folder = request.outputs[0].parent if request.outputs else settings.path.parent
    document = plan_document(report, folder)
    return ReplanOutcome(PlanOutcome(report, None, instance, findings, document, written))


def _without_plan(
    plan: Infeasible,
    instance: Instance,
    rosters: Rosters,
    findings: tuple[Finding, ...],
    clock: Clock,
    language: Language,
) -> ReplanOutcome:
    """Why no plan exists, with the edits and the limit of moves that are to blame."""
    from reassign.insight.conflict_cells import with_cells
    from reassign.insight.edit_prices import clashing_edits
    from reassign.insight.replanning import why_nobody_may_move
    from reassign.writers.json.infeasible import infeasible_document

    told = replace(plan, conflicts=with_cells(plan.conflicts, rosters, instance.policy))
    document = infeasible_document(told, instance, language)
    edits = rosters.revision.edits if rosters.revision is not None else ()
    clashes = clashing_edits(instance, edits, clock)
    document["edits"] = [
        {"member": edit.member, "branch": edit.branch, "cell": edit.address.cell, "sheet": edit.address.sheet}
        for edit in clashes
    ]
    standstill = why_nobody_may_move(instance, clock)
    document["fewest_moves"] = standstill.fewest
    document["must_move"] = list(standstill.must_move)
    return ReplanOutcome(PlanOutcome(None, told, instance, findings, document, ()), clashes, standstill)


def _changed(settings: ReplanSettings, rosters: Rosters) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Roles of the files that the old plan was not made from, and what is said of those that changed in place."""
    if settings.plan is None:
        return (), ()
    folder = settings.path.parent
    roles: list[str] = []
    findings: list[Finding] = []
    before = {(file.role, (folder / file.path).resolve()): file for file in settings.plan.inputs}
    now = {(file.role, Path(file.path).resolve()): file for file in rosters.files if file.role != "current"}
    for key, file in now.items():
        known = before.get(key)
        if known is None or known.sha256 != file.sha256:
            roles.append(file.role)
        if known is not None and known.sha256 != file.sha256:
            parameters = {"role": file.role}
            findings.append(Finding("R139", Severity.WARNING, CellAddress(known.path), known.path, parameters))
    return tuple(dict.fromkeys(roles)), tuple(findings)


def _kept(settings: ReplanSettings) -> tuple[Finding, ...]:
    """What is said of the files of the old plan that are used against ``reassign.toml``."""
    return tuple(
        Finding("R155", Severity.WARNING, CellAddress(kept.name), kept.name, {"role": role})
        for role, kept in settings.kept.items()
    )


def _unprotected(settings: ReplanSettings, rosters: Rosters) -> tuple[Finding, ...]:
    """What is said of a filter of the command line that matches nobody, with values that the roster has."""
    from reassign.insight.replanning import matching
    from reassign.messages.filters import say_filter

    wanted = settings.protect
    if wanted is None or matching(rosters.members, wanted):
        return ()
    near = [
        f"{key}={found}"
        for key, value in wanted.attributes
        if isinstance(value, str)
        for found in nearest(value, _held(rosters, key))
        if found != value
    ]
    said = say_filter(wanted, settings.case.language)
    return (Finding("R163", Severity.WARNING, CellAddress("--protect"), said, {}, tuple(near)),)


def _held(rosters: Rosters, key: str) -> tuple[str, ...]:
    """Different values that members have."""
    held = (getattr(member, key, "") for member in rosters.members)
    values = (value for each in held for value in (each if isinstance(each, tuple) else (each,)))
    return tuple(dict.fromkeys(value for value in values if isinstance(value, str) and value))


def _strengths(settings: ReplanSettings, rosters: Rosters) -> Mapping[str, Strength]:
    """Members of each branch before the re-plan, if the branch roster of the old plan is still there."""
    from reassign.insight.replanning import strengths

    if settings.plan is None:
        return {}
    old, carried = settings.plan.plan.placements, settings.plan.replan.strength if settings.plan.replan else {}
    told = [file for file in settings.plan.inputs if file.role == "branches"]
    paths = [settings.path.parent / file.path for file in told]
    digests = {file.sha256 for file in rosters.files if file.role == "branches"}
    if digests == {file.sha256 for file in told}:
        return strengths(rosters, rosters.branches, old, carried)
    is_there = len(told) == 1 and paths[0].is_file()
    if not is_there or sha256(paths[0].read_bytes()).hexdigest() != told[0].sha256:
        return {}
    before = read_branches(Source(paths[0], told[0].path, encoding=told[0].encoding), settings.case.aliases).branches
    found = strengths(rosters, before, old, carried)
    # What the new roster says itself is newer than what can be carried over.
    stated = {branch.id for branch in rosters.branches if branch.members_now is not None}
    return {branch: strength for branch, strength in found.items() if branch not in stated}


def _curve(instance: Instance, clock: Clock, progress: Progress) -> Curve | None:
    """What each move buys; None if no plan was found in time."""
    from reassign.domain.curve import Curve
    from reassign.insight.curve import price_curve

    found = price_curve(instance, clock, progress)
    return found if isinstance(found, Curve) else None
