"""Adding answers to the text of ``reassign.toml``, which keeps its comments and its order."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence

from reassign.domain.errors import UsageError
from reassign.domain.questions import AliasTable, Answer

_MARK = "\ufeff"
_HEADER = re.compile(r"\s*\[.*\]\s*(?:#.*)?")


def with_answers(text: str, answers: Sequence[Answer]) -> str:
    """The text of a case file with one line more for every answer, in its table.

    The result is read again: it has to say what the text said and the answers, nothing else.

    Raises:
        UsageError: ``aliases-not-editable`` if it does not, as where a table is written in one line.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.removesuffix("\n").removesuffix("\r").replace("\r\n", "\n").split("\n")
    for table, wanted in _by_table(answers).items():
        lines = _with_table(lines, table, wanted)
    changed = newline.join(lines) + newline
    before = tomllib.loads(text.removeprefix(_MARK))
    try:
        is_right = tomllib.loads(changed.removeprefix(_MARK)) == _expected(before, answers)
    except tomllib.TOMLDecodeError:
        is_right = False
    if not is_right:
        raise UsageError("aliases-not-editable")
    return changed


def _by_table(answers: Sequence[Answer]) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for answer in answers:
        found.setdefault(_name(answer.table), {})[answer.spelling] = answer.name
    return found


def _name(table: AliasTable) -> str:
    return table if table == "columns" else f"aliases.{table}"


def _with_table(lines: Sequence[str], table: str, wanted: Mapping[str, str]) -> list[str]:
    added = [f"{_quoted(spelling)} = {_quoted(name)}" for spelling, name in wanted.items()]
    header = re.compile(r"\s*\[\s*" + r"\s*\.\s*".join(map(re.escape, table.split("."))) + r"\s*\]\s*(?:#.*)?")
    start = next((number for number, line in enumerate(lines) if header.fullmatch(line)), None)
    if start is None:
        return [*lines, *([""] if lines and lines[-1].strip() else []), f"[{table}]", *added]
    end = next((number for number in range(start + 1, len(lines)) if _HEADER.fullmatch(lines[number])), len(lines))
    # Behind the last line that says something; comments before the next table belong to that one.
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return [*lines[:end], *added, *lines[end:]]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _expected(document: Mapping[str, object], answers: Sequence[Answer]) -> Mapping[str, object]:
    """What the text has to say with the answers in it."""
    changed = dict(document)
    for name, wanted in _by_table(answers).items():
        parent, _, key = name.rpartition(".")
        outer = _table(changed.get(parent)) if parent else changed
        outer = {**outer, key: {**_table(outer.get(key)), **wanted}}
        changed = {**changed, parent: outer} if parent else outer
    return changed


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
