"""Whatever a file holds, reading it ends in an exit code and a finding with a file: no traceback, no crash, no hang.

A few hundred mutants in the ordinary tests; ``make fuzz`` sets ``REASSIGN_FUZZ_SECONDS`` and ``REASSIGN_FUZZ_FROM``.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from reassign.cli.main import run
from tests.fuzz.mutants import mutant

SECONDS = float(os.environ.get("REASSIGN_FUZZ_SECONDS", "0"))
FIRST = int(os.environ.get("REASSIGN_FUZZ_FROM", "0"))
ORDINARY = 40
"""Mutants of each kind of file without a time of their own."""

LONGEST = 25
"""Seconds that no reading may take."""

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SMALL = 200_000
"""Larger files of the corpora are slow to spoil and no stranger [bytes]."""

MEMBERS = """\
STT;Mã;Họ và tên;Ngày sinh;Giới tính;Số thẻ đảng;Đơn vị;Phường;Hộ khẩu thường trú;Lĩnh vực phụ trách;Chi bộ hiện nay
1;007;Nguyễn Thị Ánh;03/02/1975;Nữ;79.000.001;UBND;Đa Kao;12 Phan Liêm, KP.1, P. Đa Kao;an ninh, y tế;Chi bộ cơ quan
2;m2;Trần Văn Bình;1980;Nam;79.000.002;UBND;Đa Kao;KP 2, Đa Kao;môi trường;Chi bộ 2
Chi bộ KP 1;;;;;;;;;;
3;m3;Lê Chi;05/1990;Nam;;Công an;Đa Kao;Tân Định;;
"""
BRANCHES = """\
id,name,unit,areas,min,max,needs,special,committee_vacancies,vacant_posts,latitude,longitude
b1,Chi bộ 1,Đa Kao,KP 1;KP 3,0,7,an ninh;y tế,x,1,bí thư,10.7769,106.7009
b2,Chi bộ 2,Đa Kao,KP 2,0,7,môi trường,,,,"10,7801","106,6999"
"""
SMALL_TABLES = {
    "pins": "member,branch,reason\n007,b1,QĐ 1\n",
    "forbids": "member,branch,reason\nm2,b1,QĐ 2\n",
    "lineage": "from_branch,to_branch\nb0,b1\n",
    "distances": "member,branch,distance\n007,b1,120\nm2,b2,7\n",
    "events": "date,member,event,value\n2026-01-05,m3,away,\n",
    "holidays": "date,name\n2026-02-17,Tết\n",
    "crosswalk": "old_unit,old_district,old_area,new_unit,valid_from,share\nĐa Kao,Quận 1,,Tân Định,2025-07-01,part\n",
    "current": "unit,branch,member\nĐa Kao,b1,m2\n",
}
CASE = """\
seed = 3
[inputs]
members = "members.csv"
branches = "branches.csv"
[policy]
name = "Thử"
effective = 2026-01-05
[policy.limits]
min = 0
max = 7
[policy.limits.branch."b1"]
max = 9
[policy.priorities]
order = ["in_charge", { special = 2, balance = 1 }, "residence", "needs"]
[policy.needs]
weights = { "an ninh" = 3 }
[[policy.quota]]
members = { status = "official", key_cadre = true }
branches = ["b1"]
max = 3
[aliases.area]
"KP 3 cũ" = "KP 3"
[output]
language = "vi"
"""


@dataclass(frozen=True, slots=True)
class Target:
    """A file that is spoiled, and the command that reads it.

    Attributes:
        name: For the name of the test.
        file: Where it lies below the case.
        content: What it honestly holds.
        command: What reads it.
    """

    name: str
    file: str
    content: bytes
    command: tuple[str, ...]


def write_case(folder: Path) -> None:
    (folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
    (folder / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (folder / "reassign.toml").write_text(CASE, encoding="utf-8")


def quietly(arguments: tuple[str, ...], folder: Path) -> tuple[int, str]:
    """Exit code and standard output of a command."""
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = run(arguments, {}, folder)
    return code, out.getvalue()


def targets(folder: Path) -> Iterator[Target]:
    """One of every kind of file that is read, written by the program itself where it writes such files."""
    write_case(folder)
    yield Target("members", "members.csv", MEMBERS.encode(), ("check",))
    yield Target("branches", "branches.csv", BRANCHES.encode(), ("check",))
    yield Target("policy", "reassign.toml", CASE.encode(), ("check",))
    for role, text in SMALL_TABLES.items():
        yield Target(role, f"{role}.csv", text.encode(), ("check", f"--{role}", f"{role}.csv"))
    assert quietly(("sample", "quan-4-2020", "sample"), folder)[0] == 0
    workbook = (folder / "sample" / "members.xlsx").read_bytes()
    yield Target("workbook", "members.xlsx", workbook, ("check", "--members", "members.xlsx"))
    assert quietly(("plan", "-o", "plan.json", "-o", "plan.xlsx"), folder)[0] == 0
    for name, command in (("plan.json", "verify"), ("plan.xlsx", "verify"), ("plan.json", "report")):
        content = (folder / name).read_bytes()
        written = ("-o", "spoiled.html", "--force") if command == "report" else ()
        yield Target(f"{command}-{name}", f"spoiled-{name}", content, (command, f"spoiled-{name}", *written))
    edited = ("replan", "spoiled-plan.xlsx", "--dry-run", "--time-limit", "5")
    yield Target("replan-plan.xlsx", "spoiled-plan.xlsx", (folder / "plan.xlsx").read_bytes(), edited)
    for path in sorted(CORPORA.rglob("*")) if CORPORA.is_dir() else ():
        if path.suffix in {".xlsx", ".xls", ".ods", ".csv"} and path.stat().st_size <= SMALL:
            name = f"strange{path.suffix}"
            yield Target(str(path.relative_to(CORPORA)), name, path.read_bytes(), ("check", "--members", name))


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise if a reading hangs."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(target: Target, number: int, folder: Path) -> str:
    """Empty if a mutant was read or refused as it should be, else what went wrong."""
    path = folder / target.file
    path.write_bytes(mutant(target.content, number))
    try:
        with within(LONGEST):
            code, told = quietly((*target.command, "--json", "--no-input", "--lang", "en"), folder)
    finally:
        path.unlink()
    if code not in {0, 1, 2, 3, 4, 5}:
        return f"exit {code}"
    if code in {2, 3}:
        document = json.loads(told)
        findings = document.get("findings", [])
        if not findings and document.get("error", {}).get("key") in {None, "internal"}:
            return f"exit {code} without a finding"
        if any(not (finding["code"] and finding["file"]) for finding in findings):
            return f"exit {code} with a finding that names no file"
    return ""


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="needs a clock that interrupts")
def test_no_spoiled_file_breaks_the_program(tmp_path: Path) -> None:
    found: dict[str, str] = {}
    every = list(targets(tmp_path))
    if not SECONDS:
        every = [target for target in every if "/" not in target.name]
    end = time.monotonic() + SECONDS
    number, tried = FIRST, 0
    while (time.monotonic() < end) if SECONDS else (number < FIRST + ORDINARY):
        for target in every:
            write_case(tmp_path)
            tried += 1
            wrong = outcome(target, number, tmp_path)
            if wrong:
                found[f"{target.name} {number}"] = wrong
                _keep(target, number)
        number += 1
    sys.stdout.write(f"{tried} mutants of {len(every)} files, numbers {FIRST} to {number - 1}\n")
    assert not found


def _keep(target: Target, number: int) -> None:
    """Leave a mutant that broke something where it can be looked at."""
    folder = Path("build") / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{number}-{Path(target.file).name}").write_bytes(mutant(target.content, number))


def test_the_same_number_gives_the_same_mutant_and_others_differ() -> None:
    seed = MEMBERS.encode()
    assert mutant(seed, 7) == mutant(seed, 7)
    assert len({mutant(seed, number) for number in range(20)}) > 15
