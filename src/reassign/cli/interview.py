"""Asking a person one question after another on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reassign.cli.views.findings import finding_line
from reassign.cli.visible import visible
from reassign.domain.errors import UsageError
from reassign.domain.language import Language
from reassign.domain.questions import Answer, Question
from reassign.messages.console import CONSOLE

if TYPE_CHECKING:
    from reassign.cli.session import Session
    from reassign.readers.policy.case import CaseSettings
    from reassign.workflows.check import CheckResult

MOST_SHOWN = 30
"""Candidates that have a number."""


def interview(result: CheckResult, settings: CaseSettings, session: Session, *, is_silent: bool) -> bool:
    """Ask about everything that findings leave open, and keep the answers.

    Args:
        result: What reading the case found.
        settings: The case.
        session: Where the command runs.
        is_silent: Whether nobody may be asked.

    Returns:
        Whether there were answers, so that the case reads differently now.

    Raises:
        UsageError: There is no terminal, or no ``reassign.toml`` to keep answers in.
        OutputError: The file was not written.
    """
    from reassign.cli.screen import write_message
    from reassign.readers.policy.case import find_case_file
    from reassign.workflows.aliases import keep_answers, questions_of

    if is_silent or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("interactive-no-terminal")
    case_file = find_case_file(session.working_folder)
    if case_file is None:
        raise UsageError("interactive-no-case")
    questions = questions_of(result.findings, result.branches)
    if not questions:
        write_message(CONSOLE["ask-none"].say(settings.language))
        return False
    answers = ask_all(questions, settings.language, _line, write_message)
    if answers:
        keep_answers(case_file, answers)
        parameters = {"count": len(answers), "file": visible(case_file.name)}
        write_message(CONSOLE["ask-kept"].say(settings.language, parameters))
    return bool(answers)


def _line() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    text = sys.stdin.readline()
    if not text:
        raise EOFError
    return text


def ask_all(
    questions: Sequence[Question], language: Language, ask: Callable[[], str], tell: Callable[[str], None]
) -> tuple[Answer, ...]:
    """Put questions until all are answered or left, or the person stops.

    Args:
        questions: What to ask.
        language: Language of the questions.
        ask: Gives one line that the person typed; ends with ``EOFError``.
        tell: Shows one line.
    """
    answers: list[Answer] = []
    for number, question in enumerate(questions, start=1):
        shown = _choices(question)
        tell("")
        parameters = {"number": number, "of": len(questions), "count": question.count}
        tell(CONSOLE["ask-progress"].say(language, parameters))
        tell(finding_line(question.finding, language))
        tell(CONSOLE["ask-meaning"].say(language, {"spelling": visible(question.spelling)}))
        for place, name in enumerate(shown, start=1):
            tell(f"  {place}. {visible(name)}")
        if question.may_be_other:
            tell(f"  0. {CONSOLE['ask-other'].say(language)}")
        tell(CONSOLE["ask-how"].say(language))
        try:
            name = _answer(question, shown, language, ask, tell)
        except EOFError:
            break
        if name:
            answers.append(Answer(question.table, question.spelling, name))
    return tuple(answers)


def _choices(question: Question) -> tuple[str, ...]:
    others = (name for name in question.names if name not in question.candidates)
    return (*question.candidates, *others)[:MOST_SHOWN]


def _answer(
    question: Question, shown: Sequence[str], language: Language, ask: Callable[[], str], tell: Callable[[str], None]
) -> str:
    """The name that the person chose; empty to leave the question open.

    Raises:
        EOFError: The person stops.
    """
    from reassign.workflows.aliases import name_meant

    while True:
        word = ask().strip()
        if not word:
            return ""
        if word.casefold() == "q":
            raise EOFError
        if word == "0" and question.may_be_other:
            return question.spelling
        if word.isdigit() and 1 <= int(word) <= len(shown):
            return shown[int(word) - 1]
        name = name_meant(question, word)
        if name:
            return name
        tell(CONSOLE["ask-again"].say(language, {"value": visible(word)}))
