"""A city as many cases: workers, what they save, and how far it is from reading and writing alone.

``batch.py [--format xlsx]``. One machine, so read the figures as ratios within one run.
"""

from __future__ import annotations

import argparse
import filecmp
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reassign import __version__
from reassign.domain.report import Report
from reassign.model.instance import make_instance
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_file import read_plan_file
from reassign.readers.policy.case import CaseFlags, read_case
from reassign.workflows.steps.reading import read_case_rosters
from reassign.writers.atomic import write_files
from reassign.writers.formats import render

REASSIGN = (sys.executable, "-m", "reassign")


def main() -> None:
    """The wards of ``thanh-pho`` with one worker, with two, and their floor; with arguments, the floor itself."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--format", default="xlsx")
    parser.add_argument("--floor", nargs=3, metavar=("ROOT", "PLANS", "OUT"))
    asked = parser.parse_args()
    if asked.floor:
        root, plans, out = map(Path, asked.floor)
        read_and_write(root, plans, out, f"plan.{asked.format}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("sample", "thanh-pho", str(folder / "city"), "--format", "csv", "-q")
        root = folder / "city" / "wards"
        run("batch", str(root), "-o", str(folder / "plans"), "--format", "json", "-q")
        seconds = {}
        for jobs in ("1", "2"):
            words = ("batch", str(root), "-o", str(folder / f"out-{jobs}"), "--format", asked.format, "--jobs", jobs)
            seconds[jobs] = run(*words, "-q")
            print(f"{jobs} worker{'s' if jobs == '2' else ' '}   {seconds[jobs]:6.2f} s", flush=True)
        same = [path.relative_to(folder / "out-1") for path in (folder / "out-1").rglob("plan.*")]
        equal, _, _ = filecmp.cmpfiles(folder / "out-1", folder / "out-2", map(str, same), shallow=False)
        print(f"speed-up    {seconds['1'] / seconds['2']:6.2f}   {len(equal)} of {len(same)} plans the same bytes")
        begun = time.perf_counter()
        script = [sys.executable, __file__, "--format", asked.format, "--floor"]
        subprocess.run([*script, str(root), str(folder / "plans"), str(folder / "floor")], check=True)
        floor = time.perf_counter() - begun
        print(f"floor       {floor:6.2f} s   one worker takes {seconds['1'] / floor:.2f} times as long", flush=True)


def run(*words: str) -> float:
    """Wall time of a command [s]."""
    begun = time.perf_counter()
    subprocess.run([*REASSIGN, *words], check=True, capture_output=True)
    return time.perf_counter() - begun


def read_and_write(root: Path, plans: Path, out: Path, name: str) -> None:
    """Every case read, its stored plan read, the result written; nothing solved, one process."""
    for case in sorted(path.parent for path in root.rglob("reassign.toml")):
        settings = read_case(case, CaseFlags(), {}, "en")
        rosters, findings = read_case_rosters(settings)
        stored = plans / case.relative_to(root) / "plan.json"
        found, _ = read_plan_file(Source(stored, str(stored)))
        if rosters is None or found is None:
            raise SystemExit(f"nothing to write for {case}")
        instance = make_instance(rosters, settings.policy, settings.seed)
        report = Report(found.plan, instance, rosters, findings, settings.language, __version__)
        target = out / case.relative_to(root) / name
        target.parent.mkdir(parents=True)
        write_files([(target, render(report, target))], is_forced=False)


if __name__ == "__main__":
    main()
