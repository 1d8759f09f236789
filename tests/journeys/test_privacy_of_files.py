"""Every file that any command leaves: for its owner alone, without author, path or anything that was not asked for."""

from __future__ import annotations

import io
import os
import re
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from reassign.cli.main import run
from tests.crash.traced import command_line, environment, has_strace
from tests.journeys.test_privacy import CARD, NAME, told, write_case

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check", "--report", "found.xlsx"),
    ("plan", "-o", "p.xlsx", "-o", "p.csv", "-o", "p.json", "-o", "p.html"),
    ("letters", "p.json", "-o", "letters"),
    ("report", "p.json", "-o", "report.html"),
    ("compare", "p.json", "p.xlsx", "-o", "c.xlsx", "-o", "c.json"),
    ("sweep", "limits.max", "1,2", "-o", "s.xlsx", "-o", "s.csv", "-o", "s.svg"),
    ("replan", "p.xlsx", "-o", "n.xlsx", "-o", "n.csv", "-o", "n.json", "-o", "n.html"),
    ("plan", "--policy", "one.toml", "--policy", "two.toml", "-o", "scenario.xlsx"),
    ("plan",),
    ("plan", "--members", "tight.csv", "--apply-repair", "1"),
    ("identify", "p.csv", "--key", "own.key", "-o", "back.csv"),
    ("batch", ".", "-o", "every", "--only", "sub"),
    ("init", "begun"),
    ("sample", "quan-4-2020", "drawn"),
)
INPUTS = frozenset(
    {"members.csv", "members.xlsx", "branches.csv", "reassign.toml", "one.toml", "two.toml", "tight.csv"}
)


