"""The score of a room, and the mutants that live with the reason why they may."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Key: TypeAlias = tuple[str, str, str, str]

EVERY = "*"
"""Stands in the list for every change of a line, such as that of a figure that only says how much work is done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant; its key is its first four values."""

    file: str
    function: str
    line: str
    change: str
    source: str
    tests: str
    result: str

    @property
    def key(self) -> Key:
        """What names the mutant."""
        return self.file, self.function, self.line, self.change

    def still_holds(self, sources: Mapping[str, str], tests: str) -> bool:
        """A dead mutant stays dead while its file is the same; one that lived is asked about again with new tests."""
        return sources.get(self.file) == self.source and (self.result == "killed" or self.tests == tests)


def read_accepted(root: Path) -> dict[Key, str]:
    """Mutants that change no behaviour, each with the reason."""
    document = tomllib.loads((root / "tests" / "mutation" / "accepted.toml").read_text(encoding="utf-8"))
    return {
        (entry["file"], entry["function"], entry["line"], entry["change"]): entry["reason"]
        for entry in document.get("accepted", [])
    }


def reason_of(accepted: Mapping[Key, str], key: Key) -> str:
    """Why a mutant may live, itself or with all others of its line; empty if it may not."""
    return accepted.get(key) or accepted.get((*key[:3], EVERY), "")


def written_report(
    room: str, wanted: int, outcomes: Sequence[Outcome], accepted: Mapping[Key, str]
) -> tuple[str, bool]:
    """The report as text, and whether the room reaches its score without a stale entry."""
    killed = [outcome for outcome in outcomes if outcome.result == "killed"]
    lived = [outcome for outcome in outcomes if outcome.result != "killed"]
    missed = [outcome for outcome in lived if not reason_of(accepted, outcome.key)]
    equivalent = [outcome for outcome in lived if reason_of(accepted, outcome.key)]
    stale = [outcome for outcome in killed if outcome.key in accepted]
    counted = len(killed) + len(missed)
    score = 100 * len(killed) / counted if counted else 100.0
    lines = [
        f"{room}: {len(outcomes)} mutants, {len(killed)} killed, {len(missed)} alive, {len(equivalent)} accepted",
        f"score {score:.1f} % of {counted}; wanted {wanted} %",
    ]
    for title, some in (("Alive", missed), ("Accepted", equivalent), ("Accepted although a test notices", stale)):
        lines += ["", f"{title}: {len(some)}"] if some else []
        for outcome in some:
            where = f"{outcome.file} {outcome.function or 'at import'}"
            reason = reason_of(accepted, outcome.key) or ("" if outcome.result == "survived" else outcome.result)
            lines += [f"  {where}: {outcome.line}", f"      {outcome.change}" + (f"  ({reason})" if reason else "")]
    return "\n".join(lines) + "\n", score >= wanted and not stale
