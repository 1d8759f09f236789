"""Every document of two wards, line by line as it was when somebody last looked at it.

``REASSIGN_WRITE_GOLDEN=1`` writes what comes out instead of comparing it; look at the difference, and at the document.
"""

from __future__ import annotations

import difflib
import io
import os
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

import docx
import pytest

from reassign.cli.main import run
from reassign.domain.letters import LetterKind
from reassign.writers.letters.fields import scope_of
from reassign.writers.letters.values import FIELDS
from reassign.writers.letters.values import LISTS as ENTRIES
from tests.golden.documents.shown import shown
from tests.golden.documents.two_wards import begin, plan, replan

EXPECTED = Path(__file__).with_name("expected")
Make: TypeAlias = Callable[[Path], object]


def made(start: Callable[..., None], first: Sequence[str], *commands: Sequence[str], code: int = 0) -> Make:
    """Make the plan with these outputs, then run the commands."""

    def make(folder: Path) -> None:
        start(folder, *first)
        for words in commands:
            assert run([*words, "-q"], {}, folder) == code

    return make


def printed(start: Make, *commands: tuple[str, Sequence[str], int]) -> Make:
    """Begin, then keep what commands print: name of the file, words, exit code."""

    def make(folder: Path) -> None:
        start(folder)
        for name, words, code in commands:
            told = io.StringIO()
            with redirect_stdout(told):
                assert run([*words], {}, folder) == code
            (folder / name).write_text(told.getvalue(), encoding="utf-8")

    return make


def _tight(folder: Path) -> None:
    """A maximum that leaves a person over, a quota that nobody meets, and a group that fits nowhere."""
    begin(folder)
    case = folder / "reassign.toml"
    text = case.read_text(encoding="utf-8").replace("max = 7", "max = 1")
    case.write_text(text.replace('status = "official"', 'status = "probationary"'), encoding="utf-8")


def _moved(folder: Path) -> None:
    """Two members live elsewhere since the first plan, so that moves buy something."""
    plan(folder, "first.json")
    path = folder / "members.csv"
    text = path.read_text(encoding="utf-8").replace("Khu phố 1,an ninh", "Khu phố X,an ninh")
    text = text.replace("Khu phố 2,môi trường", "Khu phố 1,môi trường").replace("Khu phố X", "Khu phố 2")
    path.write_text(text, encoding="utf-8")


def _pseudonyms(folder: Path) -> None:
    begin(folder)
    case = folder / "reassign.toml"
    case.write_text(case.read_text(encoding="utf-8") + RULES, encoding="utf-8")
    (folder / "pins.csv").write_text("member,branch,reason\nm07,b7,gần nhà\n", encoding="utf-8")
    (folder / "forbids.csv").write_text("member,branch\nm08,b8\n", encoding="utf-8")
    with patch("secrets.token_bytes", return_value=bytes(range(32))):
        words = ["--pseudonymise", "copy", "--key", "key", "--pins", "pins.csv", "--forbids", "forbids.csv"]
        assert run(["plan", *words, "-q"], {}, folder) == 0


def _placeholders(folder: Path) -> None:
    """Templates of our own that name everything there is: what each placeholder stands for."""
    plan(folder, "plan.json")
    told = []
    for kind in (each for each in LetterKind if each.has_template):
        names = scope_of(kind).names
        template = docx.Document()
        for name in (each for each in names if each not in ENTRIES):
            for field in FIELDS.get(name, ("",)):
                where = f"{name}.{field}" if field else name
                template.add_paragraph(f"{where} = {{{{ {where} }}}}")
        for name in (each for each in names if each in ENTRIES):
            fields = "; ".join(f"{field} = {{{{ each.{field} }}}}" for field in FIELDS[ENTRIES[name]])
            template.add_paragraph(f"{name}: {{% for each in {name} %}}[{fields}] {{% endfor %}}")
        template.save(str(folder / f"{kind}.docx"))
        words = ["--kind", kind, "--template", f"{kind}.docx", "-o", f"{kind}-docs", "-q"]
        assert run(["letters", "plan.json", *words], {}, folder) == 0
        for path in sorted((folder / f"{kind}-docs").glob("*.docx"))[:1]:
            told += [f"== {path.name}", *(each.text for each in docx.Document(str(path)).paragraphs)]
    (folder / "placeholders.txt").write_text("\n".join(told) + "\n", encoding="utf-8")


