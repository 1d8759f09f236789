"""``reassign sample``: make a synthetic case."""

from typing import Annotated, Literal

import typer

from reassign.cli import options
from reassign.cli.session import Session


def sample(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="sample-name", show_default=False)] = None,
    folder: Annotated[str | None, typer.Argument(metavar="[DIR]", help="sample-folder", show_default=False)] = None,
    *,
    is_list: Annotated[bool, typer.Option("--list", help="sample-list")] = False,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="sample-seed")] = 0,
    roster_format: Annotated[Literal["xlsx", "csv"], typer.Option("--format", help="sample-format")] = "xlsx",
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,  # noqa: ARG001 - there is no more to tell
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Make a synthetic case."""
    from reassign.cli.screen import write_json, write_message, write_result
    from reassign.cli.visible import visible
    from reassign.domain.errors import UsageError
    from reassign.messages.console import CONSOLE
    from reassign.workflows.sample import make_sample, sample_names

    session: Session = context.obj
    language = lang or session.language
    if is_list:
        descriptions = sample_names()
        if as_json:
            listed = [
                {"name": one.name, "text": one.text.say(language), "figures": dict(one.figures)} for one in descriptions
            ]
            write_json({"schema_version": 1, "samples": listed})
            return 0
        for one in descriptions:
            write_result(f"{one.name:<20} {one.text.say(language)}")
        return 0
    if name is None or folder is None:
        raise UsageError("sample-not-named")
    written = make_sample(name, session.working_folder / folder, seed=seed, format=roster_format, is_forced=force)
    if as_json:
        write_json({"schema_version": 1, "written": [str(path) for path in written]})
        return 0
    if quiet:
        # The case is what was asked for; its files are to be seen in the folder.
        write_result(visible(str((session.working_folder / folder).resolve())))
        return 0
    write_message(CONSOLE["sample-written"].say(language))
    for path in written:
        write_result(visible(str(path)))
    return 0
