"""A repair that was asked for: written beside the case, and what to run next."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from reassign.cli.screen import write_message
from reassign.cli.visible import visible
from reassign.domain.errors import UsageError
from reassign.messages.repairs import REPAIRS
from reassign.workflows.repair import write_repair

if TYPE_CHECKING:
    from pathlib import Path

    from reassign.readers.policy.case import CaseSettings
    from reassign.workflows.plan import PlanOutcome


def apply_repair_to(
    settings: CaseSettings,
    outcome: PlanOutcome,
    number: int,
    working_folder: Path,
    words: str,
    *,
    is_forced: bool,
    is_dry_run: bool,
) -> None:
    """Write the policy of a repair and say how to use it; a dry run writes nothing.

    Args:
        settings: The case.
        outcome: What came of planning it.
        number: Which repair, counted from one.
        working_folder: Folder that paths are told from.
        words: Command that plans again, without the policy.
        is_forced: Whether an existing file is replaced.
        is_dry_run: Whether nothing is written.

    Raises:
        UsageError: A plan exists, or there is no such repair.
        OutputError: The file was not written.
    """
    if outcome.infeasible is None:
        raise UsageError("repair-needless")
    if is_dry_run:
        return
    path = write_repair(
        settings, outcome.instance, outcome.infeasible, number, is_forced=is_forced, language=settings.language
    )
    shown = os.path.relpath(path, working_folder)
    command = f"reassign {words} --policy {shlex.quote(shown)}"
    write_message(visible(REPAIRS["written"].say(settings.language, {"file": shown, "command": command})))
