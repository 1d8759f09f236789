"""``reassign rule``: what a finding means."""

import difflib
from typing import Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session
from reassign.domain.language import Language


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
    from reassign.messages.findings.registry import ROSTER_FINDINGS

    session: Session = context.obj
    language = lang or session.language
    texts = {known: text.message.vi if language == "vi" else text.message.en for known, text in finding_texts().items()}
    if code is not None:
        wanted = code.upper()
        if wanted not in texts:
            nearest = difflib.get_close_matches(wanted, texts, n=3)
            raise UsageError("rule-unknown", {"code": code, "known": ", ".join(nearest) or "–"})
        texts = {wanted: texts[wanted]}
    if as_json:
        rules = [_document(known, text, language) for known, text in texts.items()]
        write_json({"schema_version": 1, "rules": rules})
        return 0
    for known, text in texts.items():
        write_result(f"{known}  {text}")
    if code is not None and code.upper() in ROSTER_FINDINGS:
        explained = ROSTER_FINDINGS[code.upper()]
        write_result(f"      {explained.meaning.say(language)}")
        write_result(f"      {explained.fix.say(language)}")
    return 0


def _document(code: str, message: str, language: Language) -> dict[str, object]:
    from reassign.messages.findings.registry import ROSTER_FINDINGS

    explained = ROSTER_FINDINGS.get(code)
    meaning = explained.meaning.say(language) if explained else ""
    fix = explained.fix.say(language) if explained else ""
    return {"code": code, "message": message, "meaning": meaning, "fix": fix}
