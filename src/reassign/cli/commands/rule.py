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
    verbose: options.Verbose = False,
    force: options.Force = False,  # noqa: ARG001 - nothing is written
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Explain a code with an example and the fix, or list every code."""
    from reassign.cli.screen import write_json, write_result
    from reassign.cli.views.findings import finding_line
    from reassign.domain.errors import UsageError
    from reassign.messages.explained import explain_code, explained_codes
    from reassign.messages.rule import RULE

    session: Session = context.obj
    language = lang or session.language
    codes = explained_codes()
    if code is not None:
        letter, digits = code[:1].upper(), code[1:]
        wanted = f"{letter}{digits.zfill(3)}" if digits.isdigit() else code.upper()
        if wanted not in codes:
            nearest = difflib.get_close_matches(wanted, codes, n=3)
            raise UsageError("rule-unknown", {"code": code, "known": ", ".join(nearest) or "–"})
        codes = (wanted,)
    explained = [explain_code(known, language) for known in codes]
    if as_json:
        rules = [
            {
                "code": each.code,
                "severity": str(each.example.severity),
                "message": each.message,
                "meaning": each.meaning,
                "fix": each.fix,
                "example": finding_line(each.example, language),
            }
            for each in explained
        ]
        write_json({"schema_version": 1, "rules": rules})
        return 0
    for each in explained:
        write_result(f"{each.code}  {RULE[str(each.example.severity)].say(language)}: {each.message}")
        if code is not None or verbose:
            write_result(f"      {RULE['meaning'].say(language)}: {each.meaning}")
            write_result(f"      {RULE['fix'].say(language)}: {each.fix}")
            write_result(f"      {RULE['example'].say(language)}: {finding_line(each.example, language)}")
    return 0
