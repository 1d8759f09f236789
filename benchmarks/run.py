"""Whole processes side by side: ``reassign plan``, its floor, and the scripts that a user would write instead.

``run.py [--cases quan-1-2019,…] [--runs N] [--limit SECONDS]``. One machine, so read the figures as
ratios within one run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from nation import COMMUNES, write  # noqa: E402 - found beside this script

CASES = ("quan-1-2019", "phu-nhuan-2020", "thanh-pho", "growth", "nation")
GROWTH = (10, 40, 160, 640)
PEERS = (
    ("scipy-milp", "milp.py", True),
    ("pulp-cbc", "cbc.py", True),
    ("cp-sat", "cpsat.py", True),
    ("two-phase-flow", "flow.py", False),
)
REASSIGN = (sys.executable, "-m", "reassign")


@dataclass(frozen=True, slots=True)
class Run:
    """Some runs of one command.

    Attributes:
        seconds: Median wall time [s]; None if the limit came first or the command failed.
        memory: Largest resident size [MiB].
        output: What the last run printed.
    """

    seconds: float | None
    memory: float
    output: str


def measured(command: Sequence[str], folder: Path, runs: int, limit: float) -> Run:
    """Run a command several times as a whole process."""
    times, memory, output = [], 0.0, ""
    for _ in range(runs):
        with tempfile.TemporaryFile() as printed:
            begun = time.perf_counter()
            process = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.DEVNULL
            )
            while True:
                ended, status, usage = os.wait4(process.pid, os.WNOHANG)
                if ended:
                    break
                if time.perf_counter() - begun > limit:
                    process.kill()
                    os.wait4(process.pid, 0)
                    return Run(None, memory, "time limit")
                time.sleep(0.002)
            if os.waitstatus_to_exitcode(status) != 0:
                return Run(None, memory, "failed")
            times.append(time.perf_counter() - begun)
            memory = max(memory, usage.ru_maxrss / 1024)
            printed.seek(0)
            output = printed.read().decode()
    return Run(statistics.median(times), memory, output)


def show(name: str, run: Run, against: float | None, note: str = "") -> None:
    """One line of the table; the ratio is the time of reassign over the time of this row."""
    if run.seconds is None:
        print(f"  {name:<28}{run.output:>10}", flush=True)
        return
    ratio = "" if against is None else f"{against / run.seconds:>10.2f}"
    print(f"  {name:<28}{run.seconds:>10.2f}{run.memory:>8.0f}{ratio:>10}  {note}", flush=True)


def bench(case: str, folder: Path, runs: int, limit: float, *, has_workbook: bool) -> None:
    """One case: reassign, the floor, the peers."""
    print(f"\n{case}\n  {'':<28}{'seconds':>10}{'MiB':>8}{'reassign/x':>10}", flush=True)
    outputs = ["bench.json", *(["bench.xlsx"] if has_workbook else [])]
    flags = [word for output in outputs for word in ("-o", output)]
    ours = measured([*REASSIGN, "plan", "--force", "-q", *flags], folder, runs, limit)
    if ours.seconds is None:
        show("reassign", ours, None)
        return
    plan = json.loads((folder / "bench.json").read_text(encoding="utf-8"))
    values = {level["names"][0]: level["value"] for level in plan["priorities"]}
    proved = sum(level["proof"] == "certificate" for level in plan["priorities"])
    parts = plan["certificate"]["components"]
    certified = sum(all(stage["proof"] == "certificate" for stage in part["stages"]) for part in parts)
    note = f"{proved}/{len(values)} levels, {certified}/{len(parts)} components certified"
    show("reassign", ours, ours.seconds, note)
    floor = [sys.executable, str(HERE / "floor.py"), "bench.json", *(f"floor-{output}" for output in outputs)]
    show("floor", measured(floor, folder, runs, limit), ours.seconds)
    (folder / "weights.json").write_text(json.dumps(plan["policy"]["needs"]["weights"]), encoding="utf-8")
    for name, script, is_exact in PEERS:
        for mode in ("--by-unit", "--whole"):
            command = [sys.executable, str(HERE / "peers" / script), str(folder), mode]
            run = measured(command, folder, min(runs, 3), limit)
            show(f"{name} {mode}", run, ours.seconds, compared(run, values, is_exact=is_exact))


def compared(run: Run, values: dict[str, int], *, is_exact: bool) -> str:
    """Whether the peer has the same level vector, or where it first falls behind."""
    if run.seconds is None:
        return ""
    found = json.loads(run.output.splitlines()[-1])["levels"]
    first = next((name for name, value in values.items() if found.get(name, value) != value), None)
    if first is None:
        return "same values"
    return f"{'DIFFERENT VALUES' if is_exact else 'gap'} at {first}: {found[first]} instead of {values[first]}"


def main() -> None:
    """Every case in a folder of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", default=",".join(CASES[:4]))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=120.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for case in asked.cases.split(","):
            folder = Path(name) / case
            if case == "nation":
                write(folder, COMMUNES)
                bench(case, folder, 1, max(asked.limit, 900.0), has_workbook=False)
            elif case == "growth":
                print("\ngrowth: communes of 36 members and 18 branches", flush=True)
                for communes in GROWTH:
                    write(folder, communes)
                    words = [*REASSIGN, "plan", "--force", "-q", "-o", "bench.json"]
                    run = measured(words, folder, 1, max(asked.limit, 300.0))
                    each = "" if run.seconds is None else f"{1000 * run.seconds / communes:.0f} ms a commune"
                    show(f"{communes} communes", run, None, each)
            else:
                subprocess.run(
                    [*REASSIGN, "sample", case, str(folder), "--format", "csv", "-q"], check=True, capture_output=True
                )
                runs = asked.runs if case != "thanh-pho" else 1
                bench(case, folder, runs, asked.limit, has_workbook=case != "thanh-pho")


if __name__ == "__main__":
    main()
