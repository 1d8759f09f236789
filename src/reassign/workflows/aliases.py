"""What a person has to say about spellings, and keeping it in ``reassign.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reassign.domain.findings import Finding
from reassign.domain.place_names import area_key, unit_key
from reassign.domain.questions import AliasTable, Answer, Question
from reassign.domain.roster import Branch
from reassign.domain.vietnamese import fold
from reassign.readers.places.names import Names
from reassign.readers.policy.toml_file import read_toml

_UNITS = frozenset({"R010", "R011", "R014"})
_REFORMED = frozenset({"R112", "R116"})
_AREAS = frozenset({"R012", "R013", "R015"})


def questions_of(findings: Sequence[Finding], branches: Sequence[Branch]) -> tuple[Question, ...]:
    """The questions that findings come to, one for each spelling, in the order of the findings.

    Args:
        findings: What reading a case found.
        branches: The branch roster; empty if it could not be read.
    """
    found: dict[tuple[AliasTable, str], Question] = {}
    for finding in findings:
        question = _question(finding, branches)
        if question is None:
            continue
        key = question.table, question.spelling
        count = found[key].count + 1 if key in found else 1
        first = found.get(key, question)
        found[key] = Question(
            first.table, first.spelling, first.finding, count, first.candidates, first.names, first.may_be_other
        )
    return tuple(found.values())


def _question(finding: Finding, branches: Sequence[Branch]) -> Question | None:
    units = tuple(dict.fromkeys(branch.unit for branch in branches))
    unit = str(finding.parameters.get("unit", ""))
    areas = tuple(dict.fromkeys(area for branch in branches if unit in ("", branch.unit) for area in branch.areas))
    candidates, value = finding.suggestions, finding.value
    if finding.code in _UNITS and value:
        # A member's own unit has to be one of the roster, a residence may be anywhere.
        return Question("unit", value, finding, 1, candidates, units, may_be_other=finding.code != "R010")
    if finding.code in _REFORMED and finding.parameters.get("address"):
        return Question("unit", str(finding.parameters["address"]), finding, 1, candidates, units, may_be_other=True)
    if finding.code in _AREAS:
        return Question("area", value, finding, 1, candidates, areas)
    if finding.code == "R018":
        names = tuple(name for branch in branches for name in (branch.id, branch.name))
        return Question("branch", value, finding, 1, candidates, names)
    if finding.code == "R100":
        key = str(finding.parameters["key"])
        return Question("columns", value, finding, 1, (key,), (key,))
    return None


def name_meant(question: Question, word: str) -> str:
    """The name that a person typed in any spelling that a roster may have; empty if it is none or several."""
    keys = {"unit": unit_key, "area": area_key, "branch": area_key}
    names = (*question.names, *question.candidates)
    return Names(names, keys.get(question.table, fold), {}).match(word).name or ""


def keep_answers(case_file: Path, answers: Sequence[Answer]) -> None:
    """Write answers into the officer's own file; comments and order stay, and the old file is kept as a backup.

    Raises:
        PolicyError: The file is no TOML.
        UsageError: ``aliases-not-editable``: the tables are written in a way that cannot be added to safely.
        OutputError: The file was not written.
    """
    from reassign.writers.aliases import with_answers
    from reassign.writers.atomic import write_files

    read_toml(case_file, case_file.name)
    text = case_file.read_bytes().decode("utf-8")
    write_files([(case_file, with_answers(text, answers).encode("utf-8"))], is_forced=True)
