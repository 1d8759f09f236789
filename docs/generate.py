"""Write the generated parts of the reference: whatever stands between two marks of the same name.

A page holds ``<!-- generated: NAME -->`` … ``<!-- end: NAME -->``; the words around it are written by hand.
``python docs/generate.py`` writes the pages; a test says when they no longer say what the program does.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import get_args, get_origin

import grimp
import typer
from pydantic import BaseModel

from reassign.cli.app import make_app
from reassign.domain.language import Language
from reassign.domain.policy import SENSES
from reassign.messages.columns import BRANCH_HEADERS, MEMBER_HEADERS
from reassign.messages.explained import explain_code, explained_codes
from reassign.messages.reasons import REASONS
from reassign.messages.rule import RULE
from reassign.messages.text import Text
from reassign.messages.violations import VIOLATIONS
from reassign.readers.policy.policy_schema import CaseTable, PolicyTable
from reassign.writers.letters.values import FIELDS, LISTS, SHARED, SUBJECTS

FOLDER = Path(__file__).parent
ROOMS = (
    "cli",
    "workflows",
    "readers",
    "writers",
    "samples",
    "insight",
    "check",
    "solve",
    "model",
    "messages",
    "domain",
)
BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; bars within cells are escaped."""
    lines = [list(heads)]
    lines += [["---"] * len(lines[0]), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def letter_subjects() -> str:
    """What a template of each kind may name."""
    rows = [[f"`{kind}`", ", ".join(f"`{name}`" for name in (*SHARED, *names))] for kind, names in SUBJECTS.items()]
    return table(["kind", "names"], rows)


def letter_fields() -> str:
    """What can follow the dot, and what the lists hold."""
    rows = [[f"`{name}`", ", ".join(f"`{field}`" for field in fields)] for name, fields in FIELDS.items()]
    rows += [[f"`{name}`", f"a list, each entry a `{entry}`"] for name, entry in LISTS.items()]
    return table(["name", "after the dot"], rows)


def commands() -> str:
    """Every command with its arguments and options, as ``--help`` says it."""
    group = make_app("en")
    parts = []
    for name, command in group.commands.items():
        context = typer.Context(command, info_name=f"reassign {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        rows = [record for parameter in command.params if (record := parameter.get_help_record(context))]
        rows = [(f"`{words}`", meaning.replace("\n", " ")) for words, meaning in rows]
        parts.append(f"## `reassign {name}`\n\n{command.help}\n\n```text\nreassign {name} {usage}\n```\n\n")
        parts.append(table(("option", "meaning"), rows) + "\n")
    return "".join(parts).rstrip("\n") + "\n"


def _columns(headers: Mapping[str, Text]) -> str:
    return table(
        ("key", "Vietnamese heading", "English heading"),
        ((f"`{key}`", text.vi, text.en) for key, text in headers.items()),
    )


def member_columns() -> str:
    """Canonical keys of the member roster with their headings."""
    return _columns(MEMBER_HEADERS)


def branch_columns() -> str:
    """Canonical keys of the branch roster with their headings."""
    return _columns(BRANCH_HEADERS)


def reasons() -> str:
    """Reason codes in words."""
    rows = ((f"`{code}`", text.vi, text.en) for code, text in REASONS.items())
    return table(("code", "Vietnamese", "English"), rows)


def priorities() -> str:
    """Names of the priorities and their sense."""
    return table(
        ("name", "better is"), ((f"`{name}`", "more" if sense == "max" else "less") for name, sense in SENSES.items())
    )


def _findings(heads: tuple[str, ...], language: Language) -> str:
    explained = [explain_code(code, language) for code in explained_codes()]
    rows = (
        (f"`{each.code}`", RULE[str(each.example.severity)].say(language), each.message, each.meaning, each.fix)
        for each in explained
    )
    return table(heads, rows)


def findings() -> str:
    """Every code in English: what is said, why, and what can be done."""
    return _findings(("code", "severity", "message", "why", "to mend it"), "en")


def findings_vi() -> str:
    """Every code in Vietnamese."""
    return _findings(("mã", "mức độ", "thông báo", "vì sao", "cách sửa"), "vi")


def violations() -> str:
    """Every code that the checker can raise against a plan."""
    missing: dict[str, str] = defaultdict(lambda: "…")
    rows = ((f"`{code}`", text.say("vi", missing), text.say("en", missing)) for code, text in VIOLATIONS.items())
    return table(("code", "Vietnamese", "English"), rows)


WORDS: Mapping[object, str] = {
    int: "integer",
    str: "text",
    bool: "true or false",
    float: "number",
    type(None): "",
    object: "table or file",
    date: "date",
}


def _form(annotation: object) -> str:
    """What a value looks like in TOML."""
    arguments = get_args(annotation)
    if annotation in WORDS:
        return WORDS[annotation]
    if get_origin(annotation) is list:
        return f"list of {_form(arguments[0])}"
    if get_origin(annotation) is dict:
        return f"table of {_form(arguments[1])}"
    if all(isinstance(argument, str) for argument in arguments):
        return ", ".join(f'"{argument}"' for argument in arguments)
    if hasattr(annotation, "__metadata__"):
        return _form(arguments[0])
    return " or ".join(dict.fromkeys(filter(None, map(_form, arguments))))


def _tables_within(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in get_args(annotation):
        yield from _tables_within(argument)


def _keys(model: type[BaseModel], heading: str) -> Iterator[str]:
    """A section for a table and for each table within it."""
    plain, inner = [], []
    for key, field in model.model_fields.items():
        name = field.alias or key
        within = list(_tables_within(field.annotation))
        inner += [(name, field.annotation, deeper) for deeper in within]
        if not within:
            default = "" if field.default in (None, "", [], {}) else f"`{field.default!r}`".replace("'", '"')
            default = "required" if field.is_required() else default
            plain.append((f"`{name}`", _form(field.annotation), default))
    meaning = re.sub(r"^``\[\S+\]``: ", "", (model.__doc__ or "").split("\n\n", maxsplit=1)[0]).replace("``", "`")
    meaning = meaning[:1].upper() + meaning[1:]
    if plain:
        yield f"### `{heading}`\n\n{meaning}\n\n{table(('key', 'value', 'default'), plain)}\n"
    for name, annotation, deeper in inner:
        if deeper is not PolicyTable:
            path = f"{heading.strip('[]')}.{name}".removeprefix("reassign.toml.")
            is_list, is_table = get_origin(annotation) is list, get_origin(annotation) is dict
            yield from _keys(deeper, f"[[{path}]]" if is_list else f'[{path}."name"]' if is_table else f"[{path}]")


def policy_keys() -> str:
    """Every key of the policy."""
    return "".join(_keys(PolicyTable, "[policy]")).rstrip("\n") + "\n"


def case_keys() -> str:
    """Every key of ``reassign.toml`` besides the policy."""
    return "".join(_keys(CaseTable, "reassign.toml")).rstrip("\n") + "\n"


def imports() -> str:
    """Which room imports which, as a graph."""
    graph = grimp.build_graph("reassign", cache_dir=None)
    arrows = (
        f"    {importer} --> {imported}"
        for importer, imported in permutations(ROOMS, 2)
        if graph.direct_import_exists(
            importer=f"reassign.{importer}", imported=f"reassign.{imported}", as_packages=True
        )
    )
    return "\n".join(["```mermaid", "flowchart TD", *arrows, "```"]) + "\n"


BLOCKS: Mapping[str, Callable[[], str]] = {
    "commands": commands,
    "letter_subjects": letter_subjects,
    "letter_fields": letter_fields,
    "member_columns": member_columns,
    "branch_columns": branch_columns,
    "reasons": reasons,
    "priorities": priorities,
    "findings": findings,
    "findings_vi": findings_vi,
    "violations": violations,
    "policy_keys": policy_keys,
    "case_keys": case_keys,
    "imports": imports,
}


def pages() -> Iterator[Path]:
    """Every page with a generated part."""
    return (page for page in sorted(FOLDER.rglob("*.md")) if BLOCK.search(page.read_text(encoding="utf-8")))


def renewed(text: str) -> str:
    """A page with its generated parts as they ought to be."""
    return BLOCK.sub(lambda block: f"{block[1]}\n{BLOCKS[block[2]]()}\n{block[3]}", text)


def main() -> int:
    """Write every page again and say which changed."""
    for page in pages():
        old = page.read_text(encoding="utf-8")
        new = renewed(old)
        if new != old:
            page.write_text(new, encoding="utf-8", newline="\n")
            print(page.relative_to(FOLDER))
    return 0


if __name__ == "__main__":
    sys.exit(main())
