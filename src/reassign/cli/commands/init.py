"""``reassign init``: begin a case."""

from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session


def init(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="init-folder", show_default=False)] = ".",
    *,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,  # noqa: ARG001 - there is no more to tell
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Begin a case."""
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.visible import visible
    from reassign.messages.console import CONSOLE
    from reassign.workflows.init import begin_case

    session: Session = context.obj
    language = lang or session.language
    written = begin_case(session.working_folder / folder, language=language, is_forced=force)
    if as_json:
        write_json({"schema_version": 1, "written": [str(path) for path in written]})
        return 0
    for path in written:
        write_result(visible(str(path)))
    if not quiet:
        write_message(CONSOLE["case-begun"].say(language))
    return 0
