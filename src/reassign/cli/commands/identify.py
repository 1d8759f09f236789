"""``reassign identify``: names and ids in the place of pseudonyms."""

from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session


def identify(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="identify-file", show_default=False)],
    *,
    key: Annotated[str, typer.Option("--key", metavar="F", help="identify-key")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="F", help="identify-output")],
    as_json: options.AsJson = False,
    lang: options.Lang = None,  # noqa: ARG001 - the session knows it
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,  # noqa: ARG001 - there is no more to tell
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Put real names and ids back."""
    from reassign.cli.screen import write_json, write_result
    from reassign.cli.visible import visible
    from reassign.domain.exit_codes import OK
    from reassign.messages.console import CONSOLE
    from reassign.readers.grids.sources import Source
    from reassign.workflows.identify import identify_file

    session: Session = context.obj
    folder, target = session.working_folder, session.working_folder / output
    # A link under this name is refused, so only the folder is followed.
    target = target.parent.resolve() / target.name
    done = identify_file(Source(folder / file, file), Source(folder / key, key), target, is_forced=force)
    figures = {"count": done.count, "unknown": done.unknown}
    if as_json:
        write_json({"schema_version": 1, "written": [str(target)], **figures})
        return OK
    if not quiet:
        write_result(CONSOLE["identified"].say(session.language, figures))
        write_result(CONSOLE["written"].say(session.language))
    write_result(visible(str(target)))
    return OK
