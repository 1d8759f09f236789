"""Answers are added to the officer's own file, of which nothing else changes."""

from __future__ import annotations

import tomllib

import pytest

from reassign.domain.errors import UsageError
from reassign.domain.questions import Answer
from reassign.writers.aliases import with_answers

UNIT = Answer("unit", "P.BN", "Bến Nghé")
AREA = Answer("area", 'KP "cũ"', "Khu phố 1")
COLUMN = Answer("columns", "Linh vưc", "fields")


def test_an_answer_stands_at_the_end_of_its_table() -> None:
    text = '# case\n[aliases.area]\n"x" = "y"  # keep\n\n# below\n[output]\nlanguage = "vi"\n'

    assert with_answers(text, (AREA,)) == (
        '# case\n[aliases.area]\n"x" = "y"  # keep\n"KP \\"cũ\\"" = "Khu phố 1"\n\n# below\n[output]\nlanguage = "vi"\n'
    )


def test_a_table_that_is_not_there_is_added_at_the_end() -> None:
    assert with_answers("seed = 1\n", (UNIT,)) == 'seed = 1\n\n[aliases.unit]\n"P.BN" = "Bến Nghé"\n'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param('seed = 1\r\n[aliases.unit]\r\n"a" = "b"\r\n', id="lines of Windows"),
        pytest.param("\ufeffseed = 1", id="mark at the beginning, no end of line"),
        pytest.param('[ aliases . unit ] # spellings\n[columns]\n"x" = "note"\n', id="spaces in the header"),
        pytest.param("[aliases]\n[aliases.area]\n", id="an empty parent"),
    ],
)
def test_the_text_says_what_it_said_and_the_answers(text: str) -> None:
    changed = with_answers(text, (UNIT, AREA, COLUMN))
    document = tomllib.loads(changed.removeprefix("\ufeff"))

    assert document["aliases"]["unit"]["P.BN"] == "Bến Nghé"
    assert document["aliases"]["area"]['KP "cũ"'] == "Khu phố 1"
    assert document["columns"]["Linh vưc"] == "fields"
    assert ("\r\n" in changed) == ("\r\n" in text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[policy]\nname = """\n[aliases.unit]\n"""\n', id="a header inside a text"),
        pytest.param('aliases.unit."a" = "b"\n', id="dotted keys"),
        pytest.param('[aliases]\nunit = { "a" = "b" }\n', id="a table in one line"),
        pytest.param('[aliases.unit]\n"P.BN" = "Bến Thành"\n', id="decided otherwise before"),
    ],
)
def test_what_cannot_be_added_to_safely_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="aliases-not-editable"):
        with_answers(text, (UNIT,))


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_one_empty_line_parts_a_new_table_from_what_was_there(end: str) -> None:
    written = with_answers(f"seed = 1{end}", (UNIT,))
    assert written.replace("\r", "").startswith("seed = 1\n\n[aliases.unit]\n")
