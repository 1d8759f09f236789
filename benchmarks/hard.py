"""Hard wards: how many levels are proved by certificate, and how long that takes beside a CP-SAT script.

``hard.py [--members 60,80,120,200] [--branches 20,60,120] [--shapes plain,tasks,continuity,pairs,quotas] [--seeds 3]
[--first 0] [--peer]``. Whole processes, start-up included. A ward with fewer than one member a branch is left out
unless ``--sparse``, branches without anybody being allowed there. ``--peer`` also runs ``peers/cpsat.py``, for at most
``--limit`` seconds; it knows no quotas. Nobody in these wards exists.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import nation  # noqa: E402 - found beside this script

SHAPES = ("plain", "tasks", "continuity", "pairs", "quotas")
REASSIGN = (sys.executable, "-m", "reassign")
LIMITS = """[policy.limits]
min = {least}
max = {most}
[policy.priorities]
order = ["in_charge", "special", "residence", "needs", "committee", "posts", "continuity", "balance", "distance"]
"""
QUOTA = """[[policy.quota]]
branches = "all"
min = 0
max = 2
[policy.quota.members]
key_cadre = true
[[policy.quota]]
branches = "special"
min = 1
[policy.quota.members]
committee_eligible = true
"""


def write(folder: Path, shape: str, members: int, branches: int, seed: int) -> None:
    """Write one ward of a shape."""
    nation.MEMBERS, nation.BRANCHES, nation.COMMUNES = members, branches, 1
    people, places = nation.commune(seed)
    draw = random.Random(f"{shape} {seed}")
    person_keys, place_keys = list(nation.MEMBER_KEYS), list(nation.BRANCH_KEYS)
    if shape == "tasks":
        for person in people:
            person[person_keys.index("fields")] = ";".join(draw.sample(nation.FIELDS, draw.randint(2, 3)))
        for place in places:
            place[place_keys.index("needs")] = ";".join(draw.sample(nation.FIELDS, 3))
    if shape == "continuity":
        person_keys.append("current_branch")
        few = draw.sample(places, max(1, len(places) * 2 // 3))
        for person in people:
            person.append(draw.choice(few)[0] if draw.random() < 0.8 else "")
    if shape == "pairs":
        person_keys += ["together", "apart"]
        for index, person in enumerate(people):
            person += [f"T{index // 2}" if index < len(people) // 5 else "", f"A{draw.randrange(len(people) // 4)}"]
    folder.mkdir(parents=True)
    for name, keys, rows in (("members", person_keys, people), ("branches", place_keys, places)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(keys)
            writer.writerows(rows)
    policy = LIMITS.format(least=0 if branches > members else 1, most=7 if members <= 7 * branches else '"none"')
    inputs = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
    (folder / "reassign.toml").write_text(inputs + policy + (QUOTA if shape == "quotas" else ""), encoding="utf-8")


def timed(command: tuple[str, ...], folder: Path, limit: float) -> tuple[float | None, str]:
    """Wall time [s] and what was printed; None where it did not end well within the limit."""
    begun = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None, f"over {limit:.0f} s"
    taken = time.perf_counter() - begun
    return (taken, done.stdout) if done.returncode == 0 else (None, f"exit {done.returncode}")


def numbers(text: str) -> list[int]:
    """Whole numbers of an option."""
    return [int(part) for part in text.split(",")]


def main() -> None:
    """One line a ward, then the share of certified levels and the longest time by number of members."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--members", type=numbers, default=[60, 80, 120, 200])
    parser.add_argument("--branches", type=numbers, default=[20, 60, 120])
    parser.add_argument("--shapes", type=lambda text: text.split(","), default=list(SHAPES))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--sparse", action="store_true")
    parser.add_argument("--peer", action="store_true")
    asked = parser.parse_args()
    levels, certified, longest = Counter[int](), Counter[int](), Counter[int]()
    print(f"{'ward':<28}{'seconds':>9}{'cp-sat':>9}  not certified", flush=True)
    with tempfile.TemporaryDirectory() as name:
        for members in asked.members:
            for branches in asked.branches:
                if branches > members and not asked.sparse:
                    continue
                for shape in asked.shapes:
                    for seed in range(asked.first, asked.first + asked.seeds):
                        title = f"{shape} {members} x {branches} #{seed}"
                        folder = Path(name) / title.replace(" ", "-")
                        write(folder, shape, members, branches, seed)
                        taken, printed = timed((*REASSIGN, "plan", "-q", "-o", "plan.json"), folder, asked.limit)
                        open_levels = printed
                        if taken is not None:
                            found = json.loads((folder / "plan.json").read_text(encoding="utf-8"))["priorities"]
                            poor = [f"{'+'.join(one['names'])}:{one['proof']}" for one in found]
                            poor = [one for one in poor if not one.endswith(":certificate")]
                            levels[members] += len(found)
                            certified[members] += len(found) - len(poor)
                            open_levels = " ".join(poor)
                        longest[members] = max(longest[members], round(10 * (taken or asked.limit)))
                        peer: float | None = None
                        if asked.peer and shape != "quotas":
                            script = (sys.executable, str(HERE / "peers" / "cpsat.py"), str(folder))
                            peer, _ = timed(script, folder, asked.limit)
                        shown = ["-" if each is None else f"{each:.1f}" for each in (taken, peer)]
                        print(f"{title:<28}{shown[0]:>9}{shown[1]:>9}  {open_levels}", flush=True)
    for members in asked.members:
        if levels[members]:
            share = f"{certified[members]} of {levels[members]} levels certified"
            print(f"{members} members: {share}, longest {longest[members] / 10:.1f} s")


if __name__ == "__main__":
    main()
