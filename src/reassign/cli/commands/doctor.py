"""``reassign doctor``: whether everything works on this machine."""

import typer

from reassign.cli import options
from reassign.cli.session import Session


def doctor(
    context: typer.Context,
    *,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,  # noqa: ARG001 - all is told
    force: options.Force = False,  # noqa: ARG001 - nothing is kept
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Try everything that a plan needs."""
    import sys

    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import OK, WRONG
    from reassign.messages.doctor import DOCTOR
    from reassign.workflows.doctor import examine

    session: Session = context.obj
    language = lang or session.language
    found = examine(session.working_folder, sys.stdout.encoding or "")
    is_fine = all(each.is_fine for each in found)
    if as_json:
        checks = [{"name": each.name, "ok": each.is_fine, "detail": each.detail} for each in found]
        write_json({"schema_version": 1, "ok": is_fine, "checks": checks})
        return OK if is_fine else WRONG
    for each in found:
        if not (quiet and each.is_fine):
            state = DOCTOR["fine" if each.is_fine else "ill"].say(language)
            write_result(visible(f"{DOCTOR[each.name].say(language)}: {state} ({each.detail})"))
    if is_fine:
        write_message(DOCTOR["all-fine"].say(language))
        return OK
    ill = {each.name for each in found if not each.is_fine}
    write_message(DOCTOR["not-here" if ill == {"folder"} else "not-fine"].say(language))
    return WRONG
