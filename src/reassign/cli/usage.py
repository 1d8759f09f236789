"""What the parser of the command line refused, by key and parameters, so that it can be said in any language."""

from __future__ import annotations

import difflib
import re
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from reassign.domain.language import Language
from reassign.messages.errors import ERRORS

_COMMAND = re.compile(r"No such command '(.+?)'\.")
_EXTRA = re.compile(r"Got unexpected extra arguments? ?(?:\(s\) )?\((.*)\)$")
_MOST_NEAR = 3


def say_usage(error: Exception, language: Language) -> str:
    """The refusal in words; those of the parser itself where it is of a kind that we do not know."""
    key, parameters = _told(error)
    return ERRORS[key].say(language, parameters)


def _told(error: Any) -> tuple[str, dict[str, str]]:
    # The classes are told apart by name: they move between versions of the library, their names do not.
    kind = type(error).__name__
    said = error.format_message().strip()
    parameter = getattr(error, "param", None)
    if kind == "NoSuchOption":
        return _unknown("usage-option", "usage-option-near", error.option_name, _options(error))
    if kind == "MissingParameter" and parameter is not None:
        return "usage-missing", {"name": _name(parameter)}
    if kind == "BadParameter" and parameter is not None:
        return _value(parameter, said)
    if kind == "BadOptionUsage":
        takes_none = "does not take a value" in said
        return ("usage-no-value" if takes_none else "usage-value-missing"), {"name": str(error.option_name)}
    command = _COMMAND.search(said)
    if command is not None:
        return _unknown("usage-command", "usage-command-near", command[1], _commands(error))
    extra = _EXTRA.search(said)
    if extra is not None:
        return "usage-extra", {"words": extra[1]}
    return "usage", {"detail": said}


def _unknown(key: str, near_key: str, name: str, known: list[str]) -> tuple[str, dict[str, str]]:
    near = difflib.get_close_matches(name, known, n=_MOST_NEAR)
    return (near_key if near else key), {"name": name, "known": ", ".join(near)}


def _options(error: Any) -> list[str]:
    context = getattr(error, "ctx", None)
    if context is None:
        return []
    return [word for parameter in context.command.params for word in parameter.opts if word.startswith("--")]


def _commands(error: Any) -> list[str]:
    context = getattr(error, "ctx", None)
    return [] if context is None else list(getattr(context.command, "commands", ()))


def _name(parameter: Any) -> str:
    """How help calls an option or argument."""
    if parameter.param_type_name == "argument":
        return str(parameter.make_metavar(None) if parameter.metavar is None else parameter.metavar)
    return str(parameter.opts[0])


def _value(parameter: Any, said: str) -> tuple[str, dict[str, str]]:
    name = _name(parameter)
    wanted = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if get_origin(wanted) is list:
        (wanted,) = get_args(wanted)
    choices = get_args(wanted) if get_origin(wanted) is Literal else ()
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        choices = tuple(choice.value for choice in wanted)
    if choices:
        return "usage-choice", {"name": name, "known": ", ".join(str(choice) for choice in choices)}
    if wanted is int:
        return "usage-integer", {"name": name}
    if wanted is float:
        return "usage-number", {"name": name}
    return "usage-value", {"name": name, "detail": said}
