"""Every member of one ward in every other branch, beside the time of one plan.

``explain.py [--members 60] [--branches 25] [--wards 3]``. Whole processes, start-up included; read the ratio.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import nation  # noqa: E402 - found beside this script

REASSIGN = (sys.executable, "-m", "reassign")


def seconds(command: tuple[str, ...], folder: Path, runs: int) -> float:
    """Median wall time of a command [s]."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def main() -> None:
    """One line a ward."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--members", type=int, default=60)
    parser.add_argument("--branches", type=int, default=25)
    parser.add_argument("--wards", type=int, default=3)
    asked = parser.parse_args()
    nation.MEMBERS, nation.BRANCHES, nation.COMMUNES = asked.members, asked.branches, 1
    print(f"{'ward':<8}{'plan s':>8}{'explain s':>11}{'ratio':>8}{'pairs':>8}{'proved':>8}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        for ward in range(asked.wards):
            folder = Path(name) / str(ward)
            nation.write(folder, 1, first=ward)
            plan = seconds((*REASSIGN, "plan", "-q", "--force", "-o", "plan.json"), folder, 3)
            command = (*REASSIGN, "explain", "plan.json", "--all", "--json")
            begun = time.perf_counter()
            printed = subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout
            taken = time.perf_counter() - begun
            alternatives = [each for one in json.loads(printed)["explanations"] for each in one["alternatives"]]
            proved = sum("proof" not in each for each in alternatives)
            print(
                f"{ward:<8}{plan:>8.2f}{taken:>11.2f}{taken / plan:>8.1f}{len(alternatives):>8}{proved:>8}", flush=True
            )


if __name__ == "__main__":
    main()
