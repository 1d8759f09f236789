"""Options that several commands share; ``help`` holds a key of ``messages.help``."""

from typing import Annotated, Literal

import typer

Policies = Annotated[list[str] | None, typer.Option("--policy", metavar="F", help="policies")]

AllowShortfall = Annotated[bool, typer.Option("--allow-shortfall", help="allow-shortfall")]
ApplyRepair = Annotated[int | None, typer.Option("--apply-repair", metavar="N", help="apply-repair")]
Encoding = Annotated[
    Literal["utf-8", "utf-16", "cp1258", "tcvn3", "vni"] | None, typer.Option("--encoding", help="encoding")
]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="seed")]
TimeLimit = Annotated[float | None, typer.Option("--time-limit", metavar="S", help="time-limit")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="dry-run")]
Output = Annotated[list[str] | None, typer.Option("-o", "--output", metavar="F", help="output")]

AsJson = Annotated[bool, typer.Option("--json", help="json")]
Lang = Annotated[Literal["vi", "en"] | None, typer.Option("--lang", help="lang")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="quiet")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="verbose")]
Force = Annotated[bool, typer.Option("--force", help="force")]
Interactive = Annotated[bool, typer.Option("--interactive", help="interactive")]
NoInput = Annotated[bool, typer.Option("--no-input", help="no-input")]
