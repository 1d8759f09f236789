"""Letters of a large plan in one file, in seconds of process time.

``letters.py [--letters 5000] [--runs 5]``. Whole processes, start-up included: the plan and its rosters are read and
checked, the template is compiled, and every member gets a notice in one docx.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import nation  # noqa: E402 - found beside this script

REASSIGN = (sys.executable, "-m", "reassign")


def process_seconds(command: tuple[str, ...], folder: Path) -> float:
    """Time of a command on all processors together, its own and the system's [s]."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """One line a document."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    communes = -(-asked.letters * nation.COMMUNES // nation.MEMBERS)
    print(f"{'document':<12}{'members':>9}{'least s':>9}{'median s':>10}{'MB':>7}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nation.write(folder, communes)
        subprocess.run((*REASSIGN, "plan", "-q", "-o", "plan.json"), cwd=folder, check=True, stdout=subprocess.DEVNULL)
        members = len((folder / "members.csv").read_text(encoding="utf-8").splitlines()) - 1
        for kind in ("notice", "decision"):
            command = (*REASSIGN, "letters", "plan.json", "-q", "--force", "--kind", kind, "--one-file", "-o", kind)
            times = [process_seconds(command, folder) for _ in range(asked.runs)]
            size = max(file.stat().st_size for file in (folder / kind).glob("*.docx"))
            print(
                f"{kind:<12}{members:>9}{min(times):>9.2f}{statistics.median(times):>10.2f}{size / 1e6:>7.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
