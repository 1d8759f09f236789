"""A country on paper: 3,321 communes, 120,000 members, 60,000 branches. Nobody in it exists.

``nation.py FOLDER [COMMUNES]`` writes members.csv, branches.csv and reassign.toml; fewer communes keep their size.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path

COMMUNES, MEMBERS, BRANCHES = 3_321, 120_000, 60_000
FIELDS = ("an ninh", "môi trường", "tư pháp", "văn hoá", "địa chính", "kinh tế", "mặt trận", "phụ nữ")
POSTS = ("bí thư", "trưởng khu phố", "mặt trận", "phụ nữ", "thanh niên")
MEMBER_KEYS = [
    "id",
    "name",
    "unit",
    "residence_unit",
    "residence_area",
    "fields",
    "in_charge_of",
    "key_cadre",
    "committee_eligible",
    "eligible_posts",
    "exempt",
    "latitude",
    "longitude",
]
BRANCH_KEYS = [
    "id",
    "name",
    "unit",
    "areas",
    "needs",
    "special",
    "committee_vacancies",
    "vacant_posts",
    "latitude",
    "longitude",
]


def share(total: int, index: int) -> int:
    """Part of a total that falls to one commune."""
    return total * (index + 1) // COMMUNES - total * index // COMMUNES


def point(draw: random.Random, index: int) -> list[str]:
    """Coordinates around the middle of a commune."""
    middle = (9.0 + index % 60 * 0.2, 104.0 + index // 60 * 0.08)
    return [f"{middle[0] + draw.uniform(-0.03, 0.03):.6f}", f"{middle[1] + draw.uniform(-0.03, 0.03):.6f}"]


def commune(index: int) -> tuple[list[list[str]], list[list[str]]]:
    """Members and branches of one commune."""
    draw = random.Random(f"commune {index}")
    unit = f"Xã {index:04}"
    count = share(BRANCHES, index)
    branches = [
        [
            f"{index:04}-B{place:02}",
            f"Chi bộ Ấp {place}",
            unit,
            f"Ấp {place}",
            ";".join(draw.sample(FIELDS, draw.randint(0, 2))),
            "x" if draw.random() < 0.15 else "",
            str(draw.randint(0, 1)),
            ";".join(draw.sample(POSTS, draw.randint(0, 1))),
            *point(draw, index),
        ]
        for place in range(count)
    ]
    members = []
    for person in range(share(MEMBERS, index)):
        lives_here = draw.random() < 0.5
        members.append(
            [
                f"{index:04}-{person:03}",
                f"Người {index:04} {person:03}",
                unit,
                unit if lives_here else "Nơi khác",
                f"Ấp {draw.randrange(count)}" if lives_here and draw.random() < 0.8 else "",
                ";".join(draw.sample(FIELDS, draw.randint(0, 2))),
                f"Ấp {draw.randrange(count)}" if draw.random() < 0.15 else "",
                "x" if draw.random() < 0.12 else "",
                "x" if draw.random() < 0.3 else "",
                ";".join(draw.sample(POSTS, draw.randint(0, 2))),
                "x" if draw.random() < 0.03 else "",
                *point(draw, index),
            ]
        )
    return members, branches


def write(folder: Path, communes: int = COMMUNES, first: int = 0) -> None:
    """Write the rosters of some communes, from the first or another one on."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "members.csv").open("w", encoding="utf-8", newline="") as members,
        (folder / "branches.csv").open("w", encoding="utf-8", newline="") as branches,
    ):
        people, places = csv.writer(members), csv.writer(branches)
        people.writerow(MEMBER_KEYS)
        places.writerow(BRANCH_KEYS)
        for index in range(first, first + communes):
            found, received = commune(index)
            people.writerows(found)
            places.writerows(received)
    order = '"in_charge", "special", "residence", "needs", "committee", "posts", "continuity", "balance", "distance"'
    (folder / "reassign.toml").write_text(
        f'[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[policy.priorities]\norder = [{order}]\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COMMUNES)
