"""``reassign letters``: documents for Word from a plan."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session
from reassign.domain.errors import UsageError
from reassign.domain.exit_codes import OK
from reassign.domain.language import Language
from reassign.domain.letters import LetterKind

if TYPE_CHECKING:
    from reassign.workflows.letters import LettersRequest

_MOST_SHOWN = 40


def letters(
    context: typer.Context,
    plan: Annotated[str | None, typer.Argument(metavar="PLAN", help="letters-plan", show_default=False)] = None,
    *,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="DIR", help="letters-output")] = None,
    kind: Annotated[list[LetterKind] | None, typer.Option("--kind", help="letters-kind")] = None,
    template: Annotated[list[str] | None, typer.Option("--template", metavar="F", help="letters-template")] = None,
    one_file: Annotated[bool, typer.Option("--one-file", help="letters-one-file")] = False,
    per_member: Annotated[bool, typer.Option("--per-member", help="letters-per-member")] = False,
    check_templates: Annotated[bool, typer.Option("--check", help="letters-check")] = False,
    write_template: Annotated[
        str | None, typer.Option("--write-template", metavar="DIR", help="letters-write-template")
    ] = None,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Fill Word templates with a plan."""
    from reassign.readers.templates import find_templates
    from reassign.workflows.letters import LettersRequest, columns_of, read_templates, write_templates

    session: Session = context.obj
    kinds = tuple(dict.fromkeys(kind or LetterKind))
    sources = find_templates(session.working_folder, template or (), kind or ())
    language = lang or session.language
    if write_template is not None:
        folder = session.working_folder / write_template
        written = write_templates(folder, kinds, language, is_forced=force)
        _show("letters-written", written, len(written), language, is_json=as_json, is_quiet=quiet)
    elif check_templates:
        if not sources:
            raise UsageError("template-missing")
        named = None if plan is None else (session.working_folder / plan, plan)
        read_templates(sources, None if named is None else columns_of(named, language))
        _show("templates-clean", (), len(sources), language, is_json=as_json, is_quiet=quiet)
    else:
        if one_file and per_member:
            raise UsageError("letters-one-or-many")
        request = LettersRequest(
            plan=_named(session, plan, "letters-plan-missing"),
            folder=_named(session, output, "letters-output-missing")[0],
            templates=sources,
            kinds=kinds,
            is_one_file=one_file,
            is_per_member=per_member,
            is_forced=force,
            language=session.asked,
            fallback=session.language,
        )
        _write(request, is_json=as_json, is_quiet=quiet, is_verbose=verbose)
    return OK


def _named(session: Session, name: str | None, missing: str) -> tuple[Path, str]:
    """A path that has to be named.

    Raises:
        UsageError: It is not.
    """
    if name is None:
        raise UsageError(missing)
    return session.working_folder / name, name


def _write(request: "LettersRequest", *, is_json: bool, is_quiet: bool, is_verbose: bool) -> None:
    from reassign.cli.screen import write_message
    from reassign.cli.views.findings import finding_lines
    from reassign.workflows.letters import run_letters

    outcome = run_letters(request)
    if is_verbose and not is_json:
        for line in finding_lines(outcome.findings, outcome.language, is_verbose=True, is_quiet=is_quiet):
            write_message(line)
    written = outcome.written
    _show("letters-written", written, len(written), outcome.language, is_json=is_json, is_quiet=is_quiet)


def _show(
    key: str, written: tuple[Path, ...], count: int, language: Language, *, is_json: bool, is_quiet: bool
) -> None:
    from reassign.cli.screen import write_json, write_result
    from reassign.cli.visible import visible
    from reassign.messages.console import CONSOLE

    if is_json:
        write_json({"schema_version": 1, "status": "ok", "written": [str(path) for path in written]})
        return
    if not is_quiet:
        write_result(CONSOLE[key].say(language, {"count": count}))
    # Hundreds of names help nobody on a screen; scripts have --json.
    for path in written if len(written) <= _MOST_SHOWN else {path.parent: None for path in written}:
        write_result(visible(str(path)))
