"""The two streams of a run: results to stdout, messages to stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from reassign.cli.visible import visible_json

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_WIDEST = 120


def write_result(text: str) -> None:
    """Print a line to stdout; a reader that went away is no failure."""
    _write(sys.stdout, text)


def write_message(text: str) -> None:
    """Print a line to stderr."""
    _write(sys.stderr, text)


def write_json(document: Mapping[str, object]) -> None:
    """Print one JSON document to stdout, without any character that could steer a terminal."""
    write_result(visible_json(json.dumps(document, ensure_ascii=False, indent=2)))


def write_json_line(document: Mapping[str, object]) -> None:
    """Print one JSON document on a line of its own."""
    write_result(visible_json(json.dumps(document, ensure_ascii=False)))


def show(renderable: RenderableType, environment: Mapping[str, str]) -> None:
    """Print a table or text of rich to stdout, at most 120 columns wide."""
    console = _console(environment)
    with console.capture() as capture:
        console.print(renderable)
    _write(sys.stdout, capture.get().rstrip("\n"))


def _console(environment: Mapping[str, str]) -> Console:
    from rich.console import Console

    console = Console(
        file=sys.stdout, markup=False, emoji=False, highlight=False, no_color=bool(environment.get("NO_COLOR")) or None
    )
    return (
        console
        if console.width <= _WIDEST
        else Console(
            file=sys.stdout, markup=False, emoji=False, highlight=False, no_color=console.no_color, width=_WIDEST
        )
    )


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text + "\n")
        stream.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough; what follows, and the flush at exit, go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