def _batch(folder: Path) -> None:
    for ward in ("mot", "hai"):
        (folder / "all" / ward).mkdir(parents=True)
        begin(folder / "all" / ward)
    case = folder / "all" / "hai" / "reassign.toml"
    case.write_text(case.read_text(encoding="utf-8").replace("max = 7", "max = 1"), encoding="utf-8")
    run(["batch", "all", "-o", "out", "-q"], {}, folder)


def _good_batch(folder: Path) -> None:
    """A ward of which there is nothing to tell."""
    (folder / "all" / "ward").mkdir(parents=True)
    case = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
    members = "id,name,unit,residence_unit,residence_area\nm1,Nguyễn An,Đa Kao,Đa Kao,KP 1\n"
    for name, text in (
        ("reassign.toml", case),
        ("members.csv", members),
        ("branches.csv", "id,name,unit,areas\nb1,Chi bộ 1,Đa Kao,KP 1\n"),
    ):
        (folder / "all" / "ward" / name).write_text(text, encoding="utf-8")
    run(["batch", "all", "-o", "out", "-q"], {}, folder)


def _findings(folder: Path) -> None:
    begin(folder)
    text = (folder / "members.csv").read_text(encoding="utf-8")
    (folder / "members.csv").write_text(text.replace("2,m02,", "2,m01,").replace("1990", "1990.5"), encoding="utf-8")
    run(["check", "--report", "findings.xlsx", "-q"], {}, folder)