def prepare(folder: Path) -> None:
    """The case with the unheard-of member, as csv and as a workbook whose sheet is called like them."""
    folder.mkdir(parents=True, exist_ok=True)
    write_case(folder)
    (folder / "one.toml").write_text("[limits]\nmax = 2\n", encoding="utf-8")
    (folder / "two.toml").write_text("[limits]\nmax = 3\n", encoding="utf-8")
    (folder / "tight.csv").write_text(f"id,name,unit,card_number\nm1,{NAME},Đa Kao,{CARD}\n", encoding="utf-8")
    (folder / "own.key").write_text('{"kind": "reassign-key", "texts": {}}', encoding="utf-8")
    (folder / "own.key").chmod(0o600)
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = NAME
    for line in (folder / "members.csv").read_text(encoding="utf-8").splitlines():
        book.active.append(line.split(","))
    book.save(folder / "members.xlsx")
    (folder / "sub").mkdir(exist_ok=True)
    write_case(folder / "sub")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case after every command has run twice, the second time over its own results."""
    folder = tmp_path_factory.mktemp("outer") / "thư mục riêng"
    prepare(folder)
    mask = os.umask(0)
    try:
        for words in COMMANDS:
            run([*words, "-q", "--lang", "vi"], {}, folder)
            run([*words, "-q", "--lang", "vi", "--force"], {}, folder)
        run(["plan", "-q", "--pseudonymise", "shared", "--key", "ward.key"], {}, folder)
        run(["plan", "-q", "--pseudonymise", "shared-again", "--key", "ward.key", "--force"], {}, folder)
    finally:
        os.umask(mask)
    return folder


def left(case: Path) -> list[Path]:
    """Files that the commands left."""
    return [path for path in sorted(case.rglob("*")) if path.is_file() and path.name not in INPUTS | {"own.key"}]


def test_each_command_leaves_something(case: Path) -> None:
    names = {path.relative_to(case).parts[0] for path in left(case)}
    assert names >= {"found.xlsx", "p.xlsx", "p.csv", "p.json", "p.html", "letters", "report.html", "c.xlsx", "s.svg"}
    assert names >= {"n.xlsx", "back.csv", "every", "begun", "drawn", "shared", "ward.key"}
    assert [name for name in names if name.startswith("scenario")] != []
    assert [name for name in names if "repair" in name] != [], names
    assert names >= {"found.xlsx.bak", "p.xlsx.bak", "n.html.bak", "back.csv.bak", "ward.key.bak"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_every_file_is_for_its_owner_alone(case: Path) -> None:
    """Backups, keys and what a batch remembers too, even where the system lets everybody read."""
    modes = {str(path.relative_to(case)): stat.S_IMODE(path.stat().st_mode) for path in left(case)}
    assert {name: oct(mode) for name, mode in modes.items() if mode != 0o600} == {}


def texts(content: bytes) -> Iterator[str]:
    """Every text of a file, those within archives too."""
    if not content.startswith(b"PK"):
        yield content.decode()
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for info in package.infolist():
            yield f"{info.filename} {info.comment.decode()}"
            yield package.read(info).decode("utf-8", "replace")


def test_no_file_tells_where_it_was_made(case: Path) -> None:
    outer = [str(case), str(case.parent), case.name, str(Path.home())]
    found = {
        (str(path.relative_to(case)), place)
        for path in left(case)
        for text in texts(path.read_bytes())
        for place in outer
        if place in text and len(place) > 5
    }
    assert found == set()


AUTHOR = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|Company|Manager)>([^<]+)<|w:author=\"([^\"]*)\"|<author>([^<]+)<"
    r"|<meta name=\"(?:author|generator)\" content=\"([^\"]*)\""
)


def test_no_document_names_an_author(case: Path) -> None:
    found = {
        (str(path.relative_to(case)), match[0])
        for path in left(case)
        for text in texts(path.read_bytes())
        for match in AUTHOR.finditer(text)
        if any(match.groups())
    }
    assert found == set()


def test_what_describes_a_document_tells_no_member(case: Path) -> None:
    for path in left(case):
        assert told(path.name) == []
        content = path.read_bytes()
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                about = [part for part in package.namelist() if part.startswith(("docProps", "customXml"))]
                assert [part for part in about if told(package.read(part).decode())] == []
                assert told(" ".join(package.namelist())) == []
        elif path.suffix == ".html":
            assert told(content.decode().partition("<body")[0].partition("<title>")[0]) == []


TRACED: tuple[tuple[str, ...], ...] = (
    ("check", "--members", "members.xlsx"),
    ("plan", "--members", "members.xlsx", "-q", "-o", "p.xlsx", "-o", "p.html"),
    ("batch", ".", "-o", "every", "--only", "sub", "-q"),
    ("plan", "-q", "--pseudonymise", "shared", "--key", "ward.key"),
)


@pytest.mark.skipif(not has_strace(), reason="strace is not here, or may not trace")
@pytest.mark.parametrize("words", [pytest.param(words, id=" ".join(words[:3])) for words in TRACED])
def test_no_child_is_told_a_member_by_its_arguments_or_surroundings(words: tuple[str, ...], tmp_path: Path) -> None:
    """Seen by the system: programs started with arguments and variables, names of files, sockets, by every process."""
    folder = tmp_path / "case"
    prepare(folder)
    log = tmp_path / "log"
    calls = "trace=execve,openat,open,rename,renameat,renameat2,link,linkat,mkdir,memfd_create,shm_open,socket,connect"
    command = ["strace", "-f", "-v", "-s", "100000", "-qq", "-o", str(log), "-e", calls.replace(",shm_open", "")]
    done = subprocess.run(
        [*command, *command_line(words)], cwd=folder, env=environment(), check=False, capture_output=True
    )
    assert done.returncode in (0, 3), done.stderr.decode()
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("execve(" in line for line in lines)
    assert [line[:200] for line in lines if "Zxqv" in line or CARD in line] == []
    assert [line[:200] for line in lines if "socket(" in line and "AF_UNIX" not in line] == []
    shutil.rmtree(folder)
