"""Every command in the documentation runs and ends as the page says.

A fenced ``console`` block holds lines ``$ reassign …``. The blocks of one page run one after the other in
one empty folder, as a reader would type them. A line ``exit N`` in the output part names an exit code
other than 0, ``$ cd DIR`` changes the folder, and ``…`` stands for any text. Other lines have to be printed.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").rglob("*.md"))]


@dataclass(frozen=True, slots=True)
class Step:
    """One command line with what it has to print and its exit code."""

    words: tuple[str, ...]
    expected: tuple[str, ...]
    code: int


def steps_of(text: str) -> Iterator[Step]:
    """Every ``reassign`` or ``cd`` line of a page in its order; other programs are not run."""
    for block in CONSOLE.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *printed = part.strip().splitlines()
            words = tuple(shlex.split(command, comments=True))
            codes = [int(line.split()[1]) for line in printed if re.fullmatch(r"exit \d+", line)]
            expected = tuple(line.strip() for line in printed if line.strip() and not line.startswith("exit "))
            if words[0] in {"reassign", "cd"}:
                yield Step(words, expected, codes[0] if codes else 0)


def told(printed: str, line: str) -> bool:
    """Whether the output holds the line, with ``…`` standing for anything."""
    return re.search(".*".join(map(re.escape, line.split("…"))), printed) is not None


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    "page", [pytest.param(page, id=page_id(page)) for page in PAGES if CONSOLE.search(page.read_text("utf-8"))]
)
def test_the_commands_of_a_page_do_what_it_says(page: Path, tmp_path: Path) -> None:
    folder = tmp_path
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REASSIGN_")}
    environment |= {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "LANG": "C.UTF-8", "COLUMNS": "200"}
    for step in steps_of(page.read_text("utf-8")):
        if step.words[0] == "cd":
            folder = folder / step.words[1]
            continue
        finished = subprocess.run(
            [sys.executable, "-m", "reassign", *step.words[1:]],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        printed = finished.stdout + finished.stderr
        assert finished.returncode == step.code, (step.words, printed)
        for line in step.expected:
            assert told(printed, line), (step.words, line, printed)


def test_a_page_with_a_wrong_promise_would_be_noticed() -> None:
    text = "```console\n$ reassign check\nexit 3\nmembers.csv!A1 … wrong\n```\n"

    assert list(steps_of(text)) == [Step(("reassign", "check"), ("members.csv!A1 … wrong",), 3)]
    assert told("see members.csv!A1: quite wrong", "members.csv!A1 … wrong") is False
    assert told("see members.csv!A1 is quite wrong", "members.csv!A1 … wrong") is True


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page_id(page)}: {link}"
        for page in [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]

    assert broken == []
