"""Copy a case without its people, so that the copy has the same plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reassign.domain.errors import OutputError, UsageError
from reassign.domain.plan import Infeasible
from reassign.domain.progress import Progress
from reassign.domain.roster import Rosters
from reassign.messages.console import CONSOLE
from reassign.readers.policy.case import CaseSettings
from reassign.workflows.steps.reading import read_sound_rosters
from reassign.workflows.steps.solving import make_checked_plan


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """What is asked of ``plan --pseudonymise``.

    Attributes:
        settings: The case.
        folder: Folder to share; absent or empty.
        key_path: Where the key is kept.
        inputs: Every file that the case is read from.
        secret: Random bytes that the pseudonyms are drawn with.
        is_dry_run: Whether nothing is written.
        is_forced: Whether an existing key is replaced, the old one kept as a backup.
        jobs: Processes that may share the work.
    """

    settings: CaseSettings
    folder: Path
    key_path: Path
    inputs: tuple[Path, ...]
    secret: bytes
    is_dry_run: bool = False
    is_forced: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class SharedCase:
    """What came of it: how the plan stands, and the files of the copy without the key."""

    status: Literal["optimal", "feasible", "infeasible"]
    written: tuple[Path, ...]


def pseudonymise_case(request: ShareRequest, progress: Progress) -> SharedCase:
    """Plan a case, and write what the plan depends on under pseudonyms, with lots that lead to the same plan.

    Raises:
        InputError: The rosters have errors; nothing is written.
        UsageError: The key would be shared, or the folder is the case's own.
        InternalError: The checker refuses the plan that the solver made.
        OutputError: The folder is not empty, the key exists, or a file cannot be written; then none is.
    """
    _refuse_places(request)
    settings = request.settings
    rosters, _ = read_sound_rosters(settings, progress)

    from reassign.insight.lots import lots_of
    from reassign.model.instance import make_instance
    from reassign.writers.atomic import make_folder, write_files
    from reassign.writers.pseudonyms.book import make_book
    from reassign.writers.pseudonyms.case_files import case_files, key_file

    policy = settings.policy.of_a_first_plan()
    instance = make_instance(rosters, policy, settings.seed)
    plan = make_checked_plan(rosters, instance, time_limit=settings.time_limit, progress=progress, jobs=request.jobs)
    lots = None if isinstance(plan, Infeasible) else lots_of(plan, instance)
    groups: dict[str, list[str]] = {}
    for member, row in (lots or {}).items():
        groups.setdefault(next(iter(row)), []).append(member)
    book = make_book(request.secret, rosters, settings.policy, groups.values())
    option = " --allow-shortfall" if policy.is_shortfall_allowed else ""
    files = case_files(
        rosters,
        settings.policy,
        book,
        distances=_distances(rosters, settings),
        lots=lots,
        seed=settings.seed,
        language=settings.language,
        remark=CONSOLE["shared-remark"].say(settings.language, {"options": option}),
    )
    status = "infeasible" if isinstance(plan, Infeasible) else plan.status
    if request.is_dry_run:
        return SharedCase(status, ())
    make_folder(request.folder)
    written = [(request.folder / name, content) for name, content in files.items()]
    progress.stage("writing", len(written) + 1)
    write_files([(request.key_path, key_file(request.secret, book)), *written], is_forced=request.is_forced)
    return SharedCase(status, tuple(path for path, _ in written))


def _distances(rosters: Rosters, settings: CaseSettings) -> Mapping[str, Mapping[str, int]] | None:
    """The table of the case, else what its coordinates come to: a home is told by no coordinate."""
    from reassign.check.question import settle

    question = settle(rosters, settings.policy, settings.seed)
    if question.table is not None:
        return question.table
    if not question.has_distances:
        return None
    return {
        member: {branch: distance for branch, distance in row.items() if distance is not None}
        for member, row in question.distances.items()
    }


def _refuse_places(request: ShareRequest) -> None:
    """Refuse a key that would be sent along, and a folder in which something else would."""
    folder, key = request.folder.resolve(), request.key_path.resolve()
    if key == folder or folder in key.parents:
        raise UsageError("key-in-shared-folder", {"file": str(request.key_path)})
    inside = next((path for path in request.inputs if folder in path.resolve().parents), None)
    if inside is not None:
        raise UsageError("shared-folder-of-case", {"file": str(inside)})
    if request.folder.is_symlink() or (request.folder.exists() and not request.folder.is_dir()):
        raise OutputError("output-not-a-file", {"file": str(request.folder)})
    found = next(iter(sorted(request.folder.iterdir())), None) if request.folder.is_dir() else None
    if found is not None:
        raise OutputError("shared-folder-not-empty", {"file": str(request.folder), "found": found.name})
