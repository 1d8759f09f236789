"""Wall time of ``reassign plan`` as whole processes on the committed samples, next to its start-up.

One machine, so read the figures as ratios within one run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
CASES = ("quan-1-2019", "phu-nhuan-2020", "hoc-mon-2020", "quan-4-2020", "thu-duc-2019", "quan-1-2023")
REPETITIONS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process.

    Attributes:
        seconds: Wall time [s].
        code: Exit code.
    """

    seconds: float
    code: int


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder with nothing on the screen."""
    begun = time.perf_counter()
    finished = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return Run(time.perf_counter() - begun, finished.returncode)


def fastest(command: Sequence[str], folder: Path) -> Run:
    """The fastest of several runs, which is the least disturbed one."""
    return min((timed(command, folder) for _ in range(REPETITIONS)), key=lambda run: run.seconds)


def main() -> int:
    """Print one line a case; the exit code is 1 if a plan was not proved."""
    reassign = (sys.executable, "-m", "reassign")
    start = fastest([*reassign, "--help"], SAMPLES)
    print(f"{'case':<18}{'seconds':>9}{'× --help':>10}  exit")
    print(f"{'--help':<18}{start.seconds:>9.2f}{1:>10.1f}{start.code:>6}")
    codes = [start.code]
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            outputs = [argument for kind in ("xlsx", "json") for argument in ("-o", f"{folder}{os.sep}{case}.{kind}")]
            run = fastest([*reassign, "plan", "--force", *outputs], SAMPLES / case)
            codes.append(run.code)
            print(f"{case:<18}{run.seconds:>9.2f}{run.seconds / start.seconds:>10.1f}{run.code:>6}", flush=True)
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
