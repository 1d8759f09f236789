"""On which line a key of a TOML text stands; ``tomllib`` does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_LONGEST_STATEMENT = 400


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """One-based line of every table and key of a valid TOML text.

    Keys inside a statement of several lines get the line on which the statement begins. Entries of
    arrays of tables carry their index: ``("quota", 0, "min")``.
    """
    lines = text.splitlines()
    found: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    prefix: KeyPath = ()
    position = 0
    while position < len(lines):
        begin = position
        statement, position = _statement(lines, begin)
        if not statement:
            continue
        if lines[begin].lstrip().startswith("["):
            prefix = _header_path(statement, counts)
            found.setdefault(prefix, begin + 1)
            continue
        for path in _paths(statement):
            found.setdefault(prefix + path, begin + 1)
    return found


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """Line of the key, else of the innermost table around it; 0 if the text names neither."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 0


def _statement(lines: Sequence[str], begin: int) -> tuple[Mapping[str, object], int]:
    """The statement that begins on a line, empty for blanks and comments, and the line after it."""
    for end in range(begin + 1, min(len(lines), begin + _LONGEST_STATEMENT) + 1):
        try:
            return tomllib.loads("\n".join(lines[begin:end])), end
        except tomllib.TOMLDecodeError:
            continue
    return {}, begin + 1


def _header_path(statement: Mapping[str, object], counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    value: object = statement
    while isinstance(value, dict) and value:
        key = next(iter(value))
        value = value[key]
        path = (*path, key)
        if isinstance(value, list):
            counts[path] = counts.get(path, -1) + 1
            value = value[0]
        if path in counts:
            path = (*path, counts[path])
    return path


def _paths(value: object) -> list[KeyPath]:
    """Paths of everything inside a value, the outer ones first."""
    if isinstance(value, dict):
        children: list[tuple[str | int, object]] = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    else:
        return []
    paths: list[KeyPath] = []
    for key, child in children:
        paths.append((key,))
        paths.extend((key, *path) for path in _paths(child))
    return paths
