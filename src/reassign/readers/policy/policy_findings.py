"""What a strict schema rejects in a TOML table, as findings with the line of the key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, get_args, get_origin

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.policy.policy_schema import LARGEST_INTEGER, Table
from reassign.readers.policy.toml_lines import KeyPath, key_lines, nearest_line

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_FORMS: Mapping[str, str] = {
    "string_type": "text",
    "bool_type": "yes-or-no",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "date_type": "date",
}
_INTEGERS = ("int_type", "int_from_float", "greater_than", "greater_than_equal", "less_than_equal", "finite_number")
_UNION_TAGS = ("name", "table", "word", "list", "[key]", "int", "float")
_LONGEST_VALUE = 60


class TomlPlaces:
    """Turns key paths of one file into addresses."""

    def __init__(self, file: str, text: str, prefix: KeyPath = ()) -> None:
        self._file = file
        self._prefix = prefix
        self._lines = key_lines(text)

    def address(self, path: KeyPath) -> CellAddress:
        """The line of a key, else of the table around it."""
        return CellAddress(self._file, row=nearest_line(self._lines, self._prefix + path))

    def dotted(self, path: KeyPath) -> str:
        """The key as one would write it."""
        return dotted(self._prefix + path)

    def table(self, path: KeyPath) -> str:
        """A table as its header is written; the top of the file by the file's name."""
        return f"[{self.dotted(path)}]" if self._prefix + path else self._file


def dotted(path: KeyPath) -> str:
    """A key path in the notation of TOML; indices count from one."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
            continue
        key = part if re.fullmatch(r"[A-Za-z0-9_-]+", part) else f'"{part}"'
        text += f".{key}" if text else key
    return text


def schema_findings(errors: Iterable[ErrorDetails], schema: type[Table], places: TomlPlaces) -> tuple[Finding, ...]:
    """One finding for each thing the schema rejects."""
    return tuple(_finding(error, schema, places) for error in errors)


def shown(value: object) -> str:
    """A TOML value in one short line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known words that look like the given one, best first."""
    return tuple(difflib.get_close_matches(word, tuple(known), n=3, cutoff=0.6))


def _finding(error: ErrorDetails, schema: type[Table], places: TomlPlaces) -> Finding:
    path = _written_path(error["loc"], schema)
    kind, value = error["type"], error["input"]
    parameters: dict[str, str | int] = {"key": places.dotted(path)}
    suggestions: tuple[str, ...] = ()
    if kind == "extra_forbidden":
        code = "P001"
        value = key = str(path[-1])
        siblings = _keys(schema, path[:-1])
        parameters |= {"key": key, "table": places.table(path[:-1]), "known": ", ".join(siblings)}
        suggestions = nearest(key, siblings) or _elsewhere(schema, key, places)
    elif kind in _FORMS:
        code = "P002"
        parameters["form"] = _FORMS[kind]
    elif kind in _INTEGERS:
        code = "P003"
        parameters |= {"minimum": 0, "maximum": LARGEST_INTEGER}
    elif kind == "maximum":
        code = "P004"
        parameters |= {"minimum": 0, "maximum": LARGEST_INTEGER}
    elif kind == "literal_error":
        code = "P005"
        known = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
        parameters["known"] = ", ".join(known)
        suggestions = nearest(str(value), known)
    elif kind == "min_above_max":
        code = "P007"
        parameters |= {name: int(error["ctx"][name]) for name in ("minimum", "maximum")}
        value = ""
    elif kind == "quota_without_bounds":
        code, value = "P008", ""
    elif kind in ("missing", "empty", "too_short"):
        code, value = "P009", ""
    else:
        code = "P002"
        parameters["form"] = "other"
    return Finding(code, Severity.ERROR, places.address(path), shown(value), parameters, suggestions)


def _written_path(location: Sequence[str | int], schema: type[Table]) -> KeyPath:
    """The location without what pydantic puts in for the branches of a union."""
    path: list[str | int] = []
    for part in location:
        is_tag = part in _UNION_TAGS and not _is_key(schema, tuple(path), part)
        if not is_tag:
            path.append(part)
    return tuple(path)


def _is_key(schema: type[Table], path: KeyPath, part: str | int) -> bool:
    inner = _table_at(schema, path)
    return part in _field_names(inner) if inner is not None else _is_free_table(schema, path)


def _is_free_table(schema: type[Table], path: KeyPath) -> bool:
    """Whether any key may stand here, such as the names of fields under ``needs.weights``."""
    annotation = _annotation(schema, path)
    return str(annotation).startswith("dict[str")


def _keys(schema: type[Table], path: KeyPath) -> tuple[str, ...]:
    inner = _table_at(schema, path)
    return _field_names(inner) if inner is not None else ()


def _field_names(table: type[Table]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in table.model_fields.items())


def _annotation(schema: type[Table], path: KeyPath) -> object:
    annotation: object = schema
    for part in path:
        table = _table_of(annotation)
        if table is not None and part in _field_names(table):
            annotation = next(
                field.annotation for name, field in table.model_fields.items() if part == (field.alias or name)
            )
            continue
        if table is not None and isinstance(part, int):
            # A list of tables where one table may stand too.
            continue
        inner = [argument for argument in get_args(annotation) if argument is not str]
        if table is not None or not inner:
            return None
        annotation = inner[0]
    return annotation


def _table_of(annotation: object) -> type[Table] | None:
    choices = (
        (annotation, *get_args(annotation)) if "|" in str(annotation) or "Union" in str(annotation) else (annotation,)
    )
    options = tuple(get_args(each)[0] if get_origin(each) is Annotated else each for each in choices)
    return next((option for option in options if isinstance(option, type) and issubclass(option, Table)), None)


def _table_at(schema: type[Table], path: KeyPath) -> type[Table] | None:
    return _table_of(_annotation(schema, path))


def _elsewhere(schema: type[Table], key: str, places: TomlPlaces, path: KeyPath = ()) -> tuple[str, ...]:
    """Other tables that do have the key."""
    found: list[str] = []
    for name in _keys(schema, path):
        inner = _table_at(schema, (*path, name))
        if name == key and path:
            found.append(places.dotted((*path, name)))
        if inner is not None:
            found.extend(_elsewhere(schema, key, places, (*path, name)))
    return tuple(found[:3])
