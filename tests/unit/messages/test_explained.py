"""Every code of a finding can be explained, in both languages, by an example of its own."""

from __future__ import annotations

import re

import pytest

from reassign.domain.language import Language
from reassign.messages.explained import explain_code, explained_codes
from reassign.messages.finding import say_any_finding
from reassign.messages.findings.edits import EDITS
from reassign.messages.findings.examples import EXAMPLES
from reassign.messages.findings.files import FILES
from reassign.messages.findings.identity import IDENTITY
from reassign.messages.findings.places import PLACES
from reassign.messages.findings.registry import ROSTER_FINDINGS
from reassign.messages.findings.shape import SHAPE
from reassign.messages.findings.tables import TABLES
from reassign.messages.findings.templates import TEMPLATES
from reassign.messages.findings.texts import TEXTS
from reassign.messages.findings.values import VALUES


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", explained_codes())
def test_a_code_is_explained_without_holes(code: str, language: Language) -> None:
    explained = explain_code(code, language)

    assert explained.example.code == code
    said = (say_any_finding(explained.example, language), explained.message, explained.meaning, explained.fix)
    assert all(said)
    assert not any(re.search(r"(?<!\\u)\{\w+\}", text) for text in said)


def test_every_example_is_of_a_code_that_exists() -> None:
    assert set(EXAMPLES) == set(explained_codes())


def test_no_code_is_given_away_twice() -> None:
    subjects = (FILES, PLACES, SHAPE, IDENTITY, VALUES, TABLES, EDITS, TEXTS, TEMPLATES)

    assert sum(len(subject) for subject in subjects) == len(ROSTER_FINDINGS)
