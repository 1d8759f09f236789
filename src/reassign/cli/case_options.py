"""The options that name a case: declared once, handed to a command as one value."""

from __future__ import annotations

from collections.abc import Callable, Collection
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from reassign.cli import options

_FILES = (
    *("members", "branches", "current", "pins", "forbids", "lineage", "distances", "lots"),
    *("crosswalk", "holidays", "events"),
)

_OPTIONS: dict[str, tuple[object, object]] = {
    **{role: (Annotated[str | None, typer.Option(f"--{role}", metavar="F", help=role)], None) for role in _FILES},
    "policy": (Annotated[str | None, typer.Option("--policy", metavar="F", help="policy-file")], None),
    "encoding": (options.Encoding, None),
    "allow_shortfall": (options.AllowShortfall, False),
    "seed": (options.Seed, None),
    "time_limit": (options.TimeLimit, None),
    "lang": (options.Lang, None),
}
"""Annotation and default by parameter."""


def takes_case(*, without: Collection[str] = ()) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Put the options of a case in the place of a command's parameter ``flags``, which then gets ``CaseFlags``.

    An option that the command declares itself stays its own, for instance because it may be repeated; then
    ``flags`` does not know it.

    Args:
        without: Options that the command does not have.
    """

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        declared = signature(command)
        names = [name for name in _OPTIONS if name not in without and name not in declared.parameters]
        parameters: list[Parameter] = []
        for parameter in declared.parameters.values():
            if parameter.name == "flags":
                parameters += [_keyword(name) for name in names]
            else:
                parameters.append(parameter)

        def run(**values: Any) -> int:
            from reassign.readers.policy.case import CaseFlags

            given = {name: values.pop(name) for name in names}
            flags = CaseFlags(
                files={role: given[role] for role in _FILES if given.get(role)},
                policy=given.get("policy"),
                is_shortfall_allowed=given.get("allow_shortfall", False),
                seed=given.get("seed"),
                time_limit=given.get("time_limit"),
                language=given.get("lang"),
                encoding=given.get("encoding"),
            )
            return command(flags=flags, **values)

        # Typer reads the options off the signature.
        vars(run)["__signature__"] = declared.replace(parameters=parameters)
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return run

    return decorate


def _keyword(name: str) -> Parameter:
    annotation, default = _OPTIONS[name]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
