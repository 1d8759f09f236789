"""A code of a finding explained by an example."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reassign.domain.findings import Finding
from reassign.domain.language import Language
from reassign.messages.finding import finding_texts, say_fix, say_meaning
from reassign.messages.findings.examples import EXAMPLES


@dataclass(frozen=True, slots=True)
class ExplainedCode:
    """What is told about a code when nothing was found.

    Attributes:
        code: The code.
        message: Its sentence, ``…`` in the place of what differs from case to case.
        meaning: Why the value of the example cannot be used, or is doubtful.
        fix: What can be done about the example.
        example: A finding with this code.
    """

    code: str
    message: str
    meaning: str
    fix: str
    example: Finding


def explained_codes() -> tuple[str, ...]:
    """Every code, in order."""
    return tuple(finding_texts())


def explain_code(code: str, language: Language) -> ExplainedCode:
    """The code in words.

    Raises:
        KeyError: There is no such code.
    """
    message = finding_texts()[code].message.say(language, defaultdict(lambda: "…"))
    example = EXAMPLES[code]
    return ExplainedCode(code, message, say_meaning(example, language), say_fix(example, language), example)