RULES = """[[policy.quota]]
members = { fields = "an ninh", key_cadre = true }
branches = ["b1", "b2"]
max = 2
[policy.limits.branch.b7]
max = 5
"""
PAPERS = ("--kind", "decision", "--kind", "list", "--kind", "appendix")
LISTS = ("--kind", "summary", "--kind", "contact", "--kind", "review", "--kind", "deadlines", "--kind", "merge")
LETTERS = ("letters", "plan.json", "-o", "docs")
BOTH = ("compare", "first.json", "other.json")
FORMATS = ("-o", "s.xlsx", "-o", "s.csv", "-o", "s.json", "-o", "s.svg")
DOCUMENTS: Sequence[tuple[str, Make, Sequence[str]]] = (
    ("plan", made(plan, ["plan.xlsx"]), ["plan.xlsx"]),
    ("plan-en", made(begin, [], ["plan", "--lang", "en", "-o", "plan.xlsx"]), ["plan.xlsx"]),
    ("plan-texts", made(plan, ["plan.csv", "plan.json"]), ["plan.csv", "plan.json"]),
    ("replan", made(replan, ["second.xlsx"]), ["second.xlsx"]),
    ("replan-texts", made(replan, ["second.json"]), ["second.json"]),
    ("page", made(replan, ["second.html"]), ["second.html"]),
    ("papers", made(plan, ["plan.json"], [*LETTERS, "--one-file", *PAPERS]), ["docs/*.docx"]),
    ("papers-of-a-replan", made(replan, ["plan.json"], [*LETTERS, "--kind", "decision"]), ["docs/*khu-pho-3*.docx"]),
    ("lists", made(plan, ["plan.json"], [*LETTERS, "--one-file", *LISTS]), ["docs/*"]),
    (
        "papers-en",
        made(
            begin,
            [],
            ["plan", "--lang", "en", "-o", "plan.json"],
            [*LETTERS, "--lang", "en", "--kind", "decision", "--kind", "notice", "--per-member"],
        ),
        ["docs/*khu-pho-1*.docx", "docs/*an*.docx"],
    ),
    (
        "compare",
        made(replan, ["first.json"], ["plan", "-o", "other.json", "--seed", "7"], [*BOTH, "-o", "both.xlsx"]),
        ["both.xlsx"],
    ),
    (
        "compare-with-itself",
        made(plan, ["first.json"], ["compare", "first.json", "first.json", "-o", "both.xlsx"]),
        ["both.xlsx"],
    ),
    (
        "compare-in-english",
        made(
            replan,
            ["first.json"],
            ["plan", "-o", "other.json", "--seed", "7"],
            ["plan", "-o", "third.json", "--seed", "8"],
            [*BOTH, "third.json", "--lang", "en", "-o", "all.xlsx", "-o", "all.json"],
        ),
        ["all.*"],
    ),
    ("placeholders", _placeholders, ["placeholders.txt"]),
    (
        "lists-en",
        made(
            begin,
            [],
            ["plan", "--lang", "en", "-o", "plan.json"],
            [*LETTERS, "--lang", "en", "--one-file", "--kind", "merge", "--kind", "list", "--kind", "appendix"],
        ),
        ["docs/*"],
    ),
    ("pseudonyms", _pseudonyms, ["copy/*", "key"]),
    ("sweep", made(begin, [], ["sweep", "limits.max", "2..7", *FORMATS]), ["s.*"]),
    (
        "sweep-of-a-branch",
        made(
            begin,
            [],
            ["sweep", "limits.branch.b2.min", "0..4", *FORMATS],
            ["sweep", "limits.branch.b1.min", "2..4", "--lang", "en", "-o", "t.xlsx", "-o", "t.json", "-o", "t.svg"],
        ),
        ["s.*", "t.*"],
    ),
    ("curve", printed(_moved, ("told.txt", ["replan", "first.json", "--curve", "-o", "c.xlsx", "-q"], 0)), ["c.xlsx"]),
    (
        "answers",
        printed(
            lambda folder: plan(folder, "plan.json"),
            ("explain.json", ["explain", "plan.json", "--all", "--json"], 0),
            ("bottlenecks.json", ["explain", "plan.json", "--json"], 0),
            ("verify.json", ["verify", "plan.json", "--json"], 0),
            ("check.json", ["check", "--json"], 0),
        ),
        ["explain.json", "bottlenecks.json", "verify.json", "check.json"],
    ),
    ("no-plan", printed(_tight, ("no-plan.json", ["plan", "--json"], 4)), ["no-plan.json"]),
    ("findings", _findings, ["findings.xlsx"]),
    ("batch", _batch, ["out/*.xlsx"]),
    ("batch-of-a-good-ward", _good_batch, ["out/*.xlsx"]),
    ("init", lambda folder: run(["init", "new", "-q", "--lang", "vi"], {}, folder), ["new/*"]),
)


@pytest.mark.parametrize(("name", "make", "files"), [pytest.param(*each, id=each[0]) for each in DOCUMENTS])
def test_a_document_is_as_it_was_when_somebody_looked(
    name: str, make: Make, files: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path)
    capsys.readouterr()
    found = sorted({path for pattern in files for path in tmp_path.glob(pattern) if path.is_file()})
    assert found
    parts = [(path.relative_to(tmp_path).as_posix(), path) for path in found]
    text = "".join(f"=== {told}\n{shown(path.name, path.read_bytes())}" for told, path in parts)
    expected = EXPECTED / f"{name}.txt"
    if os.environ.get("REASSIGN_WRITE_GOLDEN"):
        EXPECTED.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8")
    before, now = expected.read_text(encoding="utf-8").splitlines(), text.splitlines()
    assert now == before, "\n".join(list(difflib.unified_diff(before, now, lineterm="", n=0))[:60])
