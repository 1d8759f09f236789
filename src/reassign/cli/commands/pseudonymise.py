"""``reassign plan --pseudonymise``: a copy of the case without its people."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reassign.cli.session import Session
from reassign.domain.errors import UsageError

if TYPE_CHECKING:
    from reassign.readers.policy.case import CaseFlags

_KEY_BYTES = 32


def sharing(
    folder: str | None, key: str | None, policies: Sequence[str], outputs: Sequence[str], repair: int | None
) -> tuple[str, str]:
    """Folder and key as named, where the other options of ``plan`` go with them.

    Raises:
        UsageError: One is named without the other, or an option asks for something else than a copy.
    """
    if folder is None:
        raise UsageError("option-alone", {"option": "--key", "needed": "--pseudonymise"})
    if key is None:
        raise UsageError("key-not-named")
    others = {"--output": bool(outputs), "--apply-repair": repair is not None, "--policy, --policy": len(policies) > 1}
    for other, is_named in others.items():
        if is_named:
            raise UsageError("options-together", {"first": "--pseudonymise", "second": other})
    return folder, key


def share_case(
    session: Session,
    flags: CaseFlags,
    folder: str,
    key: str,
    *,
    is_dry_run: bool,
    is_json: bool,
    is_quiet: bool,
    is_forced: bool,
) -> int:
    """Plan the case and write the copy and its key; the exit code is that of the plan.

    Args:
        session: Where and for whom the command runs.
        flags: The case.
        folder: Folder to share, as named.
        key: File of the key, as named.
        is_dry_run: Whether nothing is written.
        is_json: Whether one JSON document is printed.
        is_quiet: Whether only paths are printed.
        is_forced: Whether an existing key is replaced, the old one kept as a backup.

    Raises:
        UsageError: The key would lie in the shared folder, or the folder is the case's own.
        OutputError: The folder holds something, the key exists, or a file cannot be written.
    """
    from reassign.cli.cores import cores
    from reassign.cli.outputs import input_paths
    from reassign.cli.progress import show_progress
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import INFEASIBLE, UNPROVED, code_of
    from reassign.messages.console import CONSOLE
    from reassign.readers.policy.case import read_case
    from reassign.workflows.pseudonymise import ShareRequest, pseudonymise_case

    settings = read_case(session.working_folder, flags, session.environment, session.language)
    language = settings.language
    request = ShareRequest(
        settings=settings,
        folder=session.working_folder / folder,
        key_path=session.working_folder / key,
        inputs=tuple(input_paths(settings)),
        secret=secrets.token_bytes(_KEY_BYTES),
        is_dry_run=is_dry_run,
        is_forced=is_forced,
        jobs=cores(),
    )
    with show_progress(language, is_wanted=not is_quiet) as progress:
        shared = pseudonymise_case(request, progress)
    code = code_of(shared.status)
    if is_json:
        written = [str(path) for path in shared.written]
        write_json({"schema_version": 1, "status": shared.status, "written": written, "key": str(request.key_path)})
        return code
    if not is_quiet:
        if code == INFEASIBLE:
            write_message(CONSOLE["shared-no-plan"].say(language))
        if code == UNPROVED:
            write_message(CONSOLE["shared-unproved"].say(language))
        write_result(CONSOLE["dry-run" if is_dry_run else "shared"].say(language))
    for path in shared.written:
        write_result(visible(str(path)))
    if shared.written:
        if not is_quiet:
            write_result(CONSOLE["shared-key"].say(language))
        write_result(visible(str(request.key_path)))
    return code
