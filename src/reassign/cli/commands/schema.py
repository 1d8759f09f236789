"""``reassign schema``: the documents for scripts and editors."""

from typing import Annotated

import typer

from reassign.cli import options


def schema(
    context: typer.Context,  # noqa: ARG001 - nothing depends on where it runs
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="schema-name", show_default=False)] = None,
    *,
    as_json: options.AsJson = False,
    lang: options.Lang = None,  # noqa: ARG001 - a schema has no language
    quiet: options.Quiet = False,  # noqa: ARG001 - the schema is the result
    verbose: options.Verbose = False,  # noqa: ARG001 - likewise
    force: options.Force = False,  # noqa: ARG001 - nothing is written
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Print the JSON Schema of a document, or the names of all."""
    from reassign.cli.screen import write_json, write_result
    from reassign.workflows.schema import json_schema, schema_names

    if name is not None:
        write_json(json_schema(name))
    elif as_json:
        write_json({"schema_version": 1, "schemas": list(schema_names())})
    else:
        for known in schema_names():
            write_result(known)
    return 0
