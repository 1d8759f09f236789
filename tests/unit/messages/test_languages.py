import importlib
import pkgutil
import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields

import pytest

import reassign.messages
from reassign.messages.findings.finding_text import FindingText
from reassign.messages.text import Text


def texts() -> Iterator[tuple[str, Text]]:
    """Every text of every file of the room, also those inside tables."""
    for module in pkgutil.walk_packages(reassign.messages.__path__, "reassign.messages."):
        for name, value in vars(importlib.import_module(module.name)).items():
            table = value if isinstance(value, Mapping) else {"": value}
            for key, text in table.items():
                if isinstance(text, Text):
                    yield f"{module.name}.{name}.{key}", text
                elif isinstance(text, FindingText):
                    for part in fields(text):
                        yield f"{module.name}.{name}.{key}.{part.name}", getattr(text, part.name)


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in texts()])
def test_both_languages_speak_of_the_same_things(text: Text) -> None:
    assert text.vi.strip()
    assert text.en.strip()
    assert placeholders(text.vi) == placeholders(text.en)
    assert "" not in placeholders(text.vi), "placeholders have names"


def test_the_room_has_texts() -> None:
    assert len(list(texts())) > 100


ENGLISH = re.compile(
    r"\b(?:the|and|or|not|with|from|is|are|of|to|branch|branches|member|members|plan|file|sheet|column|row|value)\b"
)
QUOTED = re.compile(
    r"“[^”]*”|`[^`]*`|\[[^\]]*\]|\{\w*\}|--[\w-]+|[\w.<-]+\.(?:xlsx|csv|md|toml|json|html|docx)\b"
    r"|\w+(?:\.\w+)+|\w+ = \S+|\(\w+\)|ví dụ \w+"
)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in texts()])
def test_vietnamese_is_composed_and_has_no_english_left_in_it(text: Text) -> None:
    """Commands, file names, keys and placeholders are no words; a text that is the same in both languages is a sign."""
    assert unicodedata.is_normalized("NFC", text.vi)
    assert text.vi == text.en or ENGLISH.findall(QUOTED.sub(" ", text.vi)) == []
