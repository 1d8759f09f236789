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

    import typer

    from reassign.readers.policy.case import CaseSettings
    from reassign.workflows.plan import PlanOutcome


_LEFT_OUT = frozenset({"policy", "apply_repair", "dry_run", "as_json", "force", "no_input", "output"})
"""Options that have done their part once a repair is written."""


def asked_again(context: typer.Context) -> str:
    """The command line that asks the same question again, without policy and outputs, as a shell reads it."""
    words = ["reassign", context.info_name or ""]
    for parameter in context.command.params:
        value = context.params.get(parameter.name or "")
        if parameter.name in _LEFT_OUT or value is None or value is False or value == ():
            continue
        given = [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
        if parameter.param_type_name == "argument":
            words += given
        elif value is True:
            words.append(parameter.opts[-1])
        else:
            words += [word for each in given for word in (parameter.opts[-1], each)]
    return shlex.join(words)


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
    command = f"{words} --policy {shlex.quote(shown)}"
    write_message(visible(REPAIRS["written"].say(settings.language, {"file": shown, "command": command})))
