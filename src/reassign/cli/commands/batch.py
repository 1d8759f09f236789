"""``reassign batch``: plan every case below a folder."""

from typing import TYPE_CHECKING, Annotated

import typer

from reassign.cli import options
from reassign.cli.session import Session
from reassign.domain.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reassign.domain.batch import CaseRecord
    from reassign.workflows.batch.run import BatchOutcome


def batch(
    context: typer.Context,
    root: Annotated[str, typer.Argument(metavar="ROOT", help="batch-root", show_default=False)],
    *,
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT", help="batch-output")],
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", help="batch-jobs", show_default=False)] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="PATTERN", help="batch-only")] = None,
    share: Annotated[str, typer.Option("--share", metavar="K/N", help="batch-share", show_default=False)] = "",
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="FORMAT", help="batch-format", show_default=False)
    ] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="batch-fail-fast")] = False,
    allow_shortfall: options.AllowShortfall = False,
    seed: options.Seed = None,
    time_limit: options.TimeLimit = None,
    encoding: options.Encoding = None,
    as_json: options.AsJson = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    force: options.Force = False,
    no_input: options.NoInput = False,  # noqa: ARG001 - nothing asks
) -> int:
    """Plan every case below a folder."""
    from reassign.cli.cores import cores
    from reassign.cli.progress import show_progress
    from reassign.cli.screen import write_json_line
    from reassign.domain.batch import worst_exit_code
    from reassign.domain.errors import UsageError
    from reassign.domain.report import OUTPUT_EXTENSIONS
    from reassign.workflows.batch.journal import document_of
    from reassign.workflows.batch.run import BatchRequest, run_batch

    session: Session = context.obj
    language = lang or session.language
    endings = tuple(dict.fromkeys(f".{each.lower().removeprefix('.')}" for each in formats or ["xlsx"]))
    unknown = next((ending for ending in endings if ending not in OUTPUT_EXTENSIONS), None)
    if unknown is not None:
        raise UsageError("output-extension", {"file": unknown, "known": ", ".join(OUTPUT_EXTENSIONS)})
    request = BatchRequest(
        root=session.working_folder / root,
        results=session.working_folder / output,
        endings=endings,
        jobs=cores() if jobs is None else jobs,
        patterns=tuple(only or ()),
        share=share,
        is_stopped_by_failure=fail_fast,
        is_forced=force,
        is_shortfall_allowed=allow_shortfall,
        seed=seed,
        time_limit=time_limit,
        encoding=encoding,
        language=session.asked,
        fallback_language=session.language,
    )

    def tell(record: "CaseRecord") -> None:
        if as_json:
            write_json_line(document_of(record))
        elif verbose:
            _write_case(record, language)

    with show_progress(language, is_wanted=not (quiet or as_json)) as progress:
        outcome = run_batch(request, progress, tell)
    code = worst_exit_code(outcome.records)
    if as_json:
        write_json_line(_totals(outcome, code))
    else:
        _show(outcome, language, is_quiet=quiet)
    return code


def _totals(outcome: "BatchOutcome", code: int) -> dict[str, object]:
    """The last line of ``--json``."""
    statuses = [record.status for record in outcome.records]
    return {
        "schema_version": 1,
        "cases": len(outcome.records),
        **{status: statuses.count(status) for status in ("optimal", "feasible", "infeasible", "error")},
        "kept": outcome.kept,
        "left": outcome.left,
        "exit_code": code,
        "summary": str(outcome.summary),
    }


def _write_case(record: "CaseRecord", language: Language) -> None:
    from reassign.cli.screen import write_message
    from reassign.cli.visible import visible
    from reassign.messages.batch import BATCH

    write_message(visible(f"{record.case}: {BATCH[record.status].say(language)}"))


def _show(outcome: "BatchOutcome", language: Language, *, is_quiet: bool) -> None:
    from reassign.cli.screen import write_message, write_result
    from reassign.cli.visible import visible
    from reassign.messages.batch import BATCH

    statuses = [record.status for record in outcome.records]
    failed = [record for record in outcome.records if record.has_failed]
    if not is_quiet:
        counts = {"done": len(statuses), "optimal": statuses.count("optimal"), "feasible": statuses.count("feasible")}
        write_message(BATCH["done"].say(language, {**counts, "failed": len(failed)}))
        if outcome.kept:
            write_message(BATCH["kept"].say(language, {"kept": outcome.kept}))
        if outcome.left:
            write_message(BATCH["left"].say(language, {"left": outcome.left}))
    if failed:
        write_message(BATCH["failed"].say(language))
    for record in failed:
        said = [*(_told(found) for found in record.findings if found["severity"] == "error"), *record.messages]
        why = said[0] if said else BATCH["lost"].say(language)
        more = f" (+{len(said) - 1})" if len(said) > 1 else ""
        write_message(visible(f"  • {record.case} [{record.exit_code}]: {why}{more}"))
    if not is_quiet:
        write_message(BATCH["summary"].say(language))
    write_result(visible(str(outcome.summary)))


def _told(found: "Mapping[str, object]") -> str:
    """A finding with its place and code, as ``check`` shows it."""
    sheet = f" › {found['sheet']}" if found["sheet"] else ""
    cell = f"!{found['cell']}" if found["cell"] else ""
    return f"{found['file']}{sheet}{cell}: {found['message']}   [{found['code']}]"
