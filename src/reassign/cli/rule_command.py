"""``reassign rule``: what a finding means."""

import difflib
from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session


def rule(
    context: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="rule-code", show_default=False)] = None,
    *,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,  # noqa: ARG001 - the text is the result
    verbose: options.Verbose = False,  # noqa: ARG001 - likewise
    force: options.Force = False,  # noqa: ARG001 - nothing is written
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Show the message of a code, placeholders as they are, or of every code."""
    from reassign.cli.screen import write_json, write_result
    from reassign.domain.errors import UsageError
    from reassign.messages.finding import finding_texts

    session: Session = context.obj
    language = lang or session.language
    texts = {known: text.vi if language == "vi" else text.en for known, text in finding_texts().items()}
    if code is not None:
        wanted = code.upper()
        if wanted not in texts:
            nearest = difflib.get_close_matches(wanted, texts, n=3)
            raise UsageError("rule-unknown", {"code": code, "known": ", ".join(nearest) or "–"})
        texts = {wanted: texts[wanted]}
    if as_json:
        rules = [{"code": known, "message": text} for known, text in texts.items()]
        write_json({"schema_version": 1, "rules": rules})
        return 0
    for known, text in texts.items():
        write_result(f"{known}  {text}")
    return 0
