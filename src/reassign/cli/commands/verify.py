"""``reassign verify``: the independent check of a plan."""

from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session
from reassign.domain.language import Language

if TYPE_CHECKING:
    from reassign.check.result import CheckResult


def verify(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="plan-file", show_default=False)],
    *,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,  # noqa: ARG001 - nothing is written
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Work out everything that a plan claims, and say what is not true."""
    from reassign.cli.screen import write_json, write_message
    from reassign.cli.views.findings import finding_lines
    from reassign.domain.exit_codes import OK, WRONG
    from reassign.workflows.verify import verify_plan

    session: Session = context.obj
    language = lang or session.language
    outcome = verify_plan(session.working_folder / plan, plan)
    if as_json:
        write_json(verify_document(outcome.result, language))
    else:
        for line in finding_lines(outcome.findings, language, is_verbose=verbose, is_quiet=quiet or not verbose):
            write_message(line)
        _show(outcome.result, language, session, is_quiet=quiet)
    return OK if outcome.result.is_ok else WRONG


def verify_document(result: "CheckResult", language: Language) -> dict[str, object]:
    """The document of ``verify --json``, each violation with its words."""
    from reassign.messages.violations import say_violation

    return {
        "schema_version": 1,
        "ok": result.is_ok,
        "violations": [
            {
                "code": found.code,
                "member": found.member or None,
                "branch": found.branch or None,
                "parameters": dict(found.parameters),
                "message": say_violation(found.code, found.member, found.branch, found.parameters, language),
            }
            for found in result.violations
        ],
        "levels": [
            {
                "names": [str(name) for name in level.names],
                "value": level.value,
                "bound": level.bound,
                "proof": level.proof.value,
                "checked": level.is_checked,
            }
            for level in result.levels
        ],
    }


def _show(result: "CheckResult", language: Language, session: Session, *, is_quiet: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from reassign.cli.screen import show, write_message, write_result
    from reassign.cli.visible import visible
    from reassign.domain.plan import Proof
    from reassign.messages.console import CONSOLE
    from reassign.messages.reasons import PROOFS, say_level
    from reassign.messages.violations import say_violation

    if result.levels and not is_quiet:
        table = Table(show_edge=False, pad_edge=False)
        for key in ("level", "value", "bound", "proof", "checked"):
            is_number = key in {"value", "bound"}
            table.add_column(CONSOLE[f"column-{key}"].say(language), justify="right" if is_number else "left")
        for level in result.levels:
            unchecked = "refuted-level" if level.proof is Proof.CERTIFICATE else "value-checked"
            checked = CONSOLE["checked" if level.is_checked else unchecked].say(language)
            table.add_row(
                Text(say_level(level.names, language)),
                str(level.value),
                str(level.bound),
                Text(PROOFS[level.proof].say(language)),
                Text(checked),
            )
        show(table, session.environment)
    if result.is_ok:
        write_result(CONSOLE["verified"].say(language))
        return
    write_message(CONSOLE["refuted"].say(language, {"count": len(result.violations)}))
    for found in result.violations:
        words = say_violation(found.code, found.member, found.branch, found.parameters, language)
        write_message(visible(f"  {words}   [{found.code}]"))
