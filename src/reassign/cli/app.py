"""All commands, with their help in one language."""

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import reassign
from reassign.cli import options
from reassign.cli.commands.batch import batch
from reassign.cli.commands.check import check
from reassign.cli.commands.compare import compare
from reassign.cli.commands.doctor import doctor
from reassign.cli.commands.explain import explain
from reassign.cli.commands.identify import identify
from reassign.cli.commands.init import init
from reassign.cli.commands.letters import letters
from reassign.cli.commands.plan import plan
from reassign.cli.commands.replan import replan
from reassign.cli.commands.report import report
from reassign.cli.commands.rule import rule
from reassign.cli.commands.sample import sample
from reassign.cli.commands.schema import schema
from reassign.cli.commands.sweep import sweep
from reassign.cli.commands.verify import verify
from reassign.cli.screen import write_result
from reassign.domain.language import Language
from reassign.domain.report import OUTPUT_EXTENSIONS
from reassign.messages.help import say_help

_COMMANDS: tuple[tuple[str, Callable[..., int]], ...] = (
    ("init", init),
    ("plan", plan),
    ("replan", replan),
    ("check", check),
    ("verify", verify),
    ("explain", explain),
    ("compare", compare),
    ("sweep", sweep),
    ("batch", batch),
    ("report", report),
    ("letters", letters),
    ("identify", identify),
    ("sample", sample),
    ("rule", rule),
    ("schema", schema),
    ("doctor", doctor),
)


_KEYS = {"install_completion": "install-completion", "show_completion": "show-completion"}
"""Keys of the options that Typer brings along with words of its own."""


def make_app(language: Language) -> TyperGroup:
    """The command line with help texts in a language."""
    app = typer.Typer(
        name="reassign",
        help="app",
        add_completion=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_root)
    for name, function in _COMMANDS:
        app.command(name, help=name)(function)
    group = typer.main.get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(type(group))
    _translate(group, language)
    for command in group.commands.values():
        _translate(command, language)
    return group


def _root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="version")] = False,
    lang: options.Lang = None,  # noqa: ARG001 - the language is chosen before the words are parsed
) -> int:
    """Show the version or the help when no command is named."""
    if version:
        write_result(f"reassign {reassign.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        write_result(context.get_help())
    return 0


def _translate(command: Any, language: Language) -> None:
    """Put words in the place of the keys that commands and options carry."""
    command.help = say_help(command.help or "", language)
    names = ["-h", "--help"]
    with typer.Context(command, help_option_names=names) as context:
        help_option = command.get_help_option(context)
    for parameter in (*command.params, help_option):
        if parameter.help:
            parameter.help = say_help(
                "help" if parameter is help_option else _KEYS.get(parameter.name or "", parameter.help),
                language,
                ", ".join(OUTPUT_EXTENSIONS),
            )
